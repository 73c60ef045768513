/// Writes random YAML in all styles, and knows what it wrote.
struct YAMLGenerator {
  /// The hand that writes one document.
  private struct Habits {
    var newline = "\n"
    var unit = 2
    var indentsItems = true
    var comments = 0
    var flow = 4
    var quote = "\""
    var quotesKeys = false
    var duplicates = false
    var shares = false
    var blankLines = false
  }

  private var random: SplitMix64
  private var habits = Habits()
  private var comments: [String] = []
  private var tally = 0
  private var hasBlockScalar = false
  /// Whether an empty line would belong to the text in front of it.
  private var keepsLines = false
  /// Anchors that are complete, with what they stand for.
  private var anchors: [(name: String, tree: Tree)] = []

  init(seed: UInt64) {
    random = SplitMix64(seed: seed &+ 0x59414D4C)
  }

  mutating func document() -> DocumentGenerator.Output {
    habits.newline = random.pick(["\n", "\n", "\n", "\r\n"])
    habits.unit = random.pick([2, 2, 2, 4, 3])
    habits.indentsItems = random.oneIn(2)
    habits.comments = random.pick([0, 3, 8])
    habits.flow = random.pick([2, 6, 40])
    habits.quote = random.pick(["\"", "'"])
    habits.quotesKeys = random.oneIn(5)
    habits.duplicates = random.oneIn(8)
    habits.shares = random.oneIn(6)
    habits.blankLines = random.oneIn(3)
    var text = random.oneIn(6) ? "\u{FEFF}" : ""
    if random.oneIn(6) { text += "%YAML 1.1" + habits.newline + "---" + habits.newline }
    text += commentLines(at: 0)
    let tree: Tree
    if random.oneIn(8) {
      let (spelling, value) = flow(depth: 0, column: 0)
      (text, tree) = (text + spelling, value)
    } else {
      let (lines, value) = block(isMapping: !random.oneIn(6), column: 0, depth: 0)
      (text, tree) = (text + lines, value)
    }
    if hasBlockScalar || !random.oneIn(5) { text += habits.newline }
    if random.oneIn(8), text.hasSuffix(habits.newline) {
      text += "---" + habits.newline + "other: [document] # not mine" + habits.newline
    }
    return DocumentGenerator.Output(text: text, tree: tree, comments: comments)
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  private mutating func comment() -> String {
    tally += 1
    comments.append("#\(tally)" + random.pick(["", " why", " a: b", " 'x", " {", " - é", "#"]))
    return comments.last ?? ""
  }

  /// A comment at the end of a line, now and then.
  private mutating func lineComment() -> String {
    habits.comments > 0 && random.oneIn(20 - habits.comments)
      ? random.pick([" ", "  "]) + comment() : ""
  }

  /// Comments on lines of their own, each with its line end.
  private mutating func commentLines(at column: Int) -> String {
    var text = ""
    while habits.comments > 0, random.oneIn(22 - habits.comments) {
      text += spaces(column) + comment() + habits.newline
    }
    return text
  }

  // MARK: Collections

  /// A block collection, without the indentation of its first line and the last line end.
  private mutating func block(
    isMapping: Bool, column: Int, depth: Int
  ) -> (String, Tree) {
    var text = ""
    var members: [Tree.Member] = []
    var merged: [Tree.Member] = []
    let count = 1 + random.below(depth == 0 ? 5 : 3)
    for number in 0..<count {
      if number > 0 {
        text += habits.newline
        if habits.blankLines, !keepsLines, random.oneIn(4) { text += habits.newline }
        text += commentLines(at: column) + spaces(column)
      }
      if isMapping, habits.shares, merged.isEmpty, random.oneIn(5),
        let anchor = anchors.last, case .object(let base) = anchor.tree
      {
        text += "<<: *\(anchor.name)" + lineComment()
        merged = base
        continue
      }
      var key = ""
      if isMapping {
        key = self.key()
        if !habits.duplicates, members.contains(where: { $0.key == key }) { key += String(tally) }
        tally += 1
        text += spelled(key: key) + ":"
      } else {
        text += "-"
      }
      let (spelling, value) = self.value(column: column, isItem: !isMapping, depth: depth + 1)
      text += spelling
      members.append(Tree.Member(key: key, value: value))
    }
    guard isMapping else { return (text, .array(members.map(\.value))) }
    var seen = Set(members.map(\.key))
    for member in merged where seen.insert(member.key).inserted { members.append(member) }
    return (text, .object(members))
  }

  /// What stands behind a colon or dash, without the last line end.
  private mutating func value(column: Int, isItem: Bool, depth: Int) -> (String, Tree) {
    if habits.shares, let anchor = anchors.last, random.oneIn(6) {
      return (" *\(anchor.name)" + lineComment(), anchor.tree)
    }
    let name = habits.shares && random.oneIn(4) ? "x\(tally)" : nil
    tally += 1
    keepsLines = false
    let anchor = name.map { " &\($0)" } ?? ""
    let result: (String, Tree)
    if depth < 5, random.below(6) < 4 - depth / 2, !random.oneIn(habits.flow) {
      result = collection(anchor, column: column, isItem: isItem, depth: depth)
    } else if random.oneIn(4), depth < 5 {
      let (text, tree) = flow(depth: depth, column: column)
      result = (anchor + " " + text + lineComment(), tree)
    } else {
      result = scalar(anchor, column: column)
    }
    if let name { anchors.append((name, result.1)) }
    return result
  }

  private mutating func collection(
    _ anchor: String, column: Int, isItem: Bool, depth: Int
  ) -> (String, Tree) {
    let isMapping = random.below(3) > 0
    if isItem, anchor.isEmpty, !random.oneIn(5) {
      let (text, tree) = block(isMapping: isMapping, column: column + 2, depth: depth)
      return (" " + text, tree)
    }
    let isFlush = !isItem && !isMapping && !habits.indentsItems
    let inner = column + (isFlush ? 0 : habits.unit)
    let head = anchor + lineComment() + habits.newline + commentLines(at: inner)
    let (text, tree) = block(isMapping: isMapping, column: inner, depth: depth)
    return (head + spaces(inner) + text, tree)
  }

  private mutating func flow(depth: Int, column: Int) -> (String, Tree) {
    let isObject = random.below(3) > 0
    let onLines = random.oneIn(5)
    let gap = onLines ? habits.newline + spaces(column + habits.unit + 1) : random.pick(["", " "])
    var text = isObject ? "{" : "["
    var members: [Tree.Member] = []
    let count = random.below(4)
    for number in 0..<count {
      text += number > 0 && !onLines ? " " : gap
      var key = ""
      if isObject {
        key = self.key()
        if members.contains(where: { $0.key == key }) { key += String(tally) }
        tally += 1
        text += spelled(key: key) + ": "
      }
      let value: (String, Tree) =
        depth < 5 && random.oneIn(4) ? flow(depth: depth + 1, column: column) : flowScalar()
      text += value.0
      members.append(Tree.Member(key: key, value: value.1))
      if number < count - 1 || random.oneIn(6) { text += "," }
      if onLines { text += lineComment() }
    }
    text += gap + (isObject ? "}" : "]")
    return (text, isObject ? .object(members) : .array(members.map(\.value)))
  }

  // MARK: Scalars

  private mutating func word() -> (String, Tree)? {
    guard random.oneIn(2) else { return nil }
    let word = random.pick([
      "true", "False", "null", "~", "0", "-0", "18789", "805422583936421918", "1e3", "2.50", ".5",
      "0xFF", "0o17", ".inf", "-.INF", ".nan", "+1", "5.",
    ])
    let meaning = ["False": "false", "~": "null"][word] ?? word
    return (word, .word(meaning))
  }

  private mutating func flowScalar() -> (String, Tree) {
    if let word = word() { return word }
    let text = self.text()
    return (quoted(text), .string(text))
  }

  private mutating func scalar(_ anchor: String, column: Int) -> (String, Tree) {
    let inner = spaces(column + habits.unit)
    if random.oneIn(12), anchor.isEmpty { return (lineComment(), .word("null")) }
    if let word = word() { return (anchor + " " + word.0 + lineComment(), word.1) }
    switch random.below(7) {
    case 0:
      let text = random.pick(["plain", "no", "a b", "http://x/y#z", "2026-01-01", "it's", "a:b"])
      return (anchor + " " + text + lineComment(), .string(text))
    case 1:
      let text = "one" + habits.newline + inner + "two"
      return (anchor + " " + text + lineComment(), .string("one two"))
    case 2:
      let text = "\"one" + habits.newline + habits.newline + inner + "two \\" + habits.newline
      return (anchor + " " + text + inner + "three\"" + lineComment(), .string("one\ntwo three"))
    case 3: return blockScalar(anchor, inner: inner)
    case 4:
      let text = anchor + lineComment() + habits.newline + inner + "below"
      return (text, .string("below"))
    default:
      let text = self.text()
      return (anchor + " " + quoted(text) + lineComment(), .string(text))
    }
  }

  private mutating func blockScalar(_ anchor: String, inner: String) -> (String, Tree) {
    hasBlockScalar = true
    let isFolded = random.oneIn(3)
    let chomping = random.pick(["", "-", "+"])
    keepsLines = chomping == "+"
    var lines = (0...random.below(3)).map { _ in
      random.pick(["{ a: 1 } # no comment", "  deeper", "word", "", "é", "- x", "\tb"])
    }
    if lines[0].isEmpty || lines[0].hasPrefix(" ") || lines[0].hasPrefix("\t") {
      lines[0] = "first"
    }
    if isFolded { lines = ["first", "second"] }
    if lines.last?.isEmpty == true { lines.append("end") }
    let extra = chomping == "+" ? random.below(3) : 0
    let content =
      lines.joined(separator: isFolded ? " " : "\n")
      + (chomping == "-" ? "" : String(repeating: "\n", count: 1 + extra))
    var text = anchor + " " + (isFolded ? ">" : "|") + chomping + lineComment()
    for line in lines { text += habits.newline + (line.isEmpty ? "" : inner + line) }
    text += String(repeating: habits.newline, count: extra)
    return (text, .string(content))
  }

  private mutating func text() -> String {
    let parts = [
      "", "a", "word", "it's", "say \"hi\"", "# none", " # none", "{", ",", ": ", "\\", "é", "中文",
      "😀", "\n", "\t", "\u{2028}", "\u{0}", "${VAR}", "123", " ", "\u{85}", "- ", "&a", "*a", "!t",
    ]
    return (0...random.below(3)).map { _ in random.pick(parts) }.joined()
  }

  private static let plainKeys = [
    "a", "b", "c", "d", "gateway", "$x", "_y", "agents", "k1", "é", "名前", "a.b", "a-b", "a b", "no",
  ]

  private mutating func key() -> String {
    random.oneIn(4)
      ? random.pick(["", "1", "0", "q\"q", "a: b", "#", "it's", "- a", "[x]", "*"])
      : random.pick(Self.plainKeys)
  }

  private mutating func spelled(key: String) -> String {
    Self.plainKeys.contains(key) && (!habits.quotesKeys || random.oneIn(8)) ? key : quoted(key)
  }

  private mutating func quoted(_ text: String) -> String {
    let hasOdd = text.unicodeScalars.contains {
      $0.value < 0x20 || $0 == "\u{85}" || $0 == "\u{2028}"
    }
    let quote = random.oneIn(6) ? random.pick(["\"", "'"]) : habits.quote
    if quote == "'", !hasOdd { return "'" + text.replacing("'", with: "''") + "'" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "\"": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\u{0}": result += "\\0"
      case "\u{85}": result += "\\N"
      case "\u{2028}": result += random.oneIn(2) ? "\\L" : "\\u2028"
      case "😀" where random.oneIn(2): result += "\\U0001F600"
      case "a" where random.oneIn(6): result += "\\x61"
      default: result += String(scalar)
      }
    }
    return result + "\""
  }
}
