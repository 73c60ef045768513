import ConfigDocument
import Diagnostics

/// Goes through a document in the order of the text and says of every value how secret it is.
///
/// The values come one at a time and what is known goes down with the walk: no path is made for a
/// value, and a text of many values needs no list of them.
struct DocumentWalk: Sequence, IteratorProtocol {
  /// A container whose children come next.
  private struct Open {
    /// The position behind its last descendant.
    let end: Int
    let isObject: Bool
    let isReference: Bool
    let place: SensitiveKeys.Place
    let hints: SecretFinder.Hints
    /// What the name beside its value says: `{ name: "API_KEY", value: "…" }`.
    let named: String?
    /// What the flag before an item says: `"--token", "…"`.
    var flag: String?
    var count = 0
  }

  private let document: ConfigDocument
  private var keys = SensitiveKeys()
  private var memory = KeyMemory()
  private var start: Leaf?
  private var place: SensitiveKeys.Place
  private var position: Int
  private let end: Int
  /// A stack of our own instead of recursion: the depth is the input's.
  private var stack: [Open] = []

  /// All values at and below a node, objects and arrays before what is in them.
  init(_ document: ConfigDocument, _ node: NodeID, at path: ConfigPath) {
    self.document = document
    let nodes = document.subtree(node)
    position = nodes.lowerBound
    end = nodes.upperBound
    place = keys.decide(path)
    let isDigest = path.lastKey.map { SecretName.isDigest($0) } == true
    start = Leaf(
      node: node, sensitivity: place.sensitivity, hints: isDigest ? [.isDigest] : [])
  }

  mutating func next() -> Leaf? {
    guard position < end else { return nil }
    let node = NodeID(position)
    position += 1
    while let last = stack.last, last.end <= node.index { stack.removeLast() }
    let leaf = start ?? self.leaf(node)
    start = nil
    open(leaf)
    return leaf
  }

  /// Judges a value below the innermost container and leaves its place in `place`.
  private mutating func leaf(_ node: NodeID) -> Leaf {
    guard let last = stack.last else { return Leaf(node: node, sensitivity: .open, hints: []) }
    // The parts of a reference are shown: where a secret is kept is none.
    if last.isReference { return Leaf(node: node, sensitivity: .open, hints: [.isReference]) }
    return last.isObject ? member(node, of: last) : item(node, of: last)
  }

  private mutating func member(_ node: NodeID, of object: Open) -> Leaf {
    var hints: SecretFinder.Hints = []
    memory.withKey(of: node, in: document) { key, facts in
      place = keys.decide(key: key, facts, below: object.place)
      if facts.isDigest { hints = [.isDigest] }
      // As of the name of a secret in a store, only the format of a token makes it one.
      if facts.isIdentifier { hints = [.isReference] }
      if let named = object.named, facts.role == .value, place.sensitivity.label == nil {
        place.sensitivity = .secret(label: named)
      }
    }
    return Leaf(node: node, sensitivity: place.sensitivity, hints: hints)
  }

  private mutating func item(_ node: NodeID, of array: Open) -> Leaf {
    place = keys.decide(index: array.count, below: array.place)
    if let flag = array.flag, place.sensitivity.label == nil,
      document.string(node)?.hasPrefix("-") == false
    {
      place.sensitivity = .secret(label: flag)
    }
    stack[stack.count - 1].count += 1
    stack[stack.count - 1].flag = secretFlag(node)
    return Leaf(node: node, sensitivity: place.sensitivity, hints: array.hints)
  }

  private mutating func open(_ leaf: Leaf) {
    let kind = document.kind(leaf.node)
    guard kind.isContainer else { return }
    var isReference = false
    var named: String?
    if kind == .object {
      let roles = self.roles(leaf.node)
      isReference = roles.mayBeReference && self.isReference(leaf.node)
      named = roles.mayHaveName ? secretName(of: leaf.node) : nil
    }
    stack.append(
      Open(
        end: document.subtree(leaf.node).upperBound, isObject: kind == .object,
        isReference: isReference, place: place, hints: leaf.hints, named: named))
  }

  /// A first look at the keys of an object, because most objects need no second one.
  private mutating func roles(_ object: NodeID) -> (mayBeReference: Bool, mayHaveName: Bool) {
    let nodes = document.subtree(object)
    var child = nodes.lowerBound + 1
    var mayBeReference = child < nodes.upperBound
    var hasName = false
    var hasValue = false
    while child < nodes.upperBound {
      let role = memory.withKey(of: NodeID(child), in: document) { $1.role }
      mayBeReference = mayBeReference && role == .reference
      hasName = hasName || role == .name
      hasValue = hasValue || role == .value
      child = document.subtree(NodeID(child)).upperBound
    }
    return (mayBeReference, hasName && hasValue)
  }

  /// Whether an object is a SecretRef: source and id, perhaps a provider, and nothing else.
  ///
  /// The id of a variable is its name; anything else there may be the secret itself.
  private func isReference(_ node: NodeID) -> Bool {
    var found: Set<String> = []
    for child in document.children(node) {
      guard let key = document.key(child), ["source", "provider", "id"].contains(key),
        let text = document.string(child), found.insert(key).inserted,
        key != "source" || ["env", "file", "exec"].contains(text)
      else { return false }
    }
    guard found.isSuperset(of: ["source", "id"]) else { return false }
    let text = { (key: String) in document.member(key, of: node).flatMap(document.string) ?? "" }
    return text("source") != "env"
      || text("id").utf8.allSatisfy { $0.isUpper || $0.isDigit || $0 == UInt8(ascii: "_") }
  }

  /// `{ name: "API_KEY", value: "…" }`: the name stands beside its value.
  private func secretName(of object: NodeID) -> String? {
    for name in ["name", "key", "header"] {
      if let member = document.member(name, of: object), let text = document.string(member),
        let label = SecretName.label(text)
      {
        return label
      }
    }
    return nil
  }

  /// `"--token", "…"`: the value is the next item.
  private func secretFlag(_ node: NodeID) -> String? {
    let range = document.range(node)
    guard document.kind(node) == .string, range.count > 1 else { return nil }
    // Most items are no flags; a flag begins with its dash or with an escape that may spell one.
    let isQuoted = document.bytes[range.lowerBound].isQuote
    let first = document.bytes[range.lowerBound + (isQuoted ? 1 : 0)]
    guard first == UInt8(ascii: "-") || first == UInt8(ascii: "\\"),
      let text = document.string(node), text.hasPrefix("-"), !text.contains("="),
      !text.contains(" ")
    else { return nil }
    return SecretName.label(String(text.drop { $0 == "-" }))
  }
}
