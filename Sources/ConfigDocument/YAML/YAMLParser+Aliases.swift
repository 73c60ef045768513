/// Aliases and merge keys: the tree shows what they stand for, with the ranges of the original.
extension YAMLParser {
  /// As many values may stand in the tree through aliases: enough for every config, and far from
  /// what a few lines of aliases of aliases can grow to.
  static let borrowLimit = 50_000

  mutating func addAlias(_ event: YAMLEvent) {
    guard let name = event.anchor, let anchor = anchors[name] else {
      return report(
        "unknown-anchor", at: event.start, length: event.end - event.start,
        "an alias names an anchor that does not stand in front of it",
        help: "write the value itself, or put the anchor (&name) in front of its first use")
    }
    guard !expectsKey else {
      open[open.count - 1].key = Key(
        range: event.start..<event.end, isOdd: true, isMerge: false)
      open[open.count - 1].end = event.end
      return
    }
    guard !anchor.isOpen else {
      return report(
        "recursive-alias", at: event.start, length: event.end - event.start,
        "an alias stands inside the value that it names",
        help: "a config cannot hold itself: write the value that is meant")
    }
    if let last = open.last, last.key?.isMerge == true, last.isMapping, anchor.row >= 0,
      rows[anchor.row].kind == .object
    {
      more[anchor.row].flags.insert(.sharedAnchor)
      noteMerge([anchor.row], value: event.start..<event.end)
      return finishValue(end: event.end)
    }
    if anchor.row >= 0 {
      more[anchor.row].flags.insert(.sharedAnchor)
      copy(anchor.row, outer: event.start..<event.end)
    } else {
      // The anchor of a key: what it stands for has no row, so that the alias stays a text.
      add(
        .string, event.start..<event.end, outer: event.start..<event.end, style: .template,
        flags: [.alias])
    }
    finishValue(end: event.end)
  }

  mutating func noteMerge(_ sources: [Int], value: Range<Int>) {
    guard let last = open.last, let key = last.key else { return }
    open[open.count - 1].merges.append(merges.count)
    merges.append(
      YAMLIndex.Merge(container: last.row, key: key.range, value: value, sources: sources))
  }

  /// Adds a value once more, at the place of an alias.
  private mutating func copy(_ source: Int, outer: Range<Int>) {
    let top = rows.count
    let rest = source..<Int(rows[source].next)
    guard lend(rest.count, at: outer.lowerBound) else { return }
    let row = rows[source]
    add(
      row.kind, Int(row.start)..<Int(row.end), outer: outer, style: more[source].style,
      flags: .alias, column: Int(more[source].column))
    copyRows(rest.dropFirst(), by: top - source)
    rows[top].next = UInt32(truncatingIfNeeded: rows.count)
  }

  private mutating func copyRows(_ range: Range<Int>, by distance: Int) {
    for index in range {
      var row = rows[index]
      row.next = UInt32(truncatingIfNeeded: Int(row.next) + distance)
      rows.append(row)
      var known = more[index]
      known.flags.insert(.borrowed)
      more.append(known)
    }
  }

  private mutating func lend(_ count: Int, at offset: Int) -> Bool {
    borrowed += count
    guard borrowed > Self.borrowLimit else { return true }
    report(
      "too-many-aliases", at: offset,
      "aliases stand for more than \(Self.borrowLimit) values",
      help: "no OpenClaw config is like this: write the values themselves")
    return false
  }

  /// Adds the members that merge keys bring in and the mapping does not have itself.
  mutating func merge(_ mapping: Open) {
    var known = Set<String>()
    var child = mapping.row + 1
    while child < rows.count {
      known.insert(keyText(child))
      child = Int(rows[child].next)
    }
    for merge in mapping.merges {
      for source in merges[merge].sources {
        var member = source + 1
        let end = Int(rows[source].next)
        while member < end {
          let next = Int(rows[member].next)
          if rows[member].keyEnd != 0, known.insert(keyText(member)).inserted {
            guard lend(next - member, at: merges[merge].value.lowerBound) else { return }
            copyRows(member..<next, by: rows.count - member)
          }
          member = next
        }
      }
    }
  }

  private func keyText(_ row: Int) -> String {
    YAMLKey.decode(input[Int(rows[row].keyStart)..<Int(rows[row].keyEnd)])
  }

  // MARK: Lists of merges

  /// The mappings of a list of aliases behind a merge key: `<<: [*a, *b]`; nil when it is anything
  /// else.
  mutating func mergeSources(_ start: Int) -> [Int]? {
    guard open.last?.key?.isMerge == true else { return nil }
    var sources: [Int] = []
    var position = start + 1
    while true {
      position = YAMLText.contentStart(from: position, to: input.count, in: input)
      guard position < input.count else { return nil }
      switch input[position] {
      case UInt8(ascii: "]"):
        guard !sources.isEmpty else { return nil }
        for row in sources { more[row].flags.insert(.sharedAnchor) }
        return sources
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "*"):
        let begin = position + 1
        position = begin
        while position < input.count,
          JSON5Text.isWordByte(input[position]) || input[position] == UInt8(ascii: "-")
        { position += 1 }
        let name = String(decoding: input[begin..<position], as: UTF8.self)
        guard let anchor = anchors[name], !anchor.isOpen, anchor.row >= 0,
          rows[anchor.row].kind == .object
        else { return nil }
        sources.append(anchor.row)
      default: return nil
      }
    }
  }
}
