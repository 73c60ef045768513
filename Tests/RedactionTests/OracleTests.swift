import ConfigDocument
import Diagnostics
import Foundation
import Testing

@testable import Redaction

/// What OpenClaw masks, in six releases, is masked by us too, or there is a reason.
@Suite struct OracleTests {
  /// Why we show what OpenClaw masks; reviewed by hand.
  ///
  /// In a path `*` is a part of a key, `**` any number of keys.
  private static let reasons: [(path: String, value: String, reason: String)] = [
    ("*", "^\\s*$", "nothing stands there"),
    ("*", "^(?:\\s*\\$\\{[A-Z_][A-Z0-9_]*\\}\\s*)+$", "a reference to a variable"),
    ("*", "^secretref-env:[A-Z][A-Z0-9_]*$", "a reference to a variable"),
    ("*", "^(?:true|false)$", "FM-55: a truth value is no secret"),
    ("secrets.providers.**", "", "places, commands and names: where secrets are kept is none"),
    ("secrets.defaults.**", "", "the name of a provider"),
    ("channels.**.*File", "", "FM-55: the path of a file"),
    ("channels.custom.secretRef**", "", "FM-55: where a secret is kept, by a key that says so"),
    ("googlechat.serviceAccount.type", "^service_account$", "a word of the format"),
    ("plugins*.configUiHints**.label", "", "what a form shows; no key of a config"),
    ("plugins*.configContracts.**.path", "", "a pattern of paths; no key of a config"),
  ]

  private static let folder: URL? = {
    let given = ProcessInfo.processInfo.environment["CLAWDOCTOR_SHARED"]
    let shared =
      given.map { URL(filePath: $0) } ?? CorpusTests.root.appending(path: "../shared")
    let folder = shared.appending(path: "facts/redaction-oracle")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  private static let sentinel = "__OPENCLAW_REDACTED__"

  @Test(.enabled(if: folder != nil, "no ../shared/facts/redaction-oracle and no CLAWDOCTOR_SHARED"))
  func whatOpenClawMasksIsMasked() throws {
    var counts: [String: Int] = [:]
    var shown: [String: Int] = [:]
    let folder = try #require(Self.folder)
    for file in try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil) where file.pathExtension == "jsonl"
    {
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      for line in text.split(separator: "\n") {
        let row = try ConfigDocument(parsing: Array(line.utf8))
        guard let input = row.member("input", of: row.root),
          let config = try? ConfigDocument(parsing: Array(row.text(input).utf8))
        else { continue }
        counts["cases", default: 0] += 1
        var redactor = Redactor()
        let ours = try ConfigDocument(
          parsing: Array(redactor.json(config, config.root, at: .root).text.utf8))
        for key in ["output", "outputWithoutHints"] {
          guard let output = row.member(key, of: row.root) else { continue }
          compare(row, output, config, config.root, ours, &counts, &shown)
        }
      }
    }
    let list = shown.sorted { $0.value > $1.value }.map { "\($0.value) × \($0.key)" }
    #expect(list.isEmpty, "shown by us:\n\(list.joined(separator: "\n"))")
    #expect(counts["cases", default: 0] > 1400 && counts["masked", default: 0] > 1300)
    for reason in Self.reasons {
      #expect(counts["shown: \(reason.reason)"] != nil, "no case needs this any more")
    }
  }

  private func compare(
    _ row: ConfigDocument, _ output: NodeID, _ config: ConfigDocument, _ input: NodeID,
    _ ours: ConfigDocument, _ counts: inout [String: Int], _ shown: inout [String: Int]
  ) {
    if row.string(output)?.contains(Self.sentinel) == true,
      config.string(input)?.contains(Self.sentinel) != true
    {
      counts["places masked by OpenClaw", default: 0] += 1
      return judge(config, input, ours, &counts, &shown)
    }
    switch row.kind(output) {
    case .object:
      for child in row.children(output) {
        guard let key = row.key(child), let own = config.member(key, of: input) else { continue }
        compare(row, child, config, own, ours, &counts, &shown)
      }
    case .array:
      for (child, own) in zip(row.children(output), config.children(input)) {
        compare(row, child, config, own, ours, &counts, &shown)
      }
    default: break
    }
  }

  /// Whether every value at and below a place is masked by us; a whole object may have been masked.
  private func judge(
    _ config: ConfigDocument, _ node: NodeID, _ ours: ConfigDocument,
    _ counts: inout [String: Int], _ shown: inout [String: Int]
  ) {
    if config.kind(node).isContainer {
      if isReference(config, node) {
        counts["references", default: 0] += 1
        return
      }
      for child in config.children(node) { judge(config, child, ours, &counts, &shown) }
      return
    }
    let path = config.path(to: node)
    if let parent = config.node(at: ConfigPath(path.steps.dropLast())),
      config.kind(parent) == .object, isReference(config, parent)
    {
      counts["parts of references", default: 0] += 1
      return
    }
    let text = config.string(node) ?? config.text(node)
    let our = ours.node(at: path)
    let ourText = our.map { ours.string($0) ?? ours.text($0) } ?? ""
    if ourText != text, Redactor.containsLabel(ourText) {
      counts["masked", default: 0] += 1
      return
    }
    let spelled = path.description
    let reason = Self.reasons.first { reason in
      (reason.path == "*" || spelled.wholeMatch(of: pattern(reason.path)) != nil)
        && text.firstMatch(of: regex(reason.value)) != nil
    }
    if let reason {
      counts["shown: \(reason.reason)", default: 0] += 1
    } else {
      shown["\(spelled) = \(text)", default: 0] += 1
    }
  }

  private func regex(_ text: String) -> Regex<AnyRegexOutput> {
    (try? Regex(text)) ?? Regex(#/never^/#)
  }

  private func pattern(_ path: String) -> Regex<AnyRegexOutput> {
    let parts = path.split(separator: ".").map { part in
      switch part {
      case "**": ".*"
      case "*": "[^.]+"
      default:
        part.split(separator: "**", omittingEmptySubsequences: false).map { piece in
          piece.split(separator: "*", omittingEmptySubsequences: false)
            .map { NSRegularExpression.escapedPattern(for: String($0)) }.joined(separator: "[^.]*")
        }.joined(separator: ".*")
      }
    }
    return regex("^" + parts.joined(separator: "[.]") + "$")
  }

  private func isReference(_ config: ConfigDocument, _ node: NodeID) -> Bool {
    let keys = Set(config.children(node).compactMap { config.key($0) })
    return keys.isSubset(of: ["source", "provider", "id"]) && keys.isSuperset(of: ["source", "id"])
  }
}
