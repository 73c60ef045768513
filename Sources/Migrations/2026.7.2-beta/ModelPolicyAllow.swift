internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Writes the names in `agents.defaults.models` into `modelPolicy.allow`.
///
/// ## Why
/// Until 2026.7.1 the map of models was also the list of those that are allowed. Since 2026.7.2
/// only `modelPolicy.allow` is, and without it every model is.
///
/// ## What it keeps
/// What was allowed, in order, and the map. Once is enough: OpenClaw marks it under
/// `meta.migrations`. In a config that 2026.7.2 or later has written the map allows nothing, and
/// none is made. A name without a provider is not allowed there; it is left out and reported.
package struct ModelPolicyAllow: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "model-policy-allow",
      life: Life(introduced: "2026.7.2-beta"),
      summary: "Write down which models are allowed",
      why: "only modelPolicy.allow says which models are allowed since 2026.7.2")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          agents: {
            defaults: {
              models: {
                "openai/*": {},
                "a/b": { alias: "b" }, // mine
              },
            },
          },
        }
        """,
        """
        {
          agents: {
            defaults: {
              models: {
                "openai/*": {},
                "a/b": { alias: "b" }, // mine
              },
              modelPolicy: {
                allow: ["openai/*", "a/b"],
              },
            },
          },
          meta: {
            migrations: {
              modelPolicyAllowlist: true,
            },
          },
        }
        """),
      MigrationExample(
        unchanged: """
          { agents: { defaults: { models: { "a/b": {} }, modelPolicy: { allow: [] } } } }
          """),
      MigrationExample(
        unchanged: """
          { agents: { defaults: { models: { "a/b": {} } } }, meta: { migrations: { modelPolicyAllowlist: true } } }
          """),
      MigrationExample(
        unchanged: """
          { agents: { defaults: { models: { "a/b": {} } } }, meta: { lastTouchedVersion: "2026.8.1" } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("models")
  }

  package func apply(to transform: inout Transform) {
    let models = Transform.path("agents.defaults.models")
    let allowed = Transform.path("agents.defaults.modelPolicy.allow")
    let mark = Self.mark
    let author = transform.text(Transform.path("meta.lastTouchedVersion")).flatMap { Release($0) }
    if let author, author >= facts.life.introduced { return }
    let names = transform.draft.keys(at: models).filter { !Transform.trimmed($0).isEmpty }
    guard !names.isEmpty, !transform.has(allowed), transform.draft.boolean(at: mark) != true else {
      return
    }
    for name in names where !name.contains("/") {
      transform.note(
        .warning, at: models.appending(key: name), "a model is named without its provider",
        why: "\(ours: facts.why), and it takes only names with a provider",
        fix: .manual("name it with its provider, and add it to \(allowed)"))
    }
    let full = names.filter { $0.contains("/") }
    guard !full.isEmpty else { return }
    transform.together { transform in
      transform.add(
        allowed, .array(full.map { .string($0) }), because: "these models were allowed so far")
        && transform.add(mark, .boolean(true), because: "OpenClaw does it only once")
    }
  }

  /// Where OpenClaw notes that it was done.
  private static let mark = Transform.path("meta.migrations.modelPolicyAllowlist")

  /// Notes for a map of models that is about to be made that it was never a list of allowed ones.
  static func markNewMap(_ models: ConfigPath, in transform: inout Transform) {
    guard transform.target >= "2026.7.2-beta", !transform.has(models),
      models == Transform.path("agents.defaults.models")
    else { return }
    transform.add(mark, .boolean(true), because: "the new map of models allows and forbids nothing")
  }
}
