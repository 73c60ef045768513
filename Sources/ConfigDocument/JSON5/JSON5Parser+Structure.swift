/// Errors that concern the text as a whole: what is open at its end, what stands around the
/// document, and texts that are something else.
extension JSON5Parser {
  /// Why the text cannot be read at all; nil when it can.
  func unreadable() -> SyntaxFault? {
    guard count <= ConfigDocument.byteLimit else {
      return SyntaxFault(
        code: "too-large", range: 0..<1,
        message: "the file is larger than \(ConfigDocument.byteLimit >> 20) MiB",
        help: "no OpenClaw config is this large: check that the path is right")
    }
    return Self.wideEncoding(input)
  }

  /// What is said of a text in UTF-16 or UTF-32; nil for every other one.
  static func wideEncoding(_ input: UnsafeBufferPointer<UInt8>) -> SyntaxFault? {
    func fault(_ code: String, _ message: String, _ help: String) -> SyntaxFault {
      SyntaxFault(code: code, range: 0..<1, message: message, help: help)
    }
    let head = Array(input.prefix(4))
    let isSparse = head.count == 4 && head.count(where: { $0 == 0 }) == 3 && head[2] == 0
    if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF])
      || isSparse && (head[0] != 0 || head[3] != 0)
    {
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
      guard faults.isEmpty else { return }
      let isBlank = input.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
      report(
        "empty", at: 0,
        isBlank ? "the file is empty" : "the file holds comments and white space only",
        help: "an empty config is {}; if it held one, restore it from a backup")
      return
    }
    let suspect = Indentations(input).firstOddClosing(rows, isDeeper: false) ?? innermost
    let isObject = rows[suspect].kind == .object
    var end = count
    while end > 0, [0x20, 0x0A, 0x0D, 0x09].contains(input[end - 1]) { end -= 1 }
    report(
      "unclosed-bracket", at: end,
      "the file ends, and `\(rows[innermost].kind == .object ? "}" : "]")` is expected",
      help: "add what is missing; \(open.count) bracket\(open.count == 1 ? " is" : "s are") open",
      related: Int(rows[suspect].start),
      note: suspect == innermost
        ? "this \(isObject ? "object" : "array") is not closed"
        : "this \(isObject ? "object" : "array") seems to lack its end: the indentation says so")
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
    let fits = open.last { rows[$0].kind == (isBrace ? .object : .array) }
    let isTypo = fits.map { isMeantFor(innermost, orFor: $0) } ?? true
    while !isTypo, let row = open.last, (rows[row].kind == .object) != isBrace {
      rows[row].end = UInt32(truncatingIfNeeded: position)
      rows[row].next = UInt32(truncatingIfNeeded: rows.count)
      open.removeLast()
    }
    closeContainer()
  }

  /// Whether a bracket of the wrong kind was meant for the innermost container all the same: its
  /// line begins where that one's does, and not where the one does that it fits.
  private func isMeantFor(_ inner: Int, orFor outer: Int) -> Bool {
    let innerStart = Int(rows[inner].start)
    let outerStart = Int(rows[outer].start)
    let lines = Indentations(input)
    guard isOnNewLine(after: innerStart) else {
      // On one line what follows decides: at the end of the text nothing more can be closed.
      return isOnNewLine(after: outerStart)
        || input[(position + 1)...].contains { ![0x20, 0x0A, 0x0D, 0x09].contains($0) }
    }
    guard let here = lines.width(at: position, onlyIfFirst: true) else { return false }
    return here == lines.width(at: innerStart, onlyIfFirst: false)
      && here != lines.width(at: outerStart, onlyIfFirst: false)
  }
}
