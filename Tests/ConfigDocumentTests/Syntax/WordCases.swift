extension SyntaxCase {
  static let wordCases: [SyntaxCase] = [
    SyntaxCase(
      "leading zero",
      "{ a: 007 }",
      ExpectedError(
        "1:6", length: 3, "bad-number",
        "a number begins with a zero",
        help: "remove the zero, or quote the value")),
    SyntaxCase(
      "duration",
      "{ every: 30m }",
      ExpectedError(
        "1:10", length: 3, "bad-number",
        "a number runs into other characters",
        help: "put text such as durations, dates, versions and addresses in quotes")),
    SyntaxCase(
      "address",
      "{ host: 127.0.0.1 }",
      ExpectedError(
        "1:9", length: 9, "bad-number",
        "a number runs into other characters",
        help: "put text such as durations, dates, versions and addresses in quotes")),
    SyntaxCase(
      "date",
      "{ day: 2026-04-05 }",
      ExpectedError(
        "1:8", length: 10, "bad-number",
        "a number runs into other characters",
        help: "put text such as durations, dates, versions and addresses in quotes")),
    SyntaxCase(
      "clock time",
      "{ at: 12:30 }",
      ExpectedError(
        "1:7", length: 5, "bad-number",
        "a number runs into other characters",
        help: "put text such as durations, dates, versions and addresses in quotes")),
    SyntaxCase(
      "number without digits",
      "{ a: -, b: 1 }",
      ExpectedError(
        "1:6", length: 1, "bad-number",
        "a number has no digits",
        help: "quote the value if it is text")),
    SyntaxCase(
      "exponent without digits",
      "{ a: 1e }",
      ExpectedError(
        "1:6", length: 2, "bad-number",
        "a number has no digits in its exponent",
        help: "quote the value if it is text")),
    SyntaxCase(
      "empty hexadecimal number",
      "{ a: 0x }",
      ExpectedError(
        "1:6", length: 2, "bad-number",
        "a hexadecimal number has no digits",
        help: "quote the value if it is text")),
    SyntaxCase(
      "bare words",
      "{ a: yes, b: no, c: None, d: True, e: undefined }",
      ExpectedError(
        "1:6", length: 3, "unquoted-value",
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without"),
      ExpectedError(
        "1:14", length: 2, "unquoted-value",
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without"),
      ExpectedError(
        "1:21", length: 4, "unquoted-value",
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without"),
      ExpectedError(
        "1:30", length: 4, "unquoted-value",
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without"),
      ExpectedError(
        "1:39", length: 9, "unquoted-value",
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without")),
    SyntaxCase(
      "several bare words",
      "{ a: some text // why, now\n}",
      ExpectedError(
        "1:6", length: 4, "unquoted-value",
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without")),
    SyntaxCase(
      "bare address",
      "{ a: https://example.org/x, b: 1 }",
      ExpectedError(
        "1:6", length: 21, "unquoted-value",
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without")),
    SyntaxCase(
      "words behind a number",
      "{ a: 30 minutes, b: 1 }",
      ExpectedError(
        "1:9", length: 1, "unquoted-value",
        "text stands behind a value on the same line",
        help: "put all of the text in quotes; a comma may be missing")),
    SyntaxCase(
      "unquoted variable",
      "{ a: ${TOKEN}, b: 1 }",
      ExpectedError(
        "1:6", length: 8, "unquoted-value",
        "a reference to a variable stands outside quotes",
        help: "write \"${NAME}\", in quotes")),
    SyntaxCase(
      "variable as a key",
      "{ ${NAME}: 1 }",
      ExpectedError(
        "1:3", length: 1, "unquoted-key",
        "a reference to a variable stands where a key is expected",
        help: "put the whole key in quotes")),
    SyntaxCase(
      "key with a hyphen",
      "{ a-b: 1, c: 2 }",
      ExpectedError(
        "1:4", length: 1, "unquoted-key",
        "a character stands here that an unquoted key cannot hold",
        help: "put the whole key in quotes")),
    SyntaxCase(
      "key that begins with a digit",
      "{ 1a: 1, c: 2 }",
      ExpectedError(
        "1:3", length: 2, "unquoted-key",
        "a key begins with a digit or a sign",
        help: "put the key in quotes")),
    SyntaxCase(
      "key with an at sign",
      "{ @a/b: { c: 1 } }",
      ExpectedError(
        "1:3", length: 4, "unquoted-key",
        "a key that is no plain word stands here",
        help: "put the key in quotes")),
    SyntaxCase(
      "star as a key",
      "{ *: { c: 1 } }",
      ExpectedError(
        "1:3", length: 1, "unquoted-key",
        "a key that is no plain word stands here",
        help: "put the key in quotes")),
    SyntaxCase(
      "semicolons",
      "{ a: 1; b: 2 }",
      ExpectedError(
        "1:7", length: 1, "unexpected-character",
        "`;` stands where `,` is expected",
        help: "separate members with commas")),
    SyntaxCase(
      "lone backslash",
      "{ a: \\ }",
      ExpectedError(
        "1:6", length: 1, "unquoted-value",
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without")),
    SyntaxCase(
      "full-width comma",
      "{ \"a\": 1， \"b\": 2 }",
      ExpectedError(
        "1:9", length: 3, "fullwidth-punctuation",
        "a full-width character stands where `,` is expected",
        help: "write `,`")),
    SyntaxCase(
      "full-width colon",
      "{ \"a\"：1 }",
      ExpectedError(
        "1:6", length: 3, "fullwidth-punctuation",
        "a full-width character stands where `:` is expected",
        help: "write `:`")),
    SyntaxCase(
      "invisible character",
      "{ \u{200B}\"a\": 1 }",
      ExpectedError(
        "1:3", length: 3, "invisible-character",
        "an invisible character stands here",
        help: "remove it; a copy from a web page or chat may have brought it")),
    SyntaxCase(
      "column behind wide characters",
      "{ \"名前\": \"😀é\", \"b\": yes }",
      ExpectedError(
        "1:20", length: 3, "unquoted-value",
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without")),
    SyntaxCase(
      "column behind a byte order mark",
      "\u{FEFF}{ a: yes }",
      ExpectedError(
        "1:6", length: 3, "unquoted-value",
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without")),
    SyntaxCase(
      "carriage returns only",
      "{\r  a: 1\r  b: 2\r}",
      ExpectedError(
        "3:3", length: 1, "missing-comma",
        "`,` or `}` is expected here",
        help: "a comma is missing after the line before",
        related: "2:6 the value before ends here")),
    SyntaxCase(
      "several independent errors",
      "{\n  a: yes,\n  b: 30m,\n  c: 1\n  d: \"x,\n  e-f: 2,\n  g: [1,, 2],\n  h = 3\n}",
      ExpectedError(
        "2:6", length: 3, "unquoted-value",
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without"),
      ExpectedError(
        "3:6", length: 3, "bad-number",
        "a number runs into other characters",
        help: "put text such as durations, dates, versions and addresses in quotes"),
      ExpectedError(
        "5:3", length: 1, "missing-comma",
        "`,` or `}` is expected here",
        help: "a comma is missing after the line before",
        related: "4:6 the value before ends here"),
      ExpectedError(
        "5:6", length: 1, "unclosed-string",
        "a string begins here and does not end on its line",
        help: "close the quotes; a line break in a string is written \\n"),
      ExpectedError(
        "6:4", length: 1, "unquoted-key",
        "a character stands here that an unquoted key cannot hold",
        help: "put the whole key in quotes"),
      ExpectedError(
        "7:9", length: 1, "extra-comma",
        "a value is expected, and a second comma stands here",
        help: "remove one of the two commas"),
      ExpectedError(
        "8:5", length: 1, "missing-colon",
        "`=` stands where `:` is expected",
        help: "write `key: value`")),
    SyntaxCase(
      "more than ten errors",
      "[yes,yes,yes,yes,yes,yes,yes,yes,yes,yes,yes,yes,]",
      ExpectedError(
        "1:2", length: 3, "unquoted-value",
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without"),
      ExpectedError(
        "1:6", length: 3, "unquoted-value",
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without"),
      ExpectedError(
        "1:10", length: 3, "unquoted-value",
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without"),
      ExpectedError(
        "1:14", length: 3, "unquoted-value",
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without"),
      ExpectedError(
        "1:18", length: 3, "unquoted-value",
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without"),
      ExpectedError(
        "1:22", length: 3, "unquoted-value",
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without"),
      ExpectedError(
        "1:26", length: 3, "unquoted-value",
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without"),
      ExpectedError(
        "1:30", length: 3, "unquoted-value",
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without"),
      ExpectedError(
        "1:34", length: 3, "unquoted-value",
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without"),
      ExpectedError(
        "1:38", length: 3, "unquoted-value",
        "a bare word stands where a value is expected",
        help: "put text in quotes; only true, false, null, Infinity and NaN stand without")),
  ]
}
