import Testing

/// Who may import whom: the table of the house.
@Suite struct ImportTests {
  private static let rooms = [
    "Checks", "ConfigDocument", "ConfigSchema", "ConfigStore", "Diagnostics", "Migrations",
    "Redaction",
  ]

  static let allowed: [String: Set<String>] = [
    "ClawDoctor": ["DoctorKit", "ArgumentParser"],
    "DoctorKit": Set(rooms),
    "Checks": ["ConfigDocument", "ConfigSchema", "Diagnostics"],
    "Migrations": ["ConfigDocument", "ConfigSchema", "Diagnostics"],
    "Redaction": ["ConfigDocument", "ConfigSchema", "Diagnostics"],
    "ConfigSchema": ["ConfigDocument", "Diagnostics"],
    "ConfigDocument": ["CLibYAML", "Diagnostics"],
    "ConfigStore": ["Diagnostics", "SystemPackage"],
    "Diagnostics": [],
  ]

  /// The C libraries of the systems that the tool runs on.
  private static let platform: Set<String> = ["Darwin", "Glibc", "Musl"]
  /// The rooms that talk to the system.
  private static let atTheSystem: Set<String> = ["ClawDoctor", "ConfigStore"]

  @Test("A file imports what its room may import", arguments: Repository.sources)
  func imports(_ file: SourceFile) throws {
    let rule = try #require(
      Self.allowed[file.module], "the room \(file.module) is not in the table of this test")
    let room = Self.atTheSystem.contains(file.module) ? rule.union(Self.platform) : rule
    for (module, line) in file.imports where !room.contains(module) {
      Issue.record("\(file.path):\(line) imports \(module), which \(file.module) may not")
    }
  }

  @Test("Every room of the table has files", arguments: allowed.keys.sorted())
  func room(_ name: String) {
    #expect(Repository.sources.contains { $0.module == name }, "Sources/\(name) has no Swift file")
  }
}
