internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns retired models of OpenAI and GitHub Copilot into those that follow them.
///
/// ## Why
/// About 2026.6.1 OpenClaw began to replace names of models that the providers have retired.
///
/// ## What it keeps
/// A profile behind the name, the order, and settings of models. It waits to be asked: another
/// model answers, at another price. Models of other providers are left as they are, and so is a
/// setting whose new name has settings already.
package struct ModelsRetiredRefs: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "models-retired-refs",
      life: Life(introduced: "2026.6.1"),
      summary: "Turn retired models into those that follow them",
      why: "the provider has retired the model",
      safety: .unsafe("another model answers, at another price"))
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { agents: { defaults: { model: { primary: "openai/gpt-4o", fallbacks: ["github-copilot/gpt-5-mini@work", "a/b"] } } } } // cheap
        """,
        """
        { agents: { defaults: { model: { primary: "openai/gpt-5.5", fallbacks: ["github-copilot/gpt-5.4-mini@work", "a/b"] } } } } // cheap
        """),
      MigrationExample(
        """
        { agents: { defaults: { models: { "openai/gpt-5": { alias: "five" } } } }, channels: { modelByChannel: { slack: { c: "openai/gpt-4.1" } } } }
        """,
        """
        { agents: { defaults: { models: { "openai/gpt-5.5": { alias: "five" } } } }, channels: { modelByChannel: { slack: { c: "openai/gpt-5.5" } } } }
        """),
      MigrationExample(
        unchanged: """
          { agents: { defaults: { model: "openai/gpt-5.5" } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("agents") || vocabulary.holds("models") || vocabulary.holds("channels")
      || vocabulary.holds("hooks")
  }

  package func apply(to transform: inout Transform) {
    guard transform.mentions("openai/") || transform.mentions("github-copilot/") else { return }
    visit(.root, in: &transform)
    for pattern in [
      "channels.modelByChannel.*.*", "agents{.defaults,.list[],.entries.*}.modelPolicy.allow[]",
    ] {
      for place in transform.matches(pattern) { rename(place, in: &transform) }
    }
  }

  /// Keys whose text is a model, and keys of lists of models.
  private static let slots: Set = [
    "model", "primary", "summaryModel", "imageModel", "imageGenerationModel",
    "musicGenerationModel",
    "pdfModel", "videoGenerationModel",
  ]
  private static let lists: Set = [
    "fallback", "fallbacks", "allowedModels", "modelFallbacks", "imageModelFallbacks",
  ]
  /// The successors of retired models.
  private static let successors = [
    "gpt-5.5":
      "gpt-4 gpt-4-turbo gpt-4.1 gpt-4o gpt-5 gpt-5.1 gpt-5.1-codex-max gpt-5.2 gpt-5.2-chat-latest",
    "gpt-5.5-pro": "gpt-5-pro gpt-5.2-pro",
    "gpt-5.4-mini": "gpt-4.1-mini gpt-4o-mini gpt-5-mini gpt-5.1-codex-mini",
    "gpt-5.4-nano": "gpt-4.1-nano gpt-5-nano",
    "gpt-5.3-codex": "gpt-5-codex gpt-5.1-codex gpt-5.2-codex",
  ]

  private static func successor(of ref: String) -> String? {
    let parts = ref.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, ["openai", "github-copilot"].contains(parts[0]) else { return nil }
    let name = parts[1].prefix { $0 != "@" }
    let rest = parts[1].dropFirst(name.count)
    let new = successors.first { $0.value.split(separator: " ").contains(name) }?.key
    return new.map { "\(parts[0])/\($0)\(rest)" }
  }

  private func visit(_ path: ConfigPath, in transform: inout Transform) {
    for index in 0..<transform.draft.count(at: path) where transform.kind(path) == .array {
      let item = path.appending(index: index)
      if let key = path.lastKey, Self.lists.contains(key) { rename(item, in: &transform) }
      visit(item, in: &transform)
    }
    for key in transform.draft.keys(at: path) {
      let place = path.appending(key: key)
      if Self.slots.contains(key) { rename(place, in: &transform) }
      visit(place, in: &transform)
      if path.lastKey == "models", let new = Self.successor(of: key) {
        transform.move(place, to: path.appending(key: new), conflict: .keepBoth)
      }
    }
  }

  private func rename(_ place: ConfigPath, in transform: inout Transform) {
    guard let new = transform.text(place).flatMap(Self.successor) else { return }
    transform.convert(place, to: place, .string(new))
  }
}
