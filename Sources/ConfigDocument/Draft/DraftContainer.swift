/// Text that is taken over as it is: a slice of the original, or new bytes.
typealias Piece = ArraySlice<UInt8>

/// A value in a draft.
enum DraftValue {
  /// Untouched: rendered as the bytes of the original.
  case source(NodeID)
  /// A scalar with a new spelling.
  case scalar(Piece, NodeKind)
  /// A string of YAML with its new spelling and its content.
  case text(Piece, String)
  /// An object or array some part of which was touched; an index into the draft's containers.
  case container(Int)
}

/// A member of an object or an item of an array, with the text that belongs to it.
///
///     {                     ┐
///       // how long         │ lead: from behind the text of the member before
///       ttl : 5 , // hours
///       └┬┘└┬┘│└┬┘└──┬───┘
///       key mid │ beforeComma, then the comma, then trail: the rest of the line
///             value
struct DraftMember {
  var lead: Piece = []
  var key: Piece = []
  var mid: Piece = []
  var value: DraftValue
  var beforeComma: Piece = []
  var hasComma = false
  var trail: Piece = []
  /// The value in the original document that stood or stands here.
  var origin: NodeID?
  /// What no edit of this member can be made for, in YAML.
  var obstacle: EditError.Code?
}

/// An object or array whose members stand apart so that they can be edited.
///
/// A collection that YAML writes by indentation has neither brackets nor commas, and its range
/// begins behind the colon or dash in front of it: so its first member has a lead like all others.
struct DraftContainer {
  var kind: NodeKind
  var members: [DraftMember] = []
  /// Text between the last member and the closing bracket.
  var tail: Piece = []
  /// Anchor and tag of a YAML collection.
  var opening: Piece = []
  /// Spaces in front of the members of a YAML collection that is written by indentation; -1 for one
  /// in brackets.
  var column = -1
  var notation = Notation.json5
  /// Members that are there through merge keys.
  var borrowed: [NodeID] = []
  /// Whether one of the members is a merge key.
  var hasMerges = false
  /// Where the keys stand, in a large object; nil means to look.
  var index: KeyIndex?

  init(kind: NodeKind, notation: Notation) {
    self.kind = kind
    self.notation = notation
  }

  var isBlock: Bool { column >= 0 }
}

extension DraftContainer {
  /// Takes a container of the original apart.
  init(_ node: NodeID, of document: ConfigDocument) {
    if let yaml = document.yaml {
      self.init(node, of: document, yaml)
    } else {
      self.init(json5: node, of: document)
    }
  }

  private init(json5 node: NodeID, of document: ConfigDocument) {
    let bytes = document.bytes
    let range = document.range(node)
    kind = document.kind(node)
    var position = range.lowerBound + 1
    let end = range.upperBound - 1
    var lead = Piece()
    let children = Array(document.children(node))
    for (number, child) in children.enumerated() {
      let value = document.range(child)
      let key = document.keyRange(child)
      let first = key?.lowerBound ?? value.lowerBound
      var member = DraftMember(value: .source(child), origin: child)
      member.lead = number == 0 ? bytes[position..<first] : lead
      if let key {
        member.key = bytes[key]
        member.mid = bytes[key.upperBound..<value.lowerBound]
      }
      let isLast = number == children.count - 1
      let next = isLast ? end : Self.start(of: children[number + 1], in: document)
      let gap = bytes[value.upperBound..<next]
      if let comma = Gap.comma(in: gap) {
        member.beforeComma = gap[..<comma]
        member.hasComma = true
        let behind = gap[(comma + 1)...]
        (member.trail, lead) = isLast ? Gap.splitLast(behind) : Gap.split(behind)
      } else if Gap.hasLineEnd(gap) {
        (member.trail, lead) = Gap.split(gap)
      } else {
        // A comma that is added later goes behind the comments of this value.
        (member.beforeComma, lead) = Gap.splitLast(gap)
      }
      position = next
      members.append(member)
    }
    tail = children.isEmpty ? bytes[position..<end] : lead
    if kind == .object { index = KeyIndex(members, notation) }
  }

  private static func start(of node: NodeID, in document: ConfigDocument) -> Int {
    document.keyRange(node)?.lowerBound ?? document.range(node).lowerBound
  }
}
