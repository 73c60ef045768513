/// Collections: where they begin, and which comments behind their last member are theirs.
extension YAMLParser {
  mutating func begin(_ event: YAMLEvent) {
    guard open.count < ConfigDocument.depthLimit else { return reportTooDeep(at: event.start) }
    var flags: YAMLRow.Flags = []
    if event.anchor != nil { flags.insert(.anchor) }
    if let tag = event.tag {
      flags.insert(.tag)
      if !CoreSchema.knows(tag) { flags.insert(.foreignTag) }
    }
    let start =
      flags.isEmpty
      ? event.start : YAMLText.propertiesEnd(from: event.start, to: input.count, in: input)
    let isMapping = event.kind == .mappingStart
    var style = event.style
    // Only a pair without braces begins with nothing, or with the mark of its key.
    if style == .flow, isMapping,
      event.end == event.start || start >= input.count
        || input[start] != UInt8(ascii: "{")
    {
      style = .pair
    }
    let isTemplate =
      style == .flow && isMapping && start + 1 < input.count
      && input[start + 1] == UInt8(ascii: "{")
    if expectsKey || isTemplate {
      skipDepth = 1
      skipped = Skipped(
        isKey: expectsKey, start: start, outerStart: event.start, flags: flags)
      return
    }
    if style == .flow, !isMapping, let sources = mergeSources(start) {
      noteMerge(sources, value: event.start..<event.start)
      skipDepth = 1
      skipped = Skipped(isKey: false, isMerge: true, start: start, outerStart: start, flags: flags)
      return
    }
    var outerStart = event.start
    if style == .block, let last = open.last {
      // The line end and the indentation in front of a block collection go along with it.
      let from = last.key?.range.upperBound ?? last.end
      let indicator = last.isMapping ? UInt8(ascii: ":") : UInt8(ascii: "-")
      let place = YAMLText.indicator(indicator, from: from, to: event.start, in: input)
      outerStart = place.map { $0 + 1 } ?? event.start
    }
    note(event.anchor, row: rows.count, isOpen: true)
    let column = style == .block ? self.column(of: start) : blockColumn
    add(
      isMapping ? .object : .array, start..<start, outer: outerStart..<start, style: style,
      flags: flags, column: column)
    open.append(
      Open(
        row: rows.count - 1, isMapping: isMapping, style: style, column: column,
        end: style == .flow ? start + 1 : start, anchor: event.anchor))
  }

  mutating func close(_ event: YAMLEvent) {
    guard let last = open.popLast() else { return }
    if !last.merges.isEmpty { merge(last) }
    let end: Int
    switch last.style {
    case .flow: end = event.end
    case .block: end = commentsEnd(of: last)
    default: end = last.end
    }
    rows[last.row].end = UInt32(truncatingIfNeeded: end)
    rows[last.row].next = UInt32(truncatingIfNeeded: rows.count)
    more[last.row].outerEnd = UInt32(truncatingIfNeeded: end)
    if let name = last.anchor, anchors[name]?.row == last.row { anchors[name]?.isOpen = false }
    finishValue(end: end)
  }

  /// The end of a block collection: behind the comment on its last line and those below that are
  /// indented as its members are.
  private func commentsEnd(of collection: Open) -> Int {
    // A sequence that is indented like the key above it leaves comments there to the next key.
    let outer = blockColumn
    let least = max(collection.column, outer + 1)
    var end = collection.end
    var position = end
    var isFirstLine = true
    while position < input.count {
      let line = position
      while position < input.count, YAMLText.isBlank(input[position]) { position += 1 }
      guard position < input.count else { break }
      let isComment = input[position] == UInt8(ascii: "#")
      if isComment, isFirstLine || position - line >= least {
        end = YAMLText.lineEnd(after: position, in: input)
        position = end
      } else if YAMLText.lineEndLength(at: position, in: input) == 0 {
        break
      }
      isFirstLine = false
      position += YAMLText.lineEndLength(at: position, in: input)
    }
    return end
  }

  /// The number of bytes in front of an offset on its line.
  private func column(of offset: Int) -> Int {
    var start = offset
    while start > base, !isLineEnd(before: start) { start -= 1 }
    return offset - start
  }

  private func isLineEnd(before offset: Int) -> Bool {
    let byte = input[offset - 1]
    return byte == 0x0A || byte == 0x0D
      || byte >= 0x80
        && (1...3).contains { length in
          offset - length >= base
            && YAMLText.lineEndLength(at: offset - length, in: input) == length
        }
  }
}
