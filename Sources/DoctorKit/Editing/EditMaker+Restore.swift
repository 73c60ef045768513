internal import ConfigDocument
internal import Diagnostics
internal import Migrations

extension EditMaker {
  /// Gives masks that stand in the config the values that a backup has in their places, and does
  /// nothing else (FM-03).
  mutating func restore(from bytes: [UInt8], name: String) throws(Stop) {
    let backup: ConfigDocument
    do throws(SyntaxFailure) {
      backup = try ConfigDocument(parsing: bytes)
    } catch {
      throw .unreadable(error, name: name)
    }
    let config = try current()
    let masks = Masks(in: config)
    var sources = [Counterpart(config: config, masks: masks, backup: backup)]
    // An older backup has older shapes: what the migrations make of it is like the config, or like
    // what they would make of the config.
    let planner = MigrationPlanner(target: target, allowsUnsafe: true)
    var fates: EventIndex?
    if let plan = try? planner.plan(backup), plan.hasChanges {
      sources.append(Counterpart(config: config, masks: masks, backup: plan.after))
    }
    var shapes: [Counterpart] = []
    if let plan = try? planner.plan(config), plan.hasChanges {
      fates = EventIndex(plan.ledger.entries.map(\.event))
      shapes = sources.map {
        Counterpart(config: plan.after, masks: Masks(in: plan.after), backup: $0.backup)
      }
    }
    let lines = LineIndex(config.bytes)
    let isStrict = isStrict
    for (node, path) in zip(masks.all, config.paths(to: masks.all)) {
      var value = sources.lazy.compactMap { $0.value(at: path, isStrict: isStrict) }.first
      if value == nil, case .kept(let place)? = fates?.fate(of: path) {
        value = shapes.lazy.compactMap { $0.value(at: place, isStrict: isStrict) }.first
      }
      guard let value else {
        findings.append(
          Finding(
            checkID: "not-in-backup", severity: .error,
            message: "the value of \(path) is not found in \(outside: name)",
            why: "its mask stays, and works as the secret", path: path,
            span: lines.span(config.keyRange(node) ?? config.range(node)),
            fix: .manual("try another backup, or make a new secret")))
        continue
      }
      try make(.set(value, at: path), saying: "put back the value of \(path)")
      restored += 1
    }
  }
}

/// Finds what a backup has where a config has a mask.
struct Counterpart {
  let config: ConfigDocument
  let backup: ConfigDocument
  private let comparison: ValueComparison
  private let backupMasks: Masks

  init(config: ConfigDocument, masks: Masks, backup: ConfigDocument) {
    self.config = config
    self.backup = backup
    comparison = ValueComparison(new: config, old: backup, masks: masks, rule: .anything)
    backupMasks = Masks(in: backup)
  }

  /// The value of the backup for a mask.
  ///
  /// - Parameters:
  ///   - path: where the mask stands in the config.
  ///   - isStrict: whether it goes into strict JSON.
  /// - Returns: nil when there is none, when it is a mask itself, or when it cannot be told which
  ///   item of a list it is in.
  func value(at path: ConfigPath, isStrict: Bool) -> NewValue? {
    var node = config.root
    var twin = backup.root
    for step in path.steps {
      guard let next = config.node(at: ConfigPath([step]), below: node) else { return nil }
      switch step {
      case .key(let key):
        guard let member = backup.member(key, of: twin) else { return nil }
        twin = member
      case .index(let index):
        guard backup.kind(twin) == .array, config.kind(node) == .array,
          case .old(let position) = ItemMatcher(comparison, new: node, old: twin).result[index],
          let item = backup.node(at: ConfigPath([.index(position)]), below: twin)
        else { return nil }
        twin = item
      }
      node = next
    }
    guard comparison.mask(node) != nil, backupMasks.within(backup.subtree(twin)).isEmpty else {
      return nil
    }
    return NewValue(backup, twin, isStrict: isStrict)
  }
}
