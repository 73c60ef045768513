extension SyntaxCase {
  static let foreignTextCases: [SyntaxCase] = [
    SyntaxCase(
      "merge conflict",
      "{\n<<<<<<< HEAD\n  \"a\": 1,\n=======\n  \"a\": 2,\n>>>>>>> other\n  \"b\": 3\n}",
      ExpectedError(
        "2:1", length: 7, "merge-conflict",
        "a merge conflict begins here",
        help: "decide for one of the two sides and remove the lines with markers",
        related: "6:1 it ends here")),
    SyntaxCase(
      "HTML",
      "<!DOCTYPE html>\n<html></html>",
      ExpectedError(
        "1:1", length: 1, "html",
        "the text looks like HTML or XML",
        help: "a download may have saved an error page: fetch the file again")),
    SyntaxCase(
      "YAML",
      "gateway:\n  port: 18789\n",
      ExpectedError(
        "1:1", length: 1, "yaml",
        "the text looks like YAML",
        help: "a config is JSON5: `{ key: \"value\" }`")),
    SyntaxCase(
      "YAML with a comment",
      "# mine\n---\ngateway:\n  port: 1\n",
      ExpectedError(
        "2:1", length: 1, "yaml",
        "the text looks like YAML",
        help: "a config is JSON5: `{ key: \"value\" }`")),
    SyntaxCase(
      "braces forgotten",
      "gateway: {\n  port: 1,\n},\n",
      ExpectedError(
        "1:1", length: 1, "missing-braces",
        "a key stands outside of any object",
        help: "put `{` in front of the text and `}` behind it")),
    SyntaxCase(
      "quoted braces forgotten",
      "\"gateway\": {\n  \"port\": 1\n}\n",
      ExpectedError(
        "1:1", length: 1, "missing-braces",
        "a key stands outside of any object",
        help: "put `{` in front of the text and `}` behind it")),
    SyntaxCase(
      "FM-11: two documents",
      "{\"a\":1}\n{\"b\":2}\n",
      ExpectedError(
        "2:1", length: 7, "second-document",
        "a second document begins here",
        help: "keep one of the two; two programs may have written the file at the same time",
        related: "1:1 the first document begins here")),
    SyntaxCase(
      "FM-11: two documents without a gap",
      "{\"a\":1}{\"b\":2}",
      ExpectedError(
        "1:8", length: 7, "second-document",
        "a second document begins here",
        help: "keep one of the two; two programs may have written the file at the same time",
        related: "1:1 the first document begins here")),
    SyntaxCase(
      "FM-80: a line of a log",
      "Doctor warnings: none\n{\n  \"a\": 1\n}",
      ExpectedError(
        "1:1", length: 22, "text-before",
        "text stands in front of the document",
        help: "remove what does not belong to the config, for instance the output of a command",
        related: "2:1 the document seems to begin here")),
    SyntaxCase(
      "FM-80: a line in brackets",
      "[plugins] loaded 3\n{\n  \"a\": 1\n}",
      ExpectedError(
        "1:1", length: 19, "text-before",
        "text stands in front of the document",
        help: "remove what does not belong to the config, for instance the output of a command",
        related: "2:1 the document seems to begin here")),
    SyntaxCase(
      "FM-80: colour codes",
      "\u{1B}[33mwarn\u{1B}[0m\n{\"a\":1}",
      ExpectedError(
        "1:1", length: 14, "text-before",
        "text stands in front of the document",
        help: "remove what does not belong to the config, for instance the output of a command",
        related: "2:1 the document seems to begin here")),
    SyntaxCase(
      "FM-80: a byte order mark and a prefix",
      "\u{FEFF}ok\n{\"a\":1}",
      ExpectedError(
        "1:1", length: 3, "text-before",
        "text stands in front of the document",
        help: "remove what does not belong to the config, for instance the output of a command",
        related: "2:1 the document seems to begin here")),
    SyntaxCase(
      "FM-80: text behind",
      "{\"a\":1}\ndone in 3 s\n",
      ExpectedError(
        "2:1", length: 11, "text-behind",
        "text stands behind the end of the document",
        help: "remove what does not belong to the config, or make it a comment with //",
        related: "1:7 the document ends here")),
    SyntaxCase(
      "a module of JavaScript",
      "module.exports = {\n  a: 1,\n};\n",
      ExpectedError(
        "1:1", length: 17, "text-before",
        "text stands in front of the document",
        help: "remove what does not belong to the config, for instance the output of a command",
        related: "1:18 the document seems to begin here")),
    SyntaxCase(
      "truncated behind a colon",
      "{\n  \"a\": 1,\n  \"b\":",
      ExpectedError(
        "3:7", length: 0, "unclosed-bracket",
        "the file ends, and `}` is expected",
        help: "add what is missing; 1 bracket is open",
        related: "1:1 this object is not closed")),
    SyntaxCase(
      "truncated in a word",
      "{ \"a\": tru",
      ExpectedError(
        "1:11", length: 0, "unclosed-bracket",
        "the file ends, and `}` is expected",
        help: "add what is missing; 1 bracket is open",
        related: "1:1 this object is not closed")),
    SyntaxCase(
      "comments only",
      "// nothing\n",
      ExpectedError(
        "1:1", length: 1, "empty",
        "the file holds comments and white space only",
        help: "an empty config is {}; if it held one, restore it from a backup")),
    SyntaxCase(
      "empty",
      "",
      ExpectedError(
        "1:1", length: 0, "empty",
        "the file is empty",
        help: "an empty config is {}; if it held one, restore it from a backup")),
    SyntaxCase(
      "white space only",
      " \n\n",
      ExpectedError(
        "1:1", length: 1, "empty",
        "the file is empty",
        help: "an empty config is {}; if it held one, restore it from a backup")),
  ]
}
