package import Diagnostics

/// Finds files of the state that belong to another user than the rest.
///
/// ## Why it matters
/// What was copied or written as root stays root's, and the gateway can then neither read nor save
/// it (`facts`: `guide.fs.owner`).
///
/// ## Fix safety
/// None: only root can give files away, and only the reader knows to whom.
package struct FileOwner: Check {
  package let id = "file-owner"
  package let summary = "Find files of the state that belong to another user"
  package let examples = [
    CheckExample(
      "{}",
      files: [
        StateFile(
          path: "/home/u/.openclaw/.env", name: ".env", role: .secret, mode: 0o600, uid: 0,
          obstacle: .owner(expected: 1_000))
      ], finds: ["it belongs to user 0, the rest to user 1000"]),
    CheckExample(
      "{}", files: [StateFile(path: "/home/u/.openclaw/.env", role: .secret, mode: 0o600)]),
  ]

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    let foreign = context.files.filter { file in
      // Of the config itself, `other-owner` speaks.
      guard case .owner = file.obstacle else { return false }
      return file.role != .config
    }
    let told = foreign.prefix(ModeItem.limit).map(finding)
    guard foreign.count > ModeItem.limit else { return told }
    let severity = foreign.contains { !$0.isShared } ? Severity.warning : .info
    return told + [
      Finding(
        checkID: id, severity: severity,
        message: "\(foreign.count - ModeItem.limit) more belong to another user",
        fix: .manual("give the whole folder to the user that runs the gateway"))
    ]
  }

  private func finding(_ file: StateFile) -> Finding {
    guard case .owner(let expected) = file.obstacle else {
      return Finding(
        checkID: id, severity: .info, message: "it belongs to another user", fix: .none)
    }
    return Finding(
      checkID: id, severity: file.isShared ? .info : .warning,
      message: "it belongs to user \(Int(file.uid)), the rest to user \(Int(expected))",
      why: "the gateway may be unable to read or to save it", file: file.path,
      fix: .manual(
        "if user \(Int(expected)) runs the gateway, run `chown \(Int(expected))` on \(outside: file.path) as root"
      ))
  }
}
