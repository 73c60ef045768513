extension ConfigDocument {
  /// Which document of a stream this is, from 0, and how many there are; one of one for JSON5.
  public var placeInStream: (number: Int, count: Int) {
    (yaml?.number ?? 0, yaml?.documentCount ?? 1)
  }
}

extension ConfigDocument {
  /// Where the first value stands that is a mark of a template (`{{ … }}`) without quotes; nil when
  /// there is none.
  public var firstPlaceholder: Range<Int>? {
    guard let yaml, let index = yaml.rows.firstIndex(where: { $0.style == .template }) else {
      return nil
    }
    return range(NodeID(index))
  }

  /// Reads all documents of a stream of YAML.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - limit: how many are read at most.
  /// - Returns: the documents in order; of a longer stream the first ones.
  /// - Throws: `SyntaxFailure`.
  public static func stream(
    yaml bytes: [UInt8], limit: Int
  ) throws(SyntaxFailure) -> [ConfigDocument] {
    let first = try ConfigDocument(yaml: bytes)
    var documents = [first]
    while documents.count < min(first.placeInStream.count, limit) {
      documents.append(try ConfigDocument(yaml: bytes, document: documents.count))
    }
    return documents
  }
}
