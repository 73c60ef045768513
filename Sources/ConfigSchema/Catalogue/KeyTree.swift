/// The catalogue of keys, read in place: nothing is parsed but the entries that are looked at.
///
/// `Scripts/embed-tables` says how an entry is written.
struct KeyTree {
  /// A key path of the catalogue: where its entry begins.
  struct Node: Hashable, Sendable {
    let offset: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>

  /// The catalogue of all releases.
  init() {
    self.init(KeysTable.text)
  }

  /// A catalogue in the same notation.
  init(_ text: StaticString) {
    bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  static let lengthDigits = 5
  private static let tab = UInt8(ascii: "\t")
  private static let lineEnd = UInt8(ascii: "\n")

  var root: Node { Node(offset: 0) }

  /// The number of bytes of the whole tree.
  var count: Int { bytes.count }

  // MARK: Going down

  /// Where the next entry begins that is not below this one.
  private func end(of node: Node) -> Int {
    var length = 0
    for digit in 0..<Self.lengthDigits {
      let byte = bytes[node.offset + digit]
      length = length << 4 | Int(byte < 0x3A ? byte &- 0x30 : byte &- 0x57)
    }
    return node.offset + length
  }

  /// The bytes of an entry and everything below it.
  func range(of node: Node) -> Range<Int> { node.offset..<end(of: node) }

  private func lineEnd(of node: Node) -> Int {
    var position = node.offset + Self.lengthDigits
    while bytes[position] != Self.lineEnd { position += 1 }
    return position
  }

  /// Whether there are entries below one.
  func hasChildren(_ node: Node) -> Bool { lineEnd(of: node) + 1 < end(of: node) }

  /// The entries directly below one, in the order of their names.
  func children(of node: Node) -> Children {
    Children(tree: self, position: lineEnd(of: node) + 1, end: end(of: node))
  }

  struct Children: Sequence, IteratorProtocol {
    let tree: KeyTree
    var position: Int
    let end: Int

    mutating func next() -> Node? {
      guard position < end else { return nil }
      let node = Node(offset: position)
      position = tree.end(of: node)
      return node
    }
  }

  /// The entry with this name directly below another one; nil when there is none.
  func child(of node: Node, named name: UnsafeBufferPointer<UInt8>) -> Node? {
    guard !name.isEmpty else { return nil }
    let first = name[0]
    for child in children(of: node) {
      let start = child.offset + Self.lengthDigits
      let byte = bytes[start]
      if byte > first { return nil }
      if byte == first, has(child, name) { return child }
    }
    return nil
  }

  /// The entry with this name directly below another one; nil when there is none.
  func child(of node: Node, named name: String) -> Node? {
    var name = name
    return name.withUTF8 { child(of: node, named: $0) }
  }

  /// Whether an entry has this name.
  func has(_ node: Node, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = node.offset + Self.lengthDigits
    guard start + name.count < bytes.count else { return false }
    for (offset, byte) in name.enumerated() where bytes[start + offset] != byte { return false }
    let behind = bytes[start + name.count]
    return behind == Self.tab || behind == Self.lineEnd
  }

  /// The names on the way to an entry, from the root downwards.
  func path(to node: Node) -> [String] {
    var names: [String] = []
    var current = root
    while current != node {
      guard let next = children(of: current).first(where: { range(of: $0).contains(node.offset) })
      else { return names }
      names.append(name(of: next))
      current = next
    }
    return names
  }

  /// The entry for any key of a map; nil when there is none.
  func wildcard(of node: Node) -> Node? { child(of: node, named: "*") }

  // MARK: Reading an entry

  /// The byte range of the name.
  private func nameRange(of node: Node) -> Range<Int> {
    let start = node.offset + Self.lengthDigits
    var end = start
    while bytes[end] != Self.tab, bytes[end] != Self.lineEnd { end += 1 }
    return start..<end
  }

  func name(of node: Node) -> String { text(nameRange(of: node)) }

  func nameBytes(of node: Node) -> UnsafeBufferPointer<UInt8> { slice(nameRange(of: node)) }

  /// The first byte of the name, which tells keys from `[`, `*`, `<` and `#`.
  func initial(of node: Node) -> UInt8 { bytes[node.offset + Self.lengthDigits] }

  /// Whether the name is that of a key, not notation.
  func isKey(_ node: Node) -> Bool {
    let initial = initial(of: node)
    return initial != UInt8(ascii: "<") && initial != UInt8(ascii: "[")
      && initial != UInt8(ascii: "*") && initial != UInt8(ascii: "#")
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }

  /// Whether the entry has facts of its own in any release; else only what is below it has.
  func hasRows(_ node: Node) -> Bool { bytes[nameRange(of: node).upperBound] == Self.tab }

  /// What holds at a set of keys; nil when the key is not valid there.
  func row(of node: Node, at position: Int) -> KeyRow? {
    var cursor = nameRange(of: node).upperBound
    while bytes[cursor] == Self.tab {
      let span = span(at: cursor)
      if position < span.lowerBound { return nil }
      if position <= span.upperBound { return row(span, at: cursor) }
      cursor = next(cursor)
    }
    return nil
  }

  /// All rows in the order of releases.
  func rows(of node: Node) -> [KeyRow] {
    var rows: [KeyRow] = []
    var cursor = nameRange(of: node).upperBound
    while bytes[cursor] == Self.tab {
      rows.append(row(span(at: cursor), at: cursor))
      cursor = next(cursor)
    }
    return rows
  }

  private func span(at cursor: Int) -> ClosedRange<Int> {
    func number(_ offset: Int) -> Int {
      Int(bytes[cursor + offset] &- 0x30) * 10 + Int(bytes[cursor + offset + 1] &- 0x30)
    }
    let first = number(1)
    return first...max(first, number(3))
  }

  /// The end of the field whose tab stands at the cursor.
  private func fieldEnd(_ cursor: Int) -> Int {
    var position = cursor + 1
    while bytes[position] != Self.tab, bytes[position] != Self.lineEnd { position += 1 }
    return position
  }

  /// Where the next row of the same entry begins, or its line ends.
  private func next(_ cursor: Int) -> Int {
    var position = cursor
    for _ in 0..<6 { position = fieldEnd(position) }
    return position
  }

  private func row(_ span: ClosedRange<Int>, at cursor: Int) -> KeyRow {
    let types = fieldEnd(cursor)
    let values = fieldEnd(types)
    let limits = fieldEnd(values)
    let standard = fieldEnd(limits)
    let flags = fieldEnd(standard)
    return KeyRow(
      span: span, types: KeyTypes(words: slice((types + 1)..<values)),
      flags: KeyFlags(words: slice((flags + 1)..<fieldEnd(flags))),
      values: (values + 1)..<limits, limits: (limits + 1)..<standard,
      standard: (standard + 1)..<flags)
  }
}
