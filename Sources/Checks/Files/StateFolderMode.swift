package import Diagnostics

/// Finds a state folder, or a folder in it, that others may enter.
///
/// ## Why it matters
/// The folder holds credentials, keys and conversations. OpenClaw's audit warns of it in all releases
/// from 2026.1.14-1 (`facts`: `fs.state_dir.*`); its guide wants 700 for every folder.
///
/// ## Fix safety
/// Bits are only taken away. A group that shares on purpose keeps its own unless asked.
package struct StateFolderMode: FileModeCheck {
  package let id = "state-folder-mode"
  package let summary = "Find a state folder that others may enter or change"
  package let examples = [
    CheckExample(
      "{}", files: [Self.state(0o755)], finds: ["mode 755 lets every user look into it"]),
    CheckExample(
      "{}", files: [Self.state(0o777)], finds: ["mode 777 lets every user exchange what is in it"]),
    CheckExample("{}", files: [Self.state(0o750)], finds: ["mode 750 lets its group look into it"]),
    CheckExample(
      "{}", files: [Self.state(0o2775, isShared: true)],
      finds: [
        "mode 2775 lets every user look into it",
        "group 50 shares it and may exchange what is in it",
      ]),
    CheckExample("{}", files: [Self.state(0o700)]),
    CheckExample(
      "{}",
      files: [
        StateFile(path: "cron", role: .folder, isFolder: true, mode: 0o755, isEnclosed: true)
      ]),
  ]

  package init() {}

  package func concerns(_ file: StateFile) -> Bool {
    file.role == .stateFolder || file.role == .folder
  }

  package func severity(of file: StateFile, in context: CheckContext) -> Severity {
    if file.isEnclosed { return .info }
    return file.otherBits & 2 != 0 ? .error : .warning
  }

  package func why(_ file: StateFile) -> Message {
    file.mode & 0o022 == 0
      ? "credentials, keys and conversations lie in it"
      : "whoever may write there can exchange config and credentials"
  }

  private static func state(_ mode: UInt32, isShared: Bool = false) -> StateFile {
    StateFile(
      path: "/home/u/.openclaw", name: ".openclaw", role: .stateFolder, isFolder: true, mode: mode,
      gid: isShared ? 50 : 1_000, isShared: isShared)
  }
}
