internal import ConfigDocument
internal import Diagnostics

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
    guard let document = Self.parked(content) else {
      return
        "/*clawdoctor:parked \(labels.label(String(decoding: content, as: UTF8.self), "secret"))*/"
    }
    let text = document.bytes
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

  /// Reads the secrets in comments, which other comments and keys may repeat: values of parked
  /// members, and of members that somebody has commented out.
  ///
  /// - Parameters:
  ///   - document: a config.
  ///   - path: where its root stands.
  mutating func learnComments(_ document: ConfigDocument, at path: ConfigPath) {
    for range in document.comments() {
      guard let content = ParkedMembers.content(of: document.bytes[range]),
        let parked = Self.parked(content)
      else { continue }
      learn(parked, DocumentWalk(parked, parked.root, at: .root))
      hideAll(parked)
      for group in CommentedMembers.all(in: parked) { hideAll(group.members) }
    }
    for group in CommentedMembers.all(in: document) {
      let container = ConfigPath(path.steps + document.path(to: group.container).steps)
      learn(group.members, DocumentWalk(group.members, group.members.root, at: container))
    }
  }

  /// Reads every text and number of a document as a secret.
  private mutating func hideAll(_ document: ConfigDocument) {
    document.forEachNode { node in
      switch document.kind(node) {
      case .string, .number:
        _ = hideWhole(document.string(node) ?? document.text(node), "secret")
      default: break
      }
    }
  }

  private static func parked(_ content: [UInt8]) -> ConfigDocument? {
    try? ConfigDocument(parsing: [UInt8(ascii: "{")] + content + Array("\n}".utf8))
  }
}
