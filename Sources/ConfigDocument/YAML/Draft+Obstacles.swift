internal import Diagnostics

/// What YAML has and an edit must not guess about.
extension Draft {
  /// Why a collection cannot be taken apart: another place would change with it, or its text is not
  /// here.
  func obstacle(toOpening node: NodeID) -> EditError.Code? {
    guard let row = document.yaml?.rows[node.index] else { return nil }
    if row.flags.contains(.alias) { return .alias }
    if row.flags.contains(.borrowed) { return .mergeKey }
    if row.flags.contains(.sharedAnchor) { return .sharedAnchor }
    if row.flags.contains(.foreignTag) { return .foreignTag }
    return row.style == .pair ? .inexpressible : nil
  }

  /// Why a value cannot be written anew.
  func obstacle(toReplacing value: DraftValue) -> EditError.Code? {
    guard notation == .yaml else { return nil }
    if case .source(let node) = value, let row = document.yaml?.rows[node.index] {
      if row.flags.contains(.alias) { return .alias }
      if row.flags.contains(.borrowed) { return .mergeKey }
      if row.flags.contains(.foreignTag) { return .foreignTag }
      if row.style == .template { return .template }
    }
    if kind(value) == .string, string(value).contains("{{") { return .template }
    return obstacle(toRemoving: value)
  }

  /// Why a value cannot go away: what stands elsewhere means it.
  func obstacle(toRemoving value: DraftValue) -> EditError.Code? {
    obstacle(in: value) { flags in flags.contains(.sharedAnchor) ? .sharedAnchor : nil }
  }

  /// Why a value cannot go elsewhere: anchors stand in front of their aliases.
  func obstacle(toMoving value: DraftValue) -> EditError.Code? {
    obstacle(in: value) { flags in
      flags.contains(.sharedAnchor) ? .sharedAnchor : flags.contains(.alias) ? .alias : nil
    }
  }

  private func obstacle(
    in value: DraftValue, _ judge: (YAMLRow.Flags) -> EditError.Code?
  ) -> EditError.Code? {
    guard let yaml = document.yaml else { return nil }
    switch value {
    case .scalar, .text: return nil
    case .source(let node):
      for index in document.subtree(node) {
        if let code = judge(yaml.rows[index].flags) { return code }
      }
      // A merge key is an alias too.
      let hasMerge = yaml.merges.contains { document.subtree(node).contains($0.container) }
      return hasMerge ? judge(.alias) : nil
    case .container(let index):
      for member in containers[index].members {
        if member.obstacle == .mergeKey, let code = judge(.alias) { return code }
        if let code = obstacle(in: member.value, judge) { return code }
      }
      return nil
    }
  }

  /// Why a member cannot be given another key or place, or be removed.
  func obstacle(toDetaching place: Int, from container: Int) -> EditError.Code? {
    let member = containers[container].members[place]
    if let obstacle = member.obstacle { return obstacle }
    guard containers[container].hasMerges, let known = mergedKeys(of: container),
      known.contains(notation.decodeKey(member.key))
    else { return nil }
    return .mergeKey
  }

  /// The keys of all mappings that merge keys of a container name.
  private func mergedKeys(of container: Int) -> Set<String>? {
    guard let yaml = document.yaml else { return nil }
    var keys = Set<String>()
    for member in containers[container].members where member.obstacle == .mergeKey {
      for merge in yaml.merges where merge.key.lowerBound == member.key.startIndex {
        for source in merge.sources {
          for child in document.children(NodeID(source)) {
            if let key = document.key(child) { keys.insert(key) }
          }
        }
      }
    }
    return keys
  }

  /// A member of a container that is there through a merge key only.
  func borrowed(_ step: ConfigPath.Step, in container: Int) -> NodeID? {
    guard case .key(let key) = step else { return nil }
    return containers[container].borrowed.first { document.hasKey($0, key) }
  }

  /// The members of a container as a program sees them.
  func membersWithMerged(_ container: Int) -> [(key: Piece, value: DraftValue)] {
    containers[container].members.filter { $0.obstacle != .mergeKey }.map { ($0.key, $0.value) }
      + containers[container].borrowed.map { node in
        (document.keyRange(node).map { document.bytes[$0] } ?? [], .source(node))
      }
  }
}
