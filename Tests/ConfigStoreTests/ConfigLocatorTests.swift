import ConfigStore
import Diagnostics
import Testing

@Suite struct ConfigLocatorTests {
  /// One row of the table: what is said, what is there, what follows.
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var request: LocatorRequest
    var present: [String] = []
    var path: String
    var reason: LocatedConfig.Reason
    var others: [String] = []
    var state: String? = "/h/.openclaw"

    var testDescription: String { name }

    init(
      _ name: String, _ variables: [String: String] = ["HOME": "/h"], config: String? = nil,
      stateFolder: String? = nil, profile: String? = nil, systemHome: String? = nil,
      present: [String] = [], _ path: String, _ reason: LocatedConfig.Reason,
      others: [String] = [], state: String? = "/h/.openclaw"
    ) {
      self.name = name
      request = LocatorRequest(
        config: config, stateFolder: stateFolder, profile: profile, variables: variables,
        systemHome: systemHome)
      (self.present, self.path, self.reason) = (present, path, reason)
      (self.others, self.state) = (others, state)
    }
  }

  static let usual = "/h/.openclaw/openclaw.json"

  static let options: [Row] = [
    Row(
      "option wins over all", ["HOME": "/h", "OPENCLAW_CONFIG_PATH": "/e.json"],
      config: "/c.json", stateFolder: "/s", profile: "p", present: ["/e.json", usual],
      "/c.json", .configOption, others: ["/e.json", usual], state: "/s"),
    Row("option with ~", config: "~/c.json", "/h/c.json", .configOption, state: "/h"),
    Row("option without a home", [:], config: "c.json", "c.json", .configOption, state: "."),
    Row("blank option", config: "  ", usual, .standard),
    Row(
      "state option", ["HOME": "/h", "OPENCLAW_STATE_DIR": "/e"], stateFolder: "/s/",
      "/s/openclaw.json", .stateFolderOption, state: "/s"),
    Row(
      "state option wins over the config variable",
      ["HOME": "/h", "OPENCLAW_CONFIG_PATH": "/e.json"], stateFolder: "~/s", present: ["/e.json"],
      "/h/s/openclaw.json", .stateFolderOption, others: ["/e.json"], state: "/h/s"),
    Row(
      "state option never leads out of its folder", stateFolder: "/s", present: [usual],
      "/s/openclaw.json", .stateFolderOption, others: [usual], state: "/s"),
    Row(
      "state option, former name", stateFolder: "/s", present: ["/s/moltbot.json"],
      "/s/moltbot.json", .legacyName, state: "/s"),
    Row(
      "profile", profile: "work", "/h/.openclaw-work/openclaw.json", .profileOption,
      state: "/h/.openclaw-work"),
    Row("profile default", profile: "Default", usual, .profileOption),
    Row(
      "profile leaves the state variable", ["HOME": "/h", "OPENCLAW_STATE_DIR": "/e"],
      profile: "work", "/e/openclaw.json", .profileOption, state: "/e"),
    Row(
      "profile leaves the config variable", ["HOME": "/h", "OPENCLAW_CONFIG_PATH": "/e.json"],
      profile: "work", "/e.json", .configVariable, state: "/h/.openclaw-work"),
    Row(
      "profile never takes the default config", profile: "work", present: [usual],
      "/h/.openclaw-work/openclaw.json", .profileOption, others: [usual],
      state: "/h/.openclaw-work"),
  ]

  static let variables: [Row] = [
    Row(
      "config variable, even if missing", ["HOME": "/h", "OPENCLAW_CONFIG_PATH": " /e.json "],
      present: [usual], "/e.json", .configVariable, others: [usual]),
    Row(
      "config variable with ~", ["HOME": "/h", "OPENCLAW_CONFIG_PATH": "~/e.json"], "/h/e.json",
      .configVariable),
    Row(
      "config variable with ~ of OPENCLAW_HOME",
      ["HOME": "/h", "OPENCLAW_HOME": "/o", "OPENCLAW_CONFIG_PATH": "~/e.json"], "/o/e.json",
      .configVariable, state: "/o/.openclaw"),
    Row(
      "config variable undefined", ["HOME": "/h", "OPENCLAW_CONFIG_PATH": "undefined"], usual,
      .standard),
    Row(
      "config and state variables",
      ["HOME": "/h", "OPENCLAW_CONFIG_PATH": "/e.json", "OPENCLAW_STATE_DIR": "/s"], "/e.json",
      .configVariable, state: "/s"),
    Row(
      "state variable", ["HOME": "/h", "OPENCLAW_STATE_DIR": "/s"],
      present: ["/s/openclaw.json", "/s/clawdbot.json"], "/s/openclaw.json", .stateFolderVariable,
      others: ["/s/clawdbot.json"], state: "/s"),
    Row(
      "state variable, former name", ["HOME": "/h", "OPENCLAW_STATE_DIR": "/s"],
      present: ["/s/clawdbot.json", usual], "/s/clawdbot.json", .legacyName, others: [usual],
      state: "/s"),
    Row(
      "state variable, stray default", ["HOME": "/h", "OPENCLAW_STATE_DIR": "/s"],
      present: [usual], usual, .outsideStateFolder, state: "/s"),
    Row(
      "state variable, nothing", ["HOME": "/h", "OPENCLAW_STATE_DIR": "~/s"],
      "/h/s/openclaw.json", .stateFolderVariable, state: "/h/s"),
    Row(
      "former variable as the last resort",
      ["HOME": "/h", "CLAWDBOT_CONFIG_PATH": "~/old.json"], present: ["/h/old.json"],
      "/h/old.json", .legacyVariable),
    Row(
      "former variable behind a default", ["HOME": "/h", "CLAWDBOT_STATE_DIR": "/s"],
      present: ["/s/clawdbot.json", usual], usual, .standard, others: ["/s/clawdbot.json"]),
    Row(
      "former variable, nothing", ["HOME": "/h", "CLAWDBOT_CONFIG_PATH": "/x"], usual, .standard),
  ]

  static let homes: [Row] = [
    Row("nothing at all", ["HOME": "/h"], usual, .standard),
    Row(
      "OPENCLAW_HOME", ["HOME": "/h", "OPENCLAW_HOME": "/o"], "/o/.openclaw/openclaw.json",
      .standard, state: "/o/.openclaw"),
    Row(
      "OPENCLAW_HOME with ~", ["HOME": "/h", "OPENCLAW_HOME": "~/o"],
      "/h/o/.openclaw/openclaw.json", .standard, state: "/h/o/.openclaw"),
    Row("OPENCLAW_HOME null", ["HOME": "/h", "OPENCLAW_HOME": "null"], usual, .standard),
    Row(
      "HOME undefined", ["HOME": "undefined", "USERPROFILE": "/u"],
      "/u/.openclaw/openclaw.json", .standard, state: "/u/.openclaw"),
    Row("HOME empty", ["HOME": ""], systemHome: "/h", usual, .standard),
    Row(
      "former name", present: ["/h/.openclaw", "/h/.openclaw/clawdbot.json"],
      "/h/.openclaw/clawdbot.json", .legacyName),
    Row(
      "former folder", present: ["/h/.clawdbot", "/h/.clawdbot/clawdbot.json"],
      "/h/.clawdbot/clawdbot.json", .legacyName, state: "/h/.clawdbot"),
    Row(
      "what present releases read comes first",
      present: ["/h/.openclaw/moltbot.json", "/h/.clawdbot/clawdbot.json"],
      "/h/.clawdbot/clawdbot.json", .legacyName, others: ["/h/.openclaw/moltbot.json"]),
    Row(
      "the oldest", present: ["/h/.moldbot", "/h/.moldbot/moldbot.json"],
      "/h/.moldbot/moldbot.json", .legacyName, state: "/h/.moldbot"),
    Row(
      "skeleton beside a former name", present: [usual, "/h/.openclaw/moltbot.json"], usual,
      .standard, others: ["/h/.openclaw/moltbot.json"]),
  ]

  @Test("FM-48 R1, R3, FM-39 R1: which config", arguments: options + variables + homes)
  func choosing(_ row: Row) throws {
    let located = try ConfigLocator { row.present.contains($0) }.locate(row.request)
    #expect(located.path == row.path)
    #expect(located.reason == row.reason)
    #expect(located.others == row.others)
    #expect(located.stateFolder == row.state)
    #expect(located.exists == row.present.contains(row.path))
    #expect(!located.explanation.segments.isEmpty)
  }

  @Test func noHome() {
    let error = failure { _ = try ConfigLocator { _ in false }.locate(LocatorRequest()) }
    #expect(error?.code == .noHome && error?.outcome == .unreadable)
  }

  @Test(arguments: ["a/b", "..", "-x", "a b", String(repeating: "a", count: 65)])
  func badProfile(_ name: String) {
    let request = LocatorRequest(profile: name, variables: ["HOME": "/h"])
    #expect(failure { _ = try ConfigLocator { _ in false }.locate(request) }?.code == .badProfile)
  }

  @Test func onAFileSystem() throws {
    let files = MemoryFileSystem.home()
    let located = try ConfigLocator(files: files)
      .locate(LocatorRequest(variables: ["HOME": "/home/u"]))
    #expect(located.path == MemoryFileSystem.config && located.exists)
    #expect(located.others == [])
  }
}
