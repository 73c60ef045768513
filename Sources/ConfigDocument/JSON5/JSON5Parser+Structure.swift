/// Errors that concern the text as a whole: what is open at its end, what stands around the
/// document, and texts that are something else.
extension JSON5Parser {
  /// Why the text cannot be read at all; nil when it can.
  func unreadable() -> SyntaxFault? {
    func fault(_ code: String, _ message: String, _ help: String) -> SyntaxFault {
      SyntaxFault(code: code, range: 0..<1, message: message, help: help)
    }
    guard count <= ConfigDocument.byteLimit else {
      return fault(
        "too-large", "the file is larger than \(ConfigDocument.byteLimit >> 20) MiB",
        "no OpenClaw config is this large: check that the path is right")
    }
    let head = Array(input.prefix(4))
    if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
      return fault(
        "utf-32", "the text is UTF-32", "convert it: iconv -f UTF-32 -t UTF-8 OLD > NEW")
    }
    let isWide = head.count >= 2 && (head[0] == 0) != (head[1] == 0)
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || isWide {
      return fault(
        "utf-16", "the text is UTF-16", "convert it: iconv -f UTF-16 -t UTF-8 OLD > NEW")
    }
    return nil
  }

  /// The text ends where something is still open or missing.
  mutating func reportEnd() {
    isFinished = true
    guard let innermost = open.last else {
      report(
        "empty", at: 0, "the file holds no config",
        help: "an empty config is {}; if it held one, restore it from a backup")
      return
    }
    let suspect = firstMisplacedClosing() ?? innermost
    let isObject = rows[suspect].kind == .object
    report(
      "unclosed-bracket", at: count,
      "the file ends, and `\(isObject ? "}" : "]")` is expected",
      help: "add what is missing; \(open.count) bracket\(open.count == 1 ? " is" : "s are") open",
      related: Int(rows[suspect].start),
      note: isObject ? "this object is not closed" : "this array is not closed")
  }

  /// A container whose closing bracket stands further left than its opening line: most likely the
  /// bracket belongs to an outer one, and this one lacks its own.
  private func firstMisplacedClosing() -> Int? {
    for (row, node) in rows.enumerated() where node.kind.isContainer && node.end > node.start + 1 {
      let start = Int(node.start)
      let end = Int(node.end) - 1
      guard !open.contains(row), !input[start..<end].allSatisfy({ $0 != 0x0A }),
        let closing = indentation(ofLineAt: end, onlyIfFirst: true),
        let opening = indentation(ofLineAt: start, onlyIfFirst: false)
      else { continue }
      if closing < opening { return row }
    }
    return nil
  }

  private func indentation(ofLineAt offset: Int, onlyIfFirst: Bool) -> Int? {
    var start = offset
    while start > 0, input[start - 1] != 0x0A { start -= 1 }
    var end = start
    while end < offset, input[end] == 0x20 || input[end] == 0x09 { end += 1 }
    return onlyIfFirst && end != offset ? nil : end - start
  }

  /// A closing bracket of the wrong kind: the innermost container that it fits is closed with it.
  mutating func reportMismatch() {
    guard let innermost = open.last else { return }
    let isBrace = current == UInt8(ascii: "}")
    let isObject = rows[innermost].kind == .object
    report(
      "mismatched-bracket", at: position,
      "`\(isBrace ? "}" : "]")` cannot close \(isObject ? "an object" : "an array")",
      help: "`\(isObject ? "}" : "]")` is missing before it, or this bracket is the wrong one",
      related: Int(rows[innermost].start),
      note: isObject ? "the object begins here" : "the array begins here")
    let fits = open.contains { rows[$0].kind == (isBrace ? .object : .array) }
    while fits, let row = open.last, (rows[row].kind == .object) != isBrace {
      rows[row].end = UInt32(truncatingIfNeeded: position)
      rows[row].next = UInt32(truncatingIfNeeded: rows.count)
      open.removeLast()
    }
    closeContainer()
  }

  /// Something stands behind the root.
  mutating func reportTextBehind() {
    isFinished = true
    guard !skippedForeignLine() else { return }
    switch current {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      report(
        "second-document", at: position, "a second document begins here",
        help: "keep one of the two; two programs may have written the file at the same time",
        related: rows.isEmpty ? nil : Int(rows[0].start), note: "the first document begins here")
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      report(
        "extra-bracket", at: position, "a bracket closes nothing here",
        help: "remove it, or look for a bracket before it that closes too early")
    case 0:
      reportNUL()
    default:
      report(
        "text-behind", at: position, "text stands behind the end of the document",
        help: "remove what does not belong to the config, or make it a comment with //")
    }
  }

  /// A text that is no JSON5 at all, told by how it begins.
  func foreignDocument() -> SyntaxFault? {
    let start = position
    let line = input[start...].prefix { $0 != 0x0A && $0 != 0x0D }
    func fault(_ code: String, _ message: String, _ help: String) -> SyntaxFault {
      SyntaxFault(code: code, range: start..<start + 1, message: message, help: help)
    }
    if line.first == UInt8(ascii: "<") {
      return fault(
        "html", "the text looks like HTML or XML", "a download may have saved an error page")
    }
    if line.starts(with: Array("---".utf8))
      || line.first.map(JSON5Text.isWordByte) == true
        && line.contains(UInt8(ascii: ":")) && !line.contains(UInt8(ascii: "{"))
    {
      return fault(
        "yaml", "the text looks like YAML", "a config is JSON5: `{ key: \"value\" }`")
    }
    var offset = start
    while let feed = input[offset...].firstIndex(of: 0x0A), feed + 1 < count {
      offset = feed + 1
      if input[offset] == UInt8(ascii: "{") {
        var fault = fault(
          "text-before", "text stands in front of the document",
          "remove what does not belong to the config, for instance the output of a command")
        fault.related = offset
        fault.relatedNote = "the document seems to begin here"
        return fault
      }
    }
    return nil
  }
}
