import DoctorKit
import Foundation
import Testing

/// A write of several files that was cut off, as the next run finds it.
@Suite struct InterruptedWriteTests {
  private static let new = "{ tools: { exec: {} } }"

  /// A config with two new files beside the old ones, one of which is in place already.
  private func interrupted(_ part: String = "{ bash: {} }") throws -> SplitConfig {
    let config = try SplitConfig([
      "openclaw.json": "{ tools: { $include: 'tools.json5' } }", "tools.json5": "{ bash: {} }",
    ])
    _ = config.fix { $0.only = ["nothing"] }
    try config.write("{ exec: {} }", to: ".tools.json5.clawdoctor-0123456789abcdef")
    try config.write(
      """
      format=1
      files=1
      target.1=tools.json5
      temporary.1=.tools.json5.clawdoctor-0123456789abcdef
      old.1=\(Self.print("{ bash: {} }"))
      new.1=\(Self.print("{ exec: {} }"))

      """, to: ".clawdoctor/backups/openclaw.json/journal")
    for folder in [".clawdoctor", ".clawdoctor/backups", ".clawdoctor/backups/openclaw.json"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: config.place.folder.appending(path: folder).path)
    }
    try config.write(part, to: "tools.json5")
    return config
  }

  /// Size and FNV-1a hash, as a journal has them.
  private static func print(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return "\(text.utf8.count):" + String(repeating: "0", count: 16 - digits.count) + digits
  }

  @Test("a diagnosis says so and touches nothing")
  func diagnosis() throws {
    let config = try interrupted()
    let before = try config.place.files()
    let report = config.diagnose()
    #expect(report.findings.contains { $0.checkID == "interrupted-write" && $0.severity == .error })
    #expect(try config.place.files() == before)
    #expect(try config.read("tools.json5") == "{ bash: {} }")
  }

  @Test("a repair finishes it first, and so does an undo", arguments: [true, false])
  func finished(isRepair: Bool) throws {
    let config = try interrupted()
    let report = isRepair ? config.fix() : config.undo()
    #expect(try config.read("tools.json5") == "{ exec: {} }")
    #expect(try !config.place.files().contains { $0.hasSuffix("journal") })
    #expect(try !config.place.files().contains { $0.contains("0123456789abcdef") })
    if isRepair {
      #expect(report.status == .clean)
      #expect(report.notes == ["finished an earlier write of 1 file that was cut off"])
    }
  }

  @Test("what does not fit the journal is named, and nothing is touched")
  func mismatch() throws {
    let config = try interrupted("{ theirs: 1 }")
    let report = config.fix()
    #expect(report.status == .refused)
    #expect(report.findings.map(\.checkID) == ["store.journal-mismatch"])
    #expect(try config.read("tools.json5") == "{ theirs: 1 }")
    #expect(try config.place.files().contains { $0.hasSuffix("journal") })
  }
}
