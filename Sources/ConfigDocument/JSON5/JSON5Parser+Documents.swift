/// Texts that hold something else than one document: nothing, another notation, or more than that.
extension JSON5Parser {
  /// Something stands behind the root.
  mutating func reportTextBehind() {
    isFinished = true
    guard !skippedForeign() else { return }
    var end = count
    while end > position, [0x20, 0x0A, 0x0D, 0x09].contains(input[end - 1]) { end -= 1 }
    let root = rows[0]
    if !root.kind.isContainer, let begin = documentStart(behind: Int(root.start)) {
      return reportTextBefore(Int(root.start)..<begin)
    }
    switch current {
    case UInt8(ascii: ":") where root.kind == .string:
      reportFragment(at: Int(root.start))
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      report(
        "second-document", at: position, length: end - position, "a second document begins here",
        help: "keep one of the two; two programs may have written the file at the same time",
        related: Int(root.start), note: "the first document begins here")
    default:
      let isBracket = current == UInt8(ascii: "}") || current == UInt8(ascii: "]")
      let suspect =
        root.kind.isContainer ? Indentations(input).firstOddClosing(rows, isDeeper: true) : nil
      report(
        isBracket ? "extra-bracket" : "text-behind", at: position,
        length: isBracket ? 1 : end - position,
        isBracket
          ? "a bracket closes nothing here" : "text stands behind the end of the document",
        help: isBracket || current == UInt8(ascii: ",")
          ? "remove it, or look for a bracket before it that closes too early"
          : "remove what does not belong to the config, or make it a comment with //",
        related: suspect.map { Int(rows[$0].end) - 1 } ?? max(0, Int(root.end) - 1),
        note: suspect != nil
          ? "this bracket may be too many: the indentation says so" : "the document ends here")
    }
  }

  /// The first thing in the text begins no value: tells what the text is instead.
  mutating func reportNoDocument() {
    // A `#` comment in front of YAML is no mistake of its own.
    faults.removeAll { $0.code == "hash-comment" }
    isFinished = true
    let start = position
    let line = input[start...].prefix { $0 != 0x0A && $0 != 0x0D }
    let last = line.last { $0 != 0x20 && $0 != 0x09 }
    let isKeyed = beginsMember()
    if line.first == UInt8(ascii: "<") {
      report(
        "html", at: start, "the text looks like HTML or XML",
        help: "a download may have saved an error page: fetch the file again")
    } else if let begin = documentStart(behind: start) {
      reportTextBefore(start..<begin)
    } else if isKeyed,
      last == UInt8(ascii: ",") || last == UInt8(ascii: "{")
        || last == UInt8(ascii: "[") || last == UInt8(ascii: "}")
    {
      reportFragment(at: start)
    } else if isKeyed || line.starts(with: Array("---".utf8)) || line.starts(with: Array("- ".utf8))
    {
      report(
        "yaml", at: start, "the text looks like YAML",
        help: "a config is JSON5: `{ key: \"value\" }`")
    } else if let brace = line.firstIndex(of: UInt8(ascii: "{")), brace > start {
      reportTextBefore(start..<brace)
    } else {
      report(
        "no-config", at: start, "text stands here that is no JSON5",
        help: "a config begins with `{`; check that the path is right")
    }
  }

  private mutating func reportTextBefore(_ range: Range<Int>) {
    report(
      "text-before", at: range.lowerBound, length: range.count,
      "text stands in front of the document",
      help: "remove what does not belong to the config, for instance the output of a command",
      related: range.upperBound, note: "the document seems to begin here")
  }

  private mutating func reportFragment(at start: Int) {
    report(
      "missing-braces", at: start, "a key stands outside of any object",
      help: "put `{` in front of the text and `}` behind it")
  }

  /// The first line behind an offset that begins with a brace.
  private func documentStart(behind start: Int) -> Int? {
    var offset = start
    while let feed = input[offset...].firstIndex(of: 0x0A), feed + 1 < count {
      offset = feed + 1
      if input[offset] == UInt8(ascii: "{") { return offset }
    }
    return nil
  }

  /// Lines of a log begin with brackets and read like a broken array: when the first line has an
  /// error and a later one begins with a brace, all in front of that is no part of the document.
  mutating func reconsiderFirstLine() {
    guard let first = faults.first, let root = rows.first, root.kind == .array,
      first.code != "merge-conflict", first.code != "second-document",
      !isOnNewLine(after: Int(root.start), before: min(first.range.lowerBound, count)),
      let begin = documentStart(behind: Int(root.start))
    else { return }
    faults = []
    reportTextBefore(Int(root.start)..<begin)
  }
}
