internal import ConfigDocument
package import Diagnostics

/// Finds a config that others may read or write.
///
/// ## Why it matters
/// The config holds tokens, and says what the gateway runs. Releases of April 2026 wrote it with the
/// umask's mode (`facts`: FM-38); the audit judges it from 2026.1.14-1 (`fs.config.*`).
///
/// ## Fix safety
/// Bits are only taken away; of a link, the file that it leads to is judged.
package struct ConfigMode: FileModeCheck {
  package let id = "config-mode"
  package let summary = "Find a config that others may read or write"
  package let examples = [
    CheckExample("{}", files: [Self.config(0o644)], finds: ["mode 644 lets every user read it"]),
    CheckExample("{}", files: [Self.config(0o664)], finds: ["mode 664 lets every user read it"]),
    CheckExample("{}", files: [Self.config(0o660)], finds: ["mode 660 lets its group change it"]),
    CheckExample("{}", files: [Self.config(0o640)], finds: ["mode 640 lets its group read it"]),
    CheckExample(
      "{}", files: [Self.config(0o660, isShared: true)],
      finds: ["group 50 shares it and may change it"]),
    CheckExample(
      "{ gateway: { auth: { token: 'demo-not-a-secret' } } }",
      files: [Self.config(0o444, obstacle: .nixStore)], finds: ["mode 444 lets every user read it"]),
    CheckExample(
      "{ gateway: { auth: { token: '${TOKEN}' } } }",
      files: [Self.config(0o444, obstacle: .nixStore)]),
    CheckExample("{}", files: [Self.config(0o600)]),
    CheckExample("{}", files: [Self.config(0o400)]),
  ]

  package init() {}

  package func concerns(_ file: StateFile) -> Bool { file.role == .config }

  package func severity(of file: StateFile, in context: CheckContext) -> Severity {
    if file.obstacle == .nixStore { return context.hasLiteralSecret ? .error : .info }
    // A config that was named may lie in a checkout, where every file is open to read.
    if context.variables.knowledge == .files, file.excess & 0o002 == 0 {
      return context.hasLiteralSecret ? .warning : .info
    }
    if file.isEnclosed { return .warning }
    return file.otherBits & 6 != 0 || file.excess & 0o020 != 0 ? .error : .warning
  }

  package func why(_ file: StateFile) -> Message {
    file.mode & 0o022 == 0
      ? "a config holds tokens and passwords"
      : "whoever may write it decides what the gateway runs"
  }

  private static func config(
    _ mode: UInt32, isShared: Bool = false, obstacle: StateFile.Obstacle? = nil
  ) -> StateFile {
    StateFile(
      path: "/home/u/.openclaw/openclaw.json", name: "openclaw.json", role: .config, mode: mode,
      gid: isShared ? 50 : 1_000, isShared: isShared, obstacle: obstacle)
  }
}

extension CheckContext {
  /// Whether a secret stands in the config itself; a reference to one is none.
  fileprivate var hasLiteralSecret: Bool {
    secrets.contains { document.string($0)?.contains("${") == false }
  }
}
