/// What is said of an error, and how reading goes on behind it so that the next one is found too.
///
/// Each function moves the position forward, or changes the state to one that will, or finishes:
/// that is why no input makes the parser stand still. Of one mistake one error is reported: where
/// it is unclear what belongs to it, the rest of its member is passed over.
extension JSON5Parser {
  /// Notes an error.
  mutating func report(
    _ code: String, at start: Int, length: Int = 1, _ message: String, help: String,
    related: Int? = nil, note: String = ""
  ) {
    guard faults.count < Self.faultLimit else { return }
    faults.append(
      SyntaxFault(
        code: code, range: start..<start + max(1, length), message: message, help: help,
        related: related, relatedNote: note))
  }

  // MARK: Values

  /// The position is where a value should begin, and none does.
  mutating func reportNoValue() {
    guard position < count else { return reportEnd() }
    guard !skippedForeign() else { return }
    guard !open.isEmpty else { return reportNoDocument() }
    let isInArray = state == .firstItem || state == .nextItem
    switch current {
    case UInt8(ascii: "}") where isInArray:
      reportMismatch()
    case UInt8(ascii: ",") where isInArray:
      reportExtraComma("a value")
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
      reportMissingValue(at: position)
    default:
      reportForeignValue()
    }
  }

  private mutating func reportMissingValue(at offset: Int) {
    report(
      "missing-value", at: offset, "a value is expected behind the colon",
      help: "write the value, or remove the key")
    addPlaceholder()
  }

  private mutating func reportExtraComma(_ expected: String) {
    let isFirst = state == .firstItem || state == .firstKey
    report(
      "extra-comma", at: position,
      isFirst
        ? "\(expected) is expected, and a comma stands here"
        : "\(expected) is expected, and a second comma stands here",
      help: isFirst ? "remove the comma" : "remove one of the two commas")
    position += 1
  }

  /// A value that other notations have: a bare word, curly quotes, a template, a backtick.
  private mutating func reportForeignValue() {
    let start = position
    if state == .value, isOnNewLine(after: colon), beginsMember() {
      reportMissingValue(at: colon)
      state = .nextKey
    } else if skippedCurlyQuotes() {
      addPlaceholder()
    } else if current == UInt8(ascii: "`") {
      // A template runs over lines; one without an end takes its own line only.
      let rest = input[(start + 1)...]
      if let end = rest.firstIndex(of: UInt8(ascii: "`")) { position = end + 1 } else { skipLine() }
      report(
        "foreign-quotes", at: start, "a value begins with a backtick", help: "use double quotes")
      addPlaceholder()
    } else if current == UInt8(ascii: "$") {
      skipPast(UInt8(ascii: "}"))
      report(
        "unquoted-value", at: start, length: position - start,
        "a reference to a variable stands outside quotes", help: "write \"${NAME}\", in quotes")
      skipToDelimiter()
      addPlaceholder()
    } else if JSON5Text.isWordByte(current) || current >= 0x80 || current == UInt8(ascii: "\\") {
      skipBareValue()
      // A word cut off by the end of the text is no mistake of its own.
      guard position < count else { return reportEnd() }
      report(
        "unquoted-value", at: start, length: position - start,
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without")
      skipToDelimiter()
      addPlaceholder()
    } else {
      position += 1
      report(
        "unexpected-character", at: start, "a character that begins no value stands here",
        help: "expected is a string, a number, true, false, null, `{` or `[`")
      skipToDelimiter()
      addPlaceholder()
    }
  }

  /// Lets reading go on as if a value had stood here.
  mutating func addPlaceholder() {
    rows.append(
      NodeRow(
        start: UInt32(truncatingIfNeeded: position), end: UInt32(truncatingIfNeeded: position),
        keyStart: 0, keyEnd: 0, next: UInt32(truncatingIfNeeded: rows.count + 1), kind: .null))
    keyRange = 0..<0
    state = .separator
    if open.isEmpty { isFinished = true }
  }

  // MARK: Separators

  /// The position is behind a value in a container, and neither a comma nor its end stands there.
  mutating func reportNoSeparator() {
    guard position < count else { return reportEnd() }
    guard !skippedForeign() else { return }
    let container = open[open.count - 1]
    let isObject = rows[container].kind == .object
    switch current {
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      reportMismatch()
    case UInt8(ascii: ":"):
      reportColon(in: container)
    case UInt8(ascii: ";"), UInt8(ascii: "="):
      report(
        "unexpected-character", at: position,
        current == UInt8(ascii: ";")
          ? "`;` stands where `,` is expected" : "`=` stands behind a value",
        help: isObject ? "separate members with commas" : "separate items with commas")
      position += 1
      resumeBehindMember()
    default:
      reportMissingComma(in: container)
    }
  }

  private mutating func reportColon(in container: Int) {
    let isObject = rows[container].kind == .object
    let previous = Int(rows[rows.count - 1].start)
    if isObject, isOnNewLine(after: colon, before: previous) {
      // What was read as the value is the key of the next line.
      report(
        "missing-value", at: colon, "a value is expected behind the colon",
        help: "write the value, or remove the key")
    } else if isObject {
      report(
        "unexpected-character", at: position, "a second colon stands behind a value",
        help: "text with a colon in it needs quotes; a comma may be missing before the key")
    } else if arrayWithKeys != container {
      arrayWithKeys = container
      report(
        "unexpected-character", at: position, "a key stands in an array",
        help: "key and value need `{` and `}` around them",
        related: Int(rows[container].start), note: "the array begins here")
    }
    colon = position
    position += 1
    state = .value
  }

  private mutating func reportMissingComma(in container: Int) {
    let isObject = rows[container].kind == .object
    let row = lastChild(of: container)
    let previous = row.map { Int(rows[$0].end) } ?? Int(rows[container].start) + 1
    let expected = "`,` or `\(isObject ? "}" : "]")` is expected here"
    let isNewLine = isOnNewLine(after: previous)
    let isWord = JSON5Text.isWordByte(current) || current >= 0x80
    if isNewLine || beginsMember() {
      report(
        "missing-comma", at: position, expected,
        help: isNewLine ? "a comma is missing after the line before" : "a comma is missing",
        related: max(0, previous - 1), note: "the value before ends here")
      state = isObject ? .nextKey : .nextItem
    } else if let row, rows[row].kind == .string, isWord || position == previous {
      reportStrayQuote(stringAt: Int(rows[row].start))
    } else if let row, !rows[row].kind.isContainer, isWord {
      report(
        "unquoted-value", at: position, "text stands behind a value on the same line",
        help: "put all of the text in quotes; a comma may be missing")
      skipToDelimiter()
      state = .separator
    } else {
      report(
        "missing-comma", at: position, expected, help: "a comma is missing",
        related: max(0, previous - 1), note: "the value before ends here")
      let beginsContainer = current == UInt8(ascii: "{") || current == UInt8(ascii: "[")
      if isObject, beginsContainer {
        state = .value
      } else if isObject || !beginsValue() {
        if !beginsValue() { position += 1 }
        skipToDelimiter()
        state = .separator
      } else {
        state = .nextItem
      }
    }
  }

  /// Behind a closing quote something goes on that looks like text.
  mutating func reportStrayQuote(stringAt start: Int) {
    report(
      "stray-quote", at: position, "text goes on behind a closing quote",
      help: "a quote in a string needs a backslash; or a quote is missing or too many",
      related: start, note: "the string begins here")
    skipRestOfLine()
    resumeBehindMember()
  }

  /// The state behind a member whose comma may have gone with it.
  mutating func resumeBehindMember() {
    skipTrivia()
    guard let container = open.last else {
      isFinished = true
      return
    }
    if current == UInt8(ascii: ",") { position += 1 }
    state = rows[container].kind == .object ? .nextKey : .nextItem
  }

  private func lastChild(of container: Int) -> Int? {
    var child = container + 1
    guard child < rows.count else { return nil }
    while Int(rows[child].next) < rows.count, Int(rows[child].next) > child {
      child = Int(rows[child].next)
    }
    return child
  }
}
