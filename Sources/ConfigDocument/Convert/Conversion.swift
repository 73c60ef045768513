internal import Diagnostics

/// Writes a config in another notation: same keys and values in the same order, comments beside what
/// they stood beside, numbers spelled as they were wherever the notation has the spelling.
public struct Conversion: Sendable {
  /// The config.
  let document: ConfigDocument
  /// The notation to write.
  let syntax: ConfigDocument.Syntax
  /// Whether comments may be left out where the notation has none.
  let dropsComments: Bool

  /// Prepares a conversion.
  ///
  /// - Parameters:
  ///   - document: the config.
  ///   - syntax: the notation to write.
  ///   - dropsComments: whether comments may be left out where the notation has none.
  public init(_ document: ConfigDocument, to syntax: ConfigDocument.Syntax, dropsComments: Bool) {
    self.document = document
    self.syntax = syntax
    self.dropsComments = dropsComments
  }

  /// Writes the config.
  ///
  /// - Returns: the text, with a line end behind it; proven to have the same keys and values.
  /// - Throws: `ConversionError`.
  public func text() throws(ConversionError) -> [UInt8] {
    let comments = document.comments()
    if syntax == .json, !comments.isEmpty, !dropsComments {
      throw .comments(comments.count)
    }
    try findObstacles()
    var writer = ConversionWriter(
      document, syntax: syntax, comments: syntax == .json ? [] : comments)
    writer.write()
    let bytes = writer.rendered()
    let result =
      syntax == .yaml ? try? ConfigDocument(yaml: bytes) : try? ConfigDocument(parsing: bytes)
    guard let result, syntax != .json || result.syntax == .json, means(result),
      syntax == .json || result.comments().count >= comments.count
    else { throw .unproven }
    return bytes
  }

  /// Looks for what the notation cannot hold.
  private func findObstacles() throws(ConversionError) {
    for index in document.rows.indices {
      let node = NodeID(index)
      switch document.kind(node) {
      case .object:
        var seen: Set<String> = []
        for child in document.children(node) {
          guard let key = document.key(child) else { continue }
          if !seen.insert(key).inserted { throw .duplicateKey(document.path(to: child)) }
        }
      case .number:
        let isKept = syntax != .json || NumberSpelling(document.text(node)).json != nil
        if !isKept { throw .notFinite(document.path(to: node)) }
      case .string where hasLoneSurrogate(node): throw .loneSurrogate(document.path(to: node))
      default: break
      }
    }
  }

  private func hasLoneSurrogate(_ node: NodeID) -> Bool {
    let text = document.bytes[document.range(node)]
    guard document.syntax != .yaml, text.contains(UInt8(ascii: "\\")) else { return false }
    return document.string(node)?.unicodeScalars.contains("\u{FFFD}") == true
      && !document.text(node).unicodeScalars.contains("\u{FFFD}")
  }

  private func means(_ result: ConfigDocument) -> Bool {
    guard document.nodeCount == result.nodeCount else { return false }
    return document.rows.indices.allSatisfy { index in
      let node = NodeID(index)
      guard document.kind(node) == result.kind(node),
        document.subtree(node) == result.subtree(node),
        (document.key(node) ?? "").utf8.elementsEqual((result.key(node) ?? "").utf8)
      else { return false }
      switch document.kind(node) {
      case .string:
        return (document.string(node) ?? "").utf8.elementsEqual((result.string(node) ?? "").utf8)
      case .number:
        return NumberSpelling(document.text(node)) == NumberSpelling(result.text(node))
      case .boolean: return document.boolean(node) == result.boolean(node)
      case .null, .object, .array: return true
      }
    }
  }
}
