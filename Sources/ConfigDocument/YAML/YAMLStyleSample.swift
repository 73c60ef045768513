/// How a YAML document is written, judged by the first of its values.
struct YAMLStyleSample: Sendable {
  /// Whether the root is written by indentation.
  private(set) var isBlock = true
  /// Spaces of one level.
  private(set) var unit = 2
  /// Whether lists are indented below their key.
  private(set) var indentsItems = true
  /// The quote of strings that need one.
  private(set) var quote = UInt8(ascii: "\"")
  /// Whether strings stand without quotes where they can.
  private(set) var prefersPlain = true
  /// The quote of keys; nil where they stand without.
  private(set) var keyQuote: UInt8?
  /// Whether braces on one line have a space inside.
  private(set) var hasPadding = true

  private static let sampleSize = 400

  init(_ document: ConfigDocument, _ yaml: YAMLIndex) {
    let rows = document.rows
    let root = yaml.rows[0]
    isBlock = root.style == .block || document.childCount(document.root) == 0
    var open: [(end: Int, row: Int)] = []
    var units: [Int: Int] = [:]
    var items = 0
    var strings: [UInt8?: Int] = [:]
    var keys: [UInt8?: Int] = [:]
    var paddings = 0
    for (index, row) in rows.prefix(Self.sampleSize).enumerated() {
      while let last = open.last, last.end <= index { open.removeLast() }
      let more = yaml.rows[index]
      guard more.flags.isDisjoint(with: [.alias, .borrowed]) else { continue }
      if more.style == .block, let outer = open.last, yaml.rows[outer.row].style == .block {
        let step = Int(more.column - yaml.rows[outer.row].column)
        let isBelowKey = rows[outer.row].kind == .object
        if row.kind == .array, isBelowKey {
          items += step > 0 ? 1 : -1
          if step > 0 { units[step, default: 0] += 1 }
        } else if isBelowKey {
          units[step, default: 0] += 2
        }
      }
      if more.style == .flow, row.end - row.start > 2 {
        paddings += document.bytes[Int(row.start) + 1] == 0x20 ? 1 : -1
      }
      // A tag alone (`a: !!str`) is a text without a first byte.
      let isText = row.kind == .string && row.end > row.start
      if isText, !more.style.isBlockScalar, more.style != .template {
        strings[Self.quote(document.bytes[Int(row.start)]), default: 0] += 1
      }
      if row.keyEnd > row.keyStart {
        keys[Self.quote(document.bytes[Int(row.keyStart)]), default: 0] += 1
      }
      if row.kind.isContainer { open.append((Int(row.next), index)) }
    }
    unit = units.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 2
    indentsItems = items >= 0
    hasPadding = paddings >= 0
    let double = strings[UInt8(ascii: "\"")] ?? 0
    let single = strings[UInt8(ascii: "'")] ?? 0
    quote = single > double ? UInt8(ascii: "'") : UInt8(ascii: "\"")
    keyQuote = keys.max { ($0.value, $0.key ?? 0) < ($1.value, $1.key ?? 0) }?.key ?? nil
    let plain = strings[nil] ?? 0
    // Where there is no string to go by, quoted keys tell that it is JSON.
    prefersPlain = plain + double + single > 0 ? plain >= double + single : keyQuote == nil
  }

  private static func quote(_ byte: UInt8) -> UInt8? {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") ? byte : nil
  }
}

extension YAMLStyleSample {
  /// The spelling of a new key, with quotes like those of a key beside it.
  func spell(key: String, like sibling: Piece?) -> Piece {
    let quote = sibling.map { $0.first.flatMap(Self.quote) } ?? keyQuote
    if quote == nil, YAMLSpelling.isPlain(key) { return Array(key.utf8)[...] }
    return YAMLSpelling.quoted(key, with: quote ?? self.quote)
  }

  /// The spelling of a new string, in the manner of the one that it replaces, if any.
  func spell(string: String, like old: Piece?) -> Piece {
    let quote = old.flatMap { $0.first.flatMap(Self.quote) }
    let mayBePlain = old == nil ? prefersPlain : quote == nil
    if mayBePlain, YAMLSpelling.isPlain(string) { return Array(string.utf8)[...] }
    return YAMLSpelling.quoted(string, with: quote ?? self.quote)
  }
}
