package import Diagnostics

/// Finds files with secrets that others may read: credentials, keys, `.env`, copies of the config.
///
/// ## Why it matters
/// Each of them is as good as the config to whoever wants in. OpenClaw's guide wants 600; its audit
/// looks at few of them (`facts`: `guide.fs.permissions`, `guide.fs.backup_permissions`), and copies
/// of the config are private only from 2026.3.2 on (FM-10).
///
/// ## Fix safety
/// Bits are only taken away. A group that shares on purpose keeps its own unless asked.
package struct SecretFileMode: FileModeCheck {
  package let id = "secret-file-mode"
  package let summary = "Find credentials, keys and copies of the config that others may read"
  package let examples = [
    CheckExample(
      "{}", files: [Self.file(".env", 0o644)], finds: ["mode 644 lets every user read it"]),
    CheckExample(
      "{}", files: [Self.file("openclaw.json.bak", 0o666, .copy)],
      finds: ["mode 666 lets every user change it"]),
    CheckExample(
      "{}", files: (1...12).map { Self.file("credentials/\($0).json", 0o640) },
      finds: [String](repeating: "mode 640 lets its group read it", count: 10) + [
        "2 more have modes that let others in"
      ]),
    CheckExample("{}", files: [Self.file(".env", 0o600)]),
  ]

  package init() {}

  package func concerns(_ file: StateFile) -> Bool { file.role == .secret || file.role == .copy }

  package func severity(of file: StateFile, in context: CheckContext) -> Severity {
    file.otherBits & 2 != 0 && !file.isEnclosed ? .error : .warning
  }

  package func why(_ file: StateFile) -> Message {
    file.role == .copy
      ? "a copy of the config holds the same secrets"
      : "it holds secrets, keys or what was said"
  }

  private static func file(
    _ name: String, _ mode: UInt32, _ role: StateFile.Role = .secret
  ) -> StateFile {
    StateFile(path: "/home/u/.openclaw/" + name, name: name, role: role, mode: mode)
  }
}
