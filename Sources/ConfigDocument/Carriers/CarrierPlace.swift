internal import Diagnostics

/// Where a config stands in the bytes of a file, and how offsets in it are offsets there.
struct CarrierPlace: Sendable {
  /// The text of the config.
  let bytes: [UInt8]
  /// The bytes of the file that may change.
  let range: Range<Int>
  /// Where the scalar begins, behind its anchor and tag.
  let scalarStart: Int
  /// Spaces in front of `bytes` that stand in the file before `range`, or stand for what does.
  let padding: Int
  /// For base64, how it is written.
  let base64: Base64Text?
  private let text: ScalarText?

  init?(_ outer: ConfigDocument, _ node: NodeID, _ form: Carrier.Form) {
    scalarStart = outer.range(node).lowerBound
    if form == .section {
      guard outer.kind(node) == .object, let section = outer.sectionRange(node) else { return nil }
      range = section.range
      padding = section.padding
      bytes = [UInt8](repeating: 0x20, count: padding) + outer.bytes[section.range]
      base64 = nil
      text = nil
      return
    }
    guard outer.kind(node) == .string, let text = outer.contentText(node) else { return nil }
    self.text = text
    padding = 0
    range = outer.range(node).lowerBound..<max(outer.range(node).upperBound, text.sourceEnd)
    guard form == .base64 else {
      base64 = nil
      bytes = text.bytes
      return
    }
    guard let decoded = Base64Text(text.bytes) else { return nil }
    base64 = decoded
    bytes = decoded.bytes
  }

  func offset(of offset: Int) -> Int {
    guard let text else { return range.lowerBound + max(0, offset - padding) }
    return text.offset(of: base64?.place(of: offset) ?? offset)
  }
}

extension ConfigDocument {
  /// The bytes of an object that are a document by themselves, and the spaces that must stand in front
  /// of them for its first line to be as deep as the others.
  fileprivate func sectionRange(_ node: NodeID) -> (range: Range<Int>, padding: Int)? {
    let own = range(node)
    guard let yaml else { return (own, 0) }
    let row = yaml.rows[node.index]
    guard row.flags.isDisjoint(with: [.alias, .foreignTag]) else { return nil }
    guard bytes[own.lowerBound] != UInt8(ascii: "{") else { return (own, 0) }
    // Up to the end of its last line, with the comment there.
    let end = bytes.withUnsafeBufferPointer { input in
      var position = own.upperBound
      while position < input.count, YAMLText.isBlank(input[position]) { position += 1 }
      if position < input.count, input[position] == UInt8(ascii: "#") {
        position = YAMLText.lineEnd(after: position, in: input)
      }
      let length = YAMLText.lineEndLength(at: position, in: input)
      return length > 0 || position == input.count ? position + length : own.upperBound
    }
    return (own.lowerBound..<max(own.upperBound, end), Int(max(0, row.column)))
  }

  /// The content of a string, and where it comes from.
  fileprivate func contentText(_ node: NodeID) -> ScalarText? {
    if let yaml {
      let row = yaml.rows[node.index]
      return row.style == .template ? nil : scalarText(node)
    }
    return JSON5ScalarReader.read(self, node)
  }

  /// Whether a value stands where it stands only through an alias or a merge key.
  func isBorrowed(_ node: NodeID) -> Bool {
    guard let yaml else { return false }
    return !yaml.rows[node.index].flags.isDisjoint(with: [.alias, .borrowed])
  }

  /// Whether two documents have the same keys and values everywhere but at a path.
  func isSame(as other: ConfigDocument, except path: ConfigPath) -> Bool {
    guard let mine = node(at: path), let theirs = other.node(at: path) else { return false }
    var left = 0
    var right = 0
    while left < rows.count, right < other.rows.count {
      let (one, two) = (NodeID(left), NodeID(right))
      guard (one == mine) == (two == theirs), (key(one) ?? "") == (other.key(two) ?? "") else {
        return false
      }
      if one == mine {
        left = Int(rows[left].next)
        right = Int(other.rows[right].next)
        continue
      }
      guard kind(one) == other.kind(two), isSameScalar(one, as: other, two) else { return false }
      left += 1
      right += 1
    }
    return left == rows.count && right == other.rows.count
  }

  private func isSameScalar(_ one: NodeID, as other: ConfigDocument, _ two: NodeID) -> Bool {
    switch kind(one) {
    case .object, .array: true
    case .string: (string(one) ?? "").utf8.elementsEqual((other.string(two) ?? "").utf8)
    default: bytes[range(one)] == other.bytes[other.range(two)]
    }
  }
}
