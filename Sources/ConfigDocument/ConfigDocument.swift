public import Diagnostics

/// A config as it was written: the original bytes and an immutable tree over them.
///
/// Every value knows its byte range and every member its key's, so that comments, order, spacing
/// and spelling need no copy: they are the text. The tree is flat (one table in the order of the
/// text); strings are decoded when asked for.
///
/// ```swift
/// let document = try ConfigDocument(parsing: Array("{ port: 18789 } // mine".utf8))
/// let port = document.member("port", of: document.root)
/// ```
public struct ConfigDocument: Sendable {
  /// The notation of a text.
  public enum Syntax: String, Sendable {
    /// Strict JSON (RFC 8259): everything a strict reader accepts.
    case json
    /// JSON5 with at least one thing that strict JSON lacks.
    case json5
    /// YAML 1.2 as libyaml reads it, with the core schema.
    case yaml
  }

  /// The original text, UTF-8, with its byte order mark if it has one.
  public let bytes: [UInt8]
  /// The notation that the text uses.
  public let syntax: Syntax
  let rows: [NodeRow]
  /// What YAML needs besides; nil for JSON5.
  let yaml: YAMLIndex?

  /// The largest text that is read: 64 MiB.
  public static let byteLimit = 64 << 20
  /// The deepest nesting that is read.
  public static let depthLimit = 1_000

  /// Reads JSON5 (and so JSON).
  ///
  /// - Parameter bytes: the text, UTF-8 with or without a byte order mark.
  /// - Throws: `SyntaxFailure` with every error that could be told apart, at most ten.
  public init(parsing bytes: [UInt8]) throws(SyntaxFailure) {
    let outcome = bytes.withUnsafeBufferPointer { JSON5Parser.parse($0) }
    guard outcome.errors.isEmpty else { throw SyntaxFailure(bytes: bytes, faults: outcome.errors) }
    self.bytes = bytes
    self.rows = outcome.rows
    self.syntax = outcome.isStrict ? .json : .json5
    yaml = nil
  }

  /// Reads YAML: one document of the stream; the others are only read for errors.
  ///
  /// The tree is the one that a program sees: an alias is what it stands for (with the ranges of
  /// the original), and members that a merge key (`<<`) brings in stand behind the others.
  ///
  /// - Parameters:
  ///   - bytes: the text, UTF-8 with or without a byte order mark, at most 8 MiB.
  ///   - document: which of the documents of the stream, from 0; one that is not there is `null`.
  /// - Throws: `SyntaxFailure` with the first error.
  public init(yaml bytes: [UInt8], document: Int = 0) throws(SyntaxFailure) {
    let outcome = bytes.withUnsafeBufferPointer { YAMLParser.parse($0, document: document) }
    if let fault = outcome.fault { throw SyntaxFailure(bytes: bytes, faults: [fault]) }
    self.bytes = bytes
    rows = outcome.rows
    syntax = .yaml
    yaml = outcome.index
  }

  /// The outermost value.
  public var root: NodeID { NodeID(0) }

  /// What a value is.
  public func kind(_ node: NodeID) -> NodeKind { rows[node.index].kind }

  /// Byte range of a value, quotes and brackets included.
  public func range(_ node: NodeID) -> Range<Int> {
    Int(rows[node.index].start)..<Int(rows[node.index].end)
  }

  /// Byte range of a member's key, quotes included; nil for items and the root.
  public func keyRange(_ node: NodeID) -> Range<Int>? {
    let row = rows[node.index]
    return row.keyEnd == 0 ? nil : Int(row.keyStart)..<Int(row.keyEnd)
  }

  /// The unescaped key of a member; nil for items and the root.
  public func key(_ node: NodeID) -> String? {
    keyRange(node).map { decodedKey(bytes[$0]) }
  }

  /// The decoded content of a string; nil for other kinds.
  ///
  /// A lone surrogate reads as U+FFFD.
  public func string(_ node: NodeID) -> String? {
    guard kind(node) == .string else { return nil }
    if let yaml { return yamlString(node, yaml) }
    return JSON5Text.decodeString(bytes[range(node)])
  }

  /// The value of a boolean; nil for other kinds.
  public func boolean(_ node: NodeID) -> Bool? {
    kind(node) == .boolean ? bytes[range(node).lowerBound] | 0x20 == UInt8(ascii: "t") : nil
  }

  /// The text of a value as it was written.
  public func text(_ node: NodeID) -> String {
    String(decoding: bytes[range(node)], as: UTF8.self)
  }

  /// The members of an object or the items of an array, in order; nothing for other kinds.
  public func children(_ node: NodeID) -> Children {
    Children(rows: rows, position: node.index + 1, end: Int(rows[node.index].next))
  }

  /// The number of members or items.
  public func childCount(_ node: NodeID) -> Int {
    var count = 0
    for _ in children(node) { count += 1 }
    return count
  }

  /// The values directly below another one.
  public struct Children: Sequence, IteratorProtocol {
    private let rows: [NodeRow]
    private var position: Int
    private let end: Int

    init(rows: [NodeRow], position: Int, end: Int) {
      self.rows = rows
      self.position = position
      self.end = end
    }

    /// The next value in the order of the text.
    public mutating func next() -> NodeID? {
      guard position < end else { return nil }
      defer { position = Int(rows[position].next) }
      return NodeID(position)
    }
  }
}

extension ConfigDocument {
  /// The member of an object with this key; the last one when the key stands there twice, as
  /// every JSON5 reader has it.
  ///
  /// - Parameters:
  ///   - key: the unescaped key.
  ///   - node: an object; other kinds have no members.
  /// - Returns: the member; nil when there is none.
  public func member(_ key: String, of node: NodeID) -> NodeID? {
    guard kind(node) == .object else { return nil }
    if yaml != nil { return children(node).reversed().first { hasKey($0, key) } }
    var found: NodeID?
    for child in children(node) where hasJSON5Key(child, key) { found = child }
    return found
  }

  /// The value at a path; nil when there is none.
  public func node(at path: ConfigPath) -> NodeID? {
    var node = root
    for step in path.steps {
      guard let next = child(step, of: node) else { return nil }
      node = next
    }
    return node
  }

  /// The value one step below another one; nil when there is none.
  func child(_ step: ConfigPath.Step, of node: NodeID) -> NodeID? {
    switch step {
    case .key(let key):
      if let member = member(key, of: node) { return member }
      // A JSON Pointer cannot say whether digits are a key or an index; the document can.
      return step.position.flatMap { item($0, of: node) }
    case .index(let index):
      return item(index, of: node)
    }
  }

  private func item(_ index: Int, of node: NodeID) -> NodeID? {
    guard kind(node) == .array, index >= 0 else { return nil }
    var position = 0
    for item in children(node) {
      if position == index { return item }
      position += 1
    }
    return nil
  }

  /// Whether a member's unescaped key is this text.
  func hasKey(_ node: NodeID, _ key: String) -> Bool {
    guard yaml != nil else { return hasJSON5Key(node, key) }
    let row = rows[node.index]
    let spelling = bytes[Int(row.keyStart)..<Int(row.keyEnd)]
    return YAMLKey.decode(spelling).utf8.elementsEqual(key.utf8)
  }

  /// The same where the notation is known: this is asked more often than anything else.
  @inline(__always)
  private func hasJSON5Key(_ node: NodeID, _ key: String) -> Bool {
    let row = rows[node.index]
    return JSON5Text.key(bytes[Int(row.keyStart)..<Int(row.keyEnd)], equals: key)
  }

  /// Where a byte offset stands for a reader.
  ///
  /// The whole text is read for it: for many spans make a `LineIndex` once.
  ///
  /// - Parameter range: byte offsets into the text.
  /// - Returns: the range, with the line and column of its start.
  public func span(_ range: Range<Int>) -> SourceSpan {
    LineIndex(bytes).span(range)
  }
}

extension ConfigPath.Step {
  /// The position that this step can mean in an array: digits without a sign or a leading zero, as
  /// RFC 6901 has it.
  var position: Int? {
    switch self {
    case .index(let index): return index
    case .key(let key):
      guard key.utf8.allSatisfy(JSON5Text.isDigit), key.utf8.first != 0x30 || key.utf8.count == 1
      else { return nil }
      return Int(key)
    }
  }
}
