internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns `tools.message.allowCrossContextSend` into the two switches of `crossContext`.
///
/// ## Why
/// Since 2026.1.20 messages within a provider and between providers are allowed one by one.
///
/// ## What it keeps
/// A switch that is set: OpenClaw writes `true` over an explicit `false`, which allows what was
/// forbidden. `false` in the old key says nothing beside the new ones and goes.
package struct ToolsMessageCrossContext: Migration {
  package let facts = MigrationFacts(
    "tools-message-cross-context",
    life: Life(introduced: "2026.1.20", refused: "2026.7.2-beta", from: "2026.3.22"),
    summary: "Turn allowCrossContextSend into the switches of crossContext",
    why: "messages to other contexts are allowed by two switches since 2026.1.20")

  package let examples = [
    MigrationExample(
      """
      {
        tools: {
          message: {
            allowCrossContextSend: true, // for the digest
            crossContext: {
              allowAcrossProviders: false,
            },
          },
        },
      }
      """,
      """
      {
        tools: {
          message: {
            crossContext: {
              allowAcrossProviders: false,
              allowWithinProvider: true, // for the digest
            },
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // a word
          tools: { message: { allowCrossContextSend: "yes" } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    let source = Transform.path("tools.message.allowCrossContextSend")
    guard transform.expect(source, .boolean) else { return }
    guard transform.draft.boolean(at: source) == true else {
      transform.remove(source, because: "false is what holds without it")
      return
    }
    let switches = Transform.path("tools.message.crossContext")
    let places = ["allowWithinProvider", "allowAcrossProviders"].map { switches.appending(key: $0) }
    let free = places.filter { !transform.has($0) }
    guard let first = free.first else {
      transform.resolve(source, against: switches, .targetWins)
      return
    }
    transform.together { transform in
      transform.move(source, to: first)
        && free.dropFirst().allSatisfy {
          transform.add($0, .boolean(true), because: "\(source) was for both")
        }
    }
  }
}
