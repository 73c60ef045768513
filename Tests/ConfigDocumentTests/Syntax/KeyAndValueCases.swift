extension SyntaxCase {
  static let keyAndValueCases: [SyntaxCase] = [
    SyntaxCase(
      "equals sign",
      "{ a = 1, b => 2 }",
      ExpectedError(
        "1:5", length: 1, "missing-colon",
        "`=` stands where `:` is expected",
        help: "write `key: value`"),
      ExpectedError(
        "1:12", length: 1, "missing-colon",
        "`=` stands where `:` is expected",
        help: "write `key: value`")),
    SyntaxCase(
      "missing colon",
      "{ \"a\" 1 }",
      ExpectedError(
        "1:7", length: 1, "missing-colon",
        "`:` is expected behind the key",
        help: "write `key: value`")),
    SyntaxCase(
      "missing colon before an object",
      "{ a { b: 1 } }",
      ExpectedError(
        "1:5", length: 1, "missing-colon",
        "`:` is expected behind the key",
        help: "write `key: value`")),
    SyntaxCase(
      "key without a value",
      "{ \"a\", \"b\": 1 }",
      ExpectedError(
        "1:3", length: 3, "missing-colon",
        "a key stands here without a value",
        help: "write `key: value`; a list of values needs `[` and `]`")),
    SyntaxCase(
      "key alone on its line",
      "{\n  \"a\"\n  \"b\": 1\n}",
      ExpectedError(
        "2:3", length: 3, "missing-colon",
        "a key stands here without a value",
        help: "write `key: value`; a list of values needs `[` and `]`")),
    SyntaxCase(
      "missing value",
      "{ \"a\": , \"b\": 1 }",
      ExpectedError(
        "1:8", length: 1, "missing-value",
        "a value is expected behind the colon",
        help: "write the value, or remove the key")),
    SyntaxCase(
      "missing value at the end",
      "{ \"a\": }",
      ExpectedError(
        "1:8", length: 1, "missing-value",
        "a value is expected behind the colon",
        help: "write the value, or remove the key")),
    SyntaxCase(
      "missing value on its line",
      "{\n  \"a\":\n  \"b\": 1\n}",
      ExpectedError(
        "2:6", length: 1, "missing-value",
        "a value is expected behind the colon",
        help: "write the value, or remove the key")),
    SyntaxCase(
      "missing unquoted value on its line",
      "{\n  a:\n  b: 1\n}",
      ExpectedError(
        "2:4", length: 1, "missing-value",
        "a value is expected behind the colon",
        help: "write the value, or remove the key")),
    SyntaxCase(
      "missing key",
      "{ : 1 }",
      ExpectedError(
        "1:3", length: 1, "missing-key",
        "a key is expected in front of the colon",
        help: "write the key, or \"\" for an empty one")),
    SyntaxCase(
      "value without a key",
      "{ { a: 1 } }",
      ExpectedError(
        "1:3", length: 1, "missing-key",
        "a value stands here without a key",
        help: "write `key: ` in front of it; or a bracket before it is missing or too many")),
    SyntaxCase(
      "keys in an array",
      "[\"a\": 1, \"b\": 2]",
      ExpectedError(
        "1:5", length: 1, "unexpected-character",
        "a key stands in an array",
        help: "key and value need `{` and `}` around them",
        related: "1:1 the array begins here")),
    SyntaxCase(
      "two colons",
      "{ \"a\": \"b\": 1 }",
      ExpectedError(
        "1:11", length: 1, "unexpected-character",
        "a second colon stands behind a value",
        help: "text with a colon in it needs quotes; a comma may be missing before the key")),
  ]
}
