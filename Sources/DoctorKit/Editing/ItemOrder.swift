/// The items of a list while some of them move.
struct ItemOrder {
  /// An item of the list.
  enum Item: Hashable {
    /// One that stood in the list, by its position then.
    case old(Int)
    /// One that is new, by its position in the new list.
    case new(Int)

    var isOld: Bool { if case .old = self { true } else { false } }

    var number: Int {
      switch self {
      case .old(let number), .new(let number): number
      }
    }
  }

  private var items: [Item]

  /// Begins with a list as it is.
  init(count: Int) {
    items = (0..<count).map { .old($0) }
  }

  /// Puts an item behind another one.
  ///
  /// - Parameters:
  ///   - item: one that is in the list.
  ///   - other: the one behind which it goes; nil for the beginning.
  /// - Returns: where it was, and where it is once it is gone from there.
  mutating func move(_ item: Item, behind other: Item?) -> (from: Int, to: Int) {
    let from = items.firstIndex(of: item) ?? 0
    items.remove(at: from)
    return (from, insert(item, behind: other))
  }

  /// Puts an item into the list behind another one, or at the beginning.
  ///
  /// - Returns: where it is.
  mutating func insert(_ item: Item, behind other: Item?) -> Int {
    let place = other.flatMap { items.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    items.insert(item, at: place)
    return place
  }

  /// Takes items out from the end.
  ///
  /// - Returns: where each stood at its turn.
  mutating func removeAll(where goes: (Item) -> Bool) -> [Int] {
    let places = items.indices.reversed().filter { goes(items[$0]) }
    for place in places { items.remove(at: place) }
    return places
  }

  /// The longest run of ascending numbers in a list, not necessarily side by side: what can stay
  /// where it is while the others move.
  static func longestRun(_ numbers: [Int]) -> Set<Int> {
    // The position of the least number that a run of each length ends with.
    var ends: [Int] = []
    var previous = [Int](repeating: -1, count: numbers.count)
    for (position, number) in numbers.enumerated() {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if numbers[ends[middle]] < number { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[position] = ends[low - 1] }
      if low == ends.count { ends.append(position) } else { ends[low] = position }
    }
    var run: Set<Int> = []
    var position = ends.last ?? -1
    while position >= 0 {
      run.insert(numbers[position])
      position = previous[position]
    }
    return run
  }
}
