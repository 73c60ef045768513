import Foundation
import Testing

/// `clawdoctor migrations`, `clawdoctor explain ID`, and the page made of them.
@Suite(.needsBinary) struct MigrationPagesTests {
  private func run(_ arguments: [String]) throws -> Tool.Run {
    let scratch = try Scratch()
    defer { scratch.remove() }
    return try Tool.run(arguments, in: scratch.folder)
  }

  @Test("docs/migrations.md is what the binary prints: run Scripts/docs and commit the result")
  func page() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/migrations.md")
    let run = try run(["migrations", "--format", "markdown"])
    #expect(run.status == 0)
    #expect(run.output == (try String(contentsOf: page, encoding: .utf8)))
  }

  @Test("The list is filtered by the releases between which it is wanted")
  func filtered() throws {
    let all = try run(["migrations"]).output
    let later = try run(["migrations", "--from", "2026.4.5", "--to", "2026.4.22"]).output
    #expect(all.contains("gateway-token ") && !later.contains("gateway-token "))
    #expect(later.contains("channel-chunk-mode "))
    #expect(!later.contains("agents-list-to-entries "))
    #expect(try run(["migrations", "--from", "x"]).status == 64)
  }

  @Test("A migration is explained with its executed example")
  func explained() throws {
    let text = try run(["explain", "browser-ssrf-allow-private-network"]).output
    #expect(text.contains("  before\n") && text.contains("  after\n"))
    #expect(text.contains("dangerouslyAllowPrivateNetwork"))
    let change = try run(["explain", "default-exec-ask"]).output
    #expect(change.contains("before: commands outside the allowed list are asked about"))
    #expect(try run(["explain", "no-such-thing"]).status == 1)
  }
}
