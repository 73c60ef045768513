/// What the tree of a YAML text knows beyond that of JSON5, a row for each value.
final class YAMLIndex: Sendable {
  /// The mark of a merge key in a mapping: `<<: *base`.
  struct Merge {
    /// The mapping.
    var container: Int
    var key: Range<Int>
    /// The alias, or the list of them.
    var value: Range<Int>
    /// The mappings that are merged, in order.
    var sources: [Int]
  }

  let rows: [YAMLRow]
  let merges: [Merge]
  /// Where the document begins, with the directives and comments in front of it.
  let documentStart: Int
  /// Where it ends, in front of `...` or the next `---`.
  let documentEnd: Int
  /// The number of documents in the stream.
  let documentCount: Int
  /// Which of them this one is, from 0.
  let number: Int

  init(
    rows: [YAMLRow], merges: [Merge], document: Range<Int>, number: Int, documentCount: Int
  ) {
    self.number = number
    self.rows = rows
    self.merges = merges
    self.documentCount = documentCount
    documentStart = document.lowerBound
    documentEnd = document.upperBound
  }
}

/// One row beside that of the tree.
struct YAMLRow {
  struct Flags: OptionSet {
    var rawValue: UInt8
    /// A tag decides what the value is.
    static let tag = Flags(rawValue: 1)
    /// An alias elsewhere means this value.
    static let sharedAnchor = Flags(rawValue: 2)
    /// The value has an anchor.
    static let anchor = Flags(rawValue: 4)
    /// The text of the value is an alias; the tree shows what it stands for.
    static let alias = Flags(rawValue: 8)
    /// The value stands here only through an alias or a merge key: its text is elsewhere.
    static let borrowed = Flags(rawValue: 16)
    /// The key is no plain or quoted scalar of its own: `? key`, `*alias`, `[a, b]`, `&a key`.
    static let oddKey = Flags(rawValue: 32)
    /// The tag is none that the core schema knows.
    static let foreignTag = Flags(rawValue: 64)
  }

  /// The text that goes where the value goes: properties and, of a block collection, everything
  /// from behind the colon or dash in front of it.
  var outerStart: UInt32
  var outerEnd: UInt32
  /// Spaces in front of the members of a block collection; for a scalar, those of the block
  /// collection around it, -1 when there is none.
  var column: Int32
  var style: YAMLStyle
  var flags: Flags

  var outer: Range<Int> { Int(outerStart)..<Int(outerEnd) }
}
