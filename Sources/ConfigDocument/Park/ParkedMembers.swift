/// Members that stand in a comment, so that no reader sees them and nobody loses them.
///
///     /*clawdoctor:parked mystery: { a: 1 },*/
///
/// The comment holds the exact text of the member, from its key to the comma behind it; taking the
/// marks away gives the same bytes again. A text with the end of a comment in it is written with
/// `*~/` for `*/` and `~~` for `~`, and marked `parked~`.
package enum ParkedMembers {
  private static let mark = Array("/*clawdoctor:parked".utf8)
  private static let end = Array("*/".utf8)
  private static let tilde = UInt8(ascii: "~")
  private static let star = UInt8(ascii: "*")
  private static let slash = UInt8(ascii: "/")
  private static let space = UInt8(ascii: " ")

  /// Turns members into comments where they stand.
  ///
  /// - Parameters:
  ///   - nodes: members of objects; what is no member stays as it is.
  ///   - document: the config.
  /// - Returns: the text with the comments, which JSON5 readers accept.
  package static func park(_ nodes: [NodeID], in document: ConfigDocument) -> [UInt8] {
    var ranges: [Range<Int>] = []
    let members = nodes.compactMap { node in
      document.keyRange(node).map { $0.lowerBound..<document.range(node).upperBound }
    }
    for range in members.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      // A member inside one that is parked goes along with it.
      if let last = ranges.last, range.lowerBound < last.upperBound { continue }
      ranges.append(range.lowerBound..<(commaEnd(behind: range.upperBound, in: document.bytes)))
    }
    var text: [UInt8] = []
    var position = 0
    for range in ranges {
      text += document.bytes[position..<range.lowerBound]
      text += comment(document.bytes[range])
      position = range.upperBound
    }
    return text + document.bytes[position...]
  }

  /// Turns parked members back into members.
  ///
  /// - Parameter document: the config.
  /// - Returns: the text; that of the document when nothing is parked in it.
  package static func unpark(_ document: ConfigDocument) -> [UInt8] {
    var text: [UInt8] = []
    var position = 0
    for range in document.comments() {
      guard let content = content(of: document.bytes[range]) else { continue }
      text += document.bytes[position..<range.lowerBound]
      text += content
      position = range.upperBound
    }
    return text + document.bytes[position...]
  }

  /// The text of the member that a comment holds.
  ///
  /// - Parameter comment: a comment with its marks.
  /// - Returns: nil for a comment that is none of ours.
  package static func content(of comment: ArraySlice<UInt8>) -> [UInt8]? {
    guard comment.starts(with: mark), comment.count >= mark.count + 1 + end.count else {
      return nil
    }
    var rest = comment.dropFirst(mark.count).dropLast(end.count)
    let isEncoded = rest.first == tilde
    if isEncoded { rest = rest.dropFirst() }
    guard rest.popFirst() == space else { return nil }
    return isEncoded ? decoded(rest) : Array(rest)
  }

  private static func comment(_ member: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = Array(member)
    let holdsEnd = bytes.indices.dropLast().contains {
      bytes[$0] == star && bytes[$0 + 1] == slash
    }
    guard holdsEnd || bytes.last == star else { return mark + [space] + bytes + end }
    return mark + [tilde, space] + encoded(bytes) + end
  }

  private static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      text.append(byte)
      let isEnd = byte == star && (index + 1 == bytes.count || bytes[index + 1] == slash)
      if byte == tilde || isEnd { text.append(tilde) }
    }
    return text
  }

  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      bytes.append(byte)
      let isEnd =
        byte == star && rest.first == tilde && (rest.count == 1 || rest.dropFirst().first == slash)
      if byte == tilde || isEnd { rest = rest.dropFirst() }
    }
    return bytes
  }

  /// The end of the comma behind a value, with the space and the comments before it; where there is
  /// none, the value's end.
  private static func commaEnd(behind start: Int, in bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { input in
      var position = start
      while position < input.count {
        switch input[position] {
        case UInt8(ascii: ","): return position + 1
        case slash: position = Trivia.commentEnd(at: position, in: input)
        case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "'"):
          return start
        // White space has at most three bytes; letters of a key end the search.
        case let byte where byte <= space || byte >= 0x80: position += 1
        default: return start
        }
      }
      return start
    }
  }
}
