internal import ConfigDocument

extension Redactor {
  /// A comment that holds a parked member, with all its values hidden.
  ///
  /// Where the member stood decides what is secret in it, and the place of a comment says less than
  /// that of a member: every text and number is hidden, keys and comments go by their look.
  ///
  /// - Parameter comment: a comment with its marks.
  /// - Returns: nil for a comment that holds none.
  mutating func parkedText(_ comment: ArraySlice<UInt8>) -> String? {
    guard let content = ParkedMembers.content(of: comment) else { return nil }
    let text = [UInt8(ascii: "{")] + content + Array("\n}".utf8)
    guard let document = try? ConfigDocument(parsing: text) else {
      return
        "/*clawdoctor:parked \(labels.label(String(decoding: content, as: UTF8.self), "secret"))*/"
    }
    learn(document)
    var edits = commentEdits(document, 0..<text.count)
    document.forEachNode { node in
      if let key = keyEdit(document, node) { edits.append(key) }
      switch document.kind(node) {
      case .string, .number:
        let value = document.string(node) ?? document.text(node)
        edits.append((document.range(node), JSONText.quoted(hideWhole(value, "secret"))))
      default: break
      }
    }
    edits.sort { $0.0.lowerBound < $1.0.lowerBound }
    var shown: [UInt8] = []
    var position = 1
    for (range, new) in edits {
      shown += text[position..<range.lowerBound]
      shown += new.utf8
      position = range.upperBound
    }
    shown += text[position..<text.count - 2]
    let result = String(decoding: shown, as: UTF8.self)
    let isEncoded = result.contains("*/")
    return "/*clawdoctor:parked\(isEncoded ? "~" : "") "
      + (isEncoded
        ? result.split(separator: "*/", omittingEmptySubsequences: false).joined(separator: "*~/")
        : result)
      + "*/"
  }
}
