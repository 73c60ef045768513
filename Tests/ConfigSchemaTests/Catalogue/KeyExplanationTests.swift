import Diagnostics
import Testing

@testable import ConfigSchema

/// What is known of a key over all releases.
@Suite struct KeyExplanationTests {
  @Test(
    "A path finds its key, through wildcards, alternatives and shared shapes",
    arguments: [
      ("gateway.auth.mode", "gateway.auth.mode"),
      ("agents.list[0].tools.deny", "agents.list[].tools.deny"),
      ("channels.discord.guilds[\"123\"].users", "channels.discord.guilds.*.users"),
      ("agents.list[0].runtime.acp.mode", "agents.list[]<label>.acp.mode"),
      ("plugins.entries.acpx.config.cwd", "plugins.entries.acpx.config.cwd"),
      ("plugins.entries.acpx.enabled", "plugins.entries.*.enabled"),
    ])
  func path(_ path: String, _ key: String) throws {
    let explanation = try #require(KeyExplanation(try ConfigPath(parsing: path)))
    #expect(explanation.path == key.replacing("[]<label>", with: "[].runtime<type=acp>"))
  }

  @Test("A key has a life, chapters and a successor")
  func chapters() throws {
    let old = try #require(
      KeyExplanation(try ConfigPath(parsing: "browser.ssrfPolicy.allowPrivateNetwork")))
    #expect(old.life.phrase == "valid from 2026.2.19 to 2026.4.2")
    #expect(old.successor?.description == "browser.ssrfPolicy.dangerouslyAllowPrivateNetwork")
    let mode = try #require(KeyExplanation(try ConfigPath(parsing: "gateway.auth.mode")))
    #expect(
      mode.chapters.map(\.values) == [
        [#""token""#, #""password""#], [#""token""#, #""password""#, #""trusted-proxy""#],
        [#""none""#, #""token""#, #""password""#, #""trusted-proxy""#],
      ])
    #expect(mode.chapters.map(\.first) == ["2026.1.5", "2026.2.14", "2026.2.19"])
    #expect(mode.chapters.map(\.last) == ["2026.2.13", "2026.2.17", nil])
  }

  @Test("What no release has is not explained", arguments: ["nonsense", "gateway.nonsense.x"])
  func unknown(_ path: String) throws {
    #expect(KeyExplanation(try ConfigPath(parsing: path)) == nil)
  }

  @Test("A successor is a key of some release, or below one")
  func successors() throws {
    for line in SuccessorsTable.text.split(separator: "\n").dropFirst() {
      let columns = line.split(separator: "\t").map(String.init)
      try #require(columns.count == 2)
      // Any channel stands for one that has the key.
      let path = columns[1].replacing("channels.*", with: "channels.bluebubbles")
        .replacing("[]", with: "[0]").replacing("*", with: "x")
      #expect(KeyExplanation(try ConfigPath(parsing: path)) != nil, "\(columns[1])")
    }
  }
}
