internal import ConfigDocument
internal import ConfigSchema
internal import ConfigStore
internal import Diagnostics
internal import Migrations

/// Plans each of the texts that OpenClaw merges by itself, and sees to it that together they become
/// what the config would have become as a whole.
struct LayerPlanner {
  /// What is left out.
  struct Left {
    /// Migrations, by text: 0 is the config, layer 0 is 1.
    var ids: [Set<String>]
    /// Migrations that are left out of all texts.
    var everywhere: Set<String> = []
    /// Texts in which nothing is done.
    var frozen: Set<Int> = []
    /// Whether nothing is done beside an include that is merged either.
    var isBlind = false
    /// Why.
    var findings: [Finding] = []
  }

  /// One try.
  struct Round {
    /// What is done in each text; nil for nothing.
    var plans: [LayerPlan?] = []
    var left: Left
    /// Whether there is something to write.
    var hasChanges: Bool { plans.contains { $0?.parts.isEmpty == false } }
  }

  let config: MountedConfig
  let layers: ConfigLayers
  let target: Release
  /// The texts: the config, then the layers.
  let texts: [MountedConfig]
  /// What each text is merged with.
  let surroundings: [MergedLayers]
  private let planner: MigrationPlanner

  /// Prepares a planner.
  ///
  /// - Parameters:
  ///   - config: the config.
  ///   - layers: what OpenClaw merges with it.
  ///   - planner: what the request allows.
  init(_ config: MountedConfig, _ layers: ConfigLayers, as planner: MigrationPlanner) {
    self.config = config
    self.layers = layers
    self.planner = planner
    target = planner.target
    texts = [config] + layers.layers.map(\.config)
    surroundings = layers.surroundings(in: config)
  }

  /// The numbers of the included files that a text consists of.
  func files(of text: Int) -> Set<Int> { Set(texts[text].mounts.map(\.child)) }

  /// The places of the includes of a text that are merged.
  func directives(of text: Int) -> [ConfigPath] {
    layers.sites.filter { $0.text == text }.map(\.directive)
  }

  /// What a whole config would become, without a look at its files.
  func planned(_ document: ConfigDocument) throws(PlanError) -> MigrationPlan {
    var planner = planner
    planner.separate = [:]
    planner.layers = nil
    return try planner.plan(document)
  }

  /// Plans all texts, the including ones first.
  ///
  /// - Parameter left: what is left out.
  /// - Returns: the plans, and what had to be left out besides.
  /// - Throws: `PlanError` of one of them.
  func round(without left: Left) throws(PlanError) -> Round {
    var round = Round(left: left)
    for text in texts.indices {
      let plan = left.frozen.contains(text) ? nil : try plan(text, &round)
      round.plans.append(plan)
    }
    return round
  }

  // MARK: One text

  private func plan(_ text: Int, _ round: inout Round) throws(PlanError) -> LayerPlan? {
    let config = texts[text]
    var own = planner
    own.separate = config.values
    own.layers = round.left.isBlind ? nil : surroundings[text]
    own.skipped.formUnion(round.left.ids[text])
    let borders = IncludeGuard(config: config, target: target, directives: directives(of: text))
    while true {
      var plan = try own.plan(config.document)
      let crossed = try borders.withhold(from: &plan, of: &own)
      // Of the config they are told where it is planned for good.
      if text > 0 { round.left.findings += crossed.map { found($0, in: text) } }
      let fates = borders.fates(of: plan)
      if text > 0 {
        let excess = excess(text, fates, round)
        guard !excess.isFinal else { return nil }
        if !excess.ids.isEmpty {
          round.left.findings += excess.ids.intersection(fates.inside).sorted()
            .map { outside($0, plan, text) }
          own.skipped.formUnion(excess.ids)
          continue
        }
      }
      round.left.ids[text] = own.skipped.subtracting(planner.skipped)
      guard let parts = config.parts(of: plan, fates) else { return nil }
      let root = self.config.files[0].snapshot.target
      return LayerPlan(
        config: config, plan: plan, fates: fates,
        parts: text == 0 ? parts : parts.filter { $0.snapshot.target != root },
        places: text == 0 ? [.root] : [config.mounts[0].path, fates.paths[0]])
    }
  }

  /// What a layer must not do: anything in the config that was made up around it, and moving where
  /// the object that includes it does not move.
  private func excess(
    _ text: Int, _ fates: MountFates, _ round: Round
  ) -> (ids: Set<String>, isFinal: Bool) {
    guard fates.outside.isEmpty else { return (fates.outside, false) }
    let site = layers.sites[layers.layers[text - 1].site]
    var place = site.place
    if let parent = round.plans[site.text],
      let number = directives(of: site.text).firstIndex(of: site.directive)
    {
      place = parent.fates.directives[number].parent ?? place
    }
    guard fates.paths[0] != place else { return ([], false) }
    return (fates.moving, fates.moving.isEmpty)
  }

  // MARK: Words

  /// A finding about a place in a text, as one about a place in the file.
  func found(_ finding: Finding, in text: Int) -> Finding {
    let config = texts[text]
    guard text > 0, let place = finding.span.map({ config.place($0) }) else { return finding }
    return place.file == 0
      ? finding.placed(nil, in: nil)
      : finding.placed(place.span, in: config.files[place.file].path)
  }

  /// Says that a migration is left out of a text.
  ///
  /// - Parameters:
  ///   - id: the migration.
  ///   - plan: what it would do there.
  ///   - text: the number of the text.
  ///   - message: what is left as it is.
  ///   - why: why.
  /// - Returns: the finding, at the first place concerned.
  func withheld(
    _ id: String, _ plan: MigrationPlan, _ text: Int, _ message: Message, why: Message
  ) -> Finding {
    let config = texts[text]
    let facts = MigrationChain.all.first { $0.id == id }?.facts
    let change = plan.changes.first { change in
      change.migration == id && change.span.map { config.place($0).file != 0 || text == 0 } == true
    }
    return found(
      Finding(
        checkID: id,
        severity: facts.map { $0.life.isRefused(by: target) } == true ? .error : .warning,
        message: message, why: why, path: change?.source ?? change?.target, span: change?.span,
        since: facts.map { ($0.life.refused ?? $0.life.introduced).description },
        fix: .manual("make the change by hand in the files that it belongs to")), in: text)
  }

  private func outside(_ id: String, _ plan: MigrationPlan, _ text: Int) -> Finding {
    let layer = layers.layers[text - 1]
    return withheld(
      id, plan, text,
      """
      \(ours: id) is not applied in \(outside: config.files[layer.file].path): it would write \
      outside of \(layer.place), for which the file stands
      """,
      why: "what stands in a file of its own is not put into another one unasked")
  }
}

extension Finding {
  /// The finding at another place.
  func placed(_ span: SourceSpan?, in file: String?) -> Finding {
    Finding(
      checkID: checkID, severity: severity, message: message, why: why, path: path, span: span,
      file: file, since: since, fix: fix)
  }
}
