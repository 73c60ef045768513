/// What is said of an error, and how reading goes on behind it so that the next one is found too.
///
/// Each function moves the position forward, or changes the state to one that will, or finishes:
/// that is why no input makes the parser stand still.
extension JSON5Parser {
  /// Notes an error.
  mutating func report(
    _ code: String, at start: Int, length: Int = 1, _ message: String, help: String,
    related: Int? = nil, note: String = ""
  ) {
    guard faults.count < Self.faultLimit else { return }
    faults.append(
      SyntaxFault(
        code: code, range: start..<start + length, message: message, help: help, related: related,
        relatedNote: note))
  }

  // MARK: Values

  /// The position is where a value should begin, and none does.
  mutating func reportNoValue() {
    guard position < count else { return reportEnd() }
    guard !skippedForeignLine() else { return }
    let isInArray = state == .firstItem || state == .nextItem
    switch current {
    case UInt8(ascii: "}") where isInArray, UInt8(ascii: "]") where !isInArray && !open.isEmpty:
      if isInArray { reportMismatch() } else { reportMissingValue() }
    case UInt8(ascii: ",") where isInArray:
      reportExtraComma()
    case UInt8(ascii: ","), UInt8(ascii: "}"):
      reportMissingValue()
    default:
      reportForeignValue()
    }
  }

  private mutating func reportMissingValue() {
    guard !open.isEmpty else {
      report(
        "unexpected-character", at: position, "a value is expected here",
        help: "a config begins with `{`")
      isFinished = true
      return
    }
    report(
      "missing-value", at: position, "a value is expected behind the colon",
      help: "write the value, or remove the key")
    addPlaceholder()
  }

  private mutating func reportExtraComma() {
    report(
      "extra-comma", at: position, "a value is expected, and a second comma stands here",
      help: "remove one of the two commas")
    position += 1
  }

  /// A value that other notations have: a bare word, curly quotes, a template, a backtick.
  private mutating func reportForeignValue() {
    let start = position
    if open.isEmpty, rows.isEmpty, let fault = foreignDocument() {
      faults.append(fault)
      isFinished = true
      return
    }
    if skippedCurlyQuotes() {
      addPlaceholder()
    } else if current == UInt8(ascii: "`") {
      skipToDelimiter()
      report(
        "foreign-quotes", at: start, "a value begins with a backtick", help: "use double quotes")
      addPlaceholder()
    } else if current == UInt8(ascii: "$") {
      skipPast(UInt8(ascii: "}"))
      report(
        "unquoted-value", at: start, length: position - start,
        "a reference to a variable stands outside quotes", help: "write \"${NAME}\", in quotes")
      addPlaceholder()
    } else if JSON5Text.isWordByte(current) || current >= 0x80 || current == UInt8(ascii: "\\") {
      skipBareText()
      report(
        "unquoted-value", at: start, length: max(1, position - start),
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without")
      addPlaceholder()
    } else {
      position += 1
      report(
        "unexpected-character", at: start, "a character that begins no value stands here",
        help: "expected is a string, a number, true, false, null, `{` or `[`")
      skipToDelimiter()
      if open.isEmpty { isFinished = true } else if state == .value { addPlaceholder() }
    }
  }

  /// Lets reading go on as if a value had stood here.
  private mutating func addPlaceholder() {
    rows.append(
      NodeRow(
        start: UInt32(truncatingIfNeeded: position), end: UInt32(truncatingIfNeeded: position),
        keyStart: 0, keyEnd: 0, next: UInt32(truncatingIfNeeded: rows.count + 1), kind: .null))
    keyRange = 0..<0
    state = .separator
  }

  // MARK: Keys and separators

  /// The position is where a key should begin, and none does.
  mutating func reportNoKey() {
    guard position < count else { return reportEnd() }
    guard !skippedForeignLine() else { return }
    let start = position
    switch current {
    case UInt8(ascii: "]"):
      reportMismatch()
    case UInt8(ascii: ","):
      reportExtraComma()
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      report(
        "missing-key", at: start, "a value stands here without a key",
        help: "write `key: ` in front of it; or a bracket before it is missing or too many")
      state = .value
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      skipBareText()
      report(
        "unquoted-key", at: start, length: max(1, position - start),
        "a key begins with a digit or a sign", help: "put the key in quotes")
      finishKey()
    default:
      if skippedCurlyQuotes() { return finishKey() }
      position +=
        JSON5Text.scalarLength(at: start, in: input) > 0
        ? JSON5Text.scalarLength(at: start, in: input) : 1
      report(
        "unexpected-character", at: start, length: position - start,
        "a character that begins no key stands here",
        help: "expected is a key or `}`; keys other than plain words need quotes")
      skipToDelimiter()
      state = .separator
    }
  }

  private mutating func finishKey() {
    skipTrivia()
    state = .value
    if current == UInt8(ascii: ":") { position += 1 } else { reportNoColon() }
  }

  /// The position is behind a key, and no colon stands there.
  mutating func reportNoColon() {
    state = .value
    guard position < count else { return reportEnd() }
    let start = position
    switch current {
    case UInt8(ascii: "="):
      report(
        "missing-colon", at: start, "`=` stands where `:` is expected", help: "write `key: value`")
      position += current == UInt8(ascii: "=") ? 1 : 0
      if current == UInt8(ascii: ">") { position += 1 }
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
      report(
        "missing-colon", at: start, "a key stands here without a value",
        help: "write `key: value`; a list of values needs `[` and `]`")
      addPlaceholder()
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "@"):
      report(
        "unquoted-key", at: start, "a character stands here that an unquoted key cannot hold",
        help: "put the whole key in quotes")
      while position < count, current != UInt8(ascii: ":"), current != 0x0A { position += 1 }
      if current == UInt8(ascii: ":") { position += 1 }
    default:
      report(
        "missing-colon", at: start, "`:` is expected behind the key", help: "write `key: value`")
    }
  }

  /// The position is behind a value in a container, and neither a comma nor its end stands there.
  mutating func reportNoSeparator() {
    guard position < count else { return reportEnd() }
    guard !skippedForeignLine() else { return }
    let container = open[open.count - 1]
    let isObject = rows[container].kind == .object
    let end = isObject ? "}" : "]"
    switch current {
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      reportMismatch()
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="):
      report(
        "unexpected-character", at: position, "`,` or `\(end)` is expected here",
        help: isObject ? "separate members with commas" : "key and value need `{` and `}` around")
      position += 1
      state = isObject ? .nextKey : .nextItem
    default:
      let previous = lastChildEnd(of: container)
      report(
        "missing-comma", at: position, "`,` or `\(end)` is expected here",
        help: isOnSameLine(previous, position)
          ? "a comma is missing, or a quote inside a string lacks its backslash"
          : "a comma is missing after the line before",
        related: max(0, previous - 1), note: "the value before ends here")
      if !beginsAnything() { position += 1 }
      state = isObject ? .nextKey : .nextItem
    }
  }

  private func beginsAnything() -> Bool {
    let byte = current
    return JSON5Text.isWordByte(byte) || byte >= 0x80 || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "\\")
  }

  private func lastChildEnd(of container: Int) -> Int {
    var child = container + 1
    guard child < rows.count else { return Int(rows[container].start) + 1 }
    while Int(rows[child].next) < rows.count, Int(rows[child].next) > child {
      child = Int(rows[child].next)
    }
    return Int(rows[child].end)
  }

  private func isOnSameLine(_ first: Int, _ second: Int) -> Bool {
    !input[min(first, second)..<max(first, second)].contains { $0 == 0x0A || $0 == 0x0D }
  }

  // MARK: Tokens

  mutating func reportEscape(from start: Int, _ message: String, _ help: String) {
    report("bad-escape", at: start, length: 2, message, help: help)
  }

  /// - Returns: false, so that the caller can end with it.
  mutating func reportNumber(from start: Int, _ message: String, _ help: String) -> Bool {
    skipBareText()
    report("bad-number", at: start, length: max(1, position - start), message, help: help)
    addPlaceholder()
    return false
  }

  /// A string runs to the end of its line; reading goes on with the next line.
  mutating func reportOpenString(from start: Int) {
    report(
      "unclosed-string", at: start, "a string begins here and does not end on its line",
      help: "close the quotes; a line break in a string is written \\n")
    let isKey = state == .firstKey || state == .nextKey
    addPlaceholder()
    if isKey || position >= count { skipTrivia() }
    if current == UInt8(ascii: ",") { position += 1 }
    guard let container = open.last else { return }
    // Where the closing quote is missing, the comma behind it went into the string.
    state = rows[container].kind == .object ? .nextKey : .nextItem
  }

  mutating func reportOpenComment(from start: Int) {
    report(
      "unclosed-comment", at: start, length: 2, "a comment begins here and does not end",
      help: "close it with */")
    position = count
    isFinished = true
  }

  mutating func reportNUL() {
    report(
      "nul-byte", at: position, "a NUL byte stands in the text",
      help: "this is no text file, or it is damaged: restore it from a backup")
    isFinished = true
    position = count
  }

  mutating func reportDamagedUTF8() {
    report(
      "invalid-utf8", at: position, "the text is not UTF-8 here",
      help: "save the file as UTF-8, for instance with: iconv -f ISO-8859-1 -t UTF-8")
    position += 1
  }

  mutating func reportTooDeep() {
    report(
      "too-deep", at: position,
      "brackets are nested deeper than \(ConfigDocument.depthLimit) levels",
      help: "no OpenClaw config is nested like this: restore the file from a backup")
    isFinished = true
  }
}
