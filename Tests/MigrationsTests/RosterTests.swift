import ConfigDocument
import ConfigSchema
import Diagnostics
import Migrations
import Testing

/// From the list of agents to the map.
@Suite struct RosterTests {
  private func path(_ text: String) -> ConfigPath { Transform.path(text) }

  @Test("FM-15: rosters of every size become maps in their order", arguments: [1, 2, 22])
  func sizes(_ count: Int) throws {
    let agents = (1...count).map { "{ id: \"agent-\($0)\", name: \"N\($0)\" } /* \($0) */" }
    let result = try migrate(
      "{ agents: { list: [\(agents.joined(separator: ", "))] } }", to: "2026.8.1")
    let entries = try #require(result.plan.after.node(at: path("agents.entries")))
    let keys = result.plan.after.children(entries).map { result.plan.after.key($0) }
    #expect(keys == (1...count).map { "agent-\($0)" })
    #expect(result.plan.after.node(at: path("agents.list")) == nil)
    #expect((result.plan.after.node(at: path("agents.ownership")) != nil) == (count > 1))
    #expect(result.plan.after.commentCounts.count == count)
    #expect(try migrate(result.text, to: "2026.8.1").plan.changes.isEmpty)
  }

  @Test("FM-15: a default agent or an ownership that is there is enough")
  func marked() throws {
    let marked =
      "{ agents: { list: [{ id: \"a\" }, { id: \"b\", default: true }] }, channels: { slack: {} } }"
    let result = try migrate(marked, to: "2026.8.1")
    #expect(
      result.text
        == "{ agents: { entries: { a: {}, b: { default: true } } }, channels: { slack: {} } }")
    let owned = "{ agents: { ownership: \"explicit\", entries: { a: {}, b: {} } } }"
    #expect(try migrate(owned, to: "2026.8.1").text == owned)
  }

  @Test(
    "FM-60: the default agent keeps the folder that it had",
    arguments: ["2026.7.2-beta", "2026.8.2"])
  func workspace(_ target: String) throws {
    let release = try #require(Release(target))
    let config = """
      { agents: { defaults: { workspace: "~/shared" }, list: [{ id: "b", workspace: "~/b" }, { id: "main", default: true }] } }
      """
    let result = try migrate(config, to: release)
    let place = try #require(result.plan.after.node(at: path("agents.entries.main.workspace")))
    #expect(result.plan.after.string(place) == "~/shared")
  }

  @Test("FM-19: what is no agent stays in the list, is reported, and the others go on")
  func leftovers() throws {
    let result = try migrate("{ agents: { list: [7, { id: \"a\" }] } }", to: "2026.8.1")
    #expect(result.text == "{ agents: { list: [7], entries: { a: {} } } }")
    #expect(result.plan.findings.map(\.severity) == [.error])
  }

  @Test("Each line of the report names the place that the reader sees")
  func places() throws {
    let result = try migrate(
      "{ agents: { list: [{ id: \"a\", default: true }, { id: \"b\" }] } }", to: "2026.8.1")
    #expect(
      result.plan.changes.map { $0.source } == [path("agents.list[0]"), path("agents.list[1]")])
    #expect(
      result.plan.changes.map { $0.target } == [path("agents.entries.a"), path("agents.entries.b")])
  }

  @Test(
    "An agent named like a part of the language is an agent",
    arguments: ["__proto__", "constructor", "a.b"])
  func names(_ id: String) throws {
    let result = try migrate(
      "{ agents: { list: [{ id: \"\(id)\", model: \"m\" }] } }", to: "2026.8.1")
    let place = path("agents.entries").appending(key: id).appending(key: "model")
    #expect(result.plan.after.node(at: place) != nil)
  }

  @Test("A list of allowed models is not made of what a repair adds")
  func models() throws {
    let config =
      "{ agents: { defaults: { model: \"anthropic/o\", agentRuntime: { id: \"claude-cli\" } } } }"
    let result = try migrate(config, to: "2026.8.1")
    #expect(!result.text.contains("allow:"))
    #expect(try migrate(result.text, to: "2026.9.1").plan.changes.isEmpty)
  }
}
