internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Reports the list of hook modules, and removes it where it is refused.
///
/// ## Why
/// Hooks are folders with a description since 2026.4.5. Releases before 2026.7.2 hide the list from
/// their schema but still load it, so it stays there and is reported. Later ones refuse it.
///
/// ## What it keeps
/// Everything as long as it works. From 2026.7.2-beta the list goes, named in the report, with the
/// switch that was for it alone: `enabled: true` without entries and folders has nothing to run.
package struct HooksInternalHandlers: Migration {
  package let facts = MigrationFacts(
    "hooks-internal-handlers",
    life: Life(introduced: "2026.4.5", refused: "2026.7.2-beta", from: "2026.4.5"),
    summary: "Report hook modules, and remove them where they are refused",
    why: "hooks are folders instead of modules since 2026.4.5")

  package let examples = [
    MigrationExample(
      """
      {
        hooks: {
          internal: {
            enabled: true,
            // writes the diary
            handlers: [{ event: "command:new", module: "./diary.js" }],
          },
        },
      }
      """,
      """
      {
        hooks: {
          internal: {
            // writes the diary
          },
        },
      }
      """, target: "2026.8.1"),
    MigrationExample(
      unchanged: """
        {
          // still loaded by this release
          hooks: { internal: { handlers: [{ event: "command:new", module: "./diary.js" }] } },
        }
        """, target: "2026.4.22"),
  ]

  package func apply(to transform: inout Transform) {
    let hooks = Transform.path("hooks.internal")
    let handlers = hooks.appending(key: "handlers")
    guard transform.has(handlers) else { return }
    guard facts.life.isRefused(by: transform.target) else {
      return transform.note(
        .warning, at: handlers, "\(handlers) is an old shape that is still loaded",
        why: "\(ours: facts.why), and 2026.7.2-beta refuses the list",
        fix: .manual("make a hook folder of each module and list its parent in load.extraDirs"))
    }
    transform.together { transform in
      let isGone = transform.remove(
        handlers, because: "\(ours: facts.why); make a folder of each module to go on using it")
      let flag = hooks.appending(key: "enabled")
      if isGone, transform.draft.boolean(at: flag) == true, !hasOthers(hooks, in: transform) {
        transform.remove(flag, because: "it was for the modules, and there is no other hook")
      }
      return isGone
    }
  }

  private func hasOthers(_ hooks: ConfigPath, in transform: Transform) -> Bool {
    let folders = hooks.appending(key: "load").appending(key: "extraDirs")
    return transform.draft.count(at: hooks.appending(key: "entries")) > 0
      || (0..<transform.draft.count(at: folders)).contains {
        transform.text(folders.appending(index: $0)) != nil
      }
  }
}
