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

  /// What stands behind the limit of a search.
  enum Supply {
    /// As many bytes as are looked ahead.
    case more
    /// Few bytes; others may come.
    case slow
    /// The end of the text.
    case all
  }

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
  private var supply = Supply.more
  /// Whether a secret may have begun at `position` whose end is not there yet.
  private var isHeld = false
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
    runs.move(by: offset)
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
  ///   - supply: what stands behind the limit; of a slow one the search ends before a secret whose
  ///     end is not there yet.
  mutating func scan(_ text: TextBytes, until limit: Int, _ supply: Supply) {
    guard position < limit else { return }
    self.supply = supply
    isHeld = false
    search(text, until: limit)
    if ending != nil { return goOn(from: position) }
    let limit = position
    // The last eights of bytes may not have been told apart; and a run that crosses the limit is
    // judged now, for what stands before it is given out.
    for place in max(0, limit - 24)..<limit { runs.visit(text, place, into: &finds) }
  }

  private mutating func goOn(from place: Int) {
    position = place
    runs.goOn(from: place)
    formatEnd = max(formatEnd, place)
    wordEnd = max(wordEnd, place)
    parameterEnd = max(parameterEnd, place)
    blockEnd = max(blockEnd, place)
    exactEnd = max(exactEnd, place)
  }

  /// Looks at each place.
  private mutating func search(_ text: TextBytes, until limit: Int) {
    let pairs = pairs
    let bytes = UnsafeRawBufferPointer(text)
    pairs.withUnsafeTables { tables in
      // Nothing that is looked for has fewer than four bytes.
      let last = min(limit, text.count - 3)
      var place = position
      // What stands from here to the place belongs to one run.
      var runStart = place
      let places = PairTable.Kinds.places.rawValue
      while place < last {
        let end = min(place + 8, last)
        var all: UInt8 = 0
        if end == place + 8 {
          all = tables.kinds(ofEight: bytes, place)
        }
        if all & places != 0 || end < place + 8 {
          for place in place..<end {
            let kinds = tables.kinds(bytes, place) & places
            guard kinds != 0 else { continue }
            position = place + 1
            examine(text, place, PairTable.Kinds(rawValue: kinds), tables)
            if ending != nil || isHeld { return }
          }
        }
        place = end
        runStart = all & ~places == 0 ? runStart : place
        if place - runStart >= 16 {
          // Eight and eight bytes go on, so that 24 are never missed: these are in the middle.
          runs.visit(text, place - 1, into: &finds)
          runStart = max(place, runs.position)
        }
      }
      position = limit
    }
  }

  /// Up to eight bytes of a text; behind its end they are zero.
  @inline(__always)
  private static func word(_ text: TextBytes, _ place: Int) -> UInt64 {
    if place + 8 <= text.count {
      let bytes = UnsafeRawBufferPointer(text)
      return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    return text[place...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension StreamScanner {
  /// Asks the nets that a place may concern.
  private mutating func examine(
    _ text: TextBytes, _ place: Int, _ kinds: PairTable.Kinds, _ tables: PairTable.Tables
  ) {
    if !kinds.isDisjoint(with: .landmarks) { landmark(text, place, tables) }
    if kinds.isSubset(of: .landmarks) { return }
    let view = TextBytes(rebasing: text[..<min(text.count, place + lookahead)])
    let isWhole = isWhole(view, text)
    if kinds.contains(.exact), place >= exactEnd {
      var isCut = false
      let find = exact.find(in: view, at: place, isCut: &isCut)
      if isCut, supply == .slow { return hold(before: place) }
      if let find {
        finds.append(find)
        exactEnd = find.range.upperBound
      }
    }
    if kinds.contains(.address) {
      if text[place] == UInt8(ascii: "-") {
        if place - 4 >= blockEnd { block(view, place - 4) }
      } else if let find = URLParts.userInfo(view, behind: place + 3, isURL: false) {
        finds.append(StreamFind(find.range, find.label, .userInfo))
      }
    }
    if kinds.contains(.parameter), place >= parameterEnd, mayBeParameter(view, place),
      let find = URLParts.parameter(view, behind: place)
    {
      add(StreamFind(find.range, find.label, .parameter), view, isWhole, .parameter)
      parameterEnd = find.range.upperBound
    }
  }

  /// Whether nothing stands behind what is looked at, nor ever will.
  private func isWhole(_ view: TextBytes, _ text: TextBytes) -> Bool {
    supply == .all && view.count == text.count
  }

  /// Leaves a place for later.
  private mutating func hold(before place: Int) {
    isHeld = true
    position = place
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

  /// Asks for the tokens and the words that may have the pair at a place.
  @inline(__always)
  private mutating func landmark(
    _ text: TextBytes, _ place: Int, _ tables: PairTable.Tables
  ) {
    let group = Int(tables.groups[PairTable.pair(UnsafeRawBufferPointer(text), place)])
    for number in tables.starts[group]..<tables.starts[group + 1] {
      // One by one, because a whole candidate takes longer to copy than to refuse.
      let start = place - tables.candidates[number].least
      guard start >= 0 else { continue }
      let mask = tables.candidates[number].mask
      if mask != 0,
        (Self.word(text, start) | tables.candidates[number].fold) & mask
          != tables.candidates[number].bytes
      {
        continue
      }
      let candidate = tables.candidates[number]
      if candidate.isName {
        if place >= wordEnd { word(text, place) }
      } else if place >= formatEnd,
        candidate.least != candidate.most || !candidate.needsBoundary
          || TokenFormat.isBoundary(text, start)
      {
        if token(text, place, candidate) { return }
      }
    }
  }

  @inline(never)
  private mutating func token(
    _ text: TextBytes, _ place: Int, _ candidate: PairTable.Candidate
  ) -> Bool {
    var start = max(0, formatEnd, place - candidate.most)
    while start <= place - candidate.least {
      if !candidate.needsBoundary || TokenFormat.isBoundary(text, start) {
        let view = TextBytes(rebasing: text[..<min(text.count, start + lookahead)])
        // Another format may begin with the same bytes and go before this one.
        if formats.formats[candidate.format].end(in: view, at: start) != nil,
          let match = formats.match(in: view, at: start), match.end > place
        {
          take(view, start..<match.end, match.format, isWhole(view, text))
          return true
        }
      }
      start += 1
    }
    return false
  }

  private mutating func take(
    _ view: TextBytes, _ range: Range<Int>, _ format: TokenFormat, _ isWhole: Bool
  ) {
    formatEnd = range.upperBound
    guard let label = format.label, !isChance(view, range.lowerBound, format) else { return }
    add(StreamFind(range, label, .format), view, isWhole, .run(format.lastSet))
  }

  /// Whether a prefix of letters stands in Base64, where every four letters occur by chance.
  private func isChance(_ view: TextBytes, _ place: Int, _ format: TokenFormat) -> Bool {
    let isData = { (byte: UInt8) in byte.isAlphanumeric || byte == 0x2B || byte == 0x2F }
    guard place > 0, isData(view[place - 1]), format.prefix.allSatisfy(\.isAlphanumeric) else {
      return false
    }
    let start = view.start(
      from: place, notBefore: max(0, place - RandomRuns.longest), while: isData)
    if Identifiers.begin(view, start..<place) { return true }
    guard place - start >= 64 else { return false }
    let before = RunSample(view, place - 64..<place)
    return before.hasAllClasses && before.isRandom
  }

  private mutating func word(_ text: TextBytes, _ place: Int) {
    let view = TextBytes(rebasing: text[..<min(text.count, place + lookahead)])
    let end = view.end(from: place, while: Assignments.isName)
    guard end < view.count, Self.mayFollowName(view[end]) else {
      wordEnd = end
      return
    }
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
      StreamFind(value.range, value.label, .assignment), view, isWhole(view, text),
      OpenEnding(value.ending, view.part(value.range)))
  }

  private static func mayFollowName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "\\")
      || byte.isQuote || byte.isSpace
  }

  /// A look at the name of a parameter: most have none of the words of secret names.
  private func mayBeParameter(_ view: TextBytes, _ place: Int) -> Bool {
    if view[place + 1].lowered.isOne(of: "kapsc") { return true }
    var position = place + 1
    while position < view.count, view[position].isAlphanumeric || view[position].isOne(of: "_-.[]")
    {
      // All of the words have one of these letters.
      if view[position].lowered.isOne(of: "kpjczb") { return true }
      position += 1
    }
    return false
  }

  private mutating func block(_ view: TextBytes, _ start: Int) {
    if supply == .slow, Blocks.mayBegin(view, start) { return hold(before: start) }
    guard let nameEnd = Blocks.nameEnd(view, start) else { return }
    var isCut = false
    let close = Blocks.close(view, nameEnd..<view.count, isCut: &isCut)
    if supply == .slow, isCut, view.count - start < lookahead {
      hold(before: start)
    } else if let end = close {
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
