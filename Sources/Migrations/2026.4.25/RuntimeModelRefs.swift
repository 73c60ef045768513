internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Separates the program that runs an agent from the name of its model.
///
/// ## Why
/// Since 2026.4.25 `claude-cli/opus` is the model `anthropic/opus`, run by the program `claude-cli`.
///
/// ## What it keeps
/// Everything unless it is asked for: which login is used and who pays depends on it (FM-37). The
/// model in use decides; fallbacks of the same program go along, others stay. Entries of the map of
/// models stay for those who use the old name elsewhere, and get a twin under the new one.
///
/// From 2026.5.12 on the program stands in the map, for each model. Where there is no map none is
/// made, for it would forbid all other models. Of the names of the other programs nothing is known
/// but that they are old; they are reported.
package struct RuntimeModelRefs: Migration {
  package let facts = MigrationFacts(
    "runtime-model-refs", life: Life(introduced: "2026.4.25"),
    summary: "Separate the program that runs an agent from its model",
    why: "the program that runs an agent is no part of the model's name since 2026.4.25",
    safety: .unsafe("login, route and price of the model may be others afterwards"))

  package let examples = [
    MigrationExample(
      """
      {
        agents: {
          defaults: {
            model: "claude-cli/opus", // the good one
          },
        },
      }
      """,
      """
      {
        agents: {
          defaults: {
            model: "anthropic/opus", // the good one
            agentRuntime: {
              id: "claude-cli",
            },
          },
        },
      }
      """),
    MigrationExample(
      """
      { agents: { list: [{
        id: "a",
        model: { primary: "claude-cli/opus", fallbacks: ["claude-cli/haiku", "openai/gpt-5.2"] },
        models: { "claude-cli/opus": { alias: "o", params: { n: 1 } }, "anthropic/opus": { alias: "x" } },
      }] } }
      """,
      """
      { agents: { list: [{
        id: "a",
        model: { primary: "anthropic/opus", fallbacks: ["anthropic/haiku", "openai/gpt-5.2"] },
        models: { "claude-cli/opus": { alias: "o", params: { n: 1 } }, "anthropic/opus": { alias: "x", params: { n: 1 }, agentRuntime: { id: "claude-cli" } }, "anthropic/haiku": { agentRuntime: { id: "claude-cli" } } },
      }] } }
      """, target: "2026.6.1"),
    MigrationExample(
      unchanged: """
        {
          // what it is called now is not known
          agents: { defaults: { model: "codex-cli/gpt-5" } },
        }
        """),
    MigrationExample(
      unchanged: "{ agents: { defaults: { model: 'claude-cli/opus' } } } // no map",
      target: "2026.6.1"),
  ]

  private static let program = "claude-cli"
  private static let others = ["codex-cli/", "google-gemini-cli/"]

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("agents") && vocabulary.holds("model")
  }

  package func apply(to transform: inout Transform) {
    for owner in transform.matches("agents.{defaults,list[],entries.*}") {
      let model = owner.appending(key: "model")
      let primary = transform.isObject(model) ? model.appending(key: "primary") : model
      guard let name = transform.text(primary) else { continue }
      if Self.others.contains(where: { name.hasPrefix($0) }) {
        transform.note(
          .warning, at: primary, "\(primary) names a program instead of a provider",
          why: "\(ours: facts.why)", fix: .manual("choose the model anew"))
      }
      guard renamed(name) != nil else { continue }
      separate([primary] + fallbacks(of: model, in: transform), of: owner, in: &transform)
    }
  }

  private func fallbacks(of model: ConfigPath, in transform: Transform) -> [ConfigPath] {
    let list = model.appending(key: "fallbacks")
    return (0..<transform.draft.count(at: list)).map { list.appending(index: $0) }
  }

  private func renamed(_ name: String) -> String? {
    guard name.hasPrefix(Self.program + "/"), !name.contains("${") else { return nil }
    return "anthropic" + name.dropFirst(Self.program.count)
  }

  private func separate(
    _ uses: [ConfigPath], of owner: ConfigPath, in transform: inout Transform
  ) {
    let map = owner.appending(key: "models")
    let isPerModel = transform.target >= "2026.5.12"
    guard !isPerModel || transform.isObject(map) else { return }
    var names: [String] = []
    for use in uses {
      guard let name = transform.text(use).flatMap(renamed) else { continue }
      if transform.convert(use, to: use, .string(name)) { names.append(name) }
    }
    for key in transform.draft.keys(at: map) {
      guard let name = renamed(key) else { continue }
      addTwin(of: map.appending(key: key), at: map.appending(key: name), in: &transform)
    }
    for place in isPerModel ? names.map({ map.appending(key: $0) }) : [owner] {
      choose(at: place.appending(key: "agentRuntime"), in: &transform)
    }
  }

  private func addTwin(
    of entry: ConfigPath, at twin: ConfigPath, in transform: inout Transform
  ) {
    guard transform.has(twin) else {
      transform.add(twin, transform.copy(of: entry), because: "\(ours: facts.why)")
      return
    }
    for key in transform.draft.keys(at: entry) {
      let value = transform.copy(of: entry.appending(key: key))
      transform.add(twin.appending(key: key), value, because: "\(ours: facts.why)")
    }
  }

  private func choose(at runtime: ConfigPath, in transform: inout Transform) {
    let id = runtime.appending(key: "id")
    if transform.text(id) == "auto" {
      transform.convert(id, to: id, .string(Self.program), shownAs: Self.program)
    } else {
      transform.add(id, .string(Self.program), because: "\(ours: facts.why)")
    }
  }
}
