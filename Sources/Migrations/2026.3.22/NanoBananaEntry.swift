internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns the skill `nano-banana-pro` into a model that makes images.
///
/// ## Why
/// Since 2026.3.22 agents make images with a model of their own, and the skill is not bundled any
/// more.
///
/// ## What it keeps
/// Everything unless it is asked for: the key would be that of all requests to Google. Then the
/// key, as it is written, and a model and a key that are set already. A skill that was switched
/// off does not become a model that is on. What has no place in the new shape (a second key, other
/// variables) stays where it is and is reported; OpenClaw drops it.
package struct NanoBananaEntry: Migration {
  package let facts = MigrationFacts(
    "nano-banana-entry", life: Life(introduced: "2026.3.22"),
    summary: "Turn the skill nano-banana-pro into a model for images",
    why: "images are made by a model instead of the skill nano-banana-pro since 2026.3.22",
    safety: .unsafe(
      "requests to Google use the key of the skill afterwards, and agents may make images with it"))

  package let examples = [
    MigrationExample(
      """
      {
        skills: {
          entries: {
            "nano-banana-pro": {
              enabled: true,
              apiKey: "${GEMINI_API_KEY}", // of the family
            },
          },
        },
      }
      """,
      """
      {
        models: {
          providers: {
            google: {
              apiKey: "${GEMINI_API_KEY}", // of the family
              baseUrl: "https://generativelanguage.googleapis.com/v1beta",
              models: [],
            },
          },
        },
        agents: {
          defaults: {
            imageGenerationModel: {
              primary: "google/gemini-3-pro-image-preview",
            },
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // off
          skills: { entries: { "nano-banana-pro": { enabled: false, apiKey: "${KEY}" } } },
        }
        """),
    MigrationExample(
      """
      {
        skills: { entries: { "nano-banana-pro": { env: { GEMINI_API_KEY: "${A}", SIZE: "4K" } } } },
        agents: { defaults: { imageGenerationModel: "openai/gpt-image-1" } },
        models: { providers: { google: { baseUrl: "https://example.org", models: [] } } },
      }
      """,
      """
      {
        skills: { entries: { "nano-banana-pro": { env: { SIZE: "4K" } } } },
        agents: { defaults: { imageGenerationModel: "openai/gpt-image-1" } },
        models: { providers: { google: { baseUrl: "https://example.org", models: [], apiKey: "${A}" } } },
      }
      """),
  ]

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("nano-banana-pro")
  }

  package func apply(to transform: inout Transform) {
    let entry = Transform.path("skills.entries.nano-banana-pro")
    let flag = entry.appending(key: "enabled")
    guard transform.isObject(entry) else { return }
    let isOn = transform.draft.boolean(at: flag)
    guard isOn != false || transform.draft.keys(at: entry) == ["enabled"] else { return }
    let key = key(of: entry, in: transform)
    if let key { move(key, in: &transform) }
    if key != nil || isOn == true {
      transform.add(
        Transform.path("agents.defaults.imageGenerationModel"),
        .object([NewValue.Member("primary", .string("google/gemini-3-pro-image-preview"))]),
        because: "\(ours: facts.why)")
    }
    if isOn != nil { transform.remove(flag, because: "\(ours: facts.why)") }
    transform.prune(entry.appending(key: "env"))
    guard !transform.prune(entry, upTo: Transform.path("skills")) else { return }
    transform.note(
      .warning, at: entry, "\(entry) has settings without a place in the new shape",
      why: "\(ours: facts.why)",
      fix: .manual("remove them, unless a skill of your own has this name"))
  }

  /// Where the key stands that the skill used; nil when it had none.
  private func key(of entry: ConfigPath, in transform: Transform) -> ConfigPath? {
    let variable = entry.appending(key: "env").appending(key: "GEMINI_API_KEY")
    if transform.text(variable) != nil { return variable }
    let key = entry.appending(key: "apiKey")
    return transform.text(key) != nil || transform.isObject(key) ? key : nil
  }

  private func move(_ key: ConfigPath, in transform: inout Transform) {
    let google = Transform.path("models.providers.google")
    transform.together { transform in
      let target = google.appending(key: "apiKey")
      let isFree = !transform.has(target)
      guard transform.move(key, to: target, conflict: .keepBoth) else { return isFree == false }
      guard isFree else { return true }
      // A provider has both, or the config is refused.
      transform.add(
        google.appending(key: "baseUrl"),
        .string("https://generativelanguage.googleapis.com/v1beta"), because: nil)
      transform.add(google.appending(key: "models"), .array([]), because: nil)
      return true
    }
  }
}
