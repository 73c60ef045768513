import ConfigDocument
import Diagnostics

@testable import Redaction

/// Obviously fake secrets, and the search for what is left of them.
enum Canary {
  /// Looks like two words, so that nothing but its key gives it away.
  static let plain = "kanarien" + "-vogel-lied"

  /// The first six bytes of a canary that still stand in a text.
  static func survivor(of canary: String, in text: String) -> String? {
    let bytes = Array(canary.utf8)
    let searched = Array(text.utf8)
    for start in bytes.indices where start + 6 <= bytes.count {
      let piece = Array(bytes[start..<start + 6])
      if searched.first(piece, from: 0) != nil { return String(decoding: piece, as: UTF8.self) }
    }
    return nil
  }

  /// A config with one value at a path that a pattern of the table means.
  static func config(_ pattern: PathPattern, _ value: String) -> (text: String, path: ConfigPath) {
    var steps: [ConfigPath.Step] = []
    for step in pattern.steps {
      switch step {
      case .key("**"): steps += [.key("some"), .key("depth")]
      case .key(let key): steps.append(.key(key))
      case .anyKey: steps.append(.key("mine"))
      case .anyItem, .index: steps.append(.index(0))
      }
    }
    let text = steps.reversed().reduce(value) { inner, step in
      switch step {
      case .key(let key): "{ \"\(key)\": \(inner) }"
      case .index: "[ \(inner) ]"
      }
    }
    return (text, ConfigPath(steps))
  }

  /// Everything that the redactor makes of a document, one under the other.
  static func outputs(_ text: String) throws -> String {
    let document = try ConfigDocument(parsing: Array(text.utf8))
    var redactor = Redactor()
    return [
      redactor.redact(document), redactor.json(document, document.root, at: .root),
      redactor.excerpt(line: Array(text.utf8)),
    ].map(\.text).joined(separator: "\n")
  }

  static func redacted(_ text: String) throws -> String {
    var redactor = Redactor()
    return redactor.redact(try ConfigDocument(parsing: Array(text.utf8))).text
  }

  /// A token of a format: its prefix and the shortest run of each part, from a fixed sequence.
  static func sample(prefix: String, shape: String) -> String {
    var result = prefix == "-" ? "" : prefix
    var state: UInt64 = 88_172_645_463_325_252
    var rest = Array(shape.utf8)[...]
    while let first = rest.popFirst() {
      var choices = [first]
      if first == UInt8(ascii: "["), let close = rest.firstIndex(of: UInt8(ascii: "]")) {
        let set = ByteSet(rest[..<close])
        choices = (33..<127).filter(set.contains)
        rest = rest[(close + 1)...]
      }
      var count = 1
      if rest.first == UInt8(ascii: "*") || rest.first == UInt8(ascii: "+") {
        count = 12
        rest.removeFirst()
      } else if rest.first == UInt8(ascii: "{"), let close = rest.firstIndex(of: UInt8(ascii: "}"))
      {
        let digits = rest.dropFirst().prefix { $0.isDigit }
        count = Int(String(decoding: digits, as: UTF8.self)) ?? 1
        rest = rest[(close + 1)...]
      }
      for _ in 0..<count {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        result.append(Character(Unicode.Scalar(choices[Int(state % UInt64(choices.count))])))
      }
    }
    return result
  }
}
