internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics
internal import Migrations

/// Turns what the target does not know into comments, so that the gateway starts and nothing is
/// lost, and brings it back.
enum Parking {
  /// The check that parking is a repair of.
  static let id = "schema.unknown-key"

  /// Parks the members of a plan's result that the target refuses as unknown.
  ///
  /// - Parameters:
  ///   - plan: what is planned.
  ///   - target: the release that must accept the result.
  ///   - skipped: identifiers that are not wanted.
  /// - Returns: the plan to follow, and a finding for each member.
  /// - Throws: `PlanError` when taking the comments back would not give the same text.
  static func park(
    _ plan: MigrationPlan, for target: Release, skipped: Set<String>
  ) throws(PlanError) -> (plan: MigrationPlan, findings: [Finding]) {
    guard !skipped.contains(id) else { return (plan, []) }
    let unknown = Validator(target).violations(in: plan.after)
      .filter { $0.checkID == id && $0.severity == .error }
    let nodes = unknown.compactMap { plan.after.node(at: $0.path) }
    guard !nodes.isEmpty else { return (plan, []) }
    let text = ParkedMembers.park(nodes, in: plan.after)
    guard let result = try? ConfigDocument(parsing: text),
      ParkedMembers.unpark(result) == ParkedMembers.unpark(plan.after)
    else { throw PlanError.unreadable }
    let origin = plan.origin
    let lines = LineIndex(plan.after.bytes)
    func span(_ path: ConfigPath) -> SourceSpan? {
      if let origin { return origin(path) }
      return plan.after.node(at: path).map {
        lines.span(plan.after.keyRange($0) ?? plan.after.range($0))
      }
    }
    let changes = unknown.map { violation in
      Change(
        migration: id, action: .remove, source: violation.path, target: nil,
        span: span(violation.path), message: "turn \(violation.path) into a comment")
    }
    let findings = unknown.map { violation in
      Finding(
        checkID: id, severity: .error, message: "turn \(violation.path) into a comment",
        why: "\(ours: target.description) does not start with a key that it does not know",
        path: violation.path, span: span(violation.path),
        fix: .safe("--unpark brings it back, byte for byte"))
    }
    return (plan.parking(result, changes), findings)
  }

  /// Brings parked members back.
  ///
  /// - Parameter document: the config.
  /// - Returns: the config with them, and what there is to say; the config as it is when something
  ///   is in the way.
  static func unpark(_ document: ConfigDocument) -> (document: ConfigDocument, finding: Finding?) {
    let text = ParkedMembers.unpark(document)
    guard text != document.bytes else { return (document, nil) }
    guard IncludeOccurrence.all(in: document).isEmpty else { return (document, withIncludes) }
    guard let result = try? ConfigDocument(parsing: text),
      duplicates(result) == duplicates(document)
    else {
      return (
        document,
        Finding(
          checkID: "parked-members", severity: .warning,
          message: "members that stand in comments cannot be brought back",
          why: "the same key has been written beside one, or a comment was moved or changed",
          fix: .manual("look for clawdoctor:parked in the file and take what is wanted out by hand")
        )
      )
    }
    let count = document.comments().count { ParkedMembers.content(of: document.bytes[$0]) != nil }
    return (
      result,
      Finding(
        checkID: "parked-members", severity: .warning,
        message: "bring \(count) members back that stand in comments",
        fix: .safe("--unpark does it"))
    )
  }

  /// What there is to say where a config consists of several files: which of them a comment belongs
  /// to is not told apart.
  static let withIncludes = Finding(
    checkID: "parked-members", severity: .warning,
    message: "members are neither parked nor brought back in a config that includes other files",
    fix: .manual("do it in each file by itself, with --config"))

  /// What there is to say where a config is in YAML or inside another file.
  static let inOtherFiles = Finding(
    checkID: "parked-members", severity: .warning,
    message:
      "members are neither parked nor brought back in YAML and in configs inside other files",
    fix: .manual("take out by hand what the release does not know"))

  /// How many keys stand in their object more than once.
  private static func duplicates(_ document: ConfigDocument) -> Int {
    var count = 0
    document.forEachNode { node in
      guard document.kind(node) == .object else { return }
      var seen: Set<String> = []
      for child in document.children(node) {
        if let key = document.key(child), !seen.insert(key).inserted { count += 1 }
      }
    }
    return count
  }
}
