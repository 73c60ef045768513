extension SyntaxCase {
  static let stringCases: [SyntaxCase] = [
    SyntaxCase(
      "unclosed string",
      "{\n  \"a\": \"x\n}",
      ExpectedError(
        "2:8", length: 1, "unclosed-string",
        "a string begins here and does not end on its line",
        help: "close the quotes; a line break in a string is written \\n")),
    SyntaxCase(
      "unclosed string that swallows a comma",
      "{\n  \"a\": \"x,\n  \"b\": 1\n}",
      ExpectedError(
        "2:8", length: 1, "unclosed-string",
        "a string begins here and does not end on its line",
        help: "close the quotes; a line break in a string is written \\n")),
    SyntaxCase(
      "unclosed string that swallows brackets",
      "{\n  \"a\": { \"b\": \"x },\n  \"c\": 1\n}",
      ExpectedError(
        "2:15", length: 1, "unclosed-string",
        "a string begins here and does not end on its line",
        help: "close the quotes; a line break in a string is written \\n")),
    SyntaxCase(
      "unclosed key",
      "{\n  \"a: 1,\n  \"b\": 2\n}",
      ExpectedError(
        "2:3", length: 1, "unclosed-string",
        "a string begins here and does not end on its line",
        help: "close the quotes; a line break in a string is written \\n")),
    SyntaxCase(
      "key closed too late",
      "{\n  \"a: \"x\",\n  \"b\": 2\n}",
      ExpectedError(
        "2:8", length: 1, "stray-quote",
        "text goes on behind a closing quote",
        help: "a quote in a string needs a backslash; or a quote is missing or too many",
        related: "2:3 the string begins here")),
    SyntaxCase(
      "unclosed string at the end of the text",
      "{\"a\": \"x",
      ExpectedError(
        "1:7", length: 1, "unclosed-string",
        "a string begins here and does not end on its line",
        help: "close the quotes; a line break in a string is written \\n")),
    SyntaxCase(
      "closed with the other quote",
      "{\n  \"a\": \"x',\n  \"b\": 1\n}",
      ExpectedError(
        "2:8", length: 1, "unclosed-string",
        "a string begins here and does not end on its line",
        help: "close the quotes; a line break in a string is written \\n")),
    SyntaxCase(
      "unescaped quotes",
      "{\n  \"a\": \"say \"hi\" there\",\n  \"b\": 1\n}",
      ExpectedError(
        "2:14", length: 1, "stray-quote",
        "text goes on behind a closing quote",
        help: "a quote in a string needs a backslash; or a quote is missing or too many",
        related: "2:8 the string begins here")),
    SyntaxCase(
      "unclosed comment",
      "{\n  \"a\": 1 /* why\n}",
      ExpectedError(
        "2:10", length: 2, "unclosed-comment",
        "a comment begins here and does not end",
        help: "close it with */")),
    SyntaxCase(
      "curly quotes around keys and values",
      "{\n  “a”: “x”,\n  \"b\": 1\n}",
      ExpectedError(
        "2:3", length: 3, "curly-quotes",
        "text stands in curly quotes",
        help: "use straight quotes; a word processor or chat may have changed them"),
      ExpectedError(
        "2:8", length: 3, "curly-quotes",
        "text stands in curly quotes",
        help: "use straight quotes; a word processor or chat may have changed them")),
    SyntaxCase(
      "curly quote at the end only",
      "{\n  \"a\": \"x”,\n  \"b\": 1\n}",
      ExpectedError(
        "2:8", length: 1, "unclosed-string",
        "a string begins here and does not end on its line",
        help: "close it with a straight quote; a curly one stands in it")),
    SyntaxCase(
      "a template over lines",
      "{\n  a: `one\n# two: \"x\n`,\n  b: 1\n}",
      ExpectedError(
        "2:6", length: 1, "foreign-quotes",
        "a value begins with a backtick",
        help: "use double quotes")),
    SyntaxCase(
      "backticks",
      "{ \"a\": `x, y`, \"b\": 1 }",
      ExpectedError(
        "1:8", length: 1, "foreign-quotes",
        "a value begins with a backtick",
        help: "use double quotes")),
  ]
}
