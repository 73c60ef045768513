internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Removes what is no exact host from the lists of `secrets.egressProxy`.
///
/// ## Why
/// About 2026.8.1 refuses patterns, addresses with a scheme, ports and paths in them.
///
/// ## What it keeps
/// All exact hosts, and lists that become empty: without the list every host might be allowed.
/// OpenClaw deletes it. The report names each item.
package struct SecretsEgressHosts: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "secrets-egress-hosts",
      life: Life(introduced: "2026.8.1", refused: "2026.8.1"),
      summary: "Remove what is no host from lists of secrets.egressProxy",
      why: "lists of egressProxy take exact hosts alone since about 2026.8.1")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        { secrets: { egressProxy: { allowedHosts: ["*.example", "a.example", "https://b.example"] } } } // few
        """,
        """
        { secrets: { egressProxy: { allowedHosts: ["a.example"] } } } // few
        """),
      MigrationExample(
        """
        { secrets: { egressProxy: { bypassHosts: ["*"] } } }
        """,
        """
        { secrets: { egressProxy: { bypassHosts: [] } } }
        """),
      MigrationExample(
        unchanged: """
          { secrets: { egressProxy: { allowedHosts: ["10.0.0.1"] } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("egressProxy")
  }

  package func apply(to transform: inout Transform) {
    for item in transform.matches("secrets.egressProxy{.allowedHosts,.bypassHosts}[]").reversed() {
      guard let host = transform.text(item), !Self.isHost(host) else { continue }
      transform.remove(item, because: "\(ours: facts.why)")
    }
  }

  private static func isHost(_ text: String) -> Bool {
    let isAddress = text.utf8.count { $0 == UInt8(ascii: ":") } > 1
    return text.utf8.allSatisfy { byte in
      (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        || isAddress && byte == UInt8(ascii: ":")
    }
  }
}
