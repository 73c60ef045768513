import ConfigDocument
import Testing

@testable import ConfigSchema

/// Which releases start with a config.
@Suite struct AcceptanceTests {
  @Test(
    "The newest run of releases that accept a config",
    arguments: [
      ("{}", "2026.1.5", "2026.6.11"),
      ("{ gateway: { mode: \"local\" } }", "2026.1.5", "2026.6.11"),
      (
        "{ browser: { ssrfPolicy: { allowPrivateNetwork: true } } }", "2026.2.19", "2026.4.2"
      ),
      ("{ agents: { defaults: { cliBackends: {} } } }", "2026.4.7", "2026.6.11"),
      ("{ routing: {} }", "2026.1.5", "2026.1.16-2"),
    ] as [(String, Release, Release)])
  func run(_ config: String, _ first: Release, _ last: Release) throws {
    let document = try ConfigDocument(parsing: Array(config.utf8))
    let acceptance = try #require(Acceptance(of: document))
    #expect(acceptance.first == first)
    #expect(acceptance.last == last)
  }

  @Test("What no release accepts")
  func none() throws {
    #expect(Acceptance(of: try ConfigDocument(parsing: Array("[]".utf8))) == nil)
  }
}
