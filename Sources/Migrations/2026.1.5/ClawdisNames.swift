internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Replaces the product's first name in folders, images and containers.
///
/// ## Why
/// The product got its second name in 2026.1.5, and folders and images carry it. In 2026.1.29 it
/// got another one, and for later releases the second is no better than the first.
///
/// ## What it keeps
/// Everything unless it is asked for: an image of somebody's own may bear the name, and a folder
/// is not moved by writing another one. Only folders below `~` are renamed; where a home folder
/// is cannot be known here.
package struct ClawdisNames: Migration {
  package let facts = MigrationFacts(
    "value-clawdis-names", life: Life(introduced: "2026.1.5", until: "2026.1.29"),
    summary: "Replace the name Clawdis in folders, images and containers",
    why: "the product got its second name in 2026.1.5",
    safety: .unsafe("another folder or image is used afterwards"))

  package let examples = [
    MigrationExample(
      """
      {
        agent: {
          workspace: "~/clawdis/notes", // mine
          sandbox: { docker: { image: "clawdis-sandbox:1" } },
        },
      }
      """,
      """
      {
        agent: {
          workspace: "~/clawd/notes", // mine
          sandbox: { docker: { image: "clawdbot-sandbox:1" } },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // has the name already
          agents: { list: [{ id: "a", sandbox: { docker: { containerPrefix: "clawdbot-" } } }] },
        }
        """),
    MigrationExample(unchanged: "{ agent: { workspace: '~/clawdish' } }"),
  ]

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("workspace") || vocabulary.holds("sandbox")
  }

  package func apply(to transform: inout Transform) {
    let owners = "{agent,agents.defaults,agents.list[]}"
    for path in transform.matches("\(owners).{workspace,sandbox.workspaceRoot}") {
      replace(path, in: &transform, with: folder)
    }
    for path in transform.matches("\(owners).sandbox.docker.{image,containerPrefix}") {
      replace(path, in: &transform, with: name)
    }
  }

  private func replace(
    _ path: ConfigPath, in transform: inout Transform, with rename: (String) -> String
  ) {
    guard let old = transform.draft.string(at: path) else { return }
    let new = rename(old)
    if new != old { transform.convert(path, to: path, .string(new)) }
  }

  private func folder(_ old: String) -> String {
    for name in ["~/clawdis", "~/clawdbot"] where old == name || old.hasPrefix(name + "/") {
      return "~/clawd" + old.dropFirst(name.count)
    }
    return old
  }

  private func name(_ old: String) -> String {
    var new = ""
    var rest = old[...]
    while let first = rest.first {
      if rest.hasPrefix("clawd") {
        let length = rest.hasPrefix("clawdbot") ? 8 : rest.hasPrefix("clawdis") ? 7 : 5
        new += "clawdbot"
        rest = rest.dropFirst(length)
      } else {
        new.append(first)
        rest = rest.dropFirst()
      }
    }
    return new
  }
}
