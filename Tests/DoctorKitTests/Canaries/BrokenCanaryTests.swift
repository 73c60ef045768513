import Canaries
import DoctorKit
import Foundation
import Testing

/// FM-09: what is said of a file that cannot be read, where nobody knows yet what is secret.
@Suite struct BrokenCanaryTests {
  /// One config with secrets of all kinds in all spellings.
  private static func text(_ source: inout CanarySource, _ spelling: SecretSpelling) -> String {
    var tree = CanaryTree()
    for (pattern, kind) in [
      ("gateway.auth.token", CanarySource.Kind.letters), ("gateway.auth.password", .password),
      ("models.providers.*.apiKey", .token), ("channels.telegram.botToken", .short),
      ("env.vars.*", .digits), ("mcp.servers.*.headers.*", .letters),
      ("channels.feishu.accounts.*.encryptKey", .password),
    ] {
      _ = tree.insert(source.next(kind), at: pattern)
    }
    return spelling.config(tree)
  }

  private static let outputs = LibraryOutput.all.filter {
    ["diagnose", "filter", "validate", "config get", "config file", "token", "fix", "upgrade"]
      .contains($0.name)
  }

  @Test(
    "A config that is cut off or damaged anywhere shows nothing", arguments: SecretSpelling.allCases
  )
  func damaged(_ spelling: SecretSpelling) throws {
    var source = CanarySource(seed: 11)
    let text = Self.text(&source, spelling)
    let scanner = LeakScanner(source.made)
    var bytes = Array(text.utf8)
    for round in 0..<24 {
      let whole = bytes
      let spot = source.number(below: bytes.count)
      switch round % 6 {
      case 0: bytes.removeSubrange(spot...)
      case 1: bytes.removeSubrange(..<spot)
      case 2: bytes.remove(at: spot)
      case 3: bytes.insert(contentsOf: "\"':{}[],/*\\".utf8.shuffled().prefix(2), at: spot)
      case 4: bytes.removeAll { ",:".utf8.contains($0) && source.number(below: 3) == 0 }
      default: bytes.removeAll { "\"'".utf8.contains($0) && source.number(below: 4) == 0 }
      }
      let place = try CanaryPlace(String(decoding: bytes, as: UTF8.self), source.made)
      bytes = whole
      // What can still be read is a config with other secrets in it.
      if case .value = place.doctor.get(nil, as: .json, place.request()) { continue }
      let output = Self.outputs[round % Self.outputs.count]
      #expect(scanner.leaks(in: output.run(place)) == [], "\(output.name), round \(round)")
    }
  }

  @Test(
    "A secret in the faulty line itself is dotted out",
    arguments: [
      "token: \"V", "token: V", "token: V W", "\"token\" \"V\"", "token = \"V\"", "'token': 'V\"",
      "V: 1 2", "\"V\": }", "// V\n ]", "V", "token: \"${V\"", "token: \"V\\u12\"", "token: 0xV",
      "token: V,,", "[V: 1]", "'V' 'V'", "a: `V`", "a: V/V", "a: \"https://V@x/\" ]", "V V: V",
    ])
  func faulty(_ line: String) throws {
    for kind in CanarySource.Kind.allCases where kind != .digits || line.contains("\"V") {
      var source = CanarySource(seed: 12)
      let secret = source.next(kind)
      let text = "{\n  gateway: { port: 1 },\n  \(line.replacing("V", with: secret.text))\n}\n"
      let place = try CanaryPlace(text, source.made)
      for output in Self.outputs {
        #expect(
          LeakScanner(source.made).leaks(in: output.run(place)) == [], "\(output.name), \(kind)")
      }
    }
  }
}
