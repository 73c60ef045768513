internal import ConfigDocument
internal import Redaction

/// Compares values of two documents: texts by content, numbers by value, objects without regard to
/// the order of their members.
struct ValueComparison {
  /// What a mask in the new document is equal to.
  enum MaskRule {
    /// To the same text.
    case text
    /// To the value that is shown so.
    case view(MaskedView)
    /// To anything.
    case anything
  }

  let new: ConfigDocument
  let old: ConfigDocument
  let masks: Masks
  let rule: MaskRule

  init(new: ConfigDocument, old: ConfigDocument, masks: Masks, rule: MaskRule) {
    self.new = new
    self.old = old
    self.masks = masks
    self.rule = rule
  }

  /// Whether something is hidden at or below a new value.
  func hidesSomething(_ node: NodeID) -> Bool { !masks.within(new.subtree(node)).isEmpty }

  /// Whether masks at or below a new value do not say themselves what they stand for.
  func isVague(_ node: NodeID) -> Bool {
    switch rule {
    case .text: false
    case .anything: hidesSomething(node)
    case .view:
      masks.within(new.subtree(node)).contains { new.string(NodeID($0)) == Masks.sentinel }
    }
  }

  /// The mask that a new value is; nil when it is none.
  func mask(_ node: NodeID) -> String? {
    guard !masks.within(node.index..<node.index + 1).isEmpty,
      let text = new.string(node), Redactor.containsLabel(text)
    else { return nil }
    return text
  }

  /// Whether a mask stands for an old value.
  func isMask(_ mask: String, of node: NodeID) -> Bool {
    switch rule {
    case .text: old.string(node) == mask
    case .anything: true
    case .view(let view): mask == Masks.sentinel || view.text(of: node) == mask
    }
  }

  /// Whether two values are the same; a mask is the same as what it stands for.
  func isSame(_ one: NodeID, _ other: NodeID) -> Bool {
    if let mask = mask(one) { return isMask(mask, of: other) }
    let kind = new.kind(one)
    switch (kind, old.kind(other)) {
    case (.string, .number):
      // JSON lacks these numbers, and a view in JSON shows them as texts.
      let text = new.string(one) ?? ""
      return text == old.text(other) && StrictNumber.spelling(of: text) == nil
    case (.null, .null): return true
    case (.boolean, .boolean): return new.boolean(one) == old.boolean(other)
    case (.number, .number): return StrictNumber.isSame(new.text(one), old.text(other))
    case (.string, .string):
      return (new.string(one) ?? "").utf8.elementsEqual((old.string(other) ?? "").utf8)
    case (.array, .array):
      let (left, right) = (Array(new.children(one)), Array(old.children(other)))
      return left.count == right.count && zip(left, right).allSatisfy { isSame($0, $1) }
    case (.object, .object):
      let (left, right) = (members(of: one), oldMembers(of: other))
      return left.count == right.count
        && left.allSatisfy { key, child in right[key].map { isSame(child, $0) } ?? false }
    default: return false
    }
  }

  private func members(of node: NodeID) -> [[UInt8]: NodeID] {
    Self.members(new, node)
  }

  /// The members of an old object by their keys as the new document spells them: hidden ones as
  /// they are shown.
  func oldMembers(of node: NodeID) -> [[UInt8]: NodeID] {
    guard case .view = rule else { return Self.members(old, node) }
    var members: [[UInt8]: NodeID] = [:]
    for child in old.children(node) { members[Array(shownKey(of: child).utf8)] = child }
    return members
  }

  /// The key of an old member as the new document would spell it.
  func shownKey(of node: NodeID) -> String {
    if case .view(let view) = rule, let key = view.key(of: node) { return key }
    return old.key(node) ?? ""
  }

  /// The members of an object by the bytes of their keys: to a config, two spellings of `é` are two
  /// keys.
  static func members(_ document: ConfigDocument, _ node: NodeID) -> [[UInt8]: NodeID] {
    var members: [[UInt8]: NodeID] = [:]
    for child in document.children(node) {
      members[Array((document.key(child) ?? "").utf8)] = child
    }
    return members
  }
}
