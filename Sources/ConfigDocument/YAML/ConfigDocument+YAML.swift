extension ConfigDocument {
  /// Reads another text in the notation of this one: what an edit made of it.
  ///
  /// - Parameter bytes: the text.
  /// - Returns: the document that stands at the same place of the stream.
  /// - Throws: `SyntaxFailure` when it cannot be read.
  package func reading(_ bytes: [UInt8]) throws(SyntaxFailure) -> ConfigDocument {
    if let yaml { return try ConfigDocument(yaml: bytes, document: yaml.number) }
    return try ConfigDocument(parsing: bytes)
  }

  /// The number of documents in the text: more than one only in YAML, where `---` parts them.
  public var documentCount: Int { yaml?.documentCount ?? 1 }

  /// The content of a string or another scalar of YAML, with the way back to the text.
  ///
  /// - Parameter node: a scalar.
  /// - Returns: nil for objects and arrays, and for JSON5.
  public func scalarText(_ node: NodeID) -> ScalarText? {
    guard let yaml, !kind(node).isContainer else { return nil }
    let row = yaml.rows[node.index]
    return bytes.withUnsafeBufferPointer { input in
      guard row.style != .template else {
        var text = ScalarText()
        text.append(range(node), of: input)
        text.sourceEnd = range(node).upperBound
        return text
      }
      return ScalarReader.read(
        range(node), style: row.style, column: Int(row.column), in: input)
    }
  }

  func yamlString(_ node: NodeID, _ yaml: YAMLIndex) -> String {
    String(decoding: scalarText(node)?.bytes ?? [], as: UTF8.self)
  }

  /// The content of a key in the notation of the document.
  func decodedKey(_ key: Piece) -> String {
    yaml == nil ? JSON5Text.decodeKey(key) : YAMLKey.decode(key)
  }
}
