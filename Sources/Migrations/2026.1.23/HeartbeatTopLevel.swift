internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Divides `heartbeat` of the root between agents and channels.
///
/// ## Why
/// When a heartbeat comes is a setting of agents, how it shows is one of channels since 2026.1.23.
/// The key at the root is refused since 2026.1.20; OpenClaw migrates it only from 2026.3.7 on.
///
/// ## What it keeps
/// What stands at the new places already, and the comments. `showOk`, `showAlerts` and
/// `useIndicator` go to `channels.defaults.heartbeat`, all else to `agents.defaults.heartbeat`.
package struct HeartbeatTopLevel: Migration {
  package let facts = MigrationFacts(
    "heartbeat-top-level", life: Life(introduced: "2026.1.23", refused: "2026.1.20"),
    summary: "Divide heartbeat between agents and channels",
    why: "the heartbeat is a setting of agents, and how it shows is one of channels")

  package let examples = [
    MigrationExample(
      """
      {
        heartbeat: {
          every: "30m",
          showOk: true, // I want to see it
        },
      }
      """,
      """
      {
        agents: {
          defaults: {
            heartbeat: {
              every: "30m",
            },
          },
        },
        channels: {
          defaults: {
            heartbeat: {
              showOk: true, // I want to see it
            },
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // no object
          heartbeat: "30m",
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    let source = Transform.path("heartbeat")
    guard transform.expect(source, .object) else { return }
    let agents = Transform.path("agents.defaults.heartbeat")
    let channels = Transform.path("channels.defaults.heartbeat")
    let keys = transform.draft.keys(at: source)
    let shown = keys.filter { ["showOk", "showAlerts", "useIndicator"].contains($0) }
    if keys.isEmpty {
      transform.remove(source, because: "it is empty")
    } else if shown.count == keys.count {
      transform.merge(source, into: channels)
    } else {
      transform.together { transform in
        for key in shown {
          let member = source.appending(key: key)
          guard transform.move(member, to: channels.appending(key: key)) else { return false }
        }
        return transform.merge(source, into: agents)
      }
    }
  }
}
