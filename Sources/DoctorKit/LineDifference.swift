/// Which lines of a text go and which come, so that it becomes another one.
///
/// Small parts are compared exactly. Large ones are first cut at lines that stand once in both:
/// an exact comparison of two long texts that have nothing in common takes minutes.
struct LineDifference {
  /// The numbers of the lines of the old text that go.
  private(set) var removed: Set<Int> = []
  /// The numbers of the lines of the new text that come.
  private(set) var inserted: Set<Int> = []
  private let old: [Substring]
  private let new: [Substring]

  /// As many lines on both sides are compared exactly.
  private static let limit = 2_000

  /// Compares two texts.
  ///
  /// - Parameters:
  ///   - old: the lines of one.
  ///   - new: the lines of the other.
  init(from old: [Substring], to new: [Substring]) {
    self.old = old
    self.new = new
    var open = [(old.indices, new.indices)]
    while let (left, right) = open.popLast() { open += parts(left, right) }
  }

  /// Compares a part, or cuts it into smaller ones.
  private mutating func parts(
    _ left: Range<Int>, _ right: Range<Int>
  ) -> [(Range<Int>, Range<Int>)] {
    var (left, right) = (left, right)
    // What is the same at both ends needs no search.
    while let one = left.first, let other = right.first, old[one] == new[other] {
      left = one + 1..<left.upperBound
      right = other + 1..<right.upperBound
    }
    while let one = left.last, let other = right.last, old[one] == new[other] {
      left = left.lowerBound..<one
      right = right.lowerBound..<other
    }
    if left.isEmpty || right.isEmpty {
      replace(left, right)
      return []
    }
    guard left.count > Self.limit || right.count > Self.limit else {
      compare(left, right)
      return []
    }
    let anchors = anchors(left, right)
    if anchors.isEmpty { replace(left, right) }
    guard !anchors.isEmpty else { return [] }
    var parts: [(Range<Int>, Range<Int>)] = []
    var (start, place) = (left.lowerBound, right.lowerBound)
    for (one, other) in anchors {
      parts.append((start..<one, place..<other))
      (start, place) = (one + 1, other + 1)
    }
    return parts + [(start..<left.upperBound, place..<right.upperBound)]
  }

  private mutating func replace(_ left: Range<Int>, _ right: Range<Int>) {
    removed.formUnion(left)
    inserted.formUnion(right)
  }

  private mutating func compare(_ left: Range<Int>, _ right: Range<Int>) {
    for change in new[right].difference(from: old[left]) {
      switch change {
      case .remove(let offset, _, _): removed.insert(left.lowerBound + offset)
      case .insert(let offset, _, _): inserted.insert(right.lowerBound + offset)
      }
    }
  }

  /// Lines that stand once in both parts, as many as have the same order in both.
  private func anchors(_ left: Range<Int>, _ right: Range<Int>) -> [(Int, Int)] {
    func single(_ lines: [Substring], _ range: Range<Int>) -> [Substring: Int] {
      var places: [Substring: Int] = [:]
      for number in range { places[lines[number]] = places[lines[number]] == nil ? number : -1 }
      return places.filter { $0.value >= 0 }
    }
    let places = single(old, left)
    let twins = single(new, right)
    let pairs = right.compactMap { number -> (Int, Int)? in
      guard twins[new[number]] == number, let place = places[new[number]] else { return nil }
      return (place, number)
    }
    let run = ItemOrder.longestRun(pairs.map(\.0))
    return pairs.filter { run.contains($0.0) }
  }
}
