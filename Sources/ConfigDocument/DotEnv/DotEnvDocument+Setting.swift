extension DotEnvDocument {
  /// The file with another value for a name.
  ///
  /// The value of the assignment that counts is replaced where it stands, in its quotes when they
  /// can hold the new one; without an assignment a line is added at the end, with the line ends of
  /// the file, and with `export` when all others have it. The result is read again before it is
  /// given out: every other assignment says what it said.
  ///
  /// - Parameters:
  ///   - name: `A-Z a-z 0-9 _ . -`, at least one.
  ///   - value: what a program shall get; one line.
  /// - Returns: the bytes of the new file.
  /// - Throws: when the name or the value cannot be written, or when an open quote elsewhere would
  ///   make another assignment say something else.
  package func setting(_ name: String, to value: String) throws(DotEnvError) -> [UInt8] {
    guard !name.isEmpty, name.utf8.allSatisfy(DotEnvScanner.isName) else {
      throw .invalidName(name)
    }
    let text = Array(value.utf8)
    guard text.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw .controlCharacter(name) }
    let place = entries.lastIndex { $0.name == name }
    let spellings = Self.spellings(of: text, quote: place.flatMap { entries[$0].quote })
    guard !spellings.isEmpty else { throw .notQuotable(name) }
    for spelling in spellings {
      if let place {
        let result = replacing(entries[place], by: spelling)
        if isLossless(result, name, value, at: place) { return result }
      } else {
        for gap in [false, true] {
          let result = appending(name, spelling, behindEmptyLine: gap)
          if isLossless(result, name, value, at: entries.count) { return result }
        }
      }
    }
    let line = place.map { entries[$0].line } ?? entries.last?.line ?? 1
    throw .wouldChangeOthers(name, line: line)
  }

  /// Whether a new file has the value at a place and is otherwise read as this one.
  private func isLossless(_ result: [UInt8], _ name: String, _ value: String, at place: Int)
    -> Bool
  {
    let read = DotEnvDocument(result).entries
    guard read.count == max(entries.count, place + 1), read[place].name == name,
      read[place].value == value
    else { return false }
    return entries.indices.allSatisfy {
      $0 == place || (read[$0].name == entries[$0].name && read[$0].value == entries[$0].value)
    }
  }

  /// A value with its quotes.
  private struct Spelling {
    let text: [UInt8]
    let quote: UInt8?

    var quoted: [UInt8] { quote.map { [$0] + text + [$0] } ?? text }
  }

  /// The ways to write a value, the best first: the quote that is there, none, then the others.
  private static func spellings(of text: [UInt8], quote: UInt8?) -> [Spelling] {
    let quotes: [UInt8] = [UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`")]
    var result: [Spelling] = []
    if let quote, canQuote(text, quote) { result.append(Spelling(text: text, quote: quote)) }
    if text.allSatisfy(isPlain) { result.append(Spelling(text: text, quote: nil)) }
    for other in quotes where other != quote && canQuote(text, other) {
      result.append(Spelling(text: text, quote: other))
    }
    return result
  }

  /// Whether a value can stand in quotes without being altered by them.
  private static func canQuote(_ text: [UInt8], _ quote: UInt8) -> Bool {
    let backslash = UInt8(ascii: "\\")
    if text.contains(quote) || text.last == backslash { return false }
    guard quote == UInt8(ascii: "\"") else { return true }
    return !zip(text, text.dropFirst()).contains {
      $0 == backslash && ($1 == UInt8(ascii: "n") || $1 == UInt8(ascii: "r"))
    }
  }

  /// Whether a byte means itself in a bare value, for a shell and for systemd too.
  private static func isPlain(_ byte: UInt8) -> Bool {
    DotEnvScanner.isName(byte) || "/:@%+,=".utf8.contains(byte)
  }

  private func replacing(_ entry: Entry, by spelling: Spelling) -> [UInt8] {
    var range = entry.valueRange
    var text = spelling.quoted
    if let quote = entry.quote {
      if quote == spelling.quote {
        text = spelling.text
      } else {
        range = range.lowerBound - 1..<range.upperBound + 1
      }
    }
    // For a shell a number sign begins a comment only behind a space.
    if range.isEmpty, range.upperBound < bytes.count, bytes[range.upperBound] == UInt8(ascii: "#") {
      text.append(UInt8(ascii: " "))
    }
    return Array(bytes[..<range.lowerBound]) + text + bytes[range.upperBound...]
  }

  private func appending(_ name: String, _ spelling: Spelling, behindEmptyLine: Bool) -> [UInt8] {
    let end = lineEnd
    var result = bytes
    let isOnNewLine =
      bytes.isEmpty || bytes == [0xEF, 0xBB, 0xBF] || bytes.last == 0x0A || bytes.last == 0x0D
    if !isOnNewLine { result += end }
    if behindEmptyLine { result += end }
    if !entries.isEmpty, entries.allSatisfy(\.isExported) { result += Array("export ".utf8) }
    result += Array(name.utf8)
    result.append(UInt8(ascii: "="))
    return result + spelling.quoted + end
  }

  /// The first line end of the file; `\n` when it has none.
  private var lineEnd: [UInt8] {
    guard let first = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return [0x0A] }
    guard bytes[first] == 0x0D else { return [0x0A] }
    return first + 1 < bytes.count && bytes[first + 1] == 0x0A ? [0x0D, 0x0A] : [0x0D]
  }
}
