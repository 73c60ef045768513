import ConfigDocument
import Diagnostics
import Testing

/// What a YAML text means, and where its parts stand.
@Suite struct YAMLReadingTests {
  /// A text and the JSON5 that means the same.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let yaml: String
    let json5: String
    var testDescription: String { name }

    init(_ name: String, _ yaml: String, _ json5: String) {
      self.name = name
      self.yaml = yaml
      self.json5 = json5
    }
  }

  static let cases = [
    Case("a mapping", "a: 1\nb: x\n", "{a: 1, b: 'x'}"),
    Case(
      "a list at the indentation of its key", "a:\n- 1\n- - x\n  - k: v\nb: 2\n",
      "{a: [1, ['x', {k: 'v'}]], b: 2}"),
    Case("flow style", "{a: [1, {b: c}], \"d\":e}", "{a: [1, {b: 'c'}], d: 'e'}"),
    Case("one pair in a list", "[a: 1, b]", "[{a: 1}, 'b']"),
    Case(
      "keys without values", "a:\nb: \n? c\nd: [x: ]\ne: {f, g: }\n",
      "{a: null, b: null, c: null, d: [{x: null}], e: {f: null, g: null}}"),
    Case("plain text over lines", "a: one\n  two\n\n  three\n", "{a: 'one two\\nthree'}"),
    Case(
      "quotes", "a: 'it''s'\nb: \"\\u00e9\\x41\\U0001F600\\N\\_\\L\\e\\0\\/\"\n",
      "{a: 'it\\'s', b: '\\u00e9A\\uD83D\\uDE00\\u0085\\u00a0\\u2028\\x1b\\0/'}"),
    Case(
      "quotes over lines", "a: \"one\n\n  two \\\n  three\\\n  \\ four\"\n",
      "{a: 'one\\ntwo three four'}"),
    Case(
      "literals", "a: |\n  x\n   y\n\nb: |-\n  x\nc: |+\n  x\n\nd: |2\n   x\ne: |\n",
      "{a: 'x\\n y\\n', b: 'x', c: 'x\\n\\n', d: ' x\\n', e: ''}"),
    Case(
      "folds", "a: >\n  one\n  two\n\n  three\n    deep\n  four\nb: >-\n  x\n",
      "{a: 'one two\\nthree\\n  deep\\nfour\\n', b: 'x'}"),
    Case(
      "the core schema",
      "[null, Null, ~, true, False, TRUE, yes, 0o17, 0x1F, 017, 1e3, .5, 5., +1, -0, 1_000, 1:30, 2026-01-01]",
      "[null, null, null, true, false, true, 'yes', W0, W1, W2, 1e3, .5, 5., +1, -0, '1_000', '1:30', '2026-01-01']"
        .replacing("W0", with: "\"0o17\"").replacing("W1", with: "0x1F").replacing(
          "W2", with: "\"017\"")),
    Case(
      "tags",
      "a: !!str 5\nb: !!int \"5\"\nc: ! 5\nd: !vault x\ne: !!bool no\nf: !!null x\ng: !!map {h: 1}\n",
      "{a: '5', b: 5, c: '5', d: 'x', e: 'no', f: null, g: {h: 1}}"),
    Case(
      "anchors and aliases", "a: &x {b: [1, &y 2]}\nc: *x\nd: *y\ne: &z\n",
      "{a: {b: [1, 2]}, c: {b: [1, 2]}, d: 2, e: null}"),
    Case(
      "an anchor that is set anew", "a: &x 1\nb: *x\nc: &x 2\nd: *x\n", "{a: 1, b: 1, c: 2, d: 2}"),
    Case(
      "a merge key", "a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\n",
      "{a: {b: 1, c: 2}, d: {c: 3, b: 1}}"),
    Case(
      "several merges", "a: &x {b: 1, c: 2}\nd: &y {c: 4, e: 5}\nf: {<<: [*y, *x], g: 6}\n",
      "{a: {b: 1, c: 2}, d: {c: 4, e: 5}, f: {g: 6, c: 4, e: 5, b: 1}}"),
    Case(
      "a merge into a merge", "a: &x {b: 1}\nc: &y\n  <<: *x\n  d: 2\ne:\n  <<: *y\n",
      "{a: {b: 1}, c: {d: 2, b: 1}, e: {d: 2, b: 1}}"),
    Case("a merge key that is a text", "\"<<\": 1\n", "{'<<': 1}"),
    Case("keys that stand twice", "a: 1\na: 2\n", "{a: 1, a: 2}"),
    Case(
      "unusual keys", "? a\n: 1\n[b, c]: 2\n&k d: 3\n? - e\n: 4\n",
      "{a: 1, '[b, c]': 2, d: 3, '- e': 4}"),
    Case(
      "a placeholder of a template", "a: {{ .Values.b }}\nc: 1\n", "{a: '{{ .Values.b }}', c: 1}"),
    Case("the first of several documents", "%YAML 1.2\n---\na: 1\n...\n---\nb: 2\n", "{a: 1}"),
    Case("a tag and no text", "a: !!str\nb: !!str", "{a: '', b: ''}"),
    Case("nothing", "", "null"),
    Case("comments only", "# none\n", "null"),
    Case("a scalar", "text\n", "'text'"),
  ]

  @Test("A text means what it is to mean, and is given back as it was", arguments: cases)
  func meaning(_ example: Case) throws {
    let bytes = Array(example.yaml.utf8)
    let document = try ConfigDocument(yaml: bytes)
    let expected = try ConfigDocument(parsing: Array(example.json5.utf8))
    #expect(document.syntax == .yaml)
    let meaning = Self.spelled(document)
    #expect(meaning == Self.spelled(expected))
    #expect(Draft(document).render() == bytes)
    #expect(LawTests.opened(document).render() == bytes)
  }

  /// The tree as text; numbers that JSON5 does not have stand in quotes on its side.
  private static func spelled(_ document: ConfigDocument) -> String {
    func text(_ tree: Tree) -> String {
      switch tree {
      case .object(let members):
        "{" + members.map { $0.key.debugDescription + ":" + text($0.value) }.joined(separator: ",")
          + "}"
      case .array(let items): "[" + items.map(text).joined(separator: ",") + "]"
      case .string(let string) where ["0o17", "017"].contains(string): string
      case .string(let string): string.debugDescription
      case .word(let word): word
      }
    }
    return text(Tree(document, document.root))
  }

  @Test("Values and keys know where they stand")
  func ranges() throws {
    let text = "é: &x !!str 'ä'\r\n\"b\" :\r\n  - |\r\n    z\r\n  - {c: d}\r\n"
    let document = try ConfigDocument(yaml: Array(text.utf8))
    func texts(_ path: String) throws -> [String] {
      let node = try #require(document.node(at: ConfigPath(parsing: path)))
      let key = document.keyRange(node).map { String(decoding: document.bytes[$0], as: UTF8.self) }
      return [key ?? "", document.text(node)]
    }
    #expect(try texts("é") == ["é", "'ä'"])
    #expect(try texts("b") == ["\"b\"", "- |\r\n    z\r\n  - {c: d}"])
    #expect(try texts("b[0]") == ["", "|\r\n    z"])
    #expect(try texts("b[1]") == ["", "{c: d}"])
    #expect(try texts("b[1].c") == ["c", "d"])
    let node = try #require(document.node(at: ConfigPath(parsing: "b[1].c")))
    #expect(document.span(document.range(node)).line == 5)
    #expect(document.span(document.range(node)).column == 9)
  }

  @Test("A document behind the first is read when it is asked for")
  func documents() throws {
    let bytes = Array("a: 1\n---\n# two\nb: 2\n---\nc: 3\n".utf8)
    let first = try ConfigDocument(yaml: bytes)
    #expect(first.documentCount == 3)
    let second = try ConfigDocument(yaml: bytes, document: 1)
    #expect(Tree(second, second.root) == .object([.init(key: "b", value: .word("2"))]))
    var draft = Draft(second)
    try draft.set(.number("4"), at: ConfigPath(parsing: "b"))
    #expect(
      String(decoding: draft.render(), as: UTF8.self) == "a: 1\n---\n# two\nb: 4\n---\nc: 3\n")
    let beyond = try ConfigDocument(yaml: bytes, document: 3)
    #expect(beyond.kind(beyond.root) == .null)
    #expect(Draft(beyond).render() == bytes)
  }

  @Test("Each byte of a text inside a scalar knows where it comes from")
  func origins() throws {
    let text = """
      a: |
        {
          x: 1
        }
      b: "{\\u0061: 'é',
        y: 2}"
      c: '{z: ''1''}'

      """
    let document = try ConfigDocument(yaml: Array(text.utf8))
    for (key, needles) in [("a", ["x", "1", "}"]), ("b", ["é", "y", "2"]), ("c", ["z", "1"])] {
      let node = try #require(document.member(key, of: document.root))
      let scalar = try #require(document.scalarText(node))
      let content = String(decoding: scalar.bytes, as: UTF8.self)
      #expect(content == document.string(node))
      for needle in needles {
        let place = try #require(content.utf8.firstRange(of: Array(needle.utf8)))
        let offset = content.utf8.distance(from: content.startIndex, to: place.lowerBound)
        let source = scalar.offset(of: offset)
        let found = document.bytes[source...].prefix(needle.utf8.count)
        #expect(Array(found) == Array(needle.utf8), "\(key) \(needle)")
      }
      #expect(scalar.offset(of: scalar.bytes.count) == document.range(node).upperBound)
    }
    let escape = try #require(document.member("b", of: document.root))
    let scalar = try #require(document.scalarText(escape))
    #expect(document.bytes[scalar.offset(of: 1)] == UInt8(ascii: "\\"))
  }

  @Test("What readers of YAML differ about is told, with its place")
  func traps() throws {
    let text = """
      a: no
      b: "no"
      on: x
      c: [~, , 0o17, 017, 1:30, 1_000, 0b1, 2026-01-01, -.inf, .NaN, 1e3, 1.5e+3, =, 10.0.0.1]
      d: !!str yes
      e: &x off
      f: *x

      """.replacing(" , ", with: " ")
    let document = try ConfigDocument(yaml: Array(text.utf8))
    let found = document.yamlTraps().map { trap in
      trap.kind.rawValue + (trap.isKey ? "(key)" : "") + " "
        + String(decoding: document.bytes[trap.range], as: UTF8.self)
    }
    #expect(
      found == [
        "boolean no", "boolean(key) on", "null ~", "octal 0o17", "leadingZero 017",
        "sexagesimal 1:30", "underscore 1_000", "binary 0b1", "timestamp 2026-01-01",
        "notFinite -.inf", "notFinite .NaN", "exponent 1e3", "defaultValue =", "boolean off",
      ])
    let json = try ConfigDocument(parsing: Array("{a: null}".utf8))
    #expect(json.yamlTraps().isEmpty)
  }
}
