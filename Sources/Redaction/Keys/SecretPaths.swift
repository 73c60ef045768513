/// The patterns of the table of secret paths as a tree: `*` is any one key, `**` any number of
/// steps.
///
/// A walk through a document keeps the places of the tree that it stands at, so that one more step
/// compares a key with the few that may follow and no path has to be made.
struct SecretPaths: Sendable {
  /// What a row says; of several the least counts.
  enum Kind: UInt8 {
    case notSecret
    case allValues
    case secret
    case url
  }

  /// One step of a config path, without a copy of the key.
  enum Step {
    case key(UnsafeBufferPointer<UInt8>)
    case index(Int)
  }

  private enum Pattern {
    case root
    case key(start: Int, count: Int)
    case anyKey
    case anyItem
    case item(Int)
    case anySteps
  }

  private struct Place {
    let pattern: Pattern
    var kind: Kind?
    /// The newest place below and the next older one beside; -1 when there is none.
    var child: Int32 = -1
    var sibling: Int32
    /// The place behind `**`, which costs no step.
    var anySteps: Int32 = -1
  }

  /// The table, in which the keys stand.
  private let text: [UInt8]
  private var places = [Place(pattern: .root, sibling: -1)]

  /// Reads the rows of a table; the line of column names is left out.
  init(_ table: String) {
    text = Array(table.utf8)
    // The bytes are read in place: the table is read at every start.
    text.withUnsafeBufferPointer { text in
      var start = Self.end(of: 0, in: text, at: UInt8(ascii: "\n")) + 1
      while start < text.count {
        let end = Self.end(of: start, in: text, at: UInt8(ascii: "\n"))
        let pattern = start..<Self.end(of: start, in: text, at: UInt8(ascii: "\t"))
        let cell = pattern.upperBound + 1
        if cell < end, let kind = Self.kind(text[cell]) {
          insert(pattern, kind, text)
        }
        start = end + 1
      }
    }
  }

  private static func end(
    of start: Int, in text: UnsafeBufferPointer<UInt8>, at mark: UInt8
  ) -> Int {
    var position = start
    while position < text.count, text[position] != mark { position += 1 }
    return position
  }

  /// The kinds differ in their first letters.
  private static func kind(_ first: UInt8) -> Kind? {
    switch first {
    case UInt8(ascii: "n"): .notSecret
    case UInt8(ascii: "a"): .allValues
    case UInt8(ascii: "s"): .secret
    case UInt8(ascii: "u"): .url
    default: nil
    }
  }

  // MARK: Rows

  /// The notation of `PathPattern`, and `**`.
  private mutating func insert(
    _ row: Range<Int>, _ kind: Kind, _ text: UnsafeBufferPointer<UInt8>
  ) {
    var place = 0
    var position = row.lowerBound
    while position < row.upperBound {
      let start = position
      let pattern: Pattern
      if text[start] == UInt8(ascii: ".") {
        position += 1
        continue
      } else if text[start] == UInt8(ascii: "[") {
        while position < row.upperBound, text[position] != UInt8(ascii: "]") { position += 1 }
        pattern = Self.bracket(start + 1..<position, text)
        position += 1
      } else {
        while position < row.upperBound, text[position] != UInt8(ascii: "."),
          text[position] != UInt8(ascii: "[")
        {
          position += 1
        }
        pattern = Self.word(start..<position, text)
      }
      place = self.place(pattern, below: place, text)
    }
    if kind.rawValue < places[place].kind?.rawValue ?? .max { places[place].kind = kind }
  }

  private static func bracket(
    _ content: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
  ) -> Pattern {
    if content.isEmpty { return .anyItem }
    if text[content.lowerBound] == UInt8(ascii: "\"") {
      return .key(start: content.lowerBound + 1, count: content.count - 2)
    }
    return .item(text[content].reduce(0) { $0 * 10 + Int($1 &- 0x30) })
  }

  private static func word(_ word: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Pattern {
    guard word.count < 3, text[word].allSatisfy({ $0 == UInt8(ascii: "*") }) else {
      return .key(start: word.lowerBound, count: word.count)
    }
    return word.count == 1 ? .anyKey : .anySteps
  }

  /// The place for a step; the rows are sorted, so that it is mostly the newest.
  private mutating func place(
    _ pattern: Pattern, below parent: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> Int {
    if case .anySteps = pattern, places[parent].anySteps >= 0 {
      return Int(places[parent].anySteps)
    }
    var child = Int(places[parent].child)
    while child >= 0 {
      if Self.isSame(places[child].pattern, pattern, text) { return child }
      child = Int(places[child].sibling)
    }
    let new = Int32(places.count)
    if case .anySteps = pattern {
      places.append(Place(pattern: pattern, sibling: -1))
      places[parent].anySteps = new
    } else {
      places.append(Place(pattern: pattern, sibling: places[parent].child))
      places[parent].child = new
    }
    return Int(new)
  }

  private static func isSame(
    _ one: Pattern, _ other: Pattern, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    switch (one, other) {
    case (.anyKey, .anyKey), (.anyItem, .anyItem): true
    case (.item(let one), .item(let other)): one == other
    case (.key(let start, let count), .key(let otherStart, let otherCount)):
      count == otherCount
        && isSame(text, start, UnsafeBufferPointer(rebasing: text[otherStart..<otherStart + count]))
    default: false
    }
  }

  private static func isSame(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ key: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var position = 0
    while position < key.count, text[start + position] == key[position] { position += 1 }
    return position == key.count
  }

  /// The keys that the table names: fixed public words that may be shown anywhere.
  var words: Set<String> {
    Set(
      places.compactMap { place in
        switch place.pattern {
        case .key(let start, let count):
          String(decoding: text[start..<start + count], as: UTF8.self)
        case .anySteps: "**"
        default: nil
        }
      })
  }
}

extension SecretPaths {
  /// The places in the tree of a value and of its parents: those of the value are the last ones.
  struct Trail {
    fileprivate var places: [Int32] = []
  }

  /// Puts the places of the root on an empty trail.
  ///
  /// - Returns: where they stand on the trail.
  func begin(_ trail: inout Trail) -> Range<Int> {
    trail.places = [0]
    if places[0].anySteps >= 0 { trail.places.append(places[0].anySteps) }
    return 0..<trail.places.count
  }

  /// Takes one step down.
  ///
  /// - Parameters:
  ///   - step: the key or the position of the value.
  ///   - parent: where the places of its parent stand on the trail; what stands behind them goes.
  ///   - trail: gets the places of the value.
  /// - Returns: where these stand, and what the table says of the value.
  func take(
    _ step: Step, from parent: Range<Int>, _ trail: inout Trail
  ) -> (places: Range<Int>, kind: Kind?) {
    trail.places.removeLast(trail.places.count - parent.upperBound)
    var kind: Kind?
    text.withUnsafeBufferPointer { text in
      for number in parent {
        let place = Int(trail.places[number])
        if case .anySteps = places[place].pattern { reach(place, parent, &trail, &kind) }
        var child = Int(places[place].child)
        while child >= 0 {
          if Self.accepts(places[child].pattern, step, text) { reach(child, parent, &trail, &kind) }
          child = Int(places[child].sibling)
        }
      }
    }
    return (parent.upperBound..<trail.places.count, kind)
  }

  /// Adds a place once: two `**` could reach it on many ways.
  private func reach(
    _ place: Int, _ parent: Range<Int>, _ trail: inout Trail, _ kind: inout Kind?
  ) {
    guard !trail.places[parent.upperBound...].contains(Int32(place)) else { return }
    trail.places.append(Int32(place))
    if let said = places[place].kind, said.rawValue < kind?.rawValue ?? .max { kind = said }
    if places[place].anySteps >= 0 {
      reach(Int(places[place].anySteps), parent, &trail, &kind)
    }
  }

  private static func accepts(
    _ pattern: Pattern, _ step: Step, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    switch (pattern, step) {
    case (.anyKey, .key), (.anyItem, .index): true
    case (.item(let wanted), .index(let index)): wanted == index
    case (.key(let start, let count), .key(let key)):
      count == key.count && isSame(text, start, key)
    default: false
    }
  }
}
