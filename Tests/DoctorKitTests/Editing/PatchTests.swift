import ConfigDocument
import DoctorKit
import Foundation
import Testing

/// `config patch` with merge patches (RFC 7396) and lists of operations (RFC 6902).
@Suite struct PatchTests {
  /// A place of a config that takes anything.
  private static let place = "plugins.entries.mine.config"

  private func patched(_ value: String, with patch: String) throws -> (Report, String?) {
    let text = "{ plugins: { entries: { mine: { config: \(value) } } } }"
    let place = try Workplace(text)
    let report = place.patch(patch, at: Self.place)
    guard report.status == .clean else {
      #expect(try place.read() == text, "refused and written")
      return (report, nil)
    }
    guard
      case .value(let shown) = place.doctor().get(
        Self.place, as: .json, place.request())
    else { return (report, "nothing") }
    return (report, try Self.compact(shown))
  }

  /// JSON with sorted keys and no space.
  private static func compact(_ text: String) throws -> String {
    let value = try JSONSerialization.jsonObject(
      with: Data(text.utf8), options: [.fragmentsAllowed])
    let data = try JSONSerialization.data(
      withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self)
  }

  @Test(
    "A merge patch does what RFC 7396 says (appendix A, as members)",
    arguments: [
      (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
      (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
      (#"{"a":"b"}"#, #"{"a":null}"#, "{}"), (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
      (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
      (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
      (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
      (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
      (#"{"x":["a","b"]}"#, #"{"x":["c","d"]}"#, #"{"x":["c","d"]}"#),
      (#"{"x":{"a":"b"}}"#, #"{"x":["c"]}"#, #"{"x":["c"]}"#),
      (#"{"x":{"a":"foo"}}"#, #"{"x":null}"#, "{}"),
      (#"{"x":{"a":"foo"}}"#, #"{"x":"bar"}"#, #"{"x":"bar"}"#),
      (#"{"e":null}"#, #"{"a":1}"#, #"{"a":1,"e":null}"#), (#"{"e":null}"#, #"{"e":null}"#, "{}"),
      (#"{"x":[1,2]}"#, #"{"x":{"a":"b","c":null}}"#, #"{"x":{"a":"b"}}"#),
      ("{}", #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
      ("{}", "{ a: [null, { b: null }], // JSON5\n}", #"{"a":[null,{"b":null}]}"#),
    ])
  func merge(_ value: String, _ patch: String, _ expected: String) throws {
    let (report, result) = try patched(value, with: patch)
    #expect(result == expected, "\(report.findings)")
  }

  @Test(
    "A list of operations does what RFC 6902 says (appendix A); nil where it must fail",
    arguments: [
      (
        #"{"foo":"bar"}"#, #"[{"op":"add","path":"/baz","value":"qux"}]"#,
        #"{"baz":"qux","foo":"bar"}"#
      ),
      (
        #"{"foo":["bar","baz"]}"#, #"[{"op":"add","path":"/foo/1","value":"qux"}]"#,
        #"{"foo":["bar","qux","baz"]}"#
      ),
      (#"{"baz":"qux","foo":"bar"}"#, #"[{"op":"remove","path":"/baz"}]"#, #"{"foo":"bar"}"#),
      (
        #"{"foo":["bar","qux","baz"]}"#, #"[{"op":"remove","path":"/foo/1"}]"#,
        #"{"foo":["bar","baz"]}"#
      ),
      (
        #"{"baz":"qux","foo":"bar"}"#, #"[{"op":"replace","path":"/baz","value":"boo"}]"#,
        #"{"baz":"boo","foo":"bar"}"#
      ),
      (
        #"{"foo":{"bar":"baz","waldo":"fred"},"qux":{"corge":"grault"}}"#,
        #"[{"op":"move","from":"/foo/waldo","path":"/qux/thud"}]"#,
        #"{"foo":{"bar":"baz"},"qux":{"corge":"grault","thud":"fred"}}"#
      ),
      (
        #"{"foo":["all","grass","cows","eat"]}"#,
        #"[{"op":"move","from":"/foo/1","path":"/foo/3"}]"#,
        #"{"foo":["all","cows","eat","grass"]}"#
      ),
      (
        #"{"baz":"qux","foo":["a",2,"c"]}"#,
        #"[{"op":"test","path":"/baz","value":"qux"},{"op":"test","path":"/foo/1","value":2}]"#,
        #"{"baz":"qux","foo":["a",2,"c"]}"#
      ),
      (#"{"baz":"qux"}"#, #"[{"op":"test","path":"/baz","value":"bar"}]"#, nil),
      (
        #"{"foo":"bar"}"#, #"[{"op":"add","path":"/child","value":{"grandchild":{}}}]"#,
        #"{"child":{"grandchild":{}},"foo":"bar"}"#
      ),
      (
        #"{"foo":"bar"}"#, #"[{"op":"add","path":"/baz","value":"qux","xyz":123}]"#,
        #"{"baz":"qux","foo":"bar"}"#
      ),
      (#"{"foo":"bar"}"#, #"[{"op":"add","path":"/baz/bat","value":"qux"}]"#, nil),
      (#"{"/":9,"~1":10}"#, #"[{"op":"test","path":"/~01","value":10}]"#, #"{"/":9,"~1":10}"#),
      (#"{"/":9,"~1":10}"#, #"[{"op":"test","path":"/~01","value":"10"}]"#, nil),
      (
        #"{"foo":["bar"]}"#, #"[{"op":"add","path":"/foo/-","value":["abc","def"]}]"#,
        #"{"foo":["bar",["abc","def"]]}"#
      ),
      // Beyond the appendix.
      (
        #"{"a":{"b":1}}"#,
        #"[{"op":"copy","from":"/a","path":"/c"},{"op":"replace","path":"/c/b","value":2}]"#,
        #"{"a":{"b":1},"c":{"b":2}}"#
      ),
      (#"{"a":[{"n":1},{"n":2}]}"#, #"[{"op":"move","from":"/a/0","path":"/a/0/in"}]"#, nil),
      (#"{"a":[1,2,3]}"#, #"[{"op":"move","from":"/a/2","path":"/a/0"}]"#, #"{"a":[3,1,2]}"#),
      (#"{"a":[1,[2,3]]}"#, #"[{"op":"move","from":"/a/0","path":"/a/0/1"}]"#, nil),
      (
        #"{"a":[1],"b":[2,3]}"#, #"[{"op":"move","from":"/a/0","path":"/b/1"}]"#,
        #"{"a":[],"b":[2,1,3]}"#
      ),
      (#"{"a":{"b":{"c":1}}}"#, #"[{"op":"move","from":"/a/b","path":"/a"}]"#, #"{"a":{"c":1}}"#),
      (#"{"a":1,"b":2}"#, #"[{"op":"move","from":"/a","path":"/b"}]"#, #"{"b":1}"#),
      (#"{"a":1}"#, #"[{"op":"move","from":"/a","path":"/a"}]"#, #"{"a":1}"#),
      (#"{"a":1}"#, #"[{"op":"add","path":"","value":{"b":2}}]"#, #"{"b":2}"#),
      (#"{"a":[1]}"#, #"[{"op":"add","path":"/a/2","value":2}]"#, nil),
      (#"{"a":[1]}"#, #"[{"op":"add","path":"/a/01","value":2}]"#, nil),
      (#"{"a":[1]}"#, #"[{"op":"remove","path":"/a/-"}]"#, nil),
      (#"{"a":1}"#, #"[{"op":"replace","path":"/b","value":2}]"#, nil),
      (#"{"a":1}"#, #"[{"op":"rename","path":"/a"}]"#, nil),
      (#"{"a":1}"#, #"[{"op":"add","path":"/b"}]"#, nil),
      (#"{"a":1}"#, #"[{"op":"add","path":"b","value":1}]"#, nil),
      (#"{"a":1}"#, "[7]", nil), (#"{"a":1}"#, "[]", #"{"a":1}"#),
      (
        #"{"a":{"x":1,"y":2}}"#, #"[{"op":"test","path":"/a","value":{"y":2,"x":1.0}}]"#,
        #"{"a":{"x":1,"y":2}}"#
      ),
      // All or none.
      (#"{"a":1}"#, #"[{"op":"remove","path":"/a"},{"op":"test","path":"/a","value":1}]"#, nil),
    ] as [(String, String, String?)])
  func operations(_ value: String, _ patch: String, _ expected: String?) throws {
    let (report, result) = try patched(value, with: patch)
    #expect(result == expected, "\(report.findings)")
    if expected == nil {
      #expect(report.status == .refused)
      #expect(report.findings.map(\.checkID) == ["patch-operation"])
      #expect(report.findings.first?.place?.file == "patch.json5")
    }
  }

  static let config = """
    {
      // the gateway
      gateway: { port: 1, mode: 'local', }, // mine
      agents: { list: [
        { id: 'a', name: 'A' }, // first
        { id: 'b', name: 'B' }, // second
        { id: 'c', name: 'C' }, // third
      ] },
    }

    """

  @Test("What is the same in the new value keeps its bytes; comments go with what moves")
  func lossless() throws {
    let place = try Workplace(Self.config)
    place.patch("{ agents: { list: [{ id: 'c', name: 'C' }, { name: 'Aa', id: 'a' }] } }")
    #expect(
      try place.read() == """
        {
          // the gateway
          gateway: { port: 1, mode: 'local', }, // mine
          agents: { list: [
            { id: 'c', name: 'C' }, // third
            { id: 'a', name: 'Aa' }, // first
            // second
          ] },
        }

        """)
  }

  @Test("A moved value takes its comment along")
  func move() throws {
    let place = try Workplace(
      "{\n  channels: {\n    telegram: {\n      // ours\n      name: 'x', // here\n      enabled: true,\n    },\n    discord: { enabled: true },\n  },\n}\n"
    )
    let report = place.patch(
      "[{ op: 'move', from: '/channels/telegram/name', path: '/channels/discord/name' }]")
    #expect(report.isWritten, "\(report.findings)")
    let after = try place.read()
    #expect(after.contains("// ours") && after.contains("// here"))
    #expect(after.contains("telegram: {\n      enabled: true,\n    }"), "\(after)")
  }

  @Test("FM-59: an old shape beside the patch is left alone")
  func pending() throws {
    let text = "{ tools: { bash: { timeoutSec: 9 } }, gateway: { port: 1 } }"
    let place = try Workplace(text)
    #expect(place.patch("{ gateway: { port: 2 } }").status == .clean)
    #expect(try place.read() == text.replacing("port: 1", with: "port: 2"))
  }

  @Test(
    "A patch that is none is refused at its place, and nothing is written",
    arguments: [
      ("{ a: ", DoctorKit.ExitStatus.unreadable, "syntax"), ("7", .refused, "patch-form"),
      ("{ gateway: { port: 1, port: 2 } }", .refused, "duplicate-key"),
      ("{ gateway: { prot: 1 } }", .refused, "schema.unknown-key"), ("", .unreadable, "syntax"),
    ])
  func malformed(_ patch: String, _ status: DoctorKit.ExitStatus, _ id: String) throws {
    let place = try Workplace(Self.config)
    let report = place.patch(patch)
    #expect(report.status == status)
    #expect(report.findings.contains { $0.checkID.hasPrefix(id) }, "\(report.findings)")
    #expect(try place.read() == Self.config)
  }

  @Test("FM-08, FM-42: each edit goes into the file that has the key, all or none")
  func includes() throws {
    let config = try SplitConfig([
      "openclaw.json":
        "{\n  channels: { $include: './channels.json5' }, // split\n  gateway: { port: 1 },\n}\n",
      "channels.json5": "// of channels\n{ telegram: { enabled: true } }\n",
    ])
    let report = config.place.patch(
      "{ gateway: { port: 2 }, channels: { telegram: { enabled: false, name: 'x' } } }")
    #expect(report.status == .clean, "\(report.findings)")
    #expect(report.writtenFiles.map(config.name) == ["openclaw.json", "channels.json5"])
    #expect(
      report.changes.map { $0.place.map(\.file) ?? $0.file }.map { $0.map(config.name) }
        == ["openclaw.json", "channels.json5", "channels.json5"])
    #expect(
      try config.read("openclaw.json")
        == "{\n  channels: { $include: './channels.json5' }, // split\n  gateway: { port: 2 },\n}\n"
    )
    #expect(
      try config.read("channels.json5")
        == "// of channels\n{ telegram: { enabled: false, name: \"x\" } }\n")
    #expect(config.undo().status == .clean)
    #expect(
      try config.read("channels.json5") == "// of channels\n{ telegram: { enabled: true } }\n")
  }

  @Test(
    "What would remove an include, or has no certain owner, is refused",
    arguments: [
      ("[{ op: 'remove', path: '/channels' }]", "edit"),
      ("{ agents: { defaults: { workspace: 'x' } } }", "edit"),
      ("[{ op: 'move', from: '/channels/telegram/name', path: '/gateway/mode' }]", "edit"),
    ])
  func ownership(_ patch: String, _ id: String) throws {
    let files = [
      "openclaw.json":
        "{ channels: { $include: './channels.json5' }, gateway: {}, agents: { $include: ['./a.json5', './b.json5'] } }",
      "channels.json5": "{ telegram: { name: 'local' } }", "a.json5": "{}", "b.json5": "{}",
    ]
    let config = try SplitConfig(files)
    let report = config.place.patch(patch)
    #expect(report.status == .refused)
    #expect(
      report.findings.map(\.checkID).contains { $0 == id || $0 == "patch-operation" },
      "\(report.findings)")
    #expect(try config.texts() == files)
    if patch.contains("agents") {
      #expect(report.findings.first?.message.contains("./a.json5 and ./b.json5") == true)
    }
  }
}
