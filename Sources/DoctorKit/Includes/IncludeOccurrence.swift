internal import ConfigDocument
internal import Diagnostics

/// An object with the key `$include`, and the paths that it names.
struct IncludeOccurrence {
  /// A named file.
  struct Name {
    /// The text.
    let text: String
    /// Where it stands.
    let node: NodeID
  }

  /// The object.
  let node: NodeID
  /// The files, in the order in which OpenClaw merges them; nil when it is neither a string nor a
  /// list of strings.
  let names: [Name]?
  /// The value of `$include`.
  let value: NodeID
  /// Whether it is exactly `{ $include: "file" }`: then the file's value stands in its place.
  let isPlain: Bool

  /// All includes of a file, outer objects before those in them.
  static func all(in document: ConfigDocument) -> [IncludeOccurrence] {
    var isThere = false
    document.forEachKey { key in
      guard !isThere else { return }
      let isEscaped = key.contains(UInt8(ascii: "\\"))
      isThere =
        isEscaped
        ? document.unescaped(key) == "$include" : key.elementsEqual("$include".utf8)
    }
    guard isThere else { return [] }
    var found: [IncludeOccurrence] = []
    document.forEachNode { node in
      guard document.kind(node) == .object, let value = document.member("$include", of: node) else {
        return
      }
      found.append(IncludeOccurrence(document, node, value))
    }
    return found
  }

  private init(_ document: ConfigDocument, _ node: NodeID, _ value: NodeID) {
    self.node = node
    self.value = value
    isPlain = document.kind(value) == .string && document.childCount(node) == 1
    func name(_ node: NodeID) -> Name? { document.string(node).map { Name(text: $0, node: node) } }
    if document.kind(value) == .array {
      let names = document.children(value).map { name($0) }
      self.names = names.contains(where: { $0 == nil }) ? nil : names.compactMap { $0 }
    } else {
      names = name(value).map { [$0] }
    }
  }
}
