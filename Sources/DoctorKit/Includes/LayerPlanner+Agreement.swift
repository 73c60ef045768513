internal import ConfigDocument
internal import ConfigSchema
internal import ConfigStore
internal import Diagnostics
internal import Migrations

extension LayerPlanner {
  /// Plans all texts so that, merged, they become what the config would have become as a whole.
  ///
  /// A migration that sees one text alone may decide otherwise than it would with all of them in
  /// view. So the result is merged, migrated and compared with the merged and migrated config as it
  /// was; a migration without which the two agree is left out of all texts.
  ///
  /// - Returns: the plans, and what is left out.
  /// - Throws: `PlanError` of one of the texts.
  func agreeing() throws(PlanError) -> Round {
    var round = try round(
      without: Left(ids: Array(repeating: [], count: texts.count)))
    while let freezing = torn(round) { round = try self.round(without: freezing) }
    let whole = ConfigMerge(config.files.map(\.document), layers.table).document()
    guard let whole, let planned = try? planned(whole).after,
      let wanted = ConfigMerge.canonical(planned)
    else { return round.hasChanges ? try blind(round) : round }
    if let rest = rest(of: round, for: wanted) { return telling(rest, in: round) }
    if let freezing = oneSided(round) {
      round = try self.round(without: freezing)
      if let rest = rest(of: round, for: wanted) { return telling(rest, in: round) }
    }
    let ids = migrations(of: round)
    for id in ids {
      let attempt = try self.round(without: leaving(out: [id], of: round))
      if let rest = rest(of: attempt, for: wanted) { return telling(rest, in: attempt) }
    }
    for count in ids.indices.dropFirst() {
      let attempt = try self.round(without: leaving(out: Array(ids[...count]), of: round))
      if let rest = rest(of: attempt, for: wanted) { return telling(rest, in: attempt) }
    }
    return try blind(round)
  }

  /// What is left to do in the merged config after a round.
  ///
  /// - Parameters:
  ///   - round: what is done in each text.
  ///   - wanted: what the merged config becomes as a whole.
  /// - Returns: nil when the files, merged and migrated, are not that.
  private func rest(of round: Round, for wanted: [UInt8]) -> MigrationPlan? {
    var documents = config.files.map(\.document)
    for part in round.plans.compactMap({ $0 }).flatMap(\.parts) {
      guard let number = number(of: part), let new = try? ConfigDocument(parsing: part.bytes)
      else { return nil }
      documents[number] = new
    }
    guard let after = ConfigMerge(documents, layers.table).document(),
      let plan = try? planned(after), ConfigMerge.canonical(plan.after) == wanted
    else { return nil }
    return plan
  }

  /// Tells of what is done in none of the files, because what it needs is spread over them.
  private func telling(_ rest: MigrationPlan, in round: Round) -> Round {
    var round = round
    var told = Set(round.left.findings.map(\.checkID)).union(round.left.ids[0])
    for plan in round.plans { told.formUnion(plan?.plan.findings.map(\.checkID) ?? []) }
    var waiting: [(id: String, path: ConfigPath?)] = []
    for finding in rest.findings where told.insert(finding.checkID).inserted {
      if case .unsafe = finding.fix {
        waiting.append((finding.checkID, finding.path))
      } else {
        // Places of the merged config are in no file.
        round.left.findings.append(finding.placed(nil, in: nil))
      }
    }
    for change in rest.changes where told.insert(change.migration).inserted {
      waiting.append((change.migration, change.source ?? change.target))
    }
    round.left.findings += waiting.map { spread($0.id, $0.path ?? .root) }
    return round
  }

  private func spread(_ id: String, _ path: ConfigPath) -> Finding {
    let facts = MigrationChain.all.first { $0.id == id }?.facts
    let files = holders(of: path)
    return Finding(
      checkID: id,
      severity: facts.map { $0.life.isRefused(by: target) } == true ? .error : .warning,
      message: """
        \(ours: id) is not applied to \(path): what it needs is spread over \
        \(files.count > 1 ? Self.list(files) : "files that are merged")
        """,
      why: "OpenClaw merges the files, and which of them the change belongs to is not certain",
      path: path, since: facts.map { ($0.life.refused ?? $0.life.introduced).description },
      fix: .manual("make the change by hand in the files that it belongs to"))
  }

  /// The files that have something at a path, or at the end of as much of it as there is.
  private func holders(of path: ConfigPath) -> [String] {
    var path = path
    while let parent = path.parent {
      var files: [String] = []
      for (number, text) in texts.enumerated() {
        guard let node = text.document.node(at: path) else { continue }
        let place = text.place(text.document.span(text.document.range(node)))
        let isInclude =
          text.document.member("$include", of: node) != nil && text.document.childCount(node) == 1
        guard number == 0 || place.file != 0, !isInclude else { continue }
        let file = text.files[place.file].path
        if !files.contains(file) { files.append(file) }
      }
      if files.count > 1 { return files }
      path = parent
    }
    return []
  }

  private func number(of part: FileChange) -> Int? {
    config.files.firstIndex { $0.snapshot.target == part.snapshot.target }
  }

  /// The migrations that do something, in the order of the texts.
  private func migrations(of round: Round) -> [String] {
    var seen: Set<String> = []
    return round.plans.compactMap { $0 }.flatMap { plan in
      plan.plan.ledger.entries.map(\.migration)
    }.filter { seen.insert($0).inserted }
  }

  // MARK: Leaving out

  /// Leaves migrations out of all texts.
  private func leaving(out ids: [String], of round: Round) -> Left {
    var left = round.left
    for text in left.ids.indices { left.ids[text].formUnion(ids) }
    left.everywhere.formUnion(ids)
    for id in ids {
      var files: [String] = []
      var first: (plan: MigrationPlan, text: Int)?
      for (text, plan) in round.plans.enumerated() {
        guard let plan, plan.plan.changes.contains(where: { $0.migration == id }) else { continue }
        if first == nil { first = (plan.plan, text) }
        for part in plan.parts where !files.contains(part.snapshot.path) {
          files.append(part.snapshot.path)
        }
      }
      guard let first else { continue }
      left.findings.append(
        withheld(
          id, first.plan, first.text, "\(ours: id) is not applied to \(Self.list(files))",
          why: """
            OpenClaw merges the files, and done in each of them it would not give what it gives \
            when it is done to the merged config
            """))
    }
    return left
  }

  /// Does nothing in files that are merged, nor beside their includes.
  private func blind(_ round: Round) throws(PlanError) -> Round {
    var left = leaving(out: migrations(of: round).filter { isInLayer($0, round) }, of: round)
    // In the config they are done where no include stands in the way.
    left.ids[0] = round.left.ids[0]
    left.everywhere = round.left.everywhere
    left.frozen = Set(1..<texts.count)
    left.isBlind = true
    return try self.round(without: left)
  }

  private func isInLayer(_ id: String, _ round: Round) -> Bool {
    round.plans.dropFirst().contains { plan in
      plan?.plan.changes.contains { $0.migration == id } == true
    }
  }

  // MARK: One file at several places

  /// A file that several texts hold, and what each of them makes of it.
  private func shared(_ round: Round) -> [(file: Int, texts: [Int], results: [[UInt8]?])] {
    var holders: [Int: [Int]] = [:]
    for text in texts.indices {
      for file in files(of: text) { holders[file, default: []].append(text) }
    }
    return holders.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { file, texts in
      let target = config.files[file].snapshot.target
      return (
        file, texts,
        texts.map { text in
          round.plans[text]?.parts.first { $0.snapshot.target == target }?.bytes
        }
      )
    }
  }

  /// What to freeze because one file would have to become two.
  private func torn(_ round: Round) -> Left? {
    let torn = shared(round).filter { Set($0.results.compactMap { $0 }).count > 1 }
    return torn.isEmpty ? nil : freezing(torn.map { ($0.file, $0.texts) }, of: round)
  }

  /// What to freeze because a file would change for one of its places and not for another.
  private func oneSided(_ round: Round) -> Left? {
    let found = shared(round).filter { one in
      one.results.contains { $0 == nil } && one.results.contains { $0 != nil }
    }
    return found.isEmpty ? nil : freezing(found.map { ($0.file, $0.texts) }, of: round)
  }

  private func freezing(_ files: [(file: Int, texts: [Int])], of round: Round) -> Left {
    var left = round.left
    for (file, texts) in files {
      left.frozen.formUnion(texts)
      guard
        let (text, plan) = texts.lazy.compactMap({ text in
          round.plans[text].map { (text, $0) }
        }).first(where: { $0.1.plan.hasChanges }), let id = plan.plan.changes.first?.migration
      else { continue }
      let places = texts.compactMap { text in
        self.texts[text].mounts.first { $0.child == file }?.path
      }
      let first: Message = "\(places.first ?? .root)"
      left.findings.append(
        withheld(
          id, plan.plan, text,
          """
          \(outside: config.files[file].path) is left as it is: it is included at \
          \(places.dropFirst().reduce(first) { "\($0) and at \($1)" })
          """,
          why: "what would be right at one of these places is not what would be right at another"))
    }
    return left
  }

  private static func list(_ files: [String]) -> Message {
    let first: Message = "\(outside: files.first ?? "")"
    return files.dropFirst().reduce(first) { "\($0) and \(outside: $1)" }
  }
}
