/// What is said where a text is no YAML.
extension YAMLParser {
  /// The largest YAML that is read.
  ///
  /// A carrier of a config is far smaller: Kubernetes takes no object beyond 3 MiB.
  static let byteLimit = 8 << 20
  /// libyaml compares each directive with all others.
  private static let directiveLimit = 100

  mutating func report(
    _ code: String, at start: Int, length: Int = 1, _ message: String, help: String,
    related: Int? = nil, note: String = ""
  ) {
    guard fault == nil else { return }
    fault = SyntaxFault(
      code: code, range: start..<start + max(1, length), message: message, help: help,
      related: related, relatedNote: note)
  }

  mutating func reportTooDeep(at offset: Int) {
    report(
      "too-deep", at: offset,
      "values are nested deeper than \(ConfigDocument.depthLimit) levels, or too many are deep",
      help: "no OpenClaw config is nested like this: restore the file from a backup")
  }

  /// What is refused before libyaml sees it.
  static func unreadable(_ input: UnsafeBufferPointer<UInt8>) -> SyntaxFault? {
    guard input.count <= byteLimit else {
      return SyntaxFault(
        code: "too-large", range: 0..<1, message: "the file is larger than \(byteLimit >> 20) MiB",
        help: "no OpenClaw config is this large: check that the path is right")
    }
    if let fault = JSON5Parser.wideEncoding(input) { return fault }
    var position = 0
    var directives = 0
    while position < input.count {
      let byte = input[position]
      if byte == UInt8(ascii: "%"), position == 0 || input[position - 1] == 0x0A {
        directives += 1
        if directives > directiveLimit {
          return SyntaxFault(
            code: "too-many-directives", range: position..<position + 1,
            message: "more than \(directiveLimit) lines begin with `%`",
            help: "a config needs no directives: remove them")
        }
      }
      if byte == 0 {
        return SyntaxFault(
          code: "nul-byte", range: position..<position + 1,
          message: "a NUL byte stands in the text",
          help: "this is no text file, or it is damaged: restore it from a backup")
      }
      let length = byte < 0x80 ? 1 : JSON5Text.scalarLength(at: position, in: input)
      if length == 0 {
        return SyntaxFault(
          code: "invalid-utf8", range: position..<position + 1,
          message: "the text is not UTF-8 here",
          help: "save the file as UTF-8, for instance with: iconv -f ISO-8859-1 -t UTF-8")
      }
      position += length
    }
    return nil
  }

  /// What libyaml stumbled over, in words of our own.
  mutating func report(_ problem: YAMLProblem) {
    let offset = min(problem.offset + base, input.count)
    let context = problem.context.map { min($0 + base, input.count) }
    switch problem.kind {
    case .memory:
      return report("no-memory", at: 0, "there is not enough memory", help: "free some memory")
    case .reader:
      return report(
        "control-character", at: offset, "a character stands here that YAML does not allow",
        help: "remove it, or write it as an escape in double quotes")
    case .grammar: break
    }
    if let template = template(on: [offset, context ?? offset]) {
      return report(
        "template", at: template, length: 2,
        "a placeholder of a template stands here; the text is YAML only when it is filled in",
        help: "give the text that the template makes, for instance of `helm template`")
    }
    let known = YAMLWording.table.first { problem.message.hasPrefix($0.problem) }
    report(
      known?.code ?? "yaml-syntax", at: offset, known?.message ?? problem.message,
      help: known?.help ?? "see how the lines above are indented and quoted",
      related: context == offset ? nil : context,
      note: "what could not be finished begins here")
  }

  /// The first `{{` or `{%` on the lines of some offsets.
  private func template(on offsets: [Int]) -> Int? {
    for offset in offsets {
      var position = min(offset, max(0, input.count - 1))
      while position > 0, input[position - 1] != 0x0A { position -= 1 }
      while position + 1 < input.count, input[position] != 0x0A {
        let isOpening =
          input[position] == UInt8(ascii: "{")
          && (input[position + 1] == UInt8(ascii: "{") || input[position + 1] == UInt8(ascii: "%"))
        if isOpening { return position }
        position += 1
      }
    }
    return nil
  }
}
