import ConfigDocument
import Diagnostics
import Foundation
import Testing

@testable import Redaction

@Suite struct CorpusTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let corpus: URL? = {
    let given = ProcessInfo.processInfo.environment["CLAWDOCTOR_SHARED"]
    let shared = given.map { URL(filePath: $0) } ?? root.appending(path: "../shared")
    let wild = shared.appending(path: "corpus/wild")
    return FileManager.default.fileExists(atPath: wild.path) ? wild : nil
  }()

  static func files() throws -> [URL] {
    guard let corpus else { return [] }
    return try FileManager.default.contentsOfDirectory(at: corpus, includingPropertiesForKeys: nil)
      .sorted { $0.path < $1.path }
  }

  @Test(.enabled(if: corpus != nil, "no ../shared/corpus/wild and no CLAWDOCTOR_SHARED"))
  func noSecretOfARealConfigSurvives() throws {
    for file in try Self.files() {
      let bytes = Array(try Data(contentsOf: file))
      guard let document = try? ConfigDocument(parsing: bytes) else { continue }
      var redactor = Redactor()
      let name = file.lastPathComponent
      let shown = redactor.redact(document).text
      let json = redactor.json(document, document.root, at: .root).text
      for secret in Self.secrets(document) {
        #expect(!shown.contains(secret) && !json.contains(secret), "\(name)")
      }
      let again = try ConfigDocument(parsing: Array(shown.utf8))
      var second = Redactor()
      #expect(second.redact(again).text == shown, "\(name)")
      let parsed = try ConfigDocument(parsing: Array(json.utf8))
      #expect(parsed.syntax == .json, "\(name)")
      if let dump = ProcessInfo.processInfo.environment["CLAWDOCTOR_DUMP"] {
        try shown.write(toFile: dump + "/" + name, atomically: true, encoding: .utf8)
      }
    }
  }

  /// An independent and simple idea of what is secret: strings of ten characters at such keys.
  private static func secrets(_ document: ConfigDocument) -> [String] {
    var stack = [document.root]
    var found: [String] = []
    while let node = stack.popLast() {
      stack += document.children(node)
      let key = document.key(node)?.lowercased() ?? ""
      guard ["token", "password", "secret", "apikey", "api_key"].contains(where: key.hasSuffix),
        let text = document.string(node), text.count >= 10, !text.hasPrefix("${"),
        !text.hasPrefix("secretref-env:"), !Redactor.containsLabel(text)
      else { continue }
      found.append(text)
    }
    return found
  }

  @Test func theGeneratedTablesAreCurrent() throws {
    let process = Process()
    process.executableURL = Self.root.appending(path: "Scripts/embed-tables")
    process.arguments = ["--check"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "run Scripts/embed-tables and commit the result")
  }
}
