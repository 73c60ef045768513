import Diagnostics

/// Writes random JSON5 in every spelling that the grammar has, and knows what it wrote.
struct DocumentGenerator {
  /// What was written.
  struct Output {
    var text: String
    var tree: Tree
    /// Every comment, without the line end of `//` comments.
    var comments: [String]
  }

  /// The hand that writes one document.
  private struct Habits {
    var isStrict = false
    var newline = "\n"
    var unit = "  "
    /// Members on lines of their own: never, always, or as it comes.
    var lines = 1
    var comments = 0
    var trailingCommas = false
    var commaFirst = false
    var wildSpace = false
    var quote = "\""
    var quotesKeys = true
    var duplicates = false
  }

  private var random: SplitMix64
  private var habits = Habits()
  private var comments: [String] = []
  private var tally = 0

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  mutating func document() -> Output {
    habits.isStrict = random.oneIn(4)
    habits.newline = random.pick(["\n", "\n", "\n", "\r\n", "\r"])
    habits.unit = random.pick(["  ", "  ", "    ", "\t", ""])
    habits.lines = random.below(3)
    if !habits.isStrict {
      habits.comments = random.pick([0, 2, 8, 14])
      habits.trailingCommas = random.oneIn(2)
      habits.commaFirst = random.oneIn(6)
      habits.wildSpace = random.oneIn(8)
      habits.quote = random.pick(["\"", "'"])
      habits.quotesKeys = random.oneIn(2)
      habits.duplicates = random.oneIn(5)
    }
    let isObject = !random.oneIn(8)
    var text = random.oneIn(6) ? "\u{FEFF}" : ""
    text += trivia("")
    let (spelling, tree) = container(isObject: isObject, depth: 0, indentation: "")
    text += spelling + trivia("")
    if random.oneIn(2) { text += habits.newline }
    return Output(text: text, tree: tree, comments: comments)
  }

  private mutating func value(depth: Int, indentation: String) -> (String, Tree) {
    if depth < 6, random.below(6) < 4 - depth / 2 {
      return container(isObject: random.below(3) > 0, depth: depth, indentation: indentation)
    }
    switch random.below(6) {
    case 0: return random.pick([("true", .word("true")), ("false", .word("false"))])
    case 1: return ("null", .word("null"))
    case 2, 3:
      let plain = ["0", "-0", "18789", "805422583936421918", "1e3", "2.50", "-1.0E-7", "0.10"]
      let free = ["+1", ".5", "5.", "0xFF", "0XaB", "-Infinity", "NaN", "+Infinity", "Infinity"]
      let number = random.pick(habits.isStrict ? plain : plain + free)
      return (number, .word(number))
    default:
      let text = self.text()
      return (quoted(text), .string(text))
    }
  }

  private mutating func container(
    isObject: Bool, depth: Int, indentation: String
  ) -> (String, Tree) {
    let count = random.below(depth == 0 ? 6 : 4)
    let onLines = habits.lines == 2 ? random.oneIn(2) : habits.lines == 1
    let inner = indentation + habits.unit
    let gap = onLines ? habits.newline + inner : random.pick(["", " "])
    var text = isObject ? "{" : "["
    var members: [Tree.Member] = []
    for number in 0..<count {
      text += trivia(gap)
      var key = ""
      if isObject {
        key = self.key()
        if !habits.duplicates, members.contains(where: { $0.key == key }) { key += String(tally) }
        tally += 1
        text += spelled(key: key) + trivia(random.oneIn(8) ? " " : "") + ":"
        text += trivia(random.oneIn(4) ? "" : " ")
      }
      let (spelling, value) = self.value(depth: depth + 1, indentation: inner)
      text += spelling
      members.append(Tree.Member(key: key, value: value))
      let isLast = number == count - 1
      if isLast, !habits.trailingCommas || random.oneIn(8) { break }
      text += trivia(habits.commaFirst ? gap : "") + ","
      if random.oneIn(4) { text += trivia("") }
    }
    text += trivia(onLines && count > 0 ? habits.newline + indentation : gap)
    text += isObject ? "}" : "]"
    return (text, isObject ? .object(members) : .array(members.map(\.value)))
  }

  /// White space with comments in it now and then.
  private mutating func trivia(_ gap: String) -> String {
    var text = gap
    if habits.wildSpace, random.oneIn(6) {
      text += random.pick(["\u{A0}", "\u{2028}", "\u{3000}", "\u{0B}", "\u{FEFF}", "\t"])
    }
    guard habits.comments > 0, random.oneIn(22 - habits.comments) else { return text }
    for _ in 0...random.below(2) {
      tally += 1
      if random.oneIn(2) {
        let inside = random.pick(["", " a, b: 1 ", "{", "*", "\n // ", " é ", "\"", " '"])
        comments.append("/*\(tally)\(inside)*/")
        text += (comments.last ?? "") + (random.oneIn(3) ? gap : random.pick(["", " "]))
      } else {
        let inside = random.pick(["", " why", " }, a: [", " /* ", " */", " \"", " 中"])
        comments.append("//\(tally)\(inside)")
        let end = habits.wildSpace && random.oneIn(4) ? "\u{2028}" : habits.newline
        text += (comments.last ?? "") + end + gap.filter { $0 == " " || $0 == "\t" }
      }
    }
    return text
  }
}

/// Keys and strings.
extension DocumentGenerator {
  private mutating func text() -> String {
    let parts = [
      "", "a", "word", "it's", "say \"hi\"", "// no comment", "/* none */", "{", ",", ":", "\\",
      "é", "中文", "😀", "\n", "\t", "\u{2028}", "\u{0}", "${VAR}", "123", " ", "\u{7F}",
    ]
    return (0...random.below(3)).map { _ in random.pick(parts) }.joined()
  }

  private mutating func key() -> String {
    let plain = ["a", "b", "c", "d", "gateway", "$x", "_y", "agents", "k1", "é", "名前"]
    let odd = ["", "a.b", "a-b", "1", "0", "__proto__", "with space", "q\"q", "a/b", "😀", "it's"]
    return random.oneIn(4) ? random.pick(odd) : random.pick(plain)
  }

  private mutating func spelled(key: String) -> String {
    let isWord = [
      "a", "b", "c", "d", "gateway", "$x", "_y", "agents", "k1", "é", "名前", "__proto__",
    ]
    .contains(key)
    if isWord, !habits.isStrict, !habits.quotesKeys || random.oneIn(8) {
      return random.oneIn(8) && key == "a" ? "\\u0061" : key
    }
    return quoted(key)
  }

  private mutating func quoted(_ text: String) -> String {
    let isOdd = !habits.isStrict && random.oneIn(6)
    let quote = isOdd ? random.pick(["\"", "'"]) : habits.quote
    var result = quote
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\u{0}": result += habits.isStrict || random.oneIn(2) ? "\\u0000" : "\\x00"
      case "\t": result += habits.isStrict || random.oneIn(2) ? "\\t" : "\t"
      case "\u{2028}": result += random.oneIn(2) ? "\\u2028" : "\u{2028}"
      case "😀" where random.oneIn(2): result += "\\uD83D\\ude00"
      case "a" where random.oneIn(8): result += habits.isStrict ? "\\u0061" : "\\x61"
      case "w" where isOdd: result += "\\\nw"
      default: result += String(scalar) == quote ? "\\" + quote : String(scalar)
      }
    }
    return result + quote
  }
}
