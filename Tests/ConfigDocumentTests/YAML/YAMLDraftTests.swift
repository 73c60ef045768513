import ConfigDocument
import Diagnostics
import Testing

/// Edits of YAML, and the exact text that they give.
@Suite struct YAMLDraftTests {
  static let cases: [EditCase] = [
    EditCase(
      "set keeps the rest of the line", "a: x  # why\nb: 1\n", .set("a", .string("z")),
      "a: z  # why\nb: 1\n"),
    EditCase(
      "set keeps quotes", "a: 'x'\nb: \"y\"\n", .set("a", .string("it's")), "a: 'it''s'\nb: \"y\"\n"
    ),
    EditCase(
      "a text that reads as something else is quoted", "a: x\n", .set("a", .string("no")),
      "a: \"no\"\n"),
    EditCase("a number as text is quoted", "a: x\n", .set("a", .string("0123")), "a: \"0123\"\n"),
    EditCase(
      "a date as text is quoted", "a: x\n", .set("a", .string("2026-01-01")), "a: \"2026-01-01\"\n"),
    EditCase(
      "the style of the file quotes", "a: 'x'\nb: 'y'\n", .set("c", .string("z")),
      "a: 'x'\nb: 'y'\nc: 'z'\n"),
    EditCase(
      "set makes missing objects with the indentation of the file",
      "a:\n    b: 1\n", .set("gateway.auth.mode", .string("token")),
      "a:\n    b: 1\ngateway:\n    auth:\n        mode: token\n"),
    EditCase(
      "an object in the place of a scalar", "a: 5 # five\nb: 1\n",
      .set("a", .object([.init("x", .number("1")), .init("z", .array([.null]))])),
      "# five\na:\n  x: 1\n  z:\n    - null\nb: 1\n"),
    EditCase(
      "lists stand below their key as the others do", "a:\n- 1\nb: 2\n",
      .set("c", .array([.string("x"), .object([.init("k", .number("1")), .init("l", .null)])])),
      "a:\n- 1\nb: 2\nc:\n- x\n- k: 1\n  l: null\n"),
    EditCase(
      "an empty collection keeps its brackets", "a: 1\n", .set("b", .object([])), "a: 1\nb: {}\n"),
    EditCase(
      "an empty object grows", "a: {}  # none\nb: 1\n", .set("a.x", .number("1")),
      "a:  # none\n  x: 1\nb: 1\n"),
    EditCase("an empty list grows", "a: []\n", .set("a[0]", .string("x")), "a:\n  - x\n"),
    EditCase("an empty root grows", "{}\n", .set("a", .number("1")), "a: 1\n"),
    EditCase(
      "a key without a value gets one", "a:\nb: 1\n", .set("a", .string("x")), "a: x\nb: 1\n"),
    EditCase(
      "a null in the flow gets a value", "{a, b: 1}\n", .set("a", .number("2")), "{a: 2, b: 1}\n"),
    EditCase(
      "CRLF is kept", "a:\r\n  b: 1\r\n", .set("a.c", .boolean(true)),
      "a:\r\n  b: 1\r\n  c: true\r\n"),
    EditCase(
      "a byte order mark and the other documents are kept",
      "\u{FEFF}---\na: 1\n---\nb: 2\n", .set("a", .number("3")),
      "\u{FEFF}---\na: 3\n---\nb: 2\n"),
    EditCase(
      "in brackets all stays in brackets", "a: {x: 1, y: [1, 2]}\n",
      .set("a.z", .object([.init("k", .string("v"))])),
      "a: {x: 1, y: [1, 2], z: {k: v}}\n"),
    EditCase("JSON in YAML", "{\"a\":1}\n", .set("b", .string("x")), "{\"a\":1, \"b\":\"x\"}\n"),
    EditCase(
      "in front of the first", "a: 1\nb: 2\n", .insertFirst("z", .null), "z: null\na: 1\nb: 2\n"),
    EditCase(
      "in front of the first behind a dash", "- a: 1\n  b: 2\n", .insertFirst("[0].z", .null),
      "- z: null\n  a: 1\n  b: 2\n"),
    EditCase(
      "in front of the first, below the comment of the key",
      "a: # head\n  # of b\n  b: 1\n", .insertFirst("a.z", .null),
      "a: # head\n  z: null\n  # of b\n  b: 1\n"),
    EditCase("an item is appended", "- 1\n- 2\n", .set("[2]", .number("3")), "- 1\n- 2\n- 3\n"),
    EditCase(
      "the comment at the end stays at the end", "a:\n  b: 1\n  # end of a\n# end\n",
      .set("a.c", .number("2")), "a:\n  b: 1\n  c: 2\n  # end of a\n# end\n"),
    EditCase(
      "a text without a last line end", "a: 1", .set("b", .number("2")), "a: 1\nb: 2"),
    EditCase("removing the middle", "a: 1\nb: 2\nc: 3\n", .remove("b"), "a: 1\nc: 3\n"),
    EditCase("removing the first", "a: 1\nb: 2\n", .remove("a"), "b: 2\n"),
    EditCase("removing the last", "a: 1\nb: 2\n", .remove("b"), "a: 1\n"),
    EditCase("removing the only member", "a:\n  b: 1\nc: 2\n", .remove("a.b"), "a: {}\nc: 2\n"),
    EditCase("removing the only item", "- 1\n", .remove("[0]"), "[]\n"),
    EditCase(
      "removing the first behind a dash", "- a: 1 # one\n  b: 2\n", .remove("[0].a"),
      "- # one\n  b: 2\n"),
    EditCase(
      "removing keeps every comment",
      "a: 1 # one\n# above\nb: # in\n  - 2 # two\n  # end\n# c\nc: 3\n", .remove("b"),
      "a: 1 # one\n# above\n# in\n# two\n# end\n# c\nc: 3\n"),
    EditCase(
      "removing keeps the comment of a block scalar", "a: | # text\n  x\n  # no comment\nb: 1\n",
      .remove("a"), "# text\nb: 1\n"),
    EditCase("removing in brackets", "a: [x, y, z]\n", .remove("a[1]"), "a: [x, z]\n"),
    EditCase("renaming", "'old' : 1 # end\n", .rename("old", "new"), "'new' : 1 # end\n"),
    EditCase(
      "renaming to a key that needs quotes", "a: 1\n", .rename("a", "b: c"), "\"b: c\": 1\n"),
    EditCase(
      "moving takes the comments along and stays near",
      """
      gateway:
        # keep this secret
        token: x # really
        port: 1

      """, .move("gateway.token", "gateway.auth.token"),
      """
      gateway:
        auth:
          # keep this secret
          token: x # really
        port: 1

      """),
    EditCase(
      "a moved object is indented anew with its texts",
      """
      telegram:
        text: |
          one

            two # no comment
        folded: "a
          b"
        list:
        - x
        -   k: 1
            l: 2 # l
      z: 1

      """, .move("telegram", "channels.telegram"),
      """
      channels:
        telegram:
          text: |
            one

              two # no comment
          folded: "a
            b"
          list:
          - x
          -   k: 1
              l: 2 # l
      z: 1

      """),
    EditCase(
      "moving outwards", "a:\n  b:\n    c: 1\nd: 2\n", .move("a.b", "b"),
      "a: {}\nb:\n  c: 1\nd: 2\n"),
    EditCase(
      "an item becomes a member", "a:\n- x: 1\n  y: 2\n", .move("a[0]", "b"),
      "a: []\nb:\n  x: 1\n  y: 2\n"),
    EditCase(
      "a member becomes an item", "a:\n  x: 1 # x\n  y: 2\nb:\n- 0\n", .move("a", "b[1]"),
      "b:\n- 0\n- x: 1 # x\n  y: 2\n"),
    EditCase(
      "a target below the source wraps it", "streaming: partial # s\nz: 1\n",
      .move("streaming", "streaming.mode"), "streaming: # s\n  mode: partial\nz: 1\n"),
    EditCase(
      "moving into brackets", "a: \"b, c\"\nb: {c: 1}\n", .move("a", "b.a"),
      "b: {c: 1, a: \"b, c\"}\n"),
    EditCase(
      "merging fills what is missing",
      "agent:\n  # w\n  workspace: w\n  model:\n    primary: m\nagents:\n  defaults:\n    model:\n      fallbacks: []\n",
      .merge("agent", "agents.defaults"),
      "agent: {}\nagents:\n  defaults:\n    model:\n      fallbacks: []\n      primary: m\n    # w\n    workspace: w\n"
    ),
    EditCase(
      "an anchor that nobody means moves along", "a: &x\n  b: 1\nc: {}\n", .move("a", "c.a"),
      "c:\n  a: &x\n    b: 1\n"),
    EditCase(
      "beside a merge key", "base: &b\n  x: 1\na:\n  <<: *b\n  y: 2\n", .set("a.z", .number("3")),
      "base: &b\n  x: 1\na:\n  <<: *b\n  y: 2\n  z: 3\n"),
  ]

  @Test("An edit gives exactly this text", arguments: cases)
  func edit(_ example: EditCase) throws {
    let output = try edited(example.input, example.edit, .yaml)
    #expect(output == example.output)
    _ = try ConfigDocument(yaml: Array(output.utf8))
  }

  @Test(
    "An edit that would have to guess is refused and changes nothing",
    arguments: [
      ("a: 1\na: 2\n", EditCase.Edit.set("a", .null), EditError.Code.duplicateKey),
      ("a: 1\n", .set("a.b", .null), .notAContainer),
      ("a: 1\n", .remove("b"), .noSuchPath),
      ("a: 1\nb: 2\n", .move("a", "b"), .targetExists),
      ("a: &x {b: 1}\nc: *x\n", .set("a.b", .number("2")), .sharedAnchor),
      ("a: &x {b: 1}\nc: *x\n", .set("c.b", .number("2")), .alias),
      ("a: &x {b: 1}\nc: *x\n", .set("c", .number("2")), .alias),
      ("a: &x {b: 1}\nc: *x\n", .remove("a"), .sharedAnchor),
      ("a: &x {b: 1}\nc: *x\nd: 1\n", .move("a", "e.a"), .sharedAnchor),
      ("a: &x {b: 1}\nc: *x\nd: 1\n", .move("c", "e.c"), .alias),
      ("a: &x {b: 1}\nc:\n  <<: *x\n", .set("c.b", .number("2")), .mergeKey),
      ("a: &x {b: 1}\nc:\n  <<: *x\n", .remove("c.b"), .mergeKey),
      ("a: &x {b: 1}\nc:\n  <<: *x\n  b: 3\n", .remove("c.b"), .mergeKey),
      ("a: &x {b: 1}\nc:\n  <<: *x\n", .remove("c[\"<<\"]"), .mergeKey),
      ("a: &x {b: 1}\nc:\n  d:\n    <<: *x\n", .move("c.d", "e"), .alias),
      ("a: \"{{ token }}\"\n", .set("a", .string("x")), .template),
      ("a: {{ .Values.a }}\n", .set("a", .string("x")), .template),
      ("a: !vault x\n", .set("a", .string("x")), .foreignTag),
      ("a: !vault {b: 1}\n", .set("a.b", .string("x")), .foreignTag),
      ("? a\n: 1\n", .remove("a"), .unusualKey),
      ("&k a: 1\n", .rename("a", "b"), .unusualKey),
      ("[a: 1]\n", .set("[0].b", .null), .inexpressible),
      ("a: {b: 1}\nc:\n  # d\n  d: 1\n", .move("c", "a.c"), .inexpressible),
    ])
  func refusal(_ input: String, _ edit: EditCase.Edit, _ code: EditError.Code) {
    #expect {
      try edited(input, edit, .yaml)
    } throws: { error in
      (error as? EditError)?.code == code
    }
  }

  static let texts: [EditCase] = [
    EditCase(
      "a literal keeps its lines",
      "data:\n  openclaw.json: | # config\n    {\n      a: 1,\n   \n      b: 2, // two\n    }\n  other: x\n",
      .setText("data[\"openclaw.json\"]", "{\n  a: 1,\n\n  b: 3, // two\n  c: 4,\n}\n"),
      "data:\n  openclaw.json: | # config\n    {\n      a: 1,\n   \n      b: 3, // two\n      c: 4,\n    }\n  other: x\n"
    ),
    EditCase(
      "a literal without a last line end", "a: |\n  x\nb: 1\n", .setText("a", "x"),
      "a: |-\n  x\nb: 1\n"),
    EditCase(
      "a literal with more line ends", "a: |\n  x\nb: 1\n", .setText("a", "x\n\n"),
      "a: |+\n  x\n\nb: 1\n"),
    EditCase(
      "an indentation that must be told", "a: |\n  x\n", .setText("a", " x\n"), "a: |2\n   x\n"),
    EditCase(
      "an indentation that is told", "a:\n  - |3\n      x\n", .setText("a[0]", " y\n"),
      "a:\n  - |3\n      y\n"),
    EditCase(
      "CRLF in a literal", "a: |\r\n  x\r\n  y\r\n", .setText("a", "x\nz\ny\n"),
      "a: |\r\n  x\r\n  z\r\n  y\r\n"),
    EditCase(
      "a folded scalar", "a: >-\n  one\n  two\n", .setText("a", "one\ntwo\n  deep\nthree"),
      "a: >-\n  one\n\n  two\n    deep\n  three\n"),
    EditCase(
      "what a literal cannot hold", "a: |\n  x\n", .setText("a", "x\u{7}\n"), "a: \"x\\u0007\\n\"\n"
    ),
    EditCase(
      "double quotes keep the rest", "a: \"{\\x61: 1,\n  b: 2}\"\n",
      .setText("a", "{a: 1, b: \"3\"}"),
      "a: \"{\\x61: 1,\n  b: \\\"3\\\"}\"\n"),
    EditCase("single quotes", "a: '{a: ''x''}'\n", .setText("a", "{a: 'y'}"), "a: '{a: ''y''}'\n"),
    EditCase("plain text that must be quoted", "a: x\n", .setText("a", "x: y"), "a: \"x: y\"\n"),
    EditCase("a root", "|\n  x\n", .setText("", "y\n"), "|\n  y\n"),
    EditCase(
      "a template that stays", "a: |\n  {t: \"{{ t }}\", a: 1}\n",
      .setText("a", "{t: \"{{ t }}\", b: 1}\n"),
      "a: |\n  {t: \"{{ t }}\", b: 1}\n"),
  ]

  @Test("A text is written back in the manner of the old one", arguments: texts)
  func text(_ example: EditCase) throws {
    let output = try edited(example.input, example.edit, .yaml)
    #expect(output == example.output)
  }
}
