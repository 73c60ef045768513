extension ConfigDocument {
  /// Byte ranges of the comments of the document in the order of the text.
  func yamlComments(_ yaml: YAMLIndex) -> [Range<Int>] {
    yamlComments(in: yaml.documentStart..<yaml.documentEnd, around: 0..<rows.count, yaml)
  }

  /// Byte ranges of the comments that go along with a value.
  func yamlComments(inside node: NodeID, _ yaml: YAMLIndex) -> [Range<Int>] {
    let row = yaml.rows[node.index]
    // What an alias stands for has its comments elsewhere.
    guard row.flags.isDisjoint(with: [.alias, .borrowed]) else { return [] }
    return yamlComments(
      in: row.outer, around: node.index..<Int(rows[node.index].next), yaml)
  }

  private func yamlComments(
    in range: Range<Int>, around tokens: Range<Int>, _ yaml: YAMLIndex
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    bytes.withUnsafeBufferPointer { input in
      var position = range.lowerBound
      for token in yamlTokens(tokens, in: range, yaml, input)
      where token.range.lowerBound >= position {
        Self.comments(in: position..<token.range.lowerBound, of: input, into: &found)
        if let comment = token.comment { found.append(comment) }
        position = token.range.upperBound
      }
      if position < range.upperBound {
        Self.comments(in: position..<range.upperBound, of: input, into: &found)
      }
    }
    return found
  }

  private struct Token {
    var range: Range<Int>
    /// The comment behind `|` or `>`.
    var comment: Range<Int>?
  }

  /// The keys, scalars and aliases in a part of the text: everything that may hold a `#` without a
  /// comment.
  private func yamlTokens(
    _ tokens: Range<Int>, in range: Range<Int>, _ yaml: YAMLIndex,
    _ input: UnsafeBufferPointer<UInt8>
  ) -> [Token] {
    var found: [Token] = []
    for index in tokens {
      let more = yaml.rows[index]
      if more.flags.contains(.borrowed) { continue }
      let row = rows[index]
      let key = Int(row.keyStart)..<Int(row.keyEnd)
      if row.keyEnd != 0, range.contains(key.lowerBound) { found.append(Token(range: key)) }
      guard !row.kind.isContainer || more.flags.contains(.alias) else { continue }
      var token = Token(range: more.outer)
      if more.style.isBlockScalar, !more.flags.contains(.alias) {
        var block = BlockScalarReader(
          input: input, start: Int(row.start), column: Int(more.column))
        block.run()
        token.comment = block.comment
      }
      found.append(token)
    }
    for merge in yaml.merges where tokens.contains(merge.container) {
      found.append(Token(range: merge.key))
      found.append(Token(range: merge.value))
    }
    return yaml.merges.isEmpty ? found : found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func comments(
    in range: Range<Int>, of input: UnsafeBufferPointer<UInt8>, into found: inout [Range<Int>]
  ) {
    var position = range.lowerBound
    while position < range.upperBound {
      if input[position] == UInt8(ascii: "#") {
        let end = min(YAMLText.lineEnd(after: position, in: input), range.upperBound)
        found.append(position..<end)
        position = end
      } else if input[position] == UInt8(ascii: "!") {
        // A tag may hold the character.
        while position < range.upperBound, input[position] > 0x20 { position += 1 }
      } else {
        position += 1
      }
    }
  }
}
