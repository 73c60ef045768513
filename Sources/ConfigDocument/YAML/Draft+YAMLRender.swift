/// The text of YAML collections.
extension Draft {
  /// Adds a collection; `column` is the number of spaces in front of the lines around it.
  func appendYAML(_ container: DraftContainer, to output: inout [UInt8], column: Int) {
    if container.isBlock {
      appendBlock(container, to: &output)
    } else {
      appendFlow(container, to: &output, column: column)
    }
  }

  private func appendBlock(_ container: DraftContainer, to output: inout [UInt8]) {
    output += container.opening
    guard !container.members.isEmpty else {
      // What is empty needs its brackets.
      let isBehind = output.last == UInt8(ascii: ":") || output.last == UInt8(ascii: "-")
      if isBehind || !container.opening.isEmpty { output.append(0x20) }
      output += Array((container.kind == .object ? "{}" : "[]").utf8)
      if container.tail.first == UInt8(ascii: "#") { output.append(0x20) }
      output += container.tail
      return
    }
    for member in container.members {
      output += member.lead
      if container.kind == .array { output.append(UInt8(ascii: "-")) }
      output += member.key
      output += member.mid
      append(member.value, to: &output, column: container.column)
      output += member.trail
    }
    output += container.tail
  }

  private func appendFlow(
    _ container: DraftContainer, to output: inout [UInt8], column: Int
  ) {
    let isObject = container.kind == .object
    let line = ownStyle.newline + Self.spaces(column) + ownStyle.unit
    output += container.opening
    output.append(UInt8(ascii: isObject ? "{" : "["))
    var needsLine = false
    for member in container.members {
      append(member.lead, to: &output, line: line, &needsLine)
      if needsLine { output += line }
      needsLine = false
      output += member.key
      output += member.mid
      append(member.value, to: &output, column: column)
      append(member.beforeComma, to: &output, line: line, &needsLine)
      if member.hasComma {
        if needsLine { output += line }
        needsLine = false
        output.append(UInt8(ascii: ","))
      }
      append(member.trail, to: &output, line: line, &needsLine)
    }
    append(container.tail, to: &output, line: line, &needsLine)
    if needsLine { output += line }
    output.append(UInt8(ascii: isObject ? "}" : "]"))
  }

  /// Adds a gap; behind a comment a line end comes first, and a comment has a space in front of it.
  private func append(
    _ gap: Piece, to output: inout [UInt8], line: [UInt8], _ needsLine: inout Bool
  ) {
    guard !gap.isEmpty else { return }
    if needsLine, !Gap.endsLine(gap) { output += line }
    if gap.first == UInt8(ascii: "#"), let last = output.last, last > 0x20 { output.append(0x20) }
    output += gap
    needsLine = Gap.endsInLineComment(gap)
  }
}
