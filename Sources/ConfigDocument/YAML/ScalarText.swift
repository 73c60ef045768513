/// The content of a scalar, and where in the text of the document each byte of it comes from.
///
/// A document inside a scalar (`openclaw.json: |`) is parsed from `bytes`; what is found in it is
/// reported at `offset(of:)`.
public struct ScalarText: Sendable, Hashable {
  /// A run of content.
  struct Segment: Sendable, Hashable {
    var content: Int
    var source: Int
    /// Whether each byte stands for itself; else the run comes from an escape, a fold or a line end
    /// as a whole.
    var isVerbatim: Bool
  }

  /// The content, UTF-8.
  public internal(set) var bytes: [UInt8] = []
  var segments: [Segment] = []
  /// Where the scalar ends in the document.
  var sourceEnd = 0

  /// The place in the document that a byte of the content comes from.
  ///
  /// - Parameter offset: into `bytes`; the end and what lies behind it give the end of the scalar.
  /// - Returns: a byte offset into the document.
  public func offset(of offset: Int) -> Int {
    guard offset < bytes.count, !segments.isEmpty else { return sourceEnd }
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].content <= offset { low = middle } else { high = middle }
    }
    let segment = segments[low]
    return segment.isVerbatim ? segment.source + offset - segment.content : segment.source
  }

  /// Adds bytes that stand for themselves.
  mutating func append(_ range: Range<Int>, of input: UnsafeBufferPointer<UInt8>) {
    guard !range.isEmpty else { return }
    let isContinued =
      segments.last.map {
        $0.isVerbatim && $0.source + bytes.count - $0.content == range.lowerBound
      } ?? false
    if !isContinued {
      segments.append(
        Segment(content: bytes.count, source: range.lowerBound, isVerbatim: true))
    }
    bytes += input[range]
  }

  /// Adds bytes that something else stands for.
  mutating func append(_ content: [UInt8], from source: Int) {
    guard !content.isEmpty else { return }
    segments.append(Segment(content: bytes.count, source: source, isVerbatim: false))
    bytes += content
  }
}
