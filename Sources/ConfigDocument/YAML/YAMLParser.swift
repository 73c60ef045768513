/// Makes the tree from the events of libyaml.
///
/// Only one document of a stream gets a tree; the others are read for errors.
struct YAMLParser {
  /// A collection that is not closed yet.
  struct Open {
    var row: Int
    var isMapping: Bool
    var style: YAMLStyle
    /// Spaces in front of the members of the innermost block collection: itself or around it.
    var column: Int
    /// Behind the last token: where the search for the next indicator begins.
    var end: Int
    /// The key whose value comes next.
    var key: Key?
    var anchor: String?
    /// Merge keys, in order.
    var merges: [Int] = []
  }

  struct Key {
    var range: Range<Int>
    var isOdd: Bool
    var isMerge: Bool
  }

  /// An anchor: the row of its value, and whether the value is complete.
  struct Anchor {
    var row: Int
    var isOpen: Bool
  }

  let input: UnsafeBufferPointer<UInt8>
  /// Length of the byte order mark.
  let base: Int
  var rows: [NodeRow] = []
  var more: [YAMLRow] = []
  var merges: [YAMLIndex.Merge] = []
  var open: [Open] = []
  var anchors: [String: Anchor] = [:]
  var fault: SyntaxFault?
  /// The depths of all events together.
  private var depths = 0
  /// More than any config has, and some tenths of a second of work for libyaml.
  private static let depthSumLimit = 100_000_000
  /// Rows that are there through aliases.
  var borrowed = 0
  /// The number of the document that is wanted, from 1, and how many have begun.
  let wanted: Int
  var documents = 0
  /// Where the document that is wanted stands in the stream.
  var content = 0..<0
  private var documentEnd = 0
  /// Collections that are passed over whole: inside a key, a template, a later document.
  var skipDepth = 0
  var skipped: Skipped?

  /// A collection that is one thing here.
  struct Skipped {
    var isKey: Bool
    var isMerge = false
    var start: Int
    var outerStart: Int
    var flags: YAMLRow.Flags
  }

  static func parse(
    _ input: UnsafeBufferPointer<UInt8>, document: Int
  ) -> (rows: [NodeRow], index: YAMLIndex?, fault: SyntaxFault?) {
    if let fault = unreadable(input) { return ([], nil, fault) }
    let hasMark = input.count >= 3 && input[0] == 0xEF && input[1] == 0xBB && input[2] == 0xBF
    var parser = YAMLParser(input: input, base: hasMark ? 3 : 0, document: document)
    parser.run()
    if let fault = parser.fault { return ([], nil, fault) }
    return (
      parser.rows,
      YAMLIndex(
        rows: parser.more, merges: parser.merges, document: parser.content, number: document,
        documentCount: parser.documents), nil
    )
  }

  private init(input: UnsafeBufferPointer<UInt8>, base: Int, document: Int) {
    self.input = input
    self.base = base
    wanted = document + 1
    content = base..<input.count
  }

  private mutating func run() {
    let text = UnsafeBufferPointer(rebasing: input[base...])
    guard var reader = YAMLEventReader(text) else {
      return report("no-memory", at: 0, "there is not enough memory", help: "free some memory")
    }
    rows.reserveCapacity(input.count / 32 + 8)
    more.reserveCapacity(input.count / 32 + 8)
    do throws(YAMLProblem) {
      while fault == nil {
        var event = try reader.next()
        event.start += base
        event.end += base
        if event.kind == .streamEnd { break }
        // For each token in brackets libyaml looks at all that are open.
        depths += open.count + skipDepth
        if depths > Self.depthSumLimit { reportTooDeep(at: event.start) }
        take(event)
      }
    } catch {
      report(error)
    }
    // A stream without a document stands for nothing.
    if rows.isEmpty, fault == nil { addEmpty(at: input.count, key: nil, flags: []) }
  }

  private mutating func take(_ event: YAMLEvent) {
    switch event.kind {
    case .streamStart, .streamEnd: break
    case .documentStart:
      documents += 1
      if documents == wanted {
        content = (documents == 1 ? base : documentEnd)..<input.count
      }
    case .documentEnd:
      documentEnd = event.end
      if documents == wanted {
        content = content.lowerBound..<max(content.lowerBound, event.start)
      }
    case _ where documents != wanted || skipDepth > 0: skip(event)
    case .scalar: addScalar(event)
    case .alias: addAlias(event)
    case .sequenceStart, .mappingStart: begin(event)
    case .sequenceEnd, .mappingEnd: close(event)
    }
  }

  /// Passes over what has no row of its own, but not beyond the depth that is read.
  private mutating func skip(_ event: YAMLEvent) {
    switch event.kind {
    case .sequenceStart, .mappingStart:
      skipDepth += 1
      if skipDepth + open.count > ConfigDocument.depthLimit { reportTooDeep(at: event.start) }
    case .sequenceEnd, .mappingEnd:
      skipDepth -= 1
      if skipDepth == 0, documents == wanted { finishSkipped(at: event) }
    default: break
    }
  }

  private mutating func finishSkipped(at event: YAMLEvent) {
    guard let skipped else { return }
    self.skipped = nil
    let end = max(skipped.start, contentEnd(before: event.end))
    let range = skipped.start..<end
    if skipped.isMerge {
      merges[merges.count - 1].value = range
      finishValue(end: end)
    } else if skipped.isKey {
      open[open.count - 1].key = Key(range: range, isOdd: true, isMerge: false)
      open[open.count - 1].end = end
    } else {
      add(
        .string, range, outer: skipped.outerStart..<end, style: .template,
        flags: skipped.flags)
      finishValue(end: end)
    }
  }

  /// The mark behind a block collection is that of the next token.
  private func contentEnd(before end: Int) -> Int {
    var end = min(end, input.count)
    while end > 0,
      YAMLText.isBlank(input[end - 1]) || input[end - 1] == 0x0A || input[end - 1] == 0x0D
    {
      end -= 1
    }
    return end
  }

  // MARK: Rows

  mutating func add(
    _ kind: NodeKind, _ range: Range<Int>, outer: Range<Int>, style: YAMLStyle,
    flags: YAMLRow.Flags, column: Int? = nil
  ) {
    var flags = flags
    let key = open.last?.key
    if key?.isOdd == true { flags.insert(.oddKey) }
    rows.append(
      NodeRow(
        start: UInt32(truncatingIfNeeded: range.lowerBound),
        end: UInt32(truncatingIfNeeded: range.upperBound),
        keyStart: UInt32(truncatingIfNeeded: key?.range.lowerBound ?? 0),
        keyEnd: UInt32(truncatingIfNeeded: key?.range.upperBound ?? 0),
        next: UInt32(truncatingIfNeeded: rows.count + 1), kind: kind))
    more.append(
      YAMLRow(
        outerStart: UInt32(truncatingIfNeeded: outer.lowerBound),
        outerEnd: UInt32(truncatingIfNeeded: outer.upperBound),
        column: Int32(truncatingIfNeeded: column ?? blockColumn), style: style, flags: flags))
  }

  private mutating func addEmpty(at offset: Int, key: Key?, flags: YAMLRow.Flags) {
    add(.null, offset..<offset, outer: offset..<offset, style: .plain, flags: flags)
  }

  /// Spaces in front of the members of the innermost block collection; -1 outside of any.
  var blockColumn: Int { open.last?.column ?? -1 }

  /// A value is complete: the next token is a key or an item.
  mutating func finishValue(end: Int) {
    guard !open.isEmpty else { return }
    open[open.count - 1].key = nil
    open[open.count - 1].end = max(end, open[open.count - 1].end)
  }

  /// Whether the next node is a key.
  var expectsKey: Bool { open.last.map { $0.isMapping && $0.key == nil } ?? false }

  // MARK: Scalars and aliases

  private mutating func addScalar(_ event: YAMLEvent) {
    guard !expectsKey else { return addKey(event) }
    var flags: YAMLRow.Flags = []
    if event.anchor != nil { flags.insert(.anchor) }
    if event.tag != nil { flags.insert(.tag) }
    note(event.anchor, row: rows.count, isOpen: false)
    if event.isEmpty, event.anchor == nil, event.tag == nil {
      let place = emptyPlace(event)
      addEmpty(at: place, key: nil, flags: flags)
      return finishValue(end: place)
    }
    let hasProperties = event.anchor != nil || event.tag != nil
    var start = event.start
    if hasProperties {
      start =
        event.isEmpty
        ? event.end : YAMLText.propertiesEnd(from: event.start, to: event.end, in: input)
    }
    var end = max(start, event.end)
    if event.style.isBlockScalar {
      var block = BlockScalarReader(input: input, start: start, column: blockColumn)
      block.run()
      end = block.contentEnd
    }
    var range = start..<end
    var style = event.style
    var kind = style == .plain ? CoreSchema.kind(input[range]) : .string
    if let tag = event.tag {
      if !CoreSchema.knows(tag) { flags.insert(.foreignTag) }
      let isQuoted = style == .singleQuoted || style == .doubleQuoted
      let content = isQuoted ? start + 1..<max(start + 1, end - 1) : range
      kind = style.isBlockScalar ? .string : CoreSchema.kind(tag: tag, input[content])
      // `!!int "12"` is the number between the quotes.
      if kind != .string, isQuoted { (range, style) = (content, .plain) }
    }
    add(kind, range, outer: event.start..<end, style: style, flags: flags)
    finishValue(end: end)
  }

  /// Where a value without text stands: behind its colon or dash, else behind its key.
  private func emptyPlace(_ event: YAMLEvent) -> Int {
    guard let last = open.last else { return min(event.start, input.count) }
    let from = last.key?.range.upperBound ?? last.end
    let indicator = last.isMapping ? UInt8(ascii: ":") : UInt8(ascii: "-")
    let place = YAMLText.indicator(indicator, from: from, to: max(from, event.start), in: input)
    return place.map { $0 + 1 } ?? from
  }

  private mutating func addKey(_ event: YAMLEvent) {
    let last = open[open.count - 1]
    let hasProperties = event.anchor != nil && event.kind == .scalar || event.tag != nil
    var start = event.start
    if hasProperties {
      start = YAMLText.propertiesEnd(from: event.start, to: event.end, in: input)
    }
    if event.isEmpty { start = max(min(start, event.end), last.end) }
    let isExplicit =
      YAMLText.indicator(
        UInt8(ascii: "?"), from: last.end, to: max(last.end, event.start), in: input)
      != nil
    if event.anchor != nil, event.kind == .scalar {
      // What an anchor of a key stands for is its text: no row of its own.
      anchors[event.anchor ?? ""] = Anchor(row: -1, isOpen: false)
    }
    let range = start..<max(start, event.end)
    let isMerge =
      event.kind == .scalar && event.style == .plain && !hasProperties && last.style != .pair
      && input[range].elementsEqual("<<".utf8)
    open[open.count - 1].key = Key(
      range: range,
      isOdd: hasProperties || isExplicit || event.kind == .alias || event.isEmpty
        || event.style.isBlockScalar,
      isMerge: isMerge)
    open[open.count - 1].end = range.upperBound
  }

  mutating func note(_ anchor: String?, row: Int, isOpen: Bool) {
    if let anchor { anchors[anchor] = Anchor(row: row, isOpen: isOpen) }
  }
}
