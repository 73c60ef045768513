package import ConfigDocument
package import Diagnostics

/// The other texts that OpenClaw merges with a document: files of a list include, and files that an
/// object includes beside keys of its own.
///
/// Objects are merged key by key, and the items of arrays are put one behind the other (OpenClaw
/// since 2026.1.11). So a key that is to be written into one text may stand in another one, which
/// then wins or loses by the order of the texts, and nobody can say which of them it belongs to.
package struct MergedLayers: Sendable {
  /// One of the other texts.
  package struct Layer: Sendable {
    /// From where on it is merged with the document.
    package let place: ConfigPath
    /// The text, with everything at the path that it has in the config.
    package let document: ConfigDocument
    /// Which file a value of it stands in.
    package let file: @Sendable (NodeID) -> String

    /// Makes a layer.
    ///
    /// - Parameters:
    ///   - place: from where on it is merged with the document.
    ///   - document: the text, with everything at the path that it has in the config.
    ///   - file: which file a value of it stands in.
    package init(
      place: ConfigPath, document: ConfigDocument, file: @escaping @Sendable (NodeID) -> String
    ) {
      self.place = place
      self.document = document
      self.file = file
    }
  }

  /// The objects of the document into which others are merged, and where each stands in it.
  let owners: [NodeID: ConfigPath]
  private let others: [Layer]

  /// Makes the surroundings of a document.
  ///
  /// - Parameters:
  ///   - owners: the objects of the document into which others are merged, and where each stands.
  ///   - others: the others.
  package init(owners: [NodeID: ConfigPath], others: [Layer]) {
    self.owners = owners
    self.others = others
  }

  /// The files in which something stands at a path already, or on the way to it something that is
  /// no object.
  ///
  /// - Parameter path: a place in the document as it was read.
  /// - Returns: the files, each once.
  func holders(of path: ConfigPath) -> [String] {
    var files: [String] = []
    for layer in others where layer.place.isPrefix(of: path) {
      guard let node = layer.document.node(at: layer.place),
        let found = Self.obstacle(
          layer.document, node, Array(path.steps.dropFirst(layer.place.steps.count)))
      else { continue }
      let file = layer.file(found)
      if !files.contains(file) { files.append(file) }
    }
    return files
  }

  /// What stands at the end of a way, or on it where it is no object.
  private static func obstacle(
    _ document: ConfigDocument, _ start: NodeID, _ steps: [ConfigPath.Step]
  ) -> NodeID? {
    var node = start
    for step in steps {
      switch (step, document.kind(node)) {
      case (.key(let key), .object):
        guard let next = document.member(key, of: node) else { return nil }
        node = next
      case (.index, .array):
        // The items of two arrays stand one behind the other: none has the place of another.
        return nil
      default: return node
      }
    }
    return node
  }
}
