/// How one kind of token looks: a row of `Tables/token-formats.tsv` with one of its prefixes.
struct TokenFormat: Sendable {
  /// A run of characters of one class.
  struct Part: Sendable {
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
  private let parts: [Part]

  /// Reads the cells of a row of the table, with one of its prefixes.
  init(
    id: ArraySlice<UInt8>, label: ArraySlice<UInt8>, boundary: ArraySlice<UInt8>,
    prefix: ArraySlice<UInt8>, shape: ArraySlice<UInt8>
  ) {
    self.id = String(decoding: id, as: UTF8.self)
    self.label = label.elementsEqual("-".utf8) ? nil : String(decoding: label, as: UTF8.self)
    needsBoundary = boundary.elementsEqual("word".utf8)
    self.prefix = Array(prefix)
    parts = Self.parts(Array(shape))
  }

  /// What to look for first, where many formats are looked for in a long text.
  var landmark: Landmark? { Self.landmark(prefix, parts) }

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
    let comma = text.firstIndex(of: UInt8(ascii: ","))
    let minimum = number(text[..<(comma ?? text.endIndex)]) ?? 1
    return (minimum, comma.map { number(text[($0 + 1)...]) ?? .max } ?? minimum)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }
}
