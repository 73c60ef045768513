/// A `.env` file, without loss.
///
/// OpenClaw reads such files with the dotenv library of Node, and this type reads what that reads:
/// `NAME=value` or `NAME: value`, an optional `export` in front, names of `A-Z a-z 0-9 _ . -`,
/// values bare or in `'`, `"` or `` ` ``. A bare value ends at a `#`, with or without a space before
/// it. A quoted one may span lines, and in double quotes `\n` and `\r` become line ends. What is no
/// assignment is skipped. Any bytes are a `.env` file; reading never fails and takes linear time.
///
/// ```swift
/// let file = DotEnvDocument(Array("A=1 # one\r\n".utf8))
/// file.value(of: "A")              // "1"
/// try file.setting("A", to: "2")   // A=2 # one, the line end as it was
/// ```
package struct DotEnvDocument: Sendable {
  /// One assignment.
  package struct Entry: Sendable, Hashable {
    /// The name, as it is written.
    package let name: String
    /// What a program gets: without quotes, damaged UTF-8 replaced by U+FFFD.
    package let value: String
    /// The bytes of the name.
    package let nameRange: Range<Int>
    /// The bytes of the value without its quotes; empty, and where a value would go, when there is
    /// none.
    package let valueRange: Range<Int>
    /// The line of the name, from 1.
    package let line: Int
    /// Whether `export` stands in front.
    package let isExported: Bool
    /// The quote around the value.
    let quote: UInt8?
  }

  /// The file.
  package let bytes: [UInt8]
  /// The assignments in the order of the text; a name may stand more than once.
  package let entries: [Entry]

  /// Reads a file.
  ///
  /// - Parameter bytes: UTF-8, with or without a byte order mark; damaged bytes are kept.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var scanner = DotEnvScanner(bytes)
    var entries: [Entry] = []
    while let entry = scanner.next() { entries.append(entry) }
    self.entries = entries
  }

  /// The assignment of a name that counts: the last one.
  ///
  /// - Parameter name: a name, as it is written.
  /// - Returns: nil when the file does not assign it.
  package func entry(_ name: String) -> Entry? {
    entries.last { $0.name == name }
  }

  /// The value that a name gets.
  ///
  /// - Parameter name: a name, as it is written.
  /// - Returns: nil when the file does not assign it; an empty value counts as assigned.
  package func value(of name: String) -> String? {
    entry(name)?.value
  }
}
