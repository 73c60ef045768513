import ConfigDocument
import Diagnostics
import Testing

/// What is said of a text that is no YAML, and where.
@Suite struct YAMLFaultTests {
  static let cases: [(text: String, fault: String)] = [
    ("a: b: c\n", "1:5 unexpected-colon"),
    ("a: 1\n b: 2\n", "2:3 unexpected-colon"),
    ("a:\n  b: 1\n c: 2\n", "3:2 missing-key"),
    ("a: 1\nword\nb: 2\n", "3:1 missing-colon"),
    ("a:\n\t- b\n", "2:1 unexpected-character"),
    ("a: @x\n", "1:4 unexpected-character"),
    ("a: \"x\n", "2:1 unclosed-quote"),
    ("a: 'x\n---\nb: 1\n", "2:1 unclosed-quote"),
    ("a: [1, 2\nb: 3\n", "2:2 missing-comma"),
    ("a: {b: 1\n", "2:1 missing-comma"),
    ("- a\nb: 1\n", "2:1 missing-dash"),
    ("a: - b\n", "1:4 unexpected-dash"),
    ("a: [\n", "2:1 missing-value"),
    ("a: 1\n---\nb\n--- c: d", "4:6 unexpected-colon"),
    ("a: \"\\q\"\n", "1:5 unknown-escape"),
    ("a: !x!y z\n", "1:4 unknown-tag-handle"),
    ("%YAML 1.1\n%YAML 1.1\n---\n", "2:1 duplicate-directive"),
    ("%YAML 2.0\n---\na\n", "1:1 unknown-version"),
    ("a: *b\n", "1:4 unknown-anchor"),
    ("a: &b [*b]\n", "1:8 recursive-alias"),
    ("a: &b\n  c: *b\n", "2:6 recursive-alias"),
    ("{{- if .Values.a }}\na: 1\n{{- end }}\n", "1:1 template"),
    ("a: 1\n{% if b %}\n", "2:1 template"),
    ("é: \u{7}\n", "1:4 control-character"),
    ("a: \0\n", "1:4 nul-byte"),
    ("- " + String(repeating: "[", count: 1_001), "1:1002 too-deep"),
    (String(repeating: "- ", count: 1_001) + "x", "1:2001 too-deep"),
    ("? " + String(repeating: "[", count: 1_001), "1:1002 too-deep"),
    (String(repeating: "%X y\n", count: 101) + "---\n", "101:1 too-many-directives"),
  ]

  @Test("An error has a code and a place", arguments: cases)
  func fault(_ text: String, _ expected: String) {
    var found = ""
    do throws(SyntaxFailure) {
      _ = try ConfigDocument(yaml: Array(text.utf8))
    } catch {
      found = error.errors.map { "\($0.span.line):\($0.span.column) \($0.code)" }.joined()
    }
    #expect(found == expected)
  }

  @Test(
    "Another encoding has one answer",
    arguments: [
      ([0xFF, 0xFE, 0x61, 0, 0x3A, 0], "utf-16"), ([0xFE, 0xFF, 0, 0x61], "utf-16"),
      ([0x61, 0, 0x3A, 0], "utf-16"), ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "utf-32"),
      ([0x61, 0x3A, 0x20, 0xE9], "invalid-utf8"),
      ([0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80], "invalid-utf8"),
    ])
  func encoding(_ bytes: [UInt8], _ code: String) {
    #expect {
      _ = try ConfigDocument(yaml: bytes)
    } throws: { error in
      (error as? SyntaxFailure)?.errors.map(\.code) == [code]
    }
  }
}
