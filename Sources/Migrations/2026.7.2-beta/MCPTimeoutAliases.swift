internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns timeouts of MCP servers from seconds into milliseconds.
///
/// ## Why
/// 2026.7.2 refuses the spellings of other programs, which count in seconds.
///
/// ## What it keeps
/// The comments, and the time. A timeout that is set stays. What is no positive number stays and is
/// reported; OpenClaw drops it.
package struct MCPTimeoutAliases: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "mcp-timeout-aliases",
      life: Life(introduced: "2026.7.2-beta", refused: "2026.7.2-beta"),
      summary: "Turn timeouts of MCP servers into milliseconds",
      why: "timeouts of MCP servers are connectionTimeoutMs and requestTimeoutMs since 2026.7.2")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          mcp: {
            servers: {
              docs: { timeout: 30, connectTimeout: 2.5 }, // slow
            },
          },
        }
        """,
        """
        {
          mcp: {
            servers: {
              docs: { requestTimeoutMs: 30000, connectionTimeoutMs: 2500 }, // slow
            },
          },
        }
        """),
      MigrationExample(
        """
        { mcp: { servers: { a: { timeout: 30, requestTimeoutMs: 5 } } } }
        """,
        """
        { mcp: { servers: { a: { requestTimeoutMs: 5 } } } }
        """),
      MigrationExample(
        unchanged: """
          { mcp: { servers: { a: { timeout: "30s" } } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("connectTimeout") || vocabulary.holds("connect_timeout")
      || vocabulary.holds("timeout")
  }

  package func apply(to transform: inout Transform) {
    let names = [
      ("connectTimeout", "connectionTimeoutMs"), ("connect_timeout", "connectionTimeoutMs"),
      ("timeout", "requestTimeoutMs"),
    ]
    for server in transform.matches("{mcp,nodeHost.mcp}.servers.*") {
      for (old, new) in names {
        let source = server.appending(key: old)
        guard transform.expect(source, .number) else { continue }
        guard let text = transform.draft.spelling(at: source), let seconds = Double(text),
          seconds > 0, seconds < 1e9
        else {
          transform.noteKind(of: source, expected: "a positive number")
          continue
        }
        let exact = (seconds * 1_000).rounded()
        transform.convert(
          source, to: server.appending(key: new), .number(String(Int(max(exact, 1)))))
      }
    }
  }
}
