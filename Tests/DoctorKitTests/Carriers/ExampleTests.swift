import ConfigDocument
import Diagnostics
import Foundation
import Migrations
import Testing

/// Every example of every migration, put into every kind of file.
@Suite struct CarrierExampleTests {
  /// A text of a config in a file, and how it stands there.
  struct Frame: Sendable {
    let name: String
    let form: Carrier.Form
    let file: @Sendable (String) -> String
  }

  static func block(_ text: String, _ indent: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { $0.isEmpty ? "" : indent + $0 }.joined(separator: "\n")
  }

  static func escaped(_ text: String) -> String {
    let quoted = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      default: String(scalar)
      }
    }
    return quoted.joined()
  }

  static let frames = [
    Frame(name: "literal", form: .text) { "a: 1\nc: |-\n\(block($0, "  "))\nz: 2\n" },
    Frame(name: "literal, deep", form: .text) { "c: |8-\n\(block($0, "        "))\n# end\n" },
    Frame(name: "double quotes", form: .text) { "{ c: \"\(escaped($0))\", z: [1] }\n" },
    Frame(name: "JSON", form: .text) { "{ \"c\": \"\(escaped($0))\" }\n" },
    Frame(name: "base64", form: .base64) { "c: \(Data($0.utf8).base64EncodedString())\nz: 1\n" },
    Frame(name: "section", form: .section) { "{ c: \($0), z: 1 }" },
  ]

  static func carrier(_ file: String, _ form: Carrier.Form) throws -> Carrier? {
    let bytes = Array(file.utf8)
    let outer = try (try? ConfigDocument(parsing: bytes)) ?? ConfigDocument(yaml: bytes)
    return Carrier(outer, at: try ConfigPath(parsing: "c"), as: form)
  }

  @Test("What a migration makes of a config can be put where the config was", arguments: frames)
  func examples(_ frame: Frame) throws {
    var count = 0
    for migration in MigrationChain.all {
      for example in migration.examples {
        let before = example.before.trimmingCharacters(in: .newlines)
        guard frame.name != "literal, deep" || !before.hasPrefix(" ") else { continue }
        let after = example.after.trimmingCharacters(in: .newlines)
        // A comment at the end would take what follows in the file along.
        guard frame.form != .section || !before.contains("//") && !after.contains("//") else {
          continue
        }
        let carrier = try #require(try Self.carrier(frame.file(before), frame.form), "\(before)")
        #expect(String(decoding: carrier.bytes, as: UTF8.self) == before)
        let new = try carrier.replacing(with: Array(after.utf8))
        let again = try Self.carrier(String(decoding: new, as: UTF8.self), frame.form)
        #expect(again.map { String(decoding: $0.bytes, as: UTF8.self) } == after)
        count += 1
      }
    }
    #expect(count > 100, "\(frame.name): \(count)")
  }
}
