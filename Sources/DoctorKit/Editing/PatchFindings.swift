internal import ConfigDocument
internal import Diagnostics

/// Findings about a document that says what to change: their places are in it.
struct PatchFindings {
  let document: ConfigDocument
  let name: String
  private let lines: LineIndex

  init(_ document: ConfigDocument, name: String) {
    self.document = document
    self.name = name
    lines = LineIndex(document.bytes)
  }

  /// A reason not to follow the document.
  ///
  /// - Parameters:
  ///   - id: of the finding.
  ///   - message: what is there.
  ///   - help: what to do.
  ///   - node: the value of the document.
  ///   - path: the place in the config.
  /// - Returns: an error at the place of the value.
  func error(
    _ id: String, _ message: Message, help: Message, at node: NodeID, about path: ConfigPath? = nil
  ) -> Finding {
    Finding(
      checkID: id, severity: .error, message: message, path: path,
      span: lines.span(document.keyRange(node) ?? document.range(node)), file: name,
      fix: .manual(help))
  }
}
