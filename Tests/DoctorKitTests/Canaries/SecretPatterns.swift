import Canaries
import Foundation

/// All paths at which any release keeps a secret, from our tables and, where they are at hand, from
/// the facts that these were made of.
enum SecretPatterns {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Secret strings.
  static let strings: [String] = Array(
    Set(
      rows("Sources/Redaction/Tables/sensitive-paths.tsv")
        .filter { $0.count > 1 && ["secret", "allValues"].contains($0[1]) }.map { $0[0] }
        + schema + facts.filter { $0.count > 1 && $0[1].contains("string") }.map { $0[0] }
        + named)
  ).filter { !$0.hasSuffix("File") && !$0.hasSuffix("args[]") && !urls.contains($0) }.sorted()

  /// What is secret for its name alone, in sections that are open to any key.
  private static let named = [
    "models.providers.*.params.authToken", "models.providers.*.params.deep.api_key",
    "agents.defaults.models.*.params.clientSecret", "skills.entries.*.config.password",
    "plugins.entries.*.config.deep.accessToken", "mcp.servers.*.args.password",
    "anything.at.all[].privateKey", "anything.else.passphrase", "x-extra.BOT_TOKEN",
  ]

  /// Where numbers are secret too.
  static let numbers = rows("Sources/Redaction/Tables/sensitive-paths.tsv")
    .filter { $0.count > 1 && $0[1] == "allValues" }.map { $0[0] }

  /// URLs that may hold a secret.
  static let urls = Array(
    Set(
      rows("Sources/Redaction/Tables/sensitive-paths.tsv")
        .filter { $0.count > 1 && $0[1] == "url" }.map { $0[0] }
        + facts.filter { $0.count > 1 && $0[1].hasPrefix("URL") }.map { $0[0] }
        + schema.filter { $0.lowercased().hasSuffix("url") })
  ).sorted()

  /// What the schema of any release marks.
  private static let schema = rows("Sources/ConfigSchema/Tables/keys.tsv")
    .filter { $0.count > 7 && $0[7].contains("sensitive") && !$0[0].hasPrefix("#") }
    .map { $0[0].replacing(#/<[^>]*>/#, with: "") }

  /// Without the column names and without rows that say what is no secret.
  private static let facts = rows("../shared/facts/security/sensitive-paths.tsv")
    .filter { row in
      row[0] != "path" && !row[0].contains("**") && !row.contains { $0.contains("NOT secret") }
    }

  private static func rows(_ path: String) -> [[String]] {
    let url = root.appending(path: path)
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
