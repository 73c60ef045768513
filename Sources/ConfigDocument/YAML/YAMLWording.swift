/// The problems that libyaml tells, as sentences with advice.
enum YAMLWording {
  /// One problem.
  struct Entry {
    /// How the text of libyaml begins.
    let problem: String
    let code: String
    let message: String
    let help: String
  }

  static let table = [
    Entry(
      problem: "mapping values are not allowed", code: "unexpected-colon",
      message: "a colon stands where no key can stand",
      help: "put text with a colon in it in quotes, or give the key a line of its own"),
    Entry(
      problem: "did not find expected key", code: "missing-key",
      message: "a key is expected here",
      help: "the indentation may differ from that of the lines above, or a quote may be missing"),
    Entry(
      problem: "could not find expected ':'", code: "missing-colon",
      message: "a key stands here without a colon behind it",
      help: "write `key: value`; text over several lines needs quotes or `|`"),
    Entry(
      problem: "found character that cannot start any token", code: "unexpected-character",
      message: "a character stands here that begins no value",
      help: "use spaces, not tabs, to indent; put text that begins with @ or ` in quotes"),
    Entry(
      problem: "found a tab character", code: "tab-indentation",
      message: "a tab stands in the indentation", help: "indent with spaces"),
    Entry(
      problem: "found unexpected end of stream", code: "unclosed-quote",
      message: "the text ends inside quotes", help: "add the closing quote"),
    Entry(
      problem: "found unexpected document indicator", code: "unclosed-quote",
      message: "the document ends inside quotes", help: "add the closing quote"),
    Entry(
      problem: "did not find expected ',' or ']'", code: "missing-comma",
      message: "`,` or `]` is expected here", help: "add the comma or the bracket"),
    Entry(
      problem: "did not find expected ',' or '}'", code: "missing-comma",
      message: "`,` or `}` is expected here", help: "add the comma or the brace"),
    Entry(
      problem: "did not find expected '-' indicator", code: "missing-dash",
      message: "an item that begins with `-` is expected here",
      help: "items of a list begin at the same column"),
    Entry(
      problem: "block sequence entries are not allowed", code: "unexpected-dash",
      message: "a list item stands where none can stand",
      help: "put the list on the lines below its key"),
    Entry(
      problem: "block mapping values are not allowed", code: "unexpected-colon",
      message: "a value stands where none can stand", help: "see how the line above is indented"),
    Entry(
      problem: "did not find expected node content", code: "missing-value",
      message: "a value is expected here", help: "write the value, or put it in quotes"),
    Entry(
      problem: "did not find expected <document start>", code: "text-behind",
      message: "text stands behind the end of the document",
      help: "see how the line is indented; several documents need `---` between them"),
    Entry(
      problem: "found unknown escape character", code: "unknown-escape",
      message: "an escape stands here that YAML does not have",
      help: "double the backslash, or use single quotes"),
    Entry(
      problem: "found undefined tag handle", code: "unknown-tag-handle",
      message: "a tag begins with a handle that no directive declares", help: "remove the tag"),
    Entry(
      problem: "found duplicate", code: "duplicate-directive",
      message: "a directive stands here twice", help: "remove one of the two"),
    Entry(
      problem: "found incompatible YAML document", code: "unknown-version",
      message: "the text is of a version of YAML that is not known", help: "remove the directive"),
  ]
}
