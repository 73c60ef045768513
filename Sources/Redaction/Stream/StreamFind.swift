/// A place in a stream that is to be hidden, with the net that found it.
struct StreamFind: Sendable {
  /// Which net found it: of finds that overlap, the first kind names the mask.
  enum Net: UInt8, Comparable {
    /// A secret of the config; the label is the whole mask.
    case exact
    case format
    case block
    case assignment
    case userInfo
    case parameter
    case random

    static func < (one: Net, other: Net) -> Bool { one.rawValue < other.rawValue }
  }

  var range: Range<Int>
  var label: String
  var net: Net
  /// Where the find that gave the name begins.
  private var origin: Int

  init(_ range: Range<Int>, _ label: String, _ net: Net) {
    self.range = range
    self.label = label
    self.net = net
    origin = range.lowerBound
  }

  /// Joins finds that overlap, and puts all into the order of the text.
  static func merge(_ finds: inout [StreamFind]) {
    if finds.count < 2 { return }
    finds.sort {
      ($0.range.lowerBound, $0.net, $0.origin) < ($1.range.lowerBound, $1.net, $1.origin)
    }
    var last = 0
    for next in 1..<finds.count {
      guard finds[next].range.lowerBound < finds[last].range.upperBound else {
        last += 1
        finds[last] = finds[next]
        continue
      }
      finds[last].join(finds[next])
    }
    finds.removeSubrange((last + 1)...)
  }

  private mutating func join(_ other: StreamFind) {
    range = range.lowerBound..<max(range.upperBound, other.range.upperBound)
    if (other.net, other.origin) < (net, origin) {
      (label, net, origin) = (other.label, other.net, other.origin)
    }
  }

  /// The same find in a window that begins so many bytes later.
  func moved(by offset: Int) -> StreamFind {
    var find = self
    find.range = range.lowerBound - offset..<range.upperBound - offset
    find.origin -= offset
    return find
  }
}
