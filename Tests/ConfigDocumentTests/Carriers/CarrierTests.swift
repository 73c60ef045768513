import ConfigDocument
import Diagnostics
import Testing

/// A config inside another file, in every style that YAML has for text.
@Suite struct CarrierTests {
  static let config = "{\n  slack: { botToken: \"demo-not-a-secret\" }, // mine\n}\n"
  static let other = "{\n  channels: { slack: {} }, // it's \"mine\"\n  a: 1,\n}\n"

  /// A file with `config` at `data["openclaw.json"]`, and the same with `other` there.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let written: String
    var testDescription: String { name }
  }

  static func block(_ text: String, indent: String) -> String {
    text.split(separator: "\n").map { indent + $0 }.joined(separator: "\n") + "\n"
  }

  static func cases() -> [Case] {
    func make(_ name: String, _ file: (String) -> String) -> Case {
      Case(name: name, file: file(config), written: file(other))
    }
    func escaped(_ text: String) -> String {
      text.replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
    return [
      make("literal") {
        "# top\ndata:\n  openclaw.json: |\n\(block($0, indent: "    "))  other: x\n"
      },
      make("literal, deep, at the end") {
        "data:\n  openclaw.json: | # the config\n\(block($0, indent: "        "))"
      },
      make("literal with indicator") {
        "data:\n  openclaw.json: |2\n\(block($0, indent: "    "))\n"
      },
      make("anchor and tag") {
        "data:\n  openclaw.json: &c !!str |\n\(block($0, indent: "   "))  other: x\n"
      },
      make("double quotes") {
        "data: { \"openclaw.json\": \"\(escaped($0))\", other: 1 }\n"
      },
      make("JSON") {
        "{ \"data\": { \"openclaw.json\": \"\(escaped($0))\" } }\n"
      },
      make("second document") {
        "a: 1\n---\ndata:\n  openclaw.json: |\n\(block($0, indent: "    "))---\nb: 2\n"
      },
    ]
  }

  static func carrier(_ text: String, as form: Carrier.Form = .text) throws -> Carrier {
    let bytes = Array(text.utf8)
    let path = try ConfigPath(parsing: "data[\"openclaw.json\"]")
    if let json = try? ConfigDocument(parsing: bytes) {
      return try #require(Carrier(json, at: path, as: form))
    }
    let found = try ConfigDocument.stream(yaml: bytes, limit: 9).compactMap {
      Carrier($0, at: path, as: form)
    }
    return try #require(found.first)
  }

  @Test("Another text takes the place of the config, and nothing else changes", arguments: cases())
  func replacing(_ example: Case) throws {
    let carrier = try Self.carrier(example.file)
    #expect(String(decoding: carrier.bytes, as: UTF8.self) == Self.config)
    let new = try carrier.replacing(with: Array(Self.other.utf8))
    #expect(String(decoding: new, as: UTF8.self) == example.written)
    let same = try carrier.replacing(with: carrier.bytes)
    #expect(same == Array(example.file.utf8))
  }

  @Test("Each word of the config is found where it stands in the file", arguments: cases())
  func offsets(_ example: Case) throws {
    let carrier = try Self.carrier(example.file)
    for word in ["slack", "demo-not-a-secret", "mine"] {
      let inner = try #require(Self.config.firstRange(of: word))
      let start = Self.config.utf8.distance(from: Self.config.startIndex, to: inner.lowerBound)
      let range = carrier.range(of: start..<start + word.utf8.count)
      #expect(String(decoding: carrier.outer.bytes[range], as: UTF8.self) == word)
    }
  }

  @Test("CR LF stays the line end of the file, and none gets into the config")
  func lineEnds() throws {
    let file = try #require(Self.cases().first)
    let carrier = try Self.carrier(file.file.replacing("\n", with: "\r\n"))
    #expect(carrier.bytes == Array(Self.config.utf8))
    let new = try carrier.replacing(with: Array(Self.other.utf8))
    #expect(String(decoding: new, as: UTF8.self) == file.written.replacing("\n", with: "\r\n"))
  }

  @Test("Chomping decides how the config ends, and stays", arguments: ["|", "|-", "|+"])
  func chomping(_ mark: String) throws {
    let file = "data:\n  openclaw.json: \(mark)\n    { a: 1 }\n"
    let carrier = try Self.carrier(file)
    let text = String(decoding: carrier.bytes, as: UTF8.self)
    #expect(text == (mark == "|-" ? "{ a: 1 }" : "{ a: 1 }\n"))
    let new = try carrier.replacing(with: Array(text.replacing("1", with: "2").utf8))
    #expect(String(decoding: new, as: UTF8.self) == file.replacing("1", with: "2"))
  }

  @Test("A text that the style cannot hold is refused, and not written in another style")
  func style() throws {
    let block = try Self.carrier("data:\n  openclaw.json: |\n    { a: 1 }\n")
    #expect(throws: CarrierError.style) {
      try block.replacing(with: Array("{ a: '\u{7}' }\n".utf8))
    }
    #expect(throws: CarrierError.style) { try block.replacing(with: [0xFF]) }
    let single = try Self.carrier("data:\n  openclaw.json: '{ a: 1 }'\n")
    #expect(throws: CarrierError.style) { try single.replacing(with: Array("{\u{7}}".utf8)) }
  }

  @Test("What aliases stand for is not changed behind their back")
  func anchors() throws {
    let shared = "x: &c |\n  { a: 1 }\ndata:\n  openclaw.json: *c\n"
    let document = try ConfigDocument(yaml: Array(shared.utf8))
    let path = try ConfigPath(parsing: "data[\"openclaw.json\"]")
    #expect(Carrier(document, at: path, as: .text) == nil)
    let anchor = try #require(Carrier(document, at: ConfigPath(parsing: "x"), as: .text))
    #expect(throws: CarrierError.obstacle(.sharedAnchor)) {
      try anchor.replacing(with: Array("{ a: 2 }\n".utf8))
    }
  }

  // MARK: Sections

  @Test(
    "A section is a document by itself",
    arguments: [
      (
        "top: 1\ndata:\n  openclaw.json:\n    # first\n    a: 1 # one\n    b:\n      - x\n  z: 2\n",
        "    a: 1 # one\n    b:\n      - x\n"
      ),
      ("data: { openclaw.json: {a: 1, b: [2]}, z: 3 }\n", "{a: 1, b: [2]}"),
      ("{ data: { 'openclaw.json': { a: 1 } } }", "{ a: 1 }"),
      ("data:\n  openclaw.json:\n    a: 1", "    a: 1"),
    ])
  func sections(_ file: String, _ text: String) throws {
    let carrier = try Self.carrier(file, as: .section)
    #expect(String(decoding: carrier.bytes, as: UTF8.self) == text)
    let new = text.replacing("a: 1", with: "a: 22")
    let written = try carrier.replacing(with: Array(new.utf8))
    #expect(String(decoding: written, as: UTF8.self) == file.replacing("a: 1", with: "a: 22"))
    let inner = try #require(text.utf8.firstIndex(of: UInt8(ascii: "a")))
    let place = carrier.offset(of: text.utf8.distance(from: text.startIndex, to: inner))
    #expect(carrier.outer.bytes[place...].starts(with: "a: 1".utf8))
  }
}
