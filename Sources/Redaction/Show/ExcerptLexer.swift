internal import ConfigSchema

/// Tells keys from values in one line of a broken file, as well as one line allows.
struct ExcerptLexer {
  private let line: [UInt8]
  private var position = 0
  /// The quote of the string that the line is taken to begin in.
  private let startsIn: UInt8?
  /// Whether the line reads like a line of JSON5 that begins outside of strings.
  private(set) var isPlausible = true
  /// Whether words of the line that are no names of secrets stand in the catalogue.
  private var judged: [String: Bool] = [:]

  init(line: [UInt8], startsIn: UInt8?) {
    self.line = line
    self.startsIn = startsIn
  }

  /// Marks the bytes to hide.
  mutating func run(_ hidden: inout [Bool]) {
    if let startsIn {
      let end = stringEnd(startsIn, from: 0)
      hide(0..<end, &hidden)
      position = end + 1
    }
    while position < line.count {
      let byte = line[position]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        string(byte, &hidden)
      } else if byte == UInt8(ascii: "/"), comment(&hidden) {
        continue
      } else if Self.marks.contains(byte) || byte.isSpace {
        position += 1
      } else {
        word(&hidden)
      }
    }
  }

  private static let marks = Set("{}[],:".utf8)

  private mutating func string(_ quote: UInt8, _ hidden: inout [Bool]) {
    let start = position + 1
    let end = stringEnd(quote, from: start)
    position = min(end + 1, line.count)
    if end == line.count || !mayFollowString(position) || !mayPrecedeString(start - 2) {
      isPlausible = false
    }
    // A key stays readable; what looks secret in it is hidden already. When the line may begin
    // anywhere, the quotes may be the other way round, and there are no keys to be sure of.
    let isKey = end < line.count && startsIn == nil && next(position) == UInt8(ascii: ":")
    // An escape could spell what the search for secrets cannot see.
    if !isKey || line[start..<end].contains(UInt8(ascii: "\\")) || !isPublic(start..<end) {
      hide(start..<end, &hidden)
    }
  }

  /// The whole comment but its marks: outside of a broken string the slashes may be a URL's.
  private mutating func comment(_ hidden: inout [Bool]) -> Bool {
    guard position + 1 < line.count else { return false }
    if line[position + 1] == UInt8(ascii: "/") {
      hide(position + 2..<line.count, &hidden)
      position = line.count
      return true
    }
    guard line[position + 1] == UInt8(ascii: "*") else { return false }
    let end = line.first(Array("*/".utf8), from: position + 2) ?? line.count
    hide(position + 2..<end, &hidden)
    position = min(end + 2, line.count)
    return true
  }

  /// A bare run is shown when it is a literal, a number, a key, or a word that every config has.
  private mutating func word(_ hidden: inout [Bool]) {
    let start = position
    position = line.end(from: start) { byte in
      !Self.marks.contains(byte) && !byte.isSpace && byte != UInt8(ascii: "\"")
        && byte != UInt8(ascii: "'")
    }
    let text = String(decoding: line[start..<position], as: UTF8.self)
    let isIdentifier = line[start..<position].allSatisfy {
      $0.isAlphanumeric || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "$")
    }
    if Self.literals.contains(text) || isNumber(text) { return }
    let isKey = isIdentifier && next(position) == UInt8(ascii: ":") && isPublic(start..<position)
    if startsIn == nil, isKey || SensitiveKeys.words.contains(text) { return }
    if !isIdentifier || position - start >= 16 { isPlausible = false }
    hidden.replaceSubrange(start..<position, with: repeatElement(true, count: position - start))
  }

  /// Whether a key may be shown: nobody knows yet what is secret in this file, so it is a word that
  /// the catalogue has, or one that is too short to give anything away.
  private mutating func isPublic(_ word: Range<Int>) -> Bool {
    if word.count < KnownSecrets.minimumLength { return true }
    let text = String(decoding: line[word], as: UTF8.self)
    if SensitiveKeys.words.contains(text) { return true }
    // A line may hold the same word a thousand times.
    if let known = judged[text] { return known }
    let isPublic = PublicWords.contains(text)
    judged[text] = isPublic
    return isPublic
  }

  /// Marks the characters of a string; when the start of the line is a guess, brackets and blanks
  /// stay, for the guess may be wrong.
  private func hide(_ range: Range<Int>, _ hidden: inout [Bool]) {
    for place in range
    where startsIn == nil || !(Self.marks.contains(line[place]) || isBlank(place)) {
      hidden[place] = true
    }
  }

  private func isBlank(_ place: Int) -> Bool { line[place].isSpace || line[place].isQuote }

  private func stringEnd(_ quote: UInt8, from start: Int) -> Int {
    var place = start
    while place < line.count, line[place] != quote {
      place += line[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(place, line.count)
  }

  private func next(_ start: Int) -> UInt8? {
    let place = line.end(from: start, while: \.isSpace)
    return place < line.count ? line[place] : nil
  }

  private func mayFollowString(_ start: Int) -> Bool {
    next(start).map { ":,}]/".utf8.contains($0) } ?? true
  }

  private func mayPrecedeString(_ last: Int) -> Bool {
    var place = last
    while place >= 0, line[place].isSpace { place -= 1 }
    return place < 0 || "{[,:/".utf8.contains(line[place])
  }

  private func isNumber(_ text: String) -> Bool {
    guard text.utf8.count < KnownSecrets.minimumLength, let first = text.utf8.first else {
      return false
    }
    let isStart = first.isDigit || "+-.".utf8.contains(first)
    if text.hasPrefix("0x") || text.hasPrefix("0X") {
      return text.utf8.dropFirst(2).allSatisfy(\.isHex)
    }
    return isStart && text.utf8.contains(where: \.isDigit)
      && text.utf8.allSatisfy { $0.isDigit || "+-.eE".utf8.contains($0) }
  }

  private static let literals: Set<String> = [
    "true", "false", "null", "True", "False", "None", "TRUE", "FALSE", "NULL", "undefined", "yes",
    "no", "on", "off", "Infinity", "-Infinity", "+Infinity", "NaN", "=", ";", "=>", "<", ">", "\\",
    "(", ")", "<<<<<<<", "=======", ">>>>>>>", "...",
  ]
}
