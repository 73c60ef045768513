/// How one kind of token looks: a row of `Tables/token-formats.tsv` with one of its prefixes.
struct TokenFormat: Sendable {
  /// A run of characters of one class.
  private struct Part: Sendable {
    let set: ByteSet
    let minimum: Int
    let maximum: Int
  }

  let id: String
  /// What stands in the mask; nil for a harmless shape that only looks random.
  let label: String?
  /// Whether it counts only at the beginning of a word.
  let needsBoundary: Bool
  let prefix: [UInt8]
  let landmark: Landmark?
  private let parts: [Part]

  init(id: String, label: String, boundary: Substring, prefix: [UInt8], shape: [UInt8]) {
    self.id = id
    self.label = label == "-" ? nil : label
    needsBoundary = boundary == "word"
    self.prefix = prefix
    parts = Self.parts(shape)
    landmark = Self.landmark(prefix, parts)
  }

  /// A made-up token of this kind: the shortest that there is, of characters in a fixed order.
  var sample: String {
    var bytes = prefix
    for (number, part) in parts.enumerated() {
      let choices = part.set.members
      for place in 0..<max(part.minimum, 1) {
        bytes.append(choices[(place * 7 + number * 3 + 1) % choices.count])
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The characters that a token of this kind goes on with, however long it is.
  var lastSet: ByteSet { parts.last?.set ?? ByteSet([]) }

  /// The bytes that a token of this kind may begin with.
  var firstBytes: [UInt8] {
    if let first = prefix.first { return [first] }
    guard let set = parts.first?.set else { return [] }
    return (0..<128).filter(set.contains)
  }

  /// Two characters in a token of this kind that seldom stand side by side.
  struct Landmark: Sendable {
    let firsts: ByteSet
    let seconds: ByteSet
    /// How many characters of the token stand before the first of the two.
    let offset: ClosedRange<Int>
    /// How many characters like the first stand there at least, the first among them.
    var run = 1
  }

  /// Whether its landmark is not its beginning.
  var isRemote: Bool { landmark.map { $0.offset != 0...0 } ?? false }

  /// The landmark of the first two characters, or of what stands farther behind in a token that
  /// may begin with anything.
  private static func landmark(_ prefix: [UInt8], _ parts: [Part]) -> Landmark? {
    if prefix.count >= 2 {
      return Landmark(
        firsts: ByteSet(prefix.prefix(1)), seconds: ByteSet(prefix[1...].prefix(1)), offset: 0...0)
    }
    guard prefix.isEmpty, parts.count > 1 else { return nil }
    if parts[0].set.count < 5 {
      return Landmark(firsts: parts[0].set, seconds: parts[1].set, offset: 0...0)
    }
    var (least, most) = (0, 0)
    for (part, next) in zip(parts, parts.dropFirst()) {
      least += part.minimum
      most += part.maximum
      if next.set.count == 1, part.maximum < 64 {
        return Landmark(
          firsts: part.set, seconds: next.set, offset: least - 1...most - 1, run: part.minimum)
      }
    }
    return nil
  }

  /// The end of a token that begins at a position, where a word begins if it needs to.
  ///
  /// The last part takes its whole run, however long: half of a longer token would be a leak.
  func end(in bytes: TextBytes, at start: Int) -> Int? {
    guard bytes.has(prefix, at: start) else { return nil }
    var position = start + prefix.count
    for (number, part) in parts.enumerated() {
      let from = position
      // A bound on the inner parts keeps a megabyte of repeated prefixes from costing its square.
      let limit = number == parts.count - 1 ? Int.max : min(part.maximum, 4096)
      while position < bytes.count, position - from < limit, part.set.contains(bytes[position]) {
        position += 1
      }
      if position - from < part.minimum { return nil }
    }
    return position
  }

  /// Where a token begins whose landmark stands at a position.
  func start(in bytes: TextBytes, around position: Int, notBefore limit: Int) -> Int? {
    guard let landmark, landmark.seconds.contains(bytes[position + 1]) else { return nil }
    for place in position - landmark.run + 1...position {
      guard place >= 0, landmark.firsts.contains(bytes[place]) else { return nil }
    }
    var start = max(limit, position - landmark.offset.upperBound, 0)
    while start <= position - landmark.offset.lowerBound {
      if !needsBoundary || Self.isBoundary(bytes, start), end(in: bytes, at: start) != nil {
        return start
      }
      start += 1
    }
    return nil
  }

  /// Whether a word begins here.
  ///
  /// The letter of an escape (`\n`) and the digits of a percent escape (`%3D`) belong to no word.
  static func isBoundary(_ bytes: TextBytes, _ position: Int) -> Bool {
    guard position > 0, bytes[position - 1].isAlphanumeric else { return true }
    if position > 1, bytes[position - 2] == UInt8(ascii: "\\") { return true }
    if position > 2, bytes[position - 3] == UInt8(ascii: "%") { return true }
    return position > 5 && bytes[position - 6] == UInt8(ascii: "\\")
      && bytes[position - 5] == UInt8(ascii: "u")
  }

  /// Reads `[a-z]{2,4}.x`: classes with counts, and characters that stand for themselves.
  private static func parts(_ shape: [UInt8]) -> [Part] {
    var parts: [Part] = []
    var position = 0
    while position < shape.count {
      var set = ByteSet(CollectionOfOne(shape[position]))
      if shape[position] == UInt8(ascii: "["),
        let close = shape.first([UInt8(ascii: "]")], from: position)
      {
        set = ByteSet(shape[position + 1..<close])
        position = close
      }
      position += 1
      var counts = (1, 1)
      if position < shape.count, shape[position] == UInt8(ascii: "+") {
        counts = (1, .max)
        position += 1
      } else if position < shape.count, shape[position] == UInt8(ascii: "*") {
        counts = (0, .max)
        position += 1
      } else if position < shape.count, shape[position] == UInt8(ascii: "{"),
        let close = shape.first([UInt8(ascii: "}")], from: position)
      {
        counts = self.counts(shape[position + 1..<close])
        position = close + 1
      }
      parts.append(Part(set: set, minimum: counts.0, maximum: counts.1))
    }
    return parts
  }

  private static func counts(_ text: ArraySlice<UInt8>) -> (Int, Int) {
    let numbers = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
      $0.isEmpty ? nil : $0.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    }
    let minimum = numbers.first.flatMap { $0 } ?? 1
    return (minimum, numbers.count == 1 ? minimum : numbers.last.flatMap { $0 } ?? .max)
  }
}
