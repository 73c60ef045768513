import Foundation
import Testing

/// `clawdoctor token` and `--generate-gateway-token`, as a user runs them.
@Suite(.needsBinary) struct TokenTests {
  static let config = "{\n  // demo-not-a-secret-of-the-env-file\n  gateway: { port: 1 },\n}\n"
  static let one = "demo-not-a-secret-of-the-env-file"
  static let other = "demo-not-a-secret-of-the-environment"

  /// A home with a state folder of mode 0700.
  private func home(_ config: String, file: String? = nil) throws -> Scratch {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      at: scratch.folder.appending(path: ".openclaw"), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    _ = try scratch.file(".openclaw/openclaw.json", Array(config.utf8))
    if let file { _ = try scratch.file(".openclaw/.env", Array(file.utf8)) }
    return scratch
  }

  /// The output with fingerprints as `#1`, `#2` in the order of their appearance, and the home as
  /// `~`.
  private func plain(_ run: Tool.Run, _ scratch: Scratch) -> String {
    var text = run.output.replacing(scratch.folder.path, with: "~")
    var number = 0
    while let match = text.firstMatch(of: #/#[0-9a-f]{6}\b/#) {
      number += 1
      text = text.replacing(String(match.output), with: "#\(number)     ")
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        var line = line
        while line.last == " " { line.removeLast() }
        return line
      }
      .joined(separator: "\n")
  }

  @Test("All sources in one table, who uses which, and whether they agree")
  func table() throws {
    let scratch = try home(
      "{ gateway: { auth: { mode: 'token', token: '${OPENCLAW_GATEWAY_TOKEN}' } } }",
      file: "OPENCLAW_GATEWAY_TOKEN=\(Self.one)\n")
    defer { scratch.remove() }
    let run = try Tool.run(["token"], in: scratch.folder)
    #expect(run.status == 0)
    #expect(
      plain(run, scratch) == """
        ~/.openclaw/openclaw.json (it is the default path)
        judged against 2026.4.22, the newest release whose keys are all known

        source                                                    where            token                              used by
        gateway.auth.token                                        openclaw.json:1  -> OPENCLAW_GATEWAY_TOKEN #1       gateway
        OPENCLAW_GATEWAY_TOKEN in the environment                 -                not set
        OPENCLAW_GATEWAY_TOKEN in the `.env` of the state folder  .env             #1                                 gateway, clients
        gateway.remote.token                                      openclaw.json    not set

        The gateway and its clients on this machine use the same token.

        """)
  }

  @Test("FM-16: a service with a token of its own is seen, and is a warning")
  func service() throws {
    let scratch = try home("{ gateway: {} }", file: "OPENCLAW_GATEWAY_TOKEN=\(Self.one)\n")
    defer { scratch.remove() }
    let folder = scratch.folder.appending(path: ".config/systemd/user")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    _ = try scratch.file(
      ".config/systemd/user/openclaw-gateway.service",
      Array("[Service]\nEnvironment=\"OPENCLAW_GATEWAY_TOKEN=\(Self.other)\"\n".utf8))
    let run = try Tool.run(["token", "--json"], in: scratch.folder)
    #expect(run.status == 1)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(report["agree"] as? Bool == false)
    let sources = try #require(report["sources"] as? [[String: Any]])
    func source(_ kind: String) -> [String: Any] {
      sources.first { $0["kind"] as? String == kind } ?? [:]
    }
    #expect(source("service")["usedBy"] as? [String] == ["gateway"])
    #expect(source("state-env")["usedBy"] as? [String] == ["clients"])
    #expect(source("service")["fingerprint"] as? String == report["gateway"] as? String)
    #expect(source("state-env")["fingerprint"] as? String == report["clients"] as? String)
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.contains { $0["checkId"] as? String == "gateway-token-drift" })
    for secret in [Self.one, Self.other] { #expect(!run.everything.contains(secret.prefix(20))) }
  }

  @Test("A fingerprint is of one run: it cannot be compared with that of another")
  func fingerprints() throws {
    let scratch = try home("{ gateway: { auth: { token: '\(Self.one)' } } }")
    defer { scratch.remove() }
    let runs = try (0..<3).map { _ in try Tool.run(["token"], in: scratch.folder).output }
    let prints = runs.compactMap { $0.firstMatch(of: #/#([0-9a-f]{6})/#)?.output.1 }
    #expect(Set(prints).count == 3)
  }

  @Test("--generate-gateway-token wires a token up and never shows it")
  func generate() throws {
    let scratch = try home(Self.config, file: "MY_API_KEY=\(Self.one)\n")
    defer { scratch.remove() }
    let run = try Tool.run(["--generate-gateway-token", "--diff"], in: scratch.folder)
    #expect(run.status == 0, "\(run.everything)")
    let file = try String(
      contentsOf: scratch.folder.appending(path: ".openclaw/.env"), encoding: .utf8)
    let token = try #require(
      file.firstMatch(of: #/\AMY_API_KEY=.*\nOPENCLAW_GATEWAY_TOKEN=([0-9a-f]{64})\n\z/#)?.output.1)
    #expect(!run.everything.contains(token.prefix(8)))
    #expect(!run.everything.contains(Self.one))
    #expect(
      try String(
        contentsOf: scratch.folder.appending(path: ".openclaw/openclaw.json"), encoding: .utf8)
        == Self.config.replacing(
          "{ port: 1 }",
          with: "{ port: 1, auth: { mode: \"token\", token: \"${OPENCLAW_GATEWAY_TOKEN}\" } }"))
  }

  @Test("--print gives the token alone to standard output, each time another")
  func printed() throws {
    let scratch = try home("{ gateway: {} }")
    defer { scratch.remove() }
    var tokens: Set<String> = []
    for _ in 0..<20 {
      let run = try Tool.run(["--generate-gateway-token", "--print"], in: scratch.folder)
      #expect(run.status == 0)
      #expect(run.output.wholeMatch(of: #/[0-9a-f]{64}\n/#) != nil)
      tokens.insert(run.output)
    }
    #expect(tokens.count == 20)
    #expect(try scratch.names() == [".openclaw"])
  }

  @Test(
    "Options that make no sense together are wrong usage",
    arguments: [
      ["--rotate"], ["--print"], ["--inline"], ["--generate-gateway-token", "--fix"],
      ["--generate-gateway-token", "--print", "--inline"],
      ["--generate-gateway-token", "--config", "-"], ["token", "--release", "x"],
    ])
  func usage(_ arguments: [String]) throws {
    let scratch = try home("{ gateway: {} }")
    defer { scratch.remove() }
    #expect(try Tool.run(arguments, in: scratch.folder).status == 64)
  }
}
