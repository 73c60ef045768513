import ConfigDocument

/// The same values in another notation.
struct Respelling: Sendable, CustomStringConvertible {
  let description: String
  var newline = "\n"
  var unit = "  "
  var isMultiline = true
  var quote: Character = "\""
  var quotesKeys = true
  var escapesKeys = false
  var hasTrailingComma = false
  var comments = false
  var commentsAtColon = false
  var opening = ""

  static let all = [
    Respelling(description: "pretty-printed JSON"),
    Respelling(description: "one line", unit: "", isMultiline: false),
    Respelling(description: "tabs", unit: "\t", quotesKeys: false),
    Respelling(description: "single quotes", quote: "'"),
    Respelling(
      description: "bare keys and trailing commas", quotesKeys: false, hasTrailingComma: true),
    Respelling(description: "escaped keys", escapesKeys: true),
    Respelling(
      description: "comments everywhere", quotesKeys: false, hasTrailingComma: true, comments: true),
    Respelling(
      description: "comments around the colon", hasTrailingComma: true, commentsAtColon: true),
    Respelling(description: "emoji before", opening: "/* 🦞🦞 */ "),
    Respelling(description: "byte order mark", opening: "\u{FEFF}"),
    Respelling(description: "CRLF", newline: "\r\n", hasTrailingComma: true, comments: true),
  ]

  /// Writes a document anew; the member `twice` is written twice.
  func text(of document: ConfigDocument, twice: NodeID? = nil) -> String {
    opening + text(of: document.root, in: document, indentation: "", twice: twice) + newline
  }

  private func text(
    of node: NodeID, in document: ConfigDocument, indentation: String, twice: NodeID?
  ) -> String {
    let kind = document.kind(node)
    guard kind.isContainer else {
      guard kind == .string, quote == "'" else { return document.text(node) }
      let text = document.text(node)
      return text.hasPrefix("\"") && !text.contains("'") && !text.contains("\\")
        ? "'\(text.dropFirst().dropLast())'" : text
    }
    let inner = indentation + unit
    var members: [String] = []
    for child in document.children(node) {
      let value = text(of: child, in: document, indentation: inner, twice: twice)
      let member: String
      if let key = document.key(child) {
        let colon = commentsAtColon ? " /* key */ : /* value */ " : ": "
        let plain = spelled(key) + colon + value
        member = comments ? "/* above */ \(plain) /* behind */" : plain
      } else {
        member = comments ? "/* item */ \(value)" : value
      }
      members.append(member)
      if child == twice { members.append(member) }
    }
    let (open, close) = kind == .object ? ("{", "}") : ("[", "]")
    guard !members.isEmpty else { return open + close }
    guard isMultiline else { return open + members.joined(separator: ", ") + close }
    let lines = members.enumerated().map { index, member in
      let isLast = index == members.count - 1
      let comma = !isLast || hasTrailingComma ? "," : ""
      return inner + member + comma + (comments ? " // \(index)" : "") + newline
    }
    return open + newline + lines.joined() + indentation + close
  }

  private func spelled(_ key: String) -> String {
    let isWord =
      key.utf8.first.map { $0 < 0x30 || $0 > 0x39 } ?? false
      && key.utf8.allSatisfy { byte in
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
      }
    if !quotesKeys, isWord { return key }
    if escapesKeys, isWord, let first = key.unicodeScalars.first {
      let hex = String(first.value, radix: 16)
      return "\"\\u" + String(repeating: "0", count: 4 - hex.count) + hex + key.dropFirst() + "\""
    }
    let quote = key.contains("'") || key.contains("\\") ? "\"" : String(quote)
    return quote + key.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + quote
  }
}

extension ConfigDocument {
  /// The values without notation: keys in order of the alphabet, strings decoded.
  func values(_ node: NodeID? = nil) -> String {
    let node = node ?? root
    switch kind(node) {
    case .object:
      let members = children(node).map { (key($0) ?? "") + "=" + values($0) }
      return "{" + members.sorted().joined(separator: ";") + "}"
    case .array: return "[" + children(node).map { values($0) }.joined(separator: ";") + "]"
    case .string: return "\"" + (string(node) ?? "") + "\""
    case .number, .boolean, .null: return text(node)
    }
  }

  /// The comments, each as often as it stands there.
  var commentCounts: [String: Int] {
    comments().reduce(into: [:]) { counts, range in
      counts[String(decoding: bytes[range], as: UTF8.self), default: 0] += 1
    }
  }
}
