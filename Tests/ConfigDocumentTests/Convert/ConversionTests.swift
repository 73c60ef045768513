import ConfigDocument
import Diagnostics
import Testing

/// Configs in another notation.
@Suite struct ConversionTests {
  static func convert(
    _ text: String, to syntax: ConfigDocument.Syntax, dropsComments: Bool = false
  ) throws -> String {
    let bytes = Array(text.utf8)
    let document = try (try? ConfigDocument(parsing: bytes)) ?? ConfigDocument(yaml: bytes)
    let result = try Conversion(document, to: syntax, dropsComments: dropsComments).text()
    return String(decoding: result, as: UTF8.self)
  }

  static let json5 = """
    // head
    {
      // the gateway
      gateway: { port: 18789, mode: 'local' }, // behind

      /* two
         lines */
      "a b": [1, 0x1F, .5, 12345678901234567890, { x: 1, y: [] }, ["z"]],
      empty: {},
      no: "no", // a word
      text: "one\\ntwo\\n",
      // last
    }
    // foot

    """

  @Test("JSON5 becomes YAML with its comments")
  func toYAML() throws {
    #expect(
      try Self.convert(Self.json5, to: .yaml) == """
        # head
        # the gateway
        gateway:
          port: 18789
          mode: local # behind

        # two
        #     lines
        a b:
          - 1
          - 0x1F
          - .5
          - 12345678901234567890
          - x: 1
            "y": []
          - - z
        empty: {}
        "no": "no" # a word
        text: |
          one
          two
        # last
        # foot

        """)
  }

  @Test("YAML becomes JSON5 with its comments")
  func toJSON5() throws {
    let yaml = """
      # head
      gateway: # the gateway
        port: 0o17
        mode: local # behind

      # list
      list:
        # first
        - a: True
          b: ~
        - 'no'
      base: &b { x: 1 }
      same: *b
      "odd key": .inf

      """
    #expect(
      try Self.convert(yaml, to: .json5) == """
        // head
        {
          gateway: { // the gateway
            port: 15,
            mode: "local", // behind
          },

          // list
          list: [
            // first
            {
              a: true,
              b: null,
            },
            "no",
          ],
          base: {
            x: 1,
          },
          same: {
            x: 1,
          },
          "odd key": Infinity,
        }

        """)
  }

  @Test("JSON takes no comments, unless they may go")
  func toJSON() throws {
    #expect(throws: ConversionError.comments(7)) { try Self.convert(Self.json5, to: .json) }
    let text = try Self.convert(Self.json5, to: .json, dropsComments: true)
    #expect(text.contains("    31,\n    0.5,\n    12345678901234567890,\n"))
    #expect(try ConfigDocument(parsing: Array(text.utf8)).syntax == .json)
  }

  @Test(
    "There and back again is the same",
    arguments: [
      "{\n  a: 1, // one\n  // two\n  b: [\n    \"x\",\n  ],\n}\n",
      "{\n  \"a b\": {\n    c: null,\n  },\n}\n",
      "{\n  on: \"yes\",\n  n: \"1_000\",\n  d: \"2026-01-01\",\n  e: \"\",\n  t: \"1:30\",\n}\n",
    ])
  func roundTrip(_ text: String) throws {
    #expect(try Self.convert(Self.convert(text, to: .yaml), to: .json5) == text)
  }

  @Test(
    "Texts that a reader of YAML would take for something else are put into quotes",
    arguments: [
      "no", "1.0", "~", "null", "true", "0x1", "1e3", "2026-01-01", "1:30", "", " x", "x ", "a: b",
      "# x", "- x", "{x", "*x", "&x", "!x", "%x", "@x", "\u{85}", "\u{FEFF}x", "x\r\ny", "\t", "=",
      "<<", "y", "a\n b", "\n", "\na", " a\nb", "a\n", "a\n\n", "a\tb\n", "🦞", "é\u{2028}",
    ])
  func strings(_ text: String) throws {
    let source = try ConfigDocument(parsing: Array("{ a: { b: 'x', c: [ 'x' ] } }".utf8))
    var draft = Draft(source)
    try draft.set(.string(text), at: ConfigPath(parsing: "a.b"))
    try draft.set(.string(text), at: ConfigPath(parsing: "a.c[0]"))
    let document = try ConfigDocument(parsing: draft.render())
    let yaml = try Conversion(document, to: .yaml, dropsComments: false).text()
    let read = try ConfigDocument(yaml: yaml)
    for path in ["a.b", "a.c[0]"] {
      let node = try #require(read.node(at: ConfigPath(parsing: path)))
      #expect(read.string(node) == text, "\(String(decoding: yaml, as: UTF8.self))")
    }
    #expect(read.yamlTraps().isEmpty)
  }

  @Test(
    "What the notation cannot hold is refused",
    arguments: [
      ("{ a: Infinity }", ConfigDocument.Syntax.json, "notFinite"),
      ("{ a: 1, a: 2 }", .yaml, "duplicateKey"),
      ("{ a: '\\ud83e' }", .yaml, "loneSurrogate"),
    ])
  func refusals(_ text: String, _ syntax: ConfigDocument.Syntax, _ name: String) throws {
    let error = try #require(throws: ConversionError.self) { try Self.convert(text, to: syntax) }
    #expect("\(error)".hasPrefix(name))
  }
}
