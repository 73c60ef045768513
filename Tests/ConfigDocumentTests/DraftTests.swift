import ConfigDocument
import Diagnostics
import Testing

/// One edit on one text, and the text that it must give.
struct EditCase: CustomTestStringConvertible, Sendable {
  enum Edit: Sendable {
    case set(String, NewValue)
    case insertFirst(String, NewValue)
    case remove(String)
    case rename(String, String)
    case move(String, String)
    case merge(String, String)
    case setText(String, String)
  }

  let name: String
  let input: String
  let edit: Edit
  let output: String
  var testDescription: String { name }

  init(_ name: String, _ input: String, _ edit: Edit, _ output: String) {
    self.name = name
    self.input = input
    self.edit = edit
    self.output = output
  }
}

func edited(
  _ input: String, _ edit: EditCase.Edit, _ notation: Notation = .json5
) throws -> String {
  var draft = Draft(try notation.parse(Array(input.utf8)))
  func path(_ text: String) throws -> ConfigPath { try ConfigPath(parsing: text) }
  switch edit {
  case .set(let at, let value): try draft.set(value, at: path(at))
  case .insertFirst(let at, let value): try draft.insert(value, at: path(at), placement: .first)
  case .remove(let at): try draft.remove(path(at))
  case .rename(let at, let key): try draft.renameKey(path(at), to: key)
  case .move(let from, let to): try draft.move(path(from), to: path(to))
  case .setText(let at, let text): try draft.setScalarText(path(at), to: text)
  case .merge(let from, let into): _ = try draft.merge(path(from), into: path(into))
  }
  return String(decoding: draft.render(), as: UTF8.self)
}

@Suite struct DraftTests {
  static let cases: [EditCase] = [
    EditCase(
      "set keeps quotes and comments",
      "{\n  a: 'x', // why\n}\n", .set("a", .string("it's")),
      "{\n  a: 'it\\'s', // why\n}\n"),
    EditCase(
      "set makes missing objects in the style of the file",
      "{\n  \"a\": 1\n}\n", .set("gateway.auth.mode", .string("token")),
      "{\n  \"a\": 1,\n  \"gateway\": {\n    \"auth\": {\n      \"mode\": \"token\"\n    }\n  }\n}\n"
    ),
    EditCase(
      "FM-54: strict JSON on one line stays strict and tight",
      #"{"a":1,"b":{"c":true}}"#, .set("b.d", .string("x")),
      #"{"a":1,"b":{"c":true,"d":"x"}}"#),
    EditCase(
      "FM-54: unquoted and single-quoted siblings are copied",
      "{\n\tgateway: {\n\t\tport: 1,\n\t\thost: 'h',\n\t},\n}",
      .set("gateway.bind", .string("lan")),
      "{\n\tgateway: {\n\t\tport: 1,\n\t\thost: 'h',\n\t\tbind: 'lan',\n\t},\n}"),
    EditCase(
      "FM-54: a key that is no word is quoted among unquoted ones",
      "{ a: 1 }", .set("b-c", .boolean(true)), "{ a: 1, \"b-c\": true }"),
    EditCase(
      "an empty object grows", "{\n  \"a\": {}\n}", .set("a.b", .number("1")),
      "{\n  \"a\": {\n    \"b\": 1\n  }\n}"),
    EditCase("an empty root grows", "{}", .set("a", .number("1")), "{\n  \"a\": 1\n}"),
    EditCase(
      "a comment in an empty object stays", "{\n  a: {\n    // nothing yet\n  },\n}",
      .set("a.b", .number("1")), "{\n  a: {\n    // nothing yet\n    b: 1,\n  },\n}"),
    EditCase(
      "the comma goes in front of the comment of the line",
      "{\n  a: 1 // one\n}", .set("b", .number("2")), "{\n  a: 1, // one\n  b: 2\n}"),
    EditCase(
      "an insertion in front keeps the comment of the bracket",
      "{ // head\n  a: 1\n}", .insertFirst("z", .null), "{ // head\n  z: null,\n  a: 1\n}"),
    EditCase(
      "CRLF is kept", "{\r\n  \"a\": 1\r\n}\r\n", .set("b", .boolean(false)),
      "{\r\n  \"a\": 1,\r\n  \"b\": false\r\n}\r\n"),
    EditCase(
      "FM-50: a byte order mark is kept", "\u{FEFF}{a:1}", .set("b", .number("2")),
      "\u{FEFF}{a:1,b:2}"),
    EditCase(
      "an item is appended", "[1, 2]", .set("[2]", .number("3")), "[1, 2, 3]"),
    EditCase(
      "removing the middle", "{\n  a: 1,\n  b: 2,\n  c: 3\n}", .remove("b"),
      "{\n  a: 1,\n  c: 3\n}"),
    EditCase(
      "removing the last takes the comma before it", "{\n  a: 1,\n  b: 2\n}", .remove("b"),
      "{\n  a: 1\n}"),
    EditCase(
      "removing the last keeps a trailing comma", "{\n  a: 1,\n  b: 2,\n}", .remove("b"),
      "{\n  a: 1,\n}"),
    EditCase("removing the only member", "{ a: { b: 1 } }", .remove("a.b"), "{ a: {} }"),
    EditCase(
      "FM-07: removing keeps every comment",
      "{\n  a: 1, // one\n  // above\n  b: [ // in\n    2, /* two */\n  ], // behind\n  c: 3\n}",
      .remove("b"),
      "{\n  a: 1, // one\n  // above\n  // in\n  /* two */\n  // behind\n  c: 3\n}"),
    EditCase(
      "removing on one line", "{ a: 1, b: 2, c: 3 }", .remove("b"), "{ a: 1, c: 3 }"),
    EditCase(
      "removing the first on one line", "{ a: 1, b: 2 }", .remove("a"), "{ b: 2 }"),
    EditCase(
      "a line comment before a bracket keeps its line",
      "{ a: 1, // one\n  b: 2 }", .remove("b"), "{ a: 1 // one\n }"),
    EditCase("removing an item", "[ 'a', 'b', 'c' ]", .remove("[1]"), "[ 'a', 'c' ]"),
    EditCase(
      "renaming keeps quotes and comments", "{ /* k */ 'old' : 1 } // end", .rename("old", "new"),
      "{ /* k */ 'new' : 1 } // end"),
    EditCase(
      "FM-07: moving takes the comments along and stays near",
      """
      {
        gateway: {
          // keep this secret
          token: "x", // really
          port: 1,
        },
      }
      """, .move("gateway.token", "gateway.auth.token"),
      """
      {
        gateway: {
          auth: {
            // keep this secret
            token: "x", // really
          },
          port: 1,
        },
      }
      """),
    EditCase(
      "a comment above a blank line stays",
      "{\n  // part one\n\n  // mine\n  a: 1,\n  b: {}\n}", .move("a", "b.a"),
      "{\n  // part one\n\n  b: {\n    // mine\n    a: 1\n  }\n}"),
    EditCase(
      "a moved object is indented anew, strings and comments are not",
      "{\n  telegram: {\n    botToken: \"a\\\n  b\", /* one\n  two */\n    groups: {\n      \"*\": {},\n    },\n  },\n}",
      .move("telegram", "channels.telegram"),
      "{\n  channels: {\n    telegram: {\n      botToken: \"a\\\n  b\", /* one\n  two */\n      groups: {\n        \"*\": {},\n      },\n    },\n  },\n}"
    ),
    EditCase(
      "moving outwards", "{\n  a: {\n    b: {\n      c: 1\n    }\n  }\n}", .move("a.b", "b"),
      "{\n  a: {},\n  b: {\n    c: 1\n  }\n}"),
    EditCase(
      "moving on one line", #"{"telegram":{"botToken":"x"},"z":1}"#,
      .move("telegram", "channels.telegram"), #"{"channels":{"telegram":{"botToken":"x"}},"z":1}"#),
    EditCase(
      "a target below the source wraps it", "{\n  streaming: 'partial', // s\n}",
      .move("streaming", "streaming.mode"),
      "{\n  streaming: {\n    mode: 'partial',\n  }, // s\n}"),
    EditCase(
      "a line comment that moves into one line gets a line",
      "{\n  // mine\n  a: 1,\n  b: { c: 2 }\n}", .move("a", "b.a"),
      "{\n  b: { c: 2,\n    // mine\n    a: 1 }\n}"),
    EditCase(
      "merging fills what is missing",
      "{\n  agent: {\n    // w\n    workspace: \"w\",\n    model: { primary: \"m\" },\n  },\n  agents: { defaults: { model: { fallbacks: [] } } },\n}",
      .merge("agent", "agents.defaults"),
      "{\n  agent: {},\n  agents: { defaults: { model: { fallbacks: [], primary: \"m\" },\n    // w\n    workspace: \"w\" } },\n}"
    ),
  ]

  @Test("An edit gives exactly this text", arguments: cases)
  func edit(_ example: EditCase) throws {
    let output = try edited(example.input, example.edit)
    #expect(output == example.output)
    _ = try ConfigDocument(parsing: Array(output.utf8))
  }

  @Test(
    "An edit that would have to guess is refused and changes nothing",
    arguments: [
      ("{a:1,a:2}", EditCase.Edit.set("a", .null), EditError.Code.duplicateKey),
      ("{a:{b:1},'a':{}}", .remove("a.b"), .duplicateKey),
      ("{a:1}", .set("a.b", .null), .notAContainer),
      ("{a:[]}", .set("a.b", .null), .notAContainer),
      ("{a:1}", .remove("b"), .noSuchPath),
      ("{a:1,b:2}", .rename("a", "b"), .targetExists),
      ("{a:1,b:2}", .move("a", "b"), .targetExists),
      ("{a:1}", .move("a", "a"), .intoItself),
      ("{a:[]}", .set("a[2]", .null), .noSuchPath),
    ])
  func refusal(_ input: String, _ edit: EditCase.Edit, _ code: EditError.Code) {
    #expect {
      try edited(input, edit)
    } throws: { error in
      (error as? EditError)?.code == code
    }
  }
}
