internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves the runtime of agents to the models that they use.
///
/// ## Why
/// Since about 2026.5.10 the program is chosen for each model, and 2026.5.12 refuses
/// `embeddedHarness` and `agentRuntime` of agents.
///
/// ## What it keeps
/// A choice of `claude-cli`, for each Anthropic model of the agent that has none. Everything else
/// that goes is named in the report. Before 2026.7.2 a list of models is also the list of those
/// that are allowed: where there is none, none is made unasked.
package struct AgentRuntimePolicyRemoved: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "agent-runtime-policy-removed",
      life: Life(introduced: "2026.5.10", refused: "2026.5.12", from: "2026.5.10"),
      summary: "Move the runtime of agents to their models",
      why: "which program runs a model is a setting of that model since about 2026.5.10")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          agents: {
            defaults: {
              model: { primary: "anthropic/opus", fallbacks: ["openai/gpt"] },
              agentRuntime: { id: "claude-cli" }, // the subscription
            },
          },
        }
        """,
        """
        {
          agents: {
            defaults: {
              model: { primary: "anthropic/opus", fallbacks: ["openai/gpt"] },
              // the subscription
              models: {
                "anthropic/opus": {
                  agentRuntime: {
                    id: "claude-cli",
                  },
                },
              },
            },
          },
          meta: {
            migrations: {
              modelPolicyAllowlist: true,
            },
          },
        }
        """, target: "2026.8.1"),
      MigrationExample(
        """
        { agents: { defaults: { model: "anthropic/opus", models: { "anthropic/opus": { agentRuntime: { id: "codex" } } }, agentRuntime: { id: "claude-cli" } } } }
        """,
        """
        { agents: { defaults: { model: "anthropic/opus", models: { "anthropic/opus": { agentRuntime: { id: "codex" } } } } } }
        """, target: "2026.8.1"),
      MigrationExample(
        """
        { agents: { list: [{ id: "a", embeddedHarness: { runtime: "pi" }, agentRuntime: { id: "auto" } }] } }
        """,
        """
        { agents: { list: [{ id: "a" }] } }
        """, target: "2026.8.1"),
      MigrationExample(
        unchanged: """
          { agents: { defaults: { model: "anthropic/opus", agentRuntime: "claude-cli" } } }
          """, target: "2026.8.1"),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("agentRuntime") || vocabulary.holds("embeddedHarness")
  }

  package func apply(to transform: inout Transform) {
    for scope in transform.matches("agents{.defaults,.list[],.entries.*}") {
      let runtime = scope.appending(key: "agentRuntime")
      if transform.expect(runtime, .object), give(runtime, to: scope, in: &transform) {
        transform.remove(runtime, because: "\(ours: facts.why)")
      }
      let harness = scope.appending(key: "embeddedHarness")
      if transform.expect(harness, .object) {
        transform.remove(harness, because: "\(ours: facts.why)")
      }
    }
  }

  /// Gives the runtime to the models of an agent.
  ///
  /// - Returns: whether the old key may go.
  private func give(
    _ runtime: ConfigPath, to scope: ConfigPath, in transform: inout Transform
  ) -> Bool {
    let id = runtime.appending(key: "id")
    guard transform.text(id) == "claude-cli" else { return true }
    let model = scope.appending(key: "model")
    let places =
      [model, model.appending(key: "primary")]
      + transform.draft.matches(PathPattern("\(model.appending(key: "fallbacks"))[]"))
    let refs = places.compactMap { transform.text($0) }.filter { $0.hasPrefix("anthropic/") }
    let models = scope.appending(key: "models")
    let missing = refs.filter {
      !transform.has(models.appending(key: $0).appending(key: "agentRuntime"))
    }
    guard !missing.isEmpty else { return true }
    if transform.target < "2026.7.2-beta", !transform.has(models), !transform.allowsUnsafe {
      transform.note(
        at: runtime, "\(runtime) is a setting of models now, and the agent has no list of models",
        why: "\(ours: facts.why), and a list of models forbids all others before 2026.7.2",
        fix: .unsafe("clawdoctor --fix --only \(ours: facts.id) makes a list of the agent's models")
      )
      return false
    }
    ModelPolicyAllow.markNewMap(models, in: &transform)
    for ref in missing {
      let place = models.appending(key: ref).appending(key: "agentRuntime").appending(key: "id")
      transform.add(place, .string("claude-cli"), because: "the agent had it for all its models")
    }
    return true
  }
}
