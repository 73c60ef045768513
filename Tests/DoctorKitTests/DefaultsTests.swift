import DoctorKit
import Foundation
import Testing

/// Defaults that changed between the release of a config and the one it is for.
@Suite struct DefaultsTests {
  static let config = """
    {
      meta: { lastTouchedVersion: "2026.3.31" },
      tools: { exec: { host: "gateway" } }, // mine
      gateway: { mode: "remote" },
    }
    """

  private func findings(
    _ config: String, _ change: (inout DoctorRequest) -> Void = { _ in }
  ) throws -> [Report.Finding] {
    let place = try Workplace(config)
    return place.doctor().diagnose(place.request(change)).findings
      .filter { $0.checkID.hasPrefix("default-") || $0.checkID == "unknown-source-release" }
  }

  @Test("What an upgrade changes for a config that says nothing is told, with what it did before")
  func told() throws {
    let found = try findings(Self.config)
    #expect(
      found.map(\.checkID) == [
        "default-exec-security", "default-exec-ask", "default-compaction-notice",
        "default-loop-detection",
      ])
    #expect(found.map(\.severity) == [.warning, .warning, .info, .info])
    #expect(
      found.first?.message
        == "`tools.exec.security` is not set, and its default changed in 2026.4.2")
    #expect(
      found.first?.why
        == "before: commands outside the allowed list are refused; now: every command is allowed")
  }

  @Test(
    "Nothing is told of what stands there, is not reached yet, or is older than the config",
    arguments: [
      (config.replacing("host:", with: "security: 'full', ask: 'off', host:"), nil, 2),
      (config, "2026.4.1", 0), (config.replacing("3.31", with: "4.22"), nil, 0),
      (config, "2026.1.30", 0),
    ] as [(String, String?, Int)])
  func silent(_ config: String, _ release: String?, _ count: Int) throws {
    let found = try findings(config) { $0.release = release }
    #expect(found.count == count)
  }

  @Test("--pin-defaults writes the old ones down, in place and once")
  func pinned() throws {
    let place = try Workplace(Self.config)
    let request = place.request { $0.pinsDefaults = true }
    let report = place.doctor().fix(request).report
    #expect(
      try place.read() == """
        {
          meta: { lastTouchedVersion: "2026.3.31" },
          tools: { exec: { host: "gateway", security: "allowlist", ask: "on-miss" }, loopDetection: { enabled: false } }, // mine
          gateway: { mode: "remote" },
          agents: {
            defaults: {
              compaction: {
                notifyUser: true,
              },
            },
          },
        }
        """)
    #expect(report.status == .clean)
    #expect(report.findings.allSatisfy { $0.isFixed })
    #expect(!place.doctor().fix(request).report.isWritten)
  }

  @Test("A default that allows less is only undone when that is asked for as well")
  func consent() throws {
    let config =
      "{ meta: { lastTouchedVersion: '2026.2.9' }, hooks: {}, gateway: { mode: 'remote' } }"
    let place = try Workplace(config)
    let doctor = place.doctor()
    _ = doctor.fix(
      place.request {
        $0.pinsDefaults = true
        $0.release = "2026.2.12"
      })
    #expect(try place.read() == config)
    _ = doctor.fix(
      place.request {
        $0.pinsDefaults = true
        $0.allowsUnsafe = true
        $0.release = "2026.2.12"
      })
    #expect(try place.read().contains("hooks: { allowRequestSessionKey: true }"))
  }

  @Test("A config that does not say where it comes from needs --from")
  func unknown() throws {
    let config = Self.config.replacing("lastTouchedVersion", with: "other")
    let told = try findings(config)
    #expect(told.isEmpty)
    let unknown = try findings(config) { $0.pinsDefaults = true }
    #expect(unknown.map(\.checkID) == ["unknown-source-release"])
    let named = try findings(config) { $0.from = "2026.3.31" }
    #expect(named.count == 4)
  }

  @Test("A default that came and went is told only to configs that had it")
  func between() throws {
    let config = "{ meta: { lastTouchedVersion: 'R' }, gateway: { mode: 'remote' } }"
    let id = "default-browser-trusted-network"
    for (release, isTold) in [("2026.2.17", false), ("2026.2.19", true), ("2026.2.23", false)] {
      let found = try findings(config.replacing("R", with: release))
      #expect(found.contains { $0.checkID == id } == isTold, "\(release)")
    }
  }
}
