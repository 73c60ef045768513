internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Writes what kind of name each key of `toolsBySender` is.
///
/// ## Why
/// Since 2026.2.22 a key says whether it is an id, a number or a name; one that does not is an id.
///
/// ## What it keeps
/// The policies, their order and comments. Where a key stands with and without its kind, and the
/// two policies differ, both stay and are reported; OpenClaw drops the one without.
package struct ToolsBySenderKeys: Migration {
  package let facts = MigrationFacts(
    "tools-by-sender-typed-keys", life: Life(introduced: "2026.2.22"),
    summary: "Write the keys of toolsBySender with their kind",
    why: "keys of toolsBySender say what kind of name they are since 2026.2.22")

  package let examples = [
    MigrationExample(
      """
      {
        channels: {
          slack: {
            channels: {
              C1: {
                toolsBySender: {
                  "U1": { deny: ["exec"] }, // the intern
                  "*": { allow: ["read"] },
                },
              },
            },
          },
        },
      }
      """,
      """
      {
        channels: {
          slack: {
            channels: {
              C1: {
                toolsBySender: {
                  "id:U1": { deny: ["exec"] }, // the intern
                  "*": { allow: ["read"] },
                },
              },
            },
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // which of the two?
          channels: { irc: { groups: { a: { toolsBySender: {
            ann: { deny: ["exec"] }, "id:ann": { deny: ["read"] },
          } } } } },
        }
        """),
    MigrationExample(unchanged: "{ toolsBySender: { 'e164:+155': {}, 'username:ann': {} } }"),
  ]

  private static let kinds = ["id:", "e164:", "username:", "name:", "channel:"]

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool { vocabulary.holds("toolsBySender") }

  package func apply(to transform: inout Transform) {
    for policies in Self.places(below: .root, in: transform) {
      for key in transform.draft.keys(at: policies) {
        let name = Transform.trimmed(key)
        guard !name.isEmpty, name != "*", !Self.kinds.contains(where: { name.hasPrefix($0) })
        else { continue }
        transform.move(
          policies.appending(key: key), to: policies.appending(key: "id:" + name),
          conflict: .keepBoth)
      }
    }
  }

  /// All objects with that key, wherever they stand: many channels have them at many levels.
  private static func places(below path: ConfigPath, in transform: Transform) -> [ConfigPath] {
    if transform.kind(path) == .array {
      return (0..<transform.draft.count(at: path)).flatMap {
        places(below: path.appending(index: $0), in: transform)
      }
    }
    return transform.draft.keys(at: path).flatMap { key in
      let child = path.appending(key: key)
      let isPlace = key == "toolsBySender" && transform.isObject(child)
      return isPlace ? [child] : places(below: child, in: transform)
    }
  }
}
