internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns `type` of MCP servers into `transport`.
///
/// ## Why
/// About 2026.4.27 OpenClaw got its own word for how a server is reached. Configs copied from other
/// programs have `type`.
///
/// ## What it keeps
/// The comments. A transport that is set stays, and the old key goes, named in the report. `stdio`
/// is what a command means anyway and goes. A word that is not known stays and is reported.
package struct MCPServerType: Migration {
  package let facts = MigrationFacts(
    "mcp-server-type", life: Life(introduced: "2026.4.27", refused: "2026.4.27"),
    summary: "Turn type of MCP servers into transport",
    why: "how a server is reached is its transport since 2026.4.27")

  package let examples = [
    MigrationExample(
      """
      {
        mcp: {
          servers: {
            docs: {
              type: "http", // from another program
              url: "https://example.org/mcp",
            },
            files: { type: "stdio", command: "mcp-files" },
          },
        },
      }
      """,
      """
      {
        mcp: {
          servers: {
            docs: {
              transport: "streamable-http", // from another program
              url: "https://example.org/mcp",
            },
            files: { command: "mcp-files" },
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // what is this?
          mcp: { servers: { docs: { type: "carrier-pigeon" } } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    for source in transform.matches("mcp.servers.*.type") {
      guard transform.expect(source, .string), let server = source.parent else { continue }
      let target = server.appending(key: "transport")
      switch transform.text(source)?.lowercased() {
      case "http", "streamable-http":
        transform.convert(source, to: target, .string("streamable-http"))
      case "sse": transform.convert(source, to: target, .string("sse"))
      case "stdio":
        transform.remove(source, because: "a server with a command is reached so anyway")
      default: transform.noteWord(at: source, allowed: "http, streamable-http, sse, stdio")
      }
    }
  }
}
