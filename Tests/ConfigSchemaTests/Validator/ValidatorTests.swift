import ConfigDocument
import Diagnostics
import Testing

@testable import ConfigSchema

/// What a release does not accept.
@Suite struct ValidatorTests {
  @Test(
    "A violation has its severity, its name, its path and its place",
    arguments: ViolationExample.all)
  func example(_ example: ViolationExample) throws {
    let document = try ConfigDocument(parsing: Array(example.config.utf8))
    let found = Validator(example.release).violations(in: document).map { violation in
      "\(violation.severity) \(violation.checkID) \(violation.path) @\(violation.span.range.lowerBound)"
    }
    #expect(found == example.expected)
  }

  @Test(
    "Whether a release accepts a config is whether it has no error", arguments: ViolationExample.all
  )
  func acceptance(_ example: ViolationExample) throws {
    let document = try ConfigDocument(parsing: Array(example.config.utf8))
    let validator = Validator(example.release)
    guard validator.keys.knowledge != .none else { return }
    let hasError = validator.violations(in: document).contains { $0.severity == .error }
    #expect(validator.accepts(document) == !hasError)
  }

  /// The sentences of a violation, without masking.
  private func text(_ message: Message?) -> String {
    (message?.segments ?? []).map { segment in
      switch segment {
      case .text(let text), .outside(let text): text
      case .path(let path): path.description
      }
    }.joined()
  }

  @Test(
    "A violation says what is there and what to do",
    arguments: [
      (
        "2026.4.22", "{ channels: { telegram: { token: 1 } } }",
        "2026.4.22 has no key `channels.telegram.token`",
        "is `channels.telegram.botToken` meant? else remove it"
      ),
      (
        "2026.4.22", "{ gateway: { bnd: 1 } }", "2026.4.22 has no key `gateway.bnd`",
        "is `gateway.bind` meant? else remove it"
      ),
      (
        "2026.4.22", "{ browser: { ssrfPolicy: { allowPrivateNetwork: true } } }",
        "2026.4.22 has no key `browser.ssrfPolicy.allowPrivateNetwork`, which is valid from 2026.2.19 to 2026.4.2",
        "write it as `browser.ssrfPolicy.dangerouslyAllowPrivateNetwork`"
      ),
      (
        "2026.1.5", "{ agents: {} }",
        "2026.1.5 has no key `agents`, which is valid from 2026.1.9 on",
        "remove it, or use 2026.1.9 or later"
      ),
      (
        "2026.4.22", #"{ gateway: { mode: "x" } }"#,
        "`gateway.mode` has a value that 2026.4.22 does not know", #"write "local" or "remote""#
      ),
      (
        "2026.4.22", #"{ agents: { list: [{}] } }"#, "`agents.list[0].id` is missing",
        "add it: a string"
      ),
      (
        "2026.4.22", "{ gateway: { port: true } }",
        "`gateway.port` is a boolean, expected a whole number", "write a whole number"
      ),
      (
        "2026.4.22", "{ session: { agentToAgent: { maxPingPongTurns: 9 } } }",
        "`session.agentToAgent.maxPingPongTurns` must be at most 5",
        "write a value that is at most 5"
      ),
    ] as [(Release, String, String, String)])
  func sentences(_ release: Release, _ config: String, _ what: String, _ help: String) throws {
    let document = try ConfigDocument(parsing: Array(config.utf8))
    let violation = try #require(Validator(release).violations(in: document).first)
    #expect(text(violation.message) == what)
    #expect(text(violation.fix.hint) == help)
  }

  @Test("A value of the config stands in no sentence")
  func values() throws {
    let secret = "demo-not-a-secret-value"
    let config =
      #"{ gateway: { mode: "\#(secret)", port: "\#(secret)" }, logging: { level: "\#(secret)" }, channels: { slack: { mode: "\#(secret)", dmPolicy: "\#(secret)" }, telegram: { webhookUrl: "\#(secret)" } }, cron: { webhook: "\#(secret)" } }"#
    let document = try ConfigDocument(parsing: Array(config.utf8))
    let violations = Validator("2026.4.22").violations(in: document)
    #expect(violations.count >= 6)
    for violation in violations {
      #expect(
        !"\(text(violation.message)) \(text(violation.why)) \(text(violation.fix.hint))".contains(
          secret))
    }
  }

  @Test("Many unknown keys take no longer than their number")
  func many() throws {
    let members = (0..<20_000).map { "k\($0): 1" }.joined(separator: ", ")
    let document = try ConfigDocument(
      parsing: Array("{ \(members), channels: { matrix: { \(members) } } }".utf8))
    #expect(Validator("2026.3.24").violations(in: document).count == 1_000)
    #expect(!Validator("2026.3.24").accepts(document))
  }

  @Test("A config of many levels of arrays is judged")
  func hostile() throws {
    let deep = String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
    let document = try ConfigDocument(
      parsing: Array("{ agents: { list: \(deep) }, gateway: { x: \(deep) } }".utf8))
    #expect(Validator("2026.4.22").violations(in: document).count == 2)
  }

  @Test(
    "A number is judged by its value, in any spelling of YAML",
    arguments: [
      ("0o17777", []), ("0x10", []), ("8_080", ["schema.wrong-type"]),

      (".inf", ["schema.out-of-bounds"]), ("-.Inf", ["schema.out-of-bounds"]),
      (".NaN", ["schema.out-of-bounds"]), ("1.5e3", []), (".5", ["schema.wrong-type"]),
    ] as [(String, [String])])
  func yamlNumbers(_ number: String, _ expected: [String]) throws {
    let document = try ConfigDocument(yaml: Array("gateway: { port: \(number) }\n".utf8))
    let found = Validator("2026.8.1").violations(in: document).map(\.checkID)
    #expect(found == expected)
  }
}
