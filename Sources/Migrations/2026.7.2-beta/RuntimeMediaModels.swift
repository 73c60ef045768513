internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Unites the models under `tools.media.image`, `.audio` and `.video` in `tools.media.models`.
///
/// ## Why
/// Since 2026.7.2 one list has all models, and each says what it is for.
///
/// ## What it keeps
/// Each entry with its comments, in the order image, audio, video and then those that were shared.
/// One that says it is for something else stays and is reported; OpenClaw drops it. Entries that
/// are equal all stay.
package struct RuntimeMediaModels: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "runtime-media-models-consolidation",
      life: Life(introduced: "2026.7.2-beta", refused: "2026.7.2-beta"),
      summary: "Unite models of image, audio and video",
      why: "models for media are one list with capabilities since 2026.7.2")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          tools: {
            media: {
              audio: { models: [{ provider: "openai" }], enabled: true }, // notes
              models: [{ provider: "shared", capabilities: ["image"] }],
            },
          },
        }
        """,
        """
        {
          tools: {
            media: {
              audio: { enabled: true }, // notes
              models: [
                { provider: "openai", capabilities: ["audio"] },
                { provider: "shared", capabilities: ["image"] },
              ],
            },
          },
        }
        """),
      MigrationExample(
        unchanged: """
          { tools: { media: { image: { models: [{ model: "m", capabilities: ["audio"] }] } } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("image") || vocabulary.holds("audio") || vocabulary.holds("video")
  }

  package func apply(to transform: inout Transform) {
    let media = Transform.path("tools.media")
    let shared = media.appending(key: "models")
    let sections = ["image", "audio", "video"].filter { section in
      let models = media.appending(key: section).appending(key: "models")
      return transform.has(models) && transform.expect(models, .array)
    }
    guard !sections.isEmpty, !transform.has(shared) || transform.expect(shared, .array) else {
      return
    }
    let aside = media.appending(key: "sharedModels")
    transform.together { transform in
      let hasShared = transform.has(shared)
      if hasShared { guard transform.place(shared, at: aside) else { return false } }
      guard transform.makeArray(shared) else { return false }
      for section in sections {
        take(media.appending(key: section).appending(key: "models"), for: section, in: &transform)
      }
      while hasShared, transform.has(aside.appending(index: 0)) {
        let end = shared.appending(index: transform.draft.count(at: shared))
        guard transform.place(aside.appending(index: 0), at: end) else { return false }
      }
      if hasShared { guard transform.prune(aside) else { return false } }
      return transform.draft.count(at: shared) > 0
    }
  }

  private func take(_ models: ConfigPath, for section: String, in transform: inout Transform) {
    var index = 0
    let shared = Transform.path("tools.media.models")
    while transform.has(models.appending(index: index)) {
      let item = models.appending(index: index)
      let capabilities = item.appending(key: "capabilities")
      let words = transform.draft.matches(PathPattern("\(capabilities)[]")).map {
        transform.text($0)
      }
      guard transform.expect(item, .object),
        !transform.has(capabilities) || words.contains(section)
      else {
        if transform.isObject(item) {
          transform.note(
            at: item, "\(item) says that it is not for \(ours: section)",
            why: "\(ours: facts.why)", fix: .manual("move it to \(shared) by hand, or remove it"))
        }
        index += 1
        continue
      }
      let end = shared.appending(index: transform.draft.count(at: shared))
      guard transform.move(item, to: end) else { return }
      let value = NewValue.array([.string(section)])
      let place = end.appending(key: "capabilities")
      if !transform.add(place, value, because: nil), words.count != 1 {
        transform.convert(place, to: place, value)
      }
    }
    transform.prune(models, upTo: models.parent)
  }
}
