internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Renames models of `openai-codex` and `codex` to `openai` and gives them the runtime `codex`.
///
/// ## Why
/// Since 2026.5.5 the provider says whose model it is, and the runtime of the model says which
/// program asks for it.
///
/// ## What it keeps
/// The models with their order and settings. It waits to be asked: users of a ChatGPT subscription
/// were billed by API key after OpenClaw had done this.
package struct CodexRouteRefs: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "codex-route-refs",
      life: Life(introduced: "2026.5.5"),
      summary: "Rename models of openai-codex to openai",
      why: "models of openai-codex are models of openai with the runtime codex since 2026.5.5",
      safety: .unsafe("models are asked under another login, and other bills come"))
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          agents: {
            defaults: {
              model: { primary: "openai-codex/gpt-5.5", fallbacks: ["a/b"] }, // the subscription
            },
          },
        }
        """,
        """
        {
          agents: {
            defaults: {
              model: { primary: "openai/gpt-5.5", fallbacks: ["a/b"] }, // the subscription
              models: {
                "openai/gpt-5.5": {
                  agentRuntime: {
                    id: "codex",
                  },
                },
              },
            },
          },
        }
        """),
      MigrationExample(
        """
        { hooks: { gmail: { model: "openai-codex/m" } } }
        """,
        """
        { hooks: { gmail: { model: "openai/m" } } }
        """),
      MigrationExample(
        """
        { agents: { defaults: { models: { "codex/m": { alias: "c" }, "openai/m": { agentRuntime: { id: "auto" } } } } } }
        """,
        """
        { agents: { defaults: { models: { "openai/m": { agentRuntime: { id: "auto" }, alias: "c" } } } } }
        """),
      MigrationExample(
        unchanged: """
          { agents: { defaults: { model: "openai/gpt-5.5" } } }
          """),
    ]
  }

  package func apply(to transform: inout Transform) {
    for scope in transform.matches("agents{.defaults,.list[],.entries.*}") {
      let models = scope.appending(key: "models")
      var renamed: [String] = []
      for slot in Self.slots {
        for place in transform.matches("\(scope).\(slot)") {
          if let ref = rename(place, in: &transform) { renamed.append(ref) }
        }
      }
      for key in transform.draft.keys(at: models) {
        guard let ref = Self.canonical(key) else { continue }
        let source = models.appending(key: key)
        let isGone =
          transform.isObject(source)
          ? transform.merge(source, into: models.appending(key: ref))
          : transform.move(source, to: models.appending(key: ref))
        if isGone { renamed.append(ref) }
      }
      if !renamed.isEmpty { ModelPolicyAllow.markNewMap(models, in: &transform) }
      for ref in renamed {
        let runtime = models.appending(key: ref).appending(key: "agentRuntime")
        if !transform.has(runtime) {
          transform.add(
            runtime.appending(key: "id"), .string("codex"), because: "\(ours: facts.why)")
        }
      }
    }
    for pattern in Self.others {
      for place in transform.matches(pattern) { _ = rename(place, in: &transform) }
    }
  }

  /// Places of models in an agent.
  private static let slots = [
    "{model,imageModel,pdfModel}{,.primary,.fallbacks[]}", "mediaModels.*{,.primary,.fallbacks[]}",
    "heartbeat.model", "subagents.model{,.primary,.fallbacks[]}", "compaction.model",
    "compaction.memoryFlush.model", "modelPolicy.allow[]",
  ]
  /// Places of models elsewhere.
  private static let others = [
    "channels.modelByChannel.*.*", "hooks.mappings[].model", "hooks.gmail.model",
    "{,messages.}tts.summaryModel", "channels.discord.voice.model",
  ]

  private static func canonical(_ ref: String) -> String? {
    for prefix in ["openai-codex/", "codex/"] where ref.hasPrefix(prefix) {
      return "openai/" + ref.dropFirst(prefix.count)
    }
    return nil
  }

  private func rename(_ place: ConfigPath, in transform: inout Transform) -> String? {
    guard let ref = transform.text(place).flatMap(Self.canonical),
      transform.convert(place, to: place, .string(ref))
    else { return nil }
    return ref
  }
}
