/// A place in a text that looks secret.
struct Find: Sendable, Hashable {
  /// Bytes, counted from the start of the text.
  var range: Range<Int>
  /// What it seems to be, as it stands in the mask.
  let label: String

  init(_ range: Range<Int>, _ label: String) {
    self.range = range
    self.label = label
  }

  /// Joins finds that overlap into one that is called after the first of them in the given order.
  static func merged(_ finds: [Find]) -> [Find] {
    if finds.isEmpty { return [] }
    let sorted = finds.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    var result: [(priority: Int, find: Find)] = []
    for (priority, find) in sorted where !find.range.isEmpty {
      guard let last = result.last, find.range.lowerBound < last.find.range.upperBound else {
        result.append((priority, find))
        continue
      }
      let joined =
        last.find.range
        .lowerBound..<max(
          last.find.range.upperBound, find.range.upperBound)
      let label = priority < last.priority ? find.label : last.find.label
      result[result.count - 1] = (min(priority, last.priority), Find(joined, label))
    }
    return result.map(\.find)
  }

  /// Takes the shown places out of finds.
  static func cut(_ finds: [Find], by islands: [Range<Int>], in bytes: [UInt8]) -> [Find] {
    bytes.withUnsafeBufferPointer { cut(finds, by: islands, in: $0) }
  }

  /// The same for the bytes of a text.
  static func cut(_ finds: [Find], by islands: [Range<Int>], in bytes: TextBytes) -> [Find] {
    guard !islands.isEmpty else { return finds }
    return finds.flatMap { find -> [Find] in
      var pieces: [Range<Int>] = []
      var start = find.range.lowerBound
      for island in islands where island.overlaps(find.range) {
        if start < island.lowerBound { pieces.append(start..<island.lowerBound) }
        start = max(start, island.upperBound)
      }
      if start < find.range.upperBound { pieces.append(start..<find.range.upperBound) }
      if pieces == [find.range] { return [find] }
      // The colon between `${USER}:${PASSWORD}` is no secret.
      return pieces.filter { piece in
        bytes[piece].contains { $0.isAlphanumeric || $0 > 127 } || piece.count > 3
      }.map { Find($0, find.label) }
    }
  }
}
