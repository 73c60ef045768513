internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Marks model records of `openai-codex` that OpenClaw itself has written.
///
/// ## Why
/// Since about 2026.4.27 such records say so, and later releases replace them by newer ones. The
/// key is in the schema since 2026.5.2.
///
/// ## What it keeps
/// The record, and every one in which somebody has changed anything.
package struct GeneratedCodexModels: Migration {
  package let facts = MigrationFacts(
    "models-add-metadata", life: Life(introduced: "2026.4.27", from: "2026.5.2"),
    summary: "Mark model records that OpenClaw has written",
    why: "model records that OpenClaw writes say so since about 2026.4.27")

  package let examples = [
    MigrationExample(
      """
      {
        models: { providers: { "openai-codex": { models: [
          {
            id: "gpt-5.5", // as it came
            api: "openai-codex-responses", reasoning: true, input: ["text", "image"],
            cost: { input: 5, output: 30, cacheRead: 0.5, cacheWrite: 0 },
            contextWindow: 400000, contextTokens: 272000, maxTokens: 128000
          },
        ] } } },
      }
      """,
      """
      {
        models: { providers: { "openai-codex": { models: [
          {
            id: "gpt-5.5", // as it came
            api: "openai-codex-responses", reasoning: true, input: ["text", "image"],
            cost: { input: 5, output: 30, cacheRead: 0.5, cacheWrite: 0 },
            contextWindow: 400000, contextTokens: 272000, maxTokens: 128000,
            metadataSource: "models-add"
          },
        ] } } },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // shorter answers
          models: { providers: { "openai-codex": { models: [{ id: "gpt-5.5", maxTokens: 9000 }] } } },
        }
        """),
  ]

  private static let numbers = [
    "cost.input": "5", "cost.output": "30", "cost.cacheRead": "0.5", "cost.cacheWrite": "0",
    "contextWindow": "400000", "contextTokens": "272000", "maxTokens": "128000",
  ]

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("openai-codex") && vocabulary.holds("contextTokens")
  }

  package func apply(to transform: inout Transform) {
    for model in transform.matches("models.providers.openai-codex.models[]")
    where isGenerated(model, in: transform) {
      transform.add(
        model.appending(key: "metadataSource"), .string("models-add"),
        because: "\(ours: facts.why)")
    }
  }

  private func isGenerated(_ model: ConfigPath, in transform: Transform) -> Bool {
    func value(_ key: String) -> ConfigPath {
      ConfigPath(model.steps + key.split(separator: ".").map { .key(String($0)) })
    }
    let input = value("input")
    return ["gpt-5.5", "gpt-5.5-pro"].contains(transform.text(value("id")))
      && transform.text(value("api")) == "openai-codex-responses"
      && transform.draft.boolean(at: value("reasoning")) == true
      && (0..<transform.draft.count(at: input)).map {
        transform.text(input.appending(index: $0)) ?? ""
      } == ["text", "image"]
      && Self.numbers.allSatisfy { transform.draft.spelling(at: value($0.key)) == $0.value }
  }
}
