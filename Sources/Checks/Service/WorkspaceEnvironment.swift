internal import ConfigDocument
internal import ConfigSchema
package import Diagnostics

/// Finds a `.env` in a workspace that sets variables of the gateway.
///
/// ## Why it matters
/// Agents write in their workspace. A gateway that is started there reads its `.env` before the one
/// of the state folder; releases before 2026.3.28 take everything from it, later ones leave out more
/// and more names, and from 2026.4.20 on all of `OPENCLAW_` (`facts`:
/// `guide.dotenv.workspace_overrides`).
package struct WorkspaceEnvironment: Check {
  package let id = "workspace-environment"
  package let summary = "Find a .env in a workspace that sets variables of the gateway"
  package let examples = [
    CheckExample(
      "{}", workspaces: [Self.file("OPENCLAW_GATEWAY_TOKEN")],
      finds: ["workspace/.env:3 sets OPENCLAW_GATEWAY_TOKEN"]),
    CheckExample(
      "{}", release: "2026.3.24", workspaces: [Self.file("OPENCLAW_STATE_DIR")],
      finds: ["workspace/.env:3 sets OPENCLAW_STATE_DIR"]),
    CheckExample("{}", workspaces: [Self.file("PROJECT_NAME")]),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    context.workspaceFiles.flatMap { file in
      file.names.filter { $0.name.hasPrefix("OPENCLAW_") }.map { name in
        Finding(
          checkID: id, severity: .warning,
          message: "\(outside: file.path):\(name.line) sets \(outside: name.name)",
          why: why(context.target),
          fix: .manual(
            "take it out; variables of the gateway belong into the .env of the state folder"))
      }
    }
  }

  private func why(_ target: Release) -> Message {
    if target >= "2026.4.20" {
      return "the gateway ignores it, and older releases that are started there obey it"
    }
    if target >= "2026.3.28" {
      return
        "a gateway that is started there may obey it; which names it ignores grew until 2026.4.20"
    }
    return "a gateway that is started there obeys it, and agents can write it"
  }

  private static func file(_ name: String) -> WorkspaceFile {
    WorkspaceFile(
      path: "workspace/.env", names: [ServiceVariable(name: name, value: "demo", line: 3)])
  }
}
