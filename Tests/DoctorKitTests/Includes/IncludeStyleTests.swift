import DoctorKit
import Testing

@Suite struct IncludeStyleTests {
  static let roots = [
    "{ telegram: { $include: 't' } }",
    "{\n\t\"telegram\": {\n\t\t\"$include\": \"t\"\n\t}\n}\n",
    "{\r\n    channels: {\r\n        'telegram': { $include: 't' },\r\n    },\r\n}\r\n",
  ]

  /// Files of a channel with an old key, and what becomes of them.
  static let files: [(old: String, new: String)] = [
    (
      "{ requireMention: true }\n",
      "{ groups: { \"*\": { requireMention: true } } }\n"
    ),
    (
      "{\r\n\t\"requireMention\": true\r\n}",
      "{\r\n\t\"groups\": {\r\n\t\t\"*\": {\r\n\t\t\t\"requireMention\": true\r\n\t\t}\r\n\t}\r\n}"
    ),
    (
      "{\n   'name': 'x', // whose\n   'requireMention': true, // all\n}\n",
      "{\n   'name': 'x', // whose\n   'groups': {\n      '*': {\n         'requireMention': true, // all\n      },\n   },\n}\n"
    ),
  ]

  @Test(
    "an included file is edited in its own style, whatever the config's is",
    arguments: roots, files)
  func own(_ root: String, _ file: (old: String, new: String)) throws {
    let config = try SplitConfig(["openclaw.json": root, "t": file.old])
    let report = config.fix()
    #expect(report.isWritten)
    #expect(try config.read("t") == file.new)
  }

  @Test("an empty file grows in the style of a file, wherever it is included")
  func empty() throws {
    let config = try SplitConfig([
      "openclaw.json":
        "{\n  deep: {\n    x: 1,\n  },\n  gateway: {\n    auth: { $include: './auth.json' },\n  },\n}\n",
      "auth.json": "{}\n",
    ])
    var token = TokenRequest()
    token.destination = .config
    let outcome = config.place.doctor().generateGatewayToken(
      token, config.place.request { $0.release = "2026.4.22" })
    #expect(outcome.report.isWritten, "\(outcome.report.findings)")
    #expect(
      try config.read("auth.json")
        == "{\n  \"mode\": \"token\",\n  \"token\": \"\(Workplace.token)\"\n}\n")
  }
}
