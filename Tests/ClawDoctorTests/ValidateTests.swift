import Foundation
import Testing

/// `config validate`, `config schema` and `explain` as a user runs them.
@Suite(.needsBinary) struct ValidateTests {
  @Test(
    "A release that starts with the file gives 0, one that does not 1, what is no config 2",
    arguments: [
      ("{ gateway: { mode: \"local\" } }", ["--release", "2026.4.22"], 0),
      ("{ nonsense: 1 }", ["--release", "2026.4.22"], 1),
      ("{ nonsense: 1 }", ["--release", "2026.1.5"], 0),
      ("{ nonsense: 1 }", ["--release", "2026.1.5", "--severity-min", "warning"], 1),
      ("{ nonsense", ["--release", "2026.4.22"], 2),
      ("{}", ["--release", "x"], 64),
    ] as [(String, [String], Int32)])
  func status(_ text: String, _ arguments: [String], _ status: Int32) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let config = try scratch.file("openclaw.json", Array(text.utf8))
    let run = try Tool.run(
      ["config", "validate", "--config", config.path] + arguments, in: scratch.folder)
    #expect(run.status == status, "\(run.everything)")
    #expect(try String(contentsOf: config, encoding: .utf8) == text)
  }

  @Test("The report says where, what, why and what to do, and shows no value")
  func report() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let text = "{\n  channels: { telegram: { token: \"\(Sample.secret)-telegram\" } },\n}\n"
    let config = try scratch.file("openclaw.json", Array(text.utf8))
    let run = try Tool.run(
      ["config", "validate", "--release", "2026.4.22", "--config", config.path],
      in: scratch.folder)
    #expect(
      run.output == """
        \(config.path) (`--config` names it)
        judged against 2026.4.22, as asked
        accepted by 2026.1.5 to 2026.1.16-2

        Errors (1)
          openclaw.json:2:27 channels.telegram.token [schema.unknown-key]
            2026.4.22 has no key `channels.telegram.token`
            why: the gateway refuses the whole config because of it
            do: is `channels.telegram.botToken` meant? else remove it

        1 error; see what to do above.

        """)
    #expect(!run.everything.contains(Sample.secret))
  }

  @Test("JSON has the identifiers, the place and the releases that accept the file")
  func json() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let text = "{ browser: { ssrfPolicy: { allowPrivateNetwork: true } } }"
    let config = try scratch.file("openclaw.json", Array(text.utf8))
    let run = try Tool.run(
      ["config", "validate", "--release", "2026.4.22", "--json", "--config", config.path],
      in: scratch.folder)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let about = try #require(report["config"] as? [String: Any])
    #expect(about["acceptedBy"] as? [String: String] == ["first": "2026.2.19", "last": "2026.4.2"])
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.count == 1)
    #expect(findings.first?["checkId"] as? String == "schema.unknown-key")
    #expect(findings.first?["since"] as? String == "2026.4.5")
    #expect(findings.first?["line"] as? Int == 1)
    #expect(findings.first?["column"] as? Int == 28)
  }

  @Test(
    "A schema is JSON and says for which release it is",
    arguments: ["2026.1.5", "2026.4.22", "2026.9.4"])
  func schema(_ release: String) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let run = try Tool.run(["config", "schema", "--release", release], in: scratch.folder)
    #expect(run.status == 0)
    let schema = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(schema?["title"] as? String == "OpenClaw \(release) config")
  }

  @Test("A key, a migration and a check are explained; what is none of them is said to be none")
  func explain() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let key = try Tool.run(
      ["explain", "browser.ssrfPolicy.allowPrivateNetwork"], in: scratch.folder)
    #expect(
      key.output == """
        browser.ssrfPolicy.allowPrivateNetwork
          valid from 2026.2.19 to 2026.4.2
          now: browser.ssrfPolicy.dangerouslyAllowPrivateNetwork
          2026.2.19 to 2026.4.2: a boolean

        """)
    for subject in ["gateway-token", "duplicate-key", "schema.unknown-key"] {
      #expect(try Tool.run(["explain", subject, "--json"], in: scratch.folder).status == 0)
    }
    #expect(try Tool.run(["explain", "nonsense"], in: scratch.folder).status == 1)
  }
}
