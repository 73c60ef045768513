internal import Diagnostics

/// Parts of a document that come from texts of their own keep the style of those.
extension Draft {
  /// Whether what stands at a path comes from a text of its own.
  func isSeparate(_ path: ConfigPath) -> Bool {
    guard !separate.isEmpty, let node = origin(at: path) else { return false }
    return separate[node] != nil
  }

  /// Takes the style of the text that a new value at a path belongs to.
  mutating func takeStyle(at path: ConfigPath) {
    guard !separate.isEmpty else { return }
    style = ownStyle
    // What stands at the path itself is replaced in the text around it.
    for depth in path.steps.indices {
      guard let node = origin(at: ConfigPath(Array(path.steps[..<depth]))) else { continue }
      if let text = separate[node] { style = DraftStyle(text) }
    }
  }
}
