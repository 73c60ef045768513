/// Reads JSON5 into a table of nodes.
///
/// One pass, no recursion: open containers stand on a stack. The productions of the grammar are
/// in `JSON5Parser+Tokens.swift`, what happens on errors in `JSON5Parser+Faults.swift`. The parser
/// works on a borrowed buffer because that is several times faster than an array; every access is
/// guarded by `count`.
struct JSON5Parser {
  /// What the grammar allows next.
  enum State {
    /// A value.
    case value
    /// A key, or the end of an object without one.
    case firstKey
    /// A key, or the end of an object behind a trailing comma.
    case nextKey
    /// An item, or the end of an array without one.
    case firstItem
    /// An item, or the end of an array behind a trailing comma.
    case nextItem
    /// A comma or the end of the container; the end of the text behind the root.
    case separator
  }

  let input: UnsafeBufferPointer<UInt8>
  let count: Int
  var position = 0
  var state = State.value
  var rows: [NodeRow] = []
  /// Rows of the containers that are open, outermost first.
  var open: [Int] = []
  /// The key in front of the value that is read next.
  var keyRange = 0..<0
  /// Whether nothing was met so far that strict JSON lacks.
  var isStrict = true
  var faults: [SyntaxFault] = []
  /// Where the last colon stands.
  var colon = 0
  /// Whether a place that is not UTF-8 was reported.
  var isDamaged = false
  /// Whether the merge conflict that was met last has no end.
  var conflictIsOpen = false
  /// The array whose keys were reported.
  var arrayWithKeys = -1

  static let faultLimit = 10

  /// Reads a text.
  ///
  /// - Returns: the table of nodes, whether it is strict JSON, and the errors; with errors the
  ///   table means nothing.
  static func parse(
    _ input: UnsafeBufferPointer<UInt8>
  ) -> (rows: [NodeRow], isStrict: Bool, errors: [SyntaxFault]) {
    var parser = JSON5Parser(input: input)
    parser.run()
    parser.reconsiderFirstLine()
    return (parser.rows, parser.isStrict, parser.faults)
  }

  private init(input: UnsafeBufferPointer<UInt8>) {
    self.input = input
    count = input.count
  }

  private mutating func run() {
    if let fault = unreadable() {
      faults = [fault]
      return
    }
    rows.reserveCapacity(count / 24 + 8)
    if count >= 3, input[0] == 0xEF, input[1] == 0xBB, input[2] == 0xBF { position = 3 }
    while faults.count < Self.faultLimit {
      skipTrivia()
      if isFinished { return }
      switch state {
      case .value: readValue()
      case .firstKey, .nextKey: readKey()
      case .firstItem, .nextItem:
        if current == UInt8(ascii: "]") {
          closeAfterComma(state == .nextItem)
        } else {
          readValue()
        }
      case .separator:
        if open.isEmpty {
          if position < count { reportTextBehind() }
          return
        }
        readSeparator()
      }
      if isFinished { return }
    }
  }

  /// Set when the text is used up or an error leaves nothing to go on with.
  var isFinished = false

  /// The byte at the position; 0 behind the end.
  ///
  /// A NUL in the text is an error everywhere, so the two are told apart only there.
  @inline(__always)
  var current: UInt8 { position < count ? input[position] : 0 }

  private mutating func readValue() {
    let start = position
    switch current {
    case UInt8(ascii: "{"):
      openContainer(.object, then: .firstKey)
    case UInt8(ascii: "["):
      openContainer(.array, then: .firstItem)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard readString() else { return }
      add(.string, from: start)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."):
      guard readNumber() else { return }
      add(.number, from: start)
    case UInt8(ascii: "t") where readWord("true"): add(.boolean, from: start)
    case UInt8(ascii: "f") where readWord("false"): add(.boolean, from: start)
    case UInt8(ascii: "n") where readWord("null"): add(.null, from: start)
    case UInt8(ascii: "I") where readWord("Infinity"), UInt8(ascii: "N") where readWord("NaN"):
      isStrict = false
      add(.number, from: start)
    default:
      reportNoValue()
    }
  }

  @inline(__always)
  private mutating func add(_ kind: NodeKind, from start: Int) {
    rows.append(
      NodeRow(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: position),
        keyStart: UInt32(truncatingIfNeeded: keyRange.lowerBound),
        keyEnd: UInt32(truncatingIfNeeded: keyRange.upperBound),
        next: UInt32(truncatingIfNeeded: rows.count + 1), kind: kind))
    keyRange = 0..<0
    state = .separator
  }

  private mutating func openContainer(_ kind: NodeKind, then next: State) {
    guard open.count < ConfigDocument.depthLimit else {
      reportTooDeep()
      return
    }
    let start = position
    position += 1
    add(kind, from: start)
    open.append(rows.count - 1)
    state = next
  }

  /// Closes the innermost container; the position is on its bracket.
  mutating func closeContainer() {
    position += 1
    guard let row = open.popLast() else { return }
    rows[row].end = UInt32(truncatingIfNeeded: position)
    rows[row].next = UInt32(truncatingIfNeeded: rows.count)
    state = .separator
  }

  private mutating func closeAfterComma(_ isTrailing: Bool) {
    if isTrailing { isStrict = false }
    closeContainer()
  }

  private mutating func readKey() {
    let start = position
    switch current {
    case UInt8(ascii: "}"):
      closeAfterComma(state == .nextKey)
      return
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard readString() else { return }
    default:
      guard readIdentifier() else {
        reportNoKey()
        return
      }
      isStrict = false
    }
    keyRange = start..<position
    skipTrivia()
    if isFinished { return }
    if current == UInt8(ascii: ":") {
      colon = position
      position += 1
      state = .value
    } else {
      reportNoColon()
    }
  }

  private mutating func readSeparator() {
    let isObject = rows[open[open.count - 1]].kind == .object
    switch current {
    case UInt8(ascii: ","):
      position += 1
      state = isObject ? .nextKey : .nextItem
    case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject:
      closeContainer()
    default:
      reportNoSeparator()
    }
  }
}
