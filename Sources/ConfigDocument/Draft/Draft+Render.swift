extension Draft {
  /// The text with all edits.
  ///
  /// - Returns: UTF-8; the bytes of the original where nothing was touched.
  public func render() -> [UInt8] {
    let range = document.yaml?.rows[0].outer ?? document.range(document.root)
    var output: [UInt8] = []
    output.reserveCapacity(document.bytes.count + 256)
    output += document.bytes[..<range.lowerBound]
    output += aside
    append(root, to: &output)
    output += document.bytes[range.upperBound...]
    return output
  }

  /// Adds a value; `column` is the indentation around it, for YAML.
  func append(_ value: DraftValue, to output: inout [UInt8], column: Int = 0) {
    switch value {
    case .source(let node):
      output += document.bytes[document.yaml?.rows[node.index].outer ?? document.range(node)]
    case .scalar(let piece, _), .text(let piece, _): output += piece
    case .container(let index) where containers[index].notation == .yaml:
      appendYAML(containers[index], to: &output, column: column)
    case .container(let index): append(containers[index], to: &output)
    }
  }

  private func append(_ container: DraftContainer, to output: inout [UInt8]) {
    let isObject = container.kind == .object
    output.append(UInt8(ascii: isObject ? "{" : "["))
    var needsLine = false
    for member in container.members {
      append(member.lead, to: &output, onNewLine: &needsLine)
      if needsLine { output += ownStyle.newline }
      needsLine = false
      output += member.key
      output += member.mid
      append(member.value, to: &output)
      if member.hasComma {
        append(member.beforeComma, to: &output, onNewLine: &needsLine)
        if needsLine { output += ownStyle.newline }
        needsLine = false
        output.append(UInt8(ascii: ","))
      } else if !member.beforeComma.isEmpty, !Gap.isBlank(member.beforeComma) {
        append(member.beforeComma, to: &output, onNewLine: &needsLine)
      }
      append(member.trail, to: &output, onNewLine: &needsLine)
    }
    append(container.tail, to: &output, onNewLine: &needsLine)
    if needsLine { output += ownStyle.newline }
    output.append(UInt8(ascii: isObject ? "}" : "]"))
  }

  /// Adds a gap; behind a `//` comment a line end comes first, whatever follows.
  private func append(_ gap: Piece, to output: inout [UInt8], onNewLine needsLine: inout Bool) {
    guard !gap.isEmpty else { return }
    if needsLine, !Gap.endsLine(gap) { output += ownStyle.newline }
    output += gap
    needsLine = Gap.endsInLineComment(gap)
  }
}
