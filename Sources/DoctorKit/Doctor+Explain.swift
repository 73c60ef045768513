internal import Checks
internal import ConfigSchema
internal import Diagnostics
internal import Migrations

extension Doctor {
  /// Explains a key, a migration or a check.
  ///
  /// - Parameter subject: a path (`channels.telegram.botToken`, `agents.list[].id`), or an
  ///   identifier of a report.
  /// - Returns: nil when there is none of that name.
  public static func explain(_ subject: String) -> Explanation? {
    if let migration = MigrationChain.all.first(where: { $0.id == subject }) {
      var explanation = explain(migration.facts)
      explanation.examples = examples(ofMigration: subject)
      return explanation
    }
    if let change = DefaultChange.catalogue.first(where: { $0.id == subject }) {
      return Explanation(
        subject: subject,
        summary: "The default of \(change.key) changed in \(change.release)",
        why: "before: \(change.old); now: \(change.new)", chapters: [], successor: nil,
        children: [])
    }
    if let check = CheckRegistry.all.first(where: { $0.id == subject }) {
      return Explanation(
        subject: check.id, summary: check.summary, why: nil, chapters: [], successor: nil,
        children: [])
    }
    if let summary = HostReader.summaries[subject] {
      return Explanation(
        subject: subject, summary: summary, why: nil, chapters: [], successor: nil, children: [])
    }
    if SchemaFindings.knows(subject) {
      return Explanation(
        subject: subject, summary: "What the schema of a release does not accept", why: nil,
        chapters: [], successor: nil, children: [])
    }
    return key(subject)
  }

  private static func explain(_ facts: MigrationFacts) -> Explanation {
    var consequence = ""
    if case .unsafe(let text) = facts.safety {
      consequence = "; only with --unsafe or --only \(facts.id): \(text)"
    }
    let refused = facts.life.refused.map { "; the old shape is refused since \($0)" } ?? ""
    return Explanation(
      subject: facts.id, summary: facts.summary,
      why: "\(facts.why) (new shape since \(facts.life.introduced)\(refused))\(consequence)",
      chapters: [],
      successor: nil, children: [])
  }

  private static func key(_ text: String) -> Explanation? {
    let spelled = text.split(separator: "[]", omittingEmptySubsequences: false).joined(
      separator: "[0]")
    guard let path = try? ConfigPath(parsing: spelled), let key = KeyExplanation(path) else {
      return nil
    }
    return Explanation(
      subject: key.path, summary: key.life.phrase, why: nil,
      chapters: key.chapters.map { chapter in
        Explanation.Chapter(
          first: chapter.first.description, last: chapter.last?.description, types: chapter.types,
          values: chapter.values, limits: chapter.limits, standard: chapter.standard,
          notes: chapter.notes)
      }, successor: key.successor?.description, children: key.children)
  }
}
