extension SyntaxCase {
  static let commaAndBracketCases: [SyntaxCase] = [
    SyntaxCase(
      "missing comma at the line end",
      "{\n  \"a\": 1\n  \"b\": 2\n}",
      ExpectedError(
        "3:3", length: 1, "missing-comma",
        "`,` or `}` is expected here",
        help: "a comma is missing after the line before",
        related: "2:8 the value before ends here")),
    SyntaxCase(
      "missing comma behind an object on the next line",
      "{\n  a: { b: 1 }\n  c: 2,\n}",
      ExpectedError(
        "3:3", length: 1, "missing-comma",
        "`,` or `}` is expected here",
        help: "a comma is missing after the line before",
        related: "2:13 the value before ends here")),
    SyntaxCase(
      "missing comma on the same line",
      "{ \"a\": 1 \"b\": 2 }",
      ExpectedError(
        "1:10", length: 1, "missing-comma",
        "`,` or `}` is expected here",
        help: "a comma is missing",
        related: "1:8 the value before ends here")),
    SyntaxCase(
      "missing comma between items",
      "[\"x\" \"y\"]",
      ExpectedError(
        "1:6", length: 1, "missing-comma",
        "`,` or `]` is expected here",
        help: "a comma is missing",
        related: "1:4 the value before ends here")),
    SyntaxCase(
      "missing comma between objects",
      "[{ a: 1 } { a: 2 }]",
      ExpectedError(
        "1:11", length: 1, "missing-comma",
        "`,` or `]` is expected here",
        help: "a comma is missing",
        related: "1:9 the value before ends here")),
    SyntaxCase(
      "double comma in an object",
      "{ \"a\": 1,, \"b\": 2 }",
      ExpectedError(
        "1:10", length: 1, "extra-comma",
        "a key is expected, and a second comma stands here",
        help: "remove one of the two commas")),
    SyntaxCase(
      "double comma in an array",
      "[1,,2]",
      ExpectedError(
        "1:4", length: 1, "extra-comma",
        "a value is expected, and a second comma stands here",
        help: "remove one of the two commas")),
    SyntaxCase(
      "comma in an empty object",
      "{ , }",
      ExpectedError(
        "1:3", length: 1, "extra-comma",
        "a key is expected, and a comma stands here",
        help: "remove the comma")),
    SyntaxCase(
      "comma in front of the first item",
      "[,1]",
      ExpectedError(
        "1:2", length: 1, "extra-comma",
        "a value is expected, and a comma stands here",
        help: "remove the comma")),
    SyntaxCase(
      "hash comment",
      "{\n  # mine\n  \"a\": 1, # why\n}",
      ExpectedError(
        "2:3", length: 1, "hash-comment",
        "`#` begins no comment in JSON5",
        help: "write // instead"),
      ExpectedError(
        "3:11", length: 1, "hash-comment",
        "`#` begins no comment in JSON5",
        help: "write // instead")),
    SyntaxCase(
      "braced unicode escape",
      "{ \"a\": \"\\u{1F600}\" }",
      ExpectedError(
        "1:9", length: 2, "bad-escape",
        "an escape lacks its 4 hexadecimal digits",
        help:
          "JSON5 has no \\u{…}: write the character itself, or two \\u escapes for one above U+FFFF"
      )),
    SyntaxCase(
      "short hex escape",
      "{ \"a\": \"\\x4\" }",
      ExpectedError(
        "1:9", length: 2, "bad-escape",
        "an escape lacks its 2 hexadecimal digits",
        help: "write \\\\ for a backslash, or give 2 hexadecimal digits")),
    SyntaxCase(
      "octal escape",
      "{ \"a\": \"\\012\" }",
      ExpectedError(
        "1:9", length: 2, "bad-escape",
        "an octal escape stands here",
        help: "write \\x or \\u and hex digits")),
    SyntaxCase(
      "Windows path",
      "{ \"a\": \"C:\\users\\me\" }",
      ExpectedError(
        "1:11", length: 2, "bad-escape",
        "an escape lacks its 4 hexadecimal digits",
        help: "write \\\\ for a backslash, or give 4 hexadecimal digits")),
    SyntaxCase(
      "unclosed brace at the end",
      "{\n  \"a\": 1,\n",
      ExpectedError(
        "2:10", length: 1, "unclosed-bracket",
        "the file ends, and `}` is expected",
        help: "add what is missing; 1 bracket is open",
        related: "1:1 this object is not closed")),
    SyntaxCase(
      "unclosed brace in the middle",
      "{\n  \"a\": {\n    \"b\": 1,\n  \"c\": {\n    \"d\": 2\n  }\n}\n",
      ExpectedError(
        "7:2", length: 1, "unclosed-bracket",
        "the file ends, and `}` is expected",
        help: "add what is missing; 1 bracket is open",
        related: "2:8 this object seems to lack its end: the indentation says so")),
    SyntaxCase(
      "unclosed bracket on one line",
      "{\"a\": [1, 2",
      ExpectedError(
        "1:12", length: 0, "unclosed-bracket",
        "the file ends, and `]` is expected",
        help: "add what is missing; 2 brackets are open",
        related: "1:7 this array is not closed")),
    SyntaxCase(
      "wrong closing bracket on one line",
      "{ \"a\": [1, 2}, \"b\": 3 }",
      ExpectedError(
        "1:13", length: 1, "mismatched-bracket",
        "`}` cannot close an array",
        help: "`]` is missing before it, or this bracket is the wrong one",
        related: "1:8 the array begins here")),
    SyntaxCase(
      "wrong closing bracket on its own line",
      "{\n  \"a\": [\n    1\n  },\n  \"b\": 2\n}",
      ExpectedError(
        "4:3", length: 1, "mismatched-bracket",
        "`}` cannot close an array",
        help: "`]` is missing before it, or this bracket is the wrong one",
        related: "2:8 the array begins here")),
    SyntaxCase(
      "missing closing bracket of an array",
      "{\n  \"a\": [\n    1\n}",
      ExpectedError(
        "4:1", length: 1, "mismatched-bracket",
        "`}` cannot close an array",
        help: "`]` is missing before it, or this bracket is the wrong one",
        related: "2:8 the array begins here")),
    SyntaxCase(
      "brace closed by a bracket",
      "[{ \"a\": 1 ]",
      ExpectedError(
        "1:11", length: 1, "mismatched-bracket",
        "`]` cannot close an object",
        help: "`}` is missing before it, or this bracket is the wrong one",
        related: "1:2 the object begins here")),
    SyntaxCase(
      "extra brace at the end",
      "{\n  \"a\": 1\n}\n}\n",
      ExpectedError(
        "4:1", length: 1, "extra-bracket",
        "a bracket closes nothing here",
        help: "remove it, or look for a bracket before it that closes too early",
        related: "3:1 the document ends here")),
    SyntaxCase(
      "brace too many in the middle",
      "{\n  \"a\": {\n    \"b\": 1\n    }\n  },\n  \"c\": 2\n}\n",
      ExpectedError(
        "5:4", length: 12, "text-behind",
        "text stands behind the end of the document",
        help: "remove it, or look for a bracket before it that closes too early",
        related: "5:3 this bracket may be too many: the indentation says so")),
  ]
}
