import Diagnostics
import Testing

@Suite struct ConfigPathTests {
  static let keys = [
    "gateway", "llama.cpp", "a/b", "a b", "😀", "名前", "", "__proto__", "123", "0", "-1", "q\"q",
    "it's", "back\\slash", "[0]", "]", "line\nend", "\t", "\u{0}", "\u{7F}", "~1", "~", "$x", "a-b",
    "(root)", "*", String(repeating: "long.", count: 2_000), "e\u{301}", "\u{E9}",
  ]

  /// Paths of up to five steps, every pair of keys among them.
  static let paths: [ConfigPath] = (0..<500).map { number in
    ConfigPath(
      (0...(number % 5)).map { depth in
        let pick = number &* 31 &+ depth &* 17 &+ number / 7
        return pick % 4 == 3 ? .index(pick % 1_000) : .key(keys[pick % keys.count])
      })
  }

  @Test("FM-79: 500 printed paths are read back as they were")
  func roundTrip() throws {
    for path in Self.paths {
      let again = try ConfigPath(parsing: path.description)
      #expect(again == path)
    }
  }

  @Test("FM-79: every key is read back from a JSON Pointer", arguments: keys)
  func pointer(key: String) throws {
    let escaped = key.replacing("~", with: "~0").replacing("/", with: "~1")
    #expect(try ConfigPath(parsing: "/a/" + escaped) == ConfigPath([.key("a"), .key(key)]))
  }

  @Test("FM-79: two spellings of a letter are two keys")
  func normalisation() {
    #expect(ConfigPath([.key("e\u{301}")]) != ConfigPath([.key("\u{E9}")]))
  }

  @Test(
    "FM-79: a malformed path is refused at its column",
    arguments: [
      (".a", 1), ("a..b", 3), ("a.", 3), ("a]", 2), ("a[", 3), ("a[x]", 3), ("a[0", 4),
      ("a[-1]", 3),
      ("a[0]b", 5), ("a[\"x", 5), ("a[\"x\"", 6), ("a\"b", 2), ("名[", 3), ("😀..b", 3), ("/a~2", 4),
      ("/a~", 4), ("a[\"\\u00\"]", 6), ("a[99999999999999999999]", 23), ("a[]", 3),
    ])
  func malformed(text: String, column: Int) {
    do throws(ConfigPathError) {
      let path = try ConfigPath(parsing: text)
      Issue.record("read as \(path)")
    } catch {
      #expect(error.column == column)
    }
  }
}

@Suite struct PathPatternTests {
  @Test(
    "a pattern matches paths of its shape only",
    arguments: [
      ("a.b", "a.b", true), ("a.b", "a.c", false), ("a.*", "a.b", true), ("a.*", "a[0]", false),
      ("a[]", "a[7]", true), ("a[]", "a.x", false), ("a[1].b", "a[1].b", true),
      ("a[1]", "a[2]", false),
      ("*.x", "a.b.x", false), ("a[\"b.c\"]", "a[\"b.c\"]", true),
      ("a[\"b.c\"].d", "a[\"b.c\"].d", true),
      ("a", "a.b", false), ("", "", true),
    ])
  func matching(pattern: String, path: String, isMatch: Bool) throws {
    #expect(PathPattern(pattern).matches(try ConfigPath(parsing: path)) == isMatch)
  }

  @Test("a pattern is filled with what the wildcards of another stood for")
  func filling() throws {
    let source = PathPattern("channels.*.accounts.*.dm")
    let target = PathPattern("channels.*.accounts.*.dm.policy")
    let path = try ConfigPath(parsing: "channels.slack.accounts[\"my.one\"].dm")
    let wildcards = source.wildcards(in: path)
    #expect(wildcards == [.key("slack"), .key("my.one")])
    let filled = target.filled(with: wildcards)
    #expect(filled?.description == "channels.slack.accounts[\"my.one\"].dm.policy")
    #expect(target.filled(with: []) == nil)
    #expect(source.covers(path.appending(key: "x")))
  }
}
