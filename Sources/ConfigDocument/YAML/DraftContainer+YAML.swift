extension DraftContainer {
  /// Takes a YAML collection apart.
  init(_ node: NodeID, of document: ConfigDocument, _ yaml: YAMLIndex) {
    let bytes = document.bytes
    let row = yaml.rows[node.index]
    let content = document.range(node)
    self.init(kind: document.kind(node), notation: .yaml)
    column = row.style == .block ? Int(row.column) : -1
    var position: Int
    let end: Int
    if isBlock {
      position = row.outer.lowerBound
      if !row.flags.isDisjoint(with: [.anchor, .tag]) {
        position = bytes.withUnsafeBufferPointer {
          YAMLText.lastPropertyEnd(from: position, to: content.lowerBound, in: $0)
        }
      }
      opening = bytes[row.outer.lowerBound..<position]
      end = row.outer.upperBound
    } else {
      opening = bytes[row.outer.lowerBound..<content.lowerBound]
      position = content.lowerBound + 1
      end = content.upperBound - 1
    }
    let parts = Part.all(of: node, in: document, yaml)
    borrowed = parts.borrowed
    hasMerges = parts.own.contains { $0.member.obstacle == .mergeKey }
    var lead: Piece?
    for (number, part) in parts.own.enumerated() {
      var member = part.member
      let start = part.start ?? dash(from: position, to: part.value.lowerBound, in: bytes)
      member.lead = lead ?? bytes[position..<start]
      if let key = part.key {
        member.key = bytes[key]
        member.mid = bytes[key.upperBound..<max(key.upperBound, part.value.lowerBound)]
      } else if isBlock {
        member.mid = bytes[min(start + 1, part.value.lowerBound)..<part.value.lowerBound]
      }
      let isLast = number == parts.own.count - 1
      position = part.value.upperBound
      let next =
        isLast
        ? end
        : parts.own[number + 1].start
          ?? dash(from: position, to: parts.own[number + 1].value.lowerBound, in: bytes)
      let gap = bytes[position..<max(position, next)]
      let rest: Piece
      (member, rest) = Self.parted(gap, behind: member, isLast: isLast, isBlock: isBlock)
      lead = rest
      position = next
      members.append(member)
    }
    tail = parts.own.isEmpty ? bytes[position..<max(position, end)] : lead ?? []
    if kind == .object { index = KeyIndex(members, .yaml) }
  }

  /// Gives a member what belongs to it of the text behind its value.
  private static func parted(
    _ gap: Piece, behind member: DraftMember, isLast: Bool, isBlock: Bool
  ) -> (DraftMember, rest: Piece) {
    var member = member
    let rest: Piece
    if !isBlock, let comma = Gap.comma(in: gap) {
      member.beforeComma = gap[..<comma]
      member.hasComma = true
      let behind = gap[(comma + 1)...]
      (member.trail, rest) = isLast ? Gap.splitLast(behind) : Gap.split(behind)
    } else if isBlock, !Gap.hasLineEnd(gap) {
      // Behind the last value: what stands there is a comment on its line.
      (member.trail, rest) = (gap, [])
    } else if isBlock || Gap.hasLineEnd(gap) {
      (member.trail, rest) = Gap.split(gap)
    } else {
      (member.beforeComma, rest) = Gap.splitLast(gap)
    }
    return (member, rest)
  }

  /// Where the dash of an item stands; in brackets, where the item begins.
  private func dash(from start: Int, to end: Int, in bytes: [UInt8]) -> Int {
    guard isBlock else { return end }
    return bytes.withUnsafeBufferPointer {
      YAMLText.indicator(UInt8(ascii: "-"), from: start, to: end, in: $0) ?? end
    }
  }

  /// A member with its ranges.
  private struct Part {
    var member: DraftMember
    /// Where it begins; nil for an item.
    var start: Int?
    var key: Range<Int>?
    var value: Range<Int>

    static func all(
      of node: NodeID, in document: ConfigDocument, _ yaml: YAMLIndex
    ) -> (own: [Part], borrowed: [NodeID]) {
      var own: [Part] = []
      var borrowed: [NodeID] = []
      for child in document.children(node) {
        let row = yaml.rows[child.index]
        guard !row.flags.contains(.borrowed) else {
          borrowed.append(child)
          continue
        }
        var member = DraftMember(value: .source(child), origin: child)
        if row.flags.contains(.oddKey) { member.obstacle = .unusualKey }
        let key = document.keyRange(child)
        own.append(Part(member: member, start: key?.lowerBound, key: key, value: row.outer))
      }
      for merge in yaml.merges where merge.container == node.index {
        let text = document.bytes[merge.value]
        var member = DraftMember(value: .text(text, ""))
        member.obstacle = .mergeKey
        own.append(
          Part(member: member, start: merge.key.lowerBound, key: merge.key, value: merge.value))
      }
      if !yaml.merges.isEmpty { own.sort { $0.value.lowerBound < $1.value.lowerBound } }
      return (own, borrowed)
    }
  }
}
