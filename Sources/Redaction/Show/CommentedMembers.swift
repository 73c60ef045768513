internal import ConfigDocument
internal import Diagnostics

/// Members that somebody has turned into comments, read as if the marks were gone: what is secret
/// for its key there is a secret still.
struct CommentedMembers {
  /// What stands in one comment, or in line comments below each other.
  struct Group {
    /// An object of the members.
    let members: ConfigDocument
    /// The object or array that they stand in.
    let container: NodeID
  }

  private let document: ConfigDocument
  private var groups: [Group] = []

  /// Finds them.
  ///
  /// - Parameter document: any document.
  /// - Returns: the comments that can be read as members, in the order of the text.
  static func all(in document: ConfigDocument) -> [Group] {
    let comments = document.comments()
    guard !comments.isEmpty else { return [] }
    var search = CommentedMembers(document: document)
    search.find(comments)
    return search.groups
  }

  private init(document: ConfigDocument) {
    self.document = document
  }

  private mutating func find(_ comments: [Range<Int>]) {
    var containers = Containers(document)
    var position = 0
    while position < comments.count {
      let container = containers.container(around: comments[position].lowerBound)
      let end = endOfGroup(comments, from: position)
      if !add(comments[position..<end], container), end > position + 1 {
        for single in position..<end { add(comments[single..<single + 1], container) }
      }
      position = end
    }
  }

  /// Line comments with nothing but blanks between them belong together.
  private func endOfGroup(_ comments: [Range<Int>], from start: Int) -> Int {
    var end = start + 1
    while end < comments.count, isLine(comments[end - 1]), isLine(comments[end]),
      document.bytes[comments[end - 1].upperBound..<comments[end].lowerBound]
        .allSatisfy({ $0.isSpace })
    {
      end += 1
    }
    return end
  }

  private func isLine(_ comment: Range<Int>) -> Bool {
    document.bytes[comment.lowerBound + 1] == UInt8(ascii: "/")
  }

  @discardableResult
  private mutating func add(_ comments: ArraySlice<Range<Int>>, _ container: NodeID) -> Bool {
    guard let first = comments.first, let last = comments.last else { return false }
    var text = Array(document.bytes[first.lowerBound..<last.upperBound])
    // A member has a colon, and next to no sentence reads like one.
    guard text.contains(UInt8(ascii: ":")) else { return false }
    for comment in comments {
      let start = comment.lowerBound - first.lowerBound
      for mark in start..<start + 2 { text[mark] = UInt8(ascii: " ") }
      if !isLine(comment), comment.count >= 4 {
        let end = comment.upperBound - first.lowerBound
        for mark in end - 2..<end { text[mark] = UInt8(ascii: " ") }
      }
    }
    text[0] = UInt8(ascii: "{")
    guard let members = try? ConfigDocument(parsing: text + Array("\n}".utf8)) else {
      return false
    }
    groups.append(Group(members: members, container: container))
    return true
  }
}

/// Tells which object or array a place is in, for places in the order of the text.
private struct Containers {
  private let document: ConfigDocument
  private var next = 0
  private var open: [NodeID] = []

  init(_ document: ConfigDocument) {
    self.document = document
  }

  mutating func container(around place: Int) -> NodeID {
    while next < document.nodeCount, document.range(NodeID(next)).lowerBound < place {
      let node = NodeID(next)
      if document.kind(node).isContainer { open.append(node) }
      next += 1
    }
    while let last = open.last, document.range(last).upperBound <= place { open.removeLast() }
    return open.last ?? document.root
  }
}
