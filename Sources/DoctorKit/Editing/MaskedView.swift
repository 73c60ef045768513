internal import ConfigDocument
internal import Redaction

/// A config as `config get` shows it, made anew, and which of its values is which of the config's.
///
/// The same config gives the same labels every time, so that a label in somebody's copy tells which
/// value it stands for: the one at its place, if that has this label.
struct MaskedView {
  private let document: ConfigDocument
  /// What shows each value of the config; nil for one that the view does not show.
  private let twins: [NodeID?]

  /// Makes the view.
  ///
  /// - Parameters:
  ///   - file: the config as it is written.
  ///   - whole: the same with the included files in their places.
  ///   - mounts: the values of included files, which a view does not show.
  init?(of file: ConfigDocument, in whole: ConfigDocument, mounts: Set<NodeID>) {
    var redactor = Redactor()
    let text = redactor.redact(file).text
    guard let document = try? ConfigDocument(parsing: Array(text.utf8)),
      document.nodeCount == file.nodeCount
    else { return nil }
    self.document = document
    var twins = [NodeID?](repeating: nil, count: whole.nodeCount)
    var open = [(whole.root, document.root)]
    while let (node, twin) = open.popLast() {
      twins[node.index] = twin
      guard !mounts.contains(node) else { continue }
      open += zip(whole.children(node), document.children(twin))
    }
    self.twins = twins
  }

  /// What is shown of a text or number; nil when nothing is.
  func text(of node: NodeID) -> String? {
    twins[node.index].flatMap { document.string($0) }
  }

  /// What is shown of the key of a member; nil when nothing is.
  func key(of node: NodeID) -> String? {
    twins[node.index].flatMap { document.key($0) }
  }
}
