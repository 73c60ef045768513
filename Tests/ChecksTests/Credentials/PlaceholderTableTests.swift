import ConfigSchema
import Foundation
import Testing

@testable import Checks

/// Every row of the table does what it says, in the fields and releases that it names.
@Suite struct PlaceholderTableTests {
  /// A row, and a value that it is for.
  struct Row: Sendable, CustomTestStringConvertible {
    let row: PlaceholderRow
    let value: String
    var testDescription: String { "\(row.kind) \(value)" }

    init(_ row: PlaceholderRow) {
      self.row = row
      let text = String(decoding: row.value, as: UTF8.self)
      value =
        switch row.match {
        case .exact, .anyCase: text
        case .prefix: text + "9f3q"
        case .suffix: "9f3q" + text
        }
    }
  }

  static let rows = PlaceholderRows.known.rows.map { Row($0) }
  static let refused = rows.filter { $0.row.kind == .refused }

  @Test("No line of the table is lost, and none stands twice")
  func complete() {
    let lines = PlaceholdersTable.text.split(separator: "\n").dropFirst()
    #expect(Self.rows.count == lines.count)
    #expect(Self.rows.count > 150)
    #expect(Set(lines).count == lines.count)
    for row in Self.rows {
      #expect(CredentialField.allCases.contains { row.row.isFor($0) }, "\(row.value)")
      #expect((row.row.since != nil) == (row.row.kind == .refused), "\(row.value)")
    }
    #expect(Self.refused.map(\.value).count == 3)
  }

  @Test("A value of the table is recognised in its fields", arguments: rows)
  func recognised(_ row: Row) {
    for field in CredentialField.allCases {
      let before = PlaceholderCatalogue.match(row.value, as: field, release: "2026.4.11")
      let after = PlaceholderCatalogue.match(" \(row.value)\n", as: field, release: "2026.4.12")
      guard row.row.isFor(field) else { continue }
      let isRefused = Self.refused.contains {
        $0.row.isFor(field) && $0.value == row.value
      }
      switch row.row.kind {
      case .marker:
        #expect(before == nil && after == nil, "\(field)")
      case .refused, .example:
        #expect(before?.kind == .publishedExample, "\(field)")
        #expect(after?.kind == (isRefused ? .refusedExample : .publishedExample), "\(field)")
        #expect(after?.refusedSince == (isRefused ? "2026.4.12" : nil), "\(field)")
        #expect(before?.refusedSince == after?.refusedSince, "\(field)")
      case .word where row.value == "secret":
        #expect(after?.kind == .pattern || after?.kind == .publishedExample, "\(field)")
      case .word, .madeUp:
        #expect(before?.kind == .pattern && after?.kind == .pattern, "\(field)")
      case .mask:
        #expect(before?.kind == .redactionMark && after?.kind == .redactionMark, "\(field)")
      }
    }
  }

  @Test(
    "What the gateway refuses is refused only by the word, in its field, from its release on",
    arguments: [
      ("change-me-now", .gatewayToken, "2026.4.12", .refusedExample),
      ("change-me-now", .gatewayToken, "2026.7.2", .refusedExample),
      ("change-me-now", .gatewayToken, "2026.4.12-beta.1", .publishedExample),
      ("change-me-now", .gatewayPassword, "2026.4.22", .publishedExample),
      ("change-me-now", .hooksToken, "2026.4.22", .publishedExample),
      ("Change-Me-Now", .gatewayToken, "2026.4.22", .publishedExample),
      ("change-me-to-a-strong-password", .gatewayPassword, "2026.4.22", .refusedExample),
      ("change-me-to-a-strong-password", .gatewayToken, "2026.4.22", .publishedExample),
      ("change-me-to-a-strong-password", .remotePassword, "2026.4.22", .publishedExample),
      ("change-me-later", .gatewayToken, "2026.4.22", .pattern),
    ] as [(String, CredentialField, Release, Placeholder.Kind)])
  func refusing(
    _ value: String, _ field: CredentialField, _ release: Release, _ kind: Placeholder.Kind
  ) {
    #expect(PlaceholderCatalogue.match(value, as: field, release: release)?.kind == kind)
  }

  @Test(
    "An ordinary word is an example only where it was published as one",
    arguments: [
      ("shared-secret", .apiKey), ("gateway-token", .gatewayPassword), ("bot-token", .gatewayToken),
      ("mm-token", .apiKey), ("token-a", .hooksToken), ("1234abcd", .password),
      ("LITELLM_KEY", .channelToken), ("none", .apiKey), ("dummy", .apiKey),
      ("XIAOMI_API_KEY", .apiKey), ("OLLAMA_API_KEY", .apiKey), ("DISCORD_BOT_TOKEN_MAIN", .apiKey),
    ] as [(String, CredentialField)])
  func ordinary(_ value: String, _ field: CredentialField) {
    #expect(PlaceholderCatalogue.match(value, as: field, release: "2026.4.22") == nil)
  }

  // MARK: - Against the facts

  static let facts: String? = {
    let given = ProcessInfo.processInfo.environment["CLAWDOCTOR_SHARED"]
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let shared = given.map { URL(filePath: $0) } ?? root.appending(path: "../shared")
    let file = shared.appending(path: "facts/security/placeholders.tsv")
    return try? String(contentsOf: file, encoding: .utf8)
  }()

  /// What the facts call the fields, and ours.
  private static let fields: [String: Set<CredentialField>] = [
    "any": Set(CredentialField.allCases),
    "any credential": Set(CredentialField.allCases).subtracting([.apiKey]),
    "gateway token (mode token)": [.gatewayToken], "gateway token": [.gatewayToken],
    "gateway password (mode password)": [.gatewayPassword],
    "gateway/hooks/remote token": [.gatewayToken, .hooksToken, .remoteToken],
    "hooks token": [.hooksToken], "token or password": [.gatewayToken, .gatewayPassword],
    "password": [.gatewayPassword, .remotePassword, .password],
    "channel bot token": [.channelToken], "bot token": [.channelToken], "slack": [.channelToken],
    "twitch": [.channelToken], "discord accounts": [.channelToken],
    "multi accounts": [.channelToken], "apiKey": [.apiKey],
    "apiKey of a local provider": [.apiKey], "models.providers.*.apiKey": [.apiKey],
  ]
  /// Examples of keys that are also names of variables, which OpenClaw stores instead of a key.
  private static let variables = ["XIAOMI_API_KEY", "OLLAMA_API_KEY"]

  @Test(
    "Every value of the facts is covered in the fields that they name",
    .enabled(if: facts != nil, "no ../shared/facts and no CLAWDOCTOR_SHARED"))
  func covered() throws {
    var count = 0
    for line in try #require(Self.facts).split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard let values = Self.values(cells) else { continue }
      let wanted = try #require(Self.fields[cells[1]], "unknown: \(cells[1])")
      for value in values {
        count += 1
        let found = CredentialField.allCases.filter {
          PlaceholderCatalogue.match(value, as: $0, release: "2026.4.22") != nil
        }
        if cells[0] == "shipped-not-secret" {
          #expect(!found.contains(.apiKey), "\(value)")
        } else if Self.variables.contains(value) {
          #expect(found == CredentialField.allCases.filter { $0 != .apiKey }, "\(value)")
        } else {
          #expect(wanted.subtracting(found).isEmpty, "\(value)")
        }
      }
    }
    #expect(count > 140)
  }

  /// The single values of a row of the facts; nil for its rules, which have tests of their own.
  private static func values(_ cells: [String]) -> [String]? {
    switch (cells[0], cells[2]) {
    case ("refused", _), ("shipped", "exact"): [cells[3]]
    case ("shipped", _): cells[3].components(separatedBy: " / ")
    case ("shipped-not-secret", _):
      cells[3].components(separatedBy: CharacterSet(charactersIn: " ;")).filter {
        $0.contains("-") || $0.contains("_") || $0.contains(":") || $0 == "lmstudio"
      }
    case ("ours", "exact"), ("ours", "exact, case-insensitive"):
      cells[3].components(separatedBy: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    default: nil
    }
  }
}
