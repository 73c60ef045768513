import ConfigDocument
import ConfigSchema
import Diagnostics
import Foundation
import Migrations
import Testing

/// Whole chains on whole configs.
@Suite struct CompositionTests {
  /// FM-06: an order of steps must not cut what an earlier one has not reached.
  @Test(
    "FM-06: eighteen agents keep their memory search, with every path",
    arguments: [
      ("2026.4.22", "agents.defaults.memorySearch.provider"),
      ("2026.9.1", "memory.search.provider"),
    ])
  func memorySearch(_ target: String, _ place: String) throws {
    let agents = (1...18).map { number in
      """
          // agent \(number)
          { id: "a\(number)", memorySearch: { enabled: true, extraPaths: [
            "~/notes/\(number)/a", "~/notes/\(number)/b", "~/notes/\(number)/c", "~/notes/\(number)/d",
          ] } },
      """
    }
    let config = """
      {
        memorySearch: { provider: "openai" },
        agents: { list: [
      \(agents.joined(separator: "\n"))
        ] },
      }
      """
    let release = try #require(Release(target))
    let result = try migrate(config, to: release)
    let paths = (1...18).flatMap { number in ["a", "b", "c", "d"].map { "~/notes/\(number)/\($0)" }
    }
    #expect(paths.count == 72)
    for path in paths { #expect(result.text.components(of: "\"\(path)\"") == 1) }
    #expect(result.plan.after.node(at: Transform.path(place)) != nil)
    for number in 1...18 { #expect(result.text.components(of: "// agent \(number)\n") == 1) }
  }

  /// FM-19: a value that does not fit its new place stays where it was, and is reported.
  @Test(
    "A streaming value of a wrong kind stays and is reported",
    arguments: ["7", "null", "[]", "\"fast\"", "\"${MODE}\""], ["telegram", "discord", "slack"])
  func streaming(_ value: String, _ channel: String) throws {
    let config = "{ channels: { \(channel): { streaming: \(value) } } } // mine\n"
    let result = try migrate(config, to: "2026.4.22")
    #expect(result.text == config)
    #expect(result.plan.findings.map(\.severity) == [.error])
  }

  /// FM-33: what several old keys say must not depend on their order, and nothing goes unnamed.
  @Test(
    "The order of converging keys does not matter",
    arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func converging(_ order: [Int]) throws {
    let parts = [
      "memorySearch: { provider: \"a\", model: \"m\" }",
      "agent: { memorySearch: { provider: \"b\", chunkSize: 7 } }",
      "agents: { defaults: { memorySearch: { enabled: true, model: \"n\" } } }",
    ]
    let config = "{ " + order.map { parts[$0] }.joined(separator: ", ") + " }"
    let result = try migrate(config, to: "2026.4.22")
    #expect(
      result.plan.after.values()
        == "{agents={defaults={memorySearch={chunking={tokens=7};enabled=true;model=\"n\";provider=\"b\"}}}}"
    )
    let named = Set(
      result.plan.changes.filter { $0.action == .remove }.compactMap { $0.source?.description })
    #expect(named == ["memorySearch.provider", "memorySearch.model"])
  }

  /// FM-51: no step may let anybody in who was out.
  @Test(
    "Nobody is let in who was out",
    arguments: [
      "{ channels: { telegram: { dmPolicy: \"open\", allowFrom: [\"a\"] } } }",
      "{ tools: { message: { allowCrossContextSend: true, crossContext: { allowWithinProvider: false, allowAcrossProviders: false } } } }",
      "{ tools: { deny: [\"exec\"] }, agent: { tools: { deny: [\"browser\"] } } }",
      "{ agent: { sandbox: { tools: { deny: [\"browser\"] } } }, tools: { sandbox: { tools: { deny: [\"exec\"] } } } }",
      "{ channels: { telegram: { requireMention: false, groups: { \"-1\": {} } } } }",
    ])
  func exposure(_ config: String) throws {
    let result = try migrate(config, to: "2026.4.22")
    #expect(!result.text.contains("\"*\""))
    #expect(!result.text.contains("allowWithinProvider: true"))
    for word in ["exec", "browser"] where config.contains(word) {
      #expect(result.text.contains(word))
    }
  }

  /// FM-78: the page of a gateway beyond loopback gets the local origins and no others.
  @Test(
    "Origins are listed where the gateway needs them",
    arguments: ["loopback", "lan", "tailnet", "custom", "auto", "0.0.0.0"],
    ["2026.2.24", "2026.2.26", "2026.3.2", "2026.4.22"])
  func origins(_ bind: String, _ target: String) throws {
    let release = try #require(Release(target))
    let text = try migrate("{ gateway: { bind: \"\(bind)\" } }", to: release).text
    let isNeeded = bind != "loopback" && release >= "2026.2.26"
    #expect(text.contains("http://localhost:18789") == isNeeded)
    #expect(!text.contains("dangerously"))
    #expect(!text.contains("*"))
    let off = "{ gateway: { bind: \"lan\", controlUi: { enabled: false } } }"
    #expect(try migrate(off, to: release).text == off)
  }

  /// Folders of whole configs: `before.json5` and `after.json5`, named by case and target.
  static let fixtures: [URL] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "MigrationFixtures")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.sorted().filter { !$0.hasSuffix(".tsv") }.map { folder.appending(path: $0) }
  }()

  @Test("A whole config comes out as it is written down", arguments: fixtures)
  func fixture(_ folder: URL) throws {
    let name = folder.lastPathComponent
    let target = try #require(name.split(separator: "-to-").last.flatMap { Release($0) }, "\(name)")
    let before = try String(contentsOf: folder.appending(path: "before.json5"), encoding: .utf8)
    let after = try String(contentsOf: folder.appending(path: "after.json5"), encoding: .utf8)
    let result = try migrate(before, to: target)
    #expect(result.text == after)
    #expect(result.plan.findings.isEmpty)
    #expect(try migrate(result.text, to: target).plan.changes.isEmpty)
  }

  @Test("There are fixtures")
  func present() {
    #expect(!Self.fixtures.isEmpty)
  }
}
