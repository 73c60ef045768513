internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Lowers the longest answer of Mistral models where it is as long as all they can hold.
///
/// ## Why
/// Since 2026.3.23 OpenClaw lowers such limits: an answer that fills the context leaves no room for
/// what is asked.
///
/// ## What it keeps
/// Every limit below the size of the context, and numbers in a spelling that is not read here.
package struct MistralMaxTokens: Migration {
  package let facts = MigrationFacts(
    "mistral-max-tokens", life: Life(introduced: "2026.3.23"),
    summary: "Lower limits of Mistral models that leave no room for a question",
    why: "an answer as long as the context leaves no room for the question")

  package let examples = [
    MigrationExample(
      """
      {
        models: {
          providers: {
            mistral: {
              models: [
                { id: "mistral-large-latest", contextWindow: 262144, maxTokens: 262144 }, // large
                { id: "codestral-latest", contextWindow: 4096, maxTokens: 8000 },
              ],
            },
          },
        },
      }
      """,
      """
      {
        models: {
          providers: {
            mistral: {
              models: [
                { id: "mistral-large-latest", contextWindow: 262144, maxTokens: 16384 }, // large
                { id: "codestral-latest", contextWindow: 4096, maxTokens: 4096 },
              ],
            },
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          models: { providers: {
            mistral: { models: [{ id: "m", contextWindow: 32000, maxTokens: 4096 }] }, // fits
            other: { models: [{ id: "m", contextWindow: 1000, maxTokens: 1000 }] },
          } },
        }
        """),
  ]

  /// The limits of the models that OpenClaw knows; all others have the last one.
  private static func limit(of model: String?) -> Int {
    switch model {
    case "magistral-small": 40_000
    case "devstral-medium-latest", "pixtral-large-latest": 32_768
    case "mistral-large-latest", "mistral-small-latest": 16_384
    default: 8192
    }
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("maxTokens") && vocabulary.holds("contextWindow")
  }

  package func apply(to transform: inout Transform) {
    for model in transform.matches("models.providers.*.models[]") {
      guard case .key(let provider) = model.steps[2],
        Transform.trimmed(provider).lowercased() == "mistral"
      else { continue }
      let path = model.appending(key: "maxTokens")
      guard let context = number(at: model.appending(key: "contextWindow"), in: transform),
        let tokens = number(at: path, in: transform), tokens >= context
      else { continue }
      let limit = min(Self.limit(of: transform.text(model.appending(key: "id"))), context)
      if limit != tokens {
        transform.convert(path, to: path, .number("\(limit)"), shownAs: "\(limit)")
      }
    }
  }

  private func number(at path: ConfigPath, in transform: Transform) -> Int? {
    guard transform.kind(path) == .number else { return nil }
    return transform.draft.spelling(at: path).flatMap { Int($0) }
  }
}
