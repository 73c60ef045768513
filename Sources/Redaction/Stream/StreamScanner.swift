/// Goes through a text once and finds what is to be hidden in it, from window to window.
///
/// Whether a place is hidden depends on the bytes around it alone, never on where a window ends:
/// each net looks ahead as far as `lookahead` and no farther, and what is longer than that is
/// hidden while it passes.
struct StreamScanner: Sendable {
  private let pairs: PairTable
  private let formats = TokenFormats.known
  private let exact: ExactSecrets
  private let lookahead: Int

  /// How far the text was searched, counted as all positions here from the start of the window.
  private(set) var position = 0
  private var runs = RandomRuns()
  /// What each net has found or passed over reaches so far.
  private var formatEnd = 0
  private var wordEnd = 0
  private var parameterEnd = 0
  private var blockEnd = 0
  private var exactEnd = 0
  /// What ends the secret that goes on at `position`.
  private var ending: OpenEnding?
  /// What was found and not yet taken.
  var finds: [StreamFind] = []

  /// How many bytes before a place are looked at.
  static let lookbehind = 512

  /// How far before the place that gives it away a secret may begin.
  static let margin = 32

  init(exact: ExactSecrets, lookahead: Int) {
    self.exact = exact
    self.lookahead = lookahead
    pairs = exact.pairs
  }

  /// A scanner for another text.
  func restarted() -> StreamScanner { StreamScanner(exact: exact, lookahead: lookahead) }

  /// Whether a secret goes on at `position`.
  var isInSecret: Bool { ending != nil }

  /// Counts from a window that begins so many bytes later.
  mutating func move(by offset: Int) {
    position -= offset
    runs.position -= offset
    formatEnd -= offset
    wordEnd -= offset
    parameterEnd -= offset
    blockEnd -= offset
    exactEnd -= offset
    for number in finds.indices { finds[number] = finds[number].moved(by: offset) }
  }

  /// Goes on through a secret that is being hidden, as far as the limit.
  mutating func passOver(_ text: TextBytes, until limit: Int) {
    guard var ending, position < limit else { return }
    let end = ending.end(in: text, from: position, limit: limit)
    self.ending = end == nil ? ending : nil
    goOn(from: end ?? limit)
  }

  /// Searches up to a limit, or up to a secret that is longer than what is looked ahead.
  ///
  /// - Parameters:
  ///   - text: what is at hand: `lookahead` bytes behind the limit, or the end of the text.
  ///   - limit: what begins behind it is left for later.
  mutating func scan(_ text: TextBytes, until limit: Int, isLast: Bool) {
    // Two passes over a piece that fits into the nearest cache.
    let piece = 1 << 14
    while position < limit, ending == nil {
      let end = min(limit, position + piece)
      search(text, until: end, isLast)
      runs.scan(text, until: ending == nil ? end : min(end, openStart), into: &finds)
      if ending != nil { goOn(from: position) }
    }
  }

  private var openStart: Int { finds.last.map(\.range.lowerBound) ?? position }

  private mutating func goOn(from place: Int) {
    position = place
    runs.goOn(from: place)
    formatEnd = max(formatEnd, place)
    wordEnd = max(wordEnd, place)
    parameterEnd = max(parameterEnd, place)
    blockEnd = max(blockEnd, place)
    exactEnd = max(exactEnd, place)
  }

  /// Looks at each pair of bytes.
  private mutating func search(_ text: TextBytes, until limit: Int, _ isLast: Bool) {
    let table = pairs.table
    table.withUnsafeBufferPointer { table in
      // The last byte of a text is the second of a pair, and nothing behind it is read.
      let last = min(limit, text.count - 1)
      while let (place, kinds) = Self.next(in: text, from: position, until: last, table) {
        position = place + 1
        examine(text, place, PairTable.Kinds(rawValue: kinds), isLast)
        if ending != nil { return }
      }
      position = limit
    }
  }

  /// The next place whose two bytes say anything.
  @inline(__always)
  private static func next(
    in text: TextBytes, from start: Int, until limit: Int, _ table: UnsafeBufferPointer<UInt8>
  ) -> (Int, UInt8)? {
    guard start < limit else { return nil }
    let bytes = UnsafeRawBufferPointer(text)
    var place = start
    while place + 8 <= limit {
      let any =
        table[pair(bytes, place)] | table[pair(bytes, place + 1)] | table[pair(bytes, place + 2)]
        | table[pair(bytes, place + 3)] | table[pair(bytes, place + 4)]
        | table[pair(bytes, place + 5)] | table[pair(bytes, place + 6)]
        | table[pair(bytes, place + 7)]
      if any != 0 { break }
      place += 8
    }
    while place < limit {
      let kinds = table[pair(bytes, place)]
      if kinds != 0 { return (place, kinds) }
      place += 1
    }
    return nil
  }

  @inline(__always)
  private static func pair(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Int {
    Int(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt16.self)))
  }
}

extension StreamScanner {
  /// Asks the nets that a place may concern.
  private mutating func examine(
    _ text: TextBytes, _ place: Int, _ kinds: PairTable.Kinds, _ isLast: Bool
  ) {
    let view = TextBytes(rebasing: text[..<min(text.count, place + lookahead)])
    let isWhole = isLast && view.count == text.count
    if kinds.contains(.exact), place >= exactEnd, let find = exact.find(in: view, at: place) {
      finds.append(find)
      exactEnd = find.range.upperBound
    }
    if kinds.contains(.format), place >= formatEnd { format(view, place, isWhole) }
    if kinds.contains(.landmark) { landmark(view, place, isWhole) }
    if kinds.contains(.name), place >= wordEnd, SecretWord.stands(in: view, at: place) {
      word(view, place, isWhole)
    }
    if kinds.contains(.address), view.has("://", at: place),
      let find = URLParts.userInfo(view, behind: place + 3, isURL: false)
    {
      finds.append(StreamFind(find.range, find.label, .userInfo))
    }
    if kinds.contains(.parameter), place >= parameterEnd,
      let find = URLParts.parameter(view, behind: place)
    {
      add(StreamFind(find.range, find.label, .parameter), view, isWhole, .parameter)
      parameterEnd = find.range.upperBound
    }
    if kinds.contains(.block), place - 4 >= blockEnd { block(view, place - 4) }
  }

  /// Adds a find that goes on when it reaches the end of the view.
  private mutating func add(
    _ find: StreamFind, _ view: TextBytes, _ isWhole: Bool, _ ending: @autoclosure () -> OpenEnding
  ) {
    finds.append(find)
    guard find.range.upperBound == view.count, !isWhole, self.ending == nil else { return }
    self.ending = ending()
    position = view.count
  }

  private mutating func format(_ view: TextBytes, _ place: Int, _ isWhole: Bool) {
    guard let (format, end) = formats.match(in: view, at: place) else { return }
    formatEnd = end
    guard let label = format.label, !isChance(view, place, format) else { return }
    add(StreamFind(place..<end, label, .format), view, isWhole, .run(format.lastSet))
  }

  private mutating func landmark(_ view: TextBytes, _ place: Int, _ isWhole: Bool) {
    for candidate in formats.remote {
      guard let start = candidate.start(in: view, around: place, notBefore: formatEnd),
        let (format, end) = formats.match(in: view, at: start), end > place
      else { continue }
      formatEnd = end
      guard let label = format.label else { return }
      return add(StreamFind(start..<end, label, .format), view, isWhole, .run(format.lastSet))
    }
  }

  /// Whether a prefix of letters stands in Base64, where every four letters occur by chance.
  private func isChance(_ view: TextBytes, _ place: Int, _ format: TokenFormat) -> Bool {
    let sample = 64
    guard place >= sample, view[place - 1].isAlphanumeric || "+/".utf8.contains(view[place - 1]),
      format.prefix.allSatisfy(\.isAlphanumeric)
    else { return false }
    let before = place - sample..<place
    return view[before].allSatisfy { $0.isAlphanumeric || $0 == 0x2B || $0 == 0x2F }
      && !Entropy.randomPieces(view, before, hexIsHarmless: true).isEmpty
  }

  private mutating func word(_ view: TextBytes, _ place: Int, _ isWhole: Bool) {
    let end = view.end(from: place, while: Assignments.isName)
    let first = max(0, wordEnd, end - Assignments.longestName)
    let start =
      first > place
      ? first : view.start(from: place + 1, notBefore: first, while: Assignments.isName)
    wordEnd = end
    guard let value = Assignments(view).value(behind: start..<end),
      !Identifiers.isCount(value.range, of: start..<end, in: view)
    else { return }
    wordEnd = max(end, value.range.upperBound)
    add(
      StreamFind(value.range, value.label, .assignment), view, isWhole,
      OpenEnding(value.ending, view.part(value.range)))
  }

  private mutating func block(_ view: TextBytes, _ start: Int) {
    guard let nameEnd = Blocks.nameEnd(view, start) else { return }
    if let end = Blocks.close(view, nameEnd..<view.count) {
      finds.append(StreamFind(start..<end, "private-key", .block))
      blockEnd = end
    } else if ending == nil {
      // The rest is judged line by line: a log may only speak of such a line.
      let end = min(view.count, nameEnd + 5)
      finds.append(StreamFind(start..<end, "private-key", .block))
      ending = .key(.opening)
      position = end
    }
  }
}
