/// How a document is written, so that new text looks like the old.
///
/// Judged by the root and a sample of the first nodes: what is new mostly stands near the top, and
/// a config is written by one hand or one program.
struct DraftStyle: Sendable {
  /// `\n`, `\r\n` or `\r`.
  let newline: [UInt8]
  /// One level of indentation.
  let unit: [UInt8]
  /// Whether members of the root stand on lines of their own.
  let isMultiline: Bool
  /// Nothing that strict JSON lacks may be written.
  let isStrict: Bool
  /// The quote of new strings.
  let quote: UInt8
  /// The quote of new keys; nil where they stand without.
  let keyQuote: UInt8?
  /// The text between key and value.
  let colon: [UInt8]
  /// White space behind an opening bracket on one line, and behind a comma on one line.
  let padding: [UInt8]
  let spacing: [UInt8]
  /// Whether the last member is followed by a comma.
  let hasTrailingComma: Bool
  /// What is written in YAML only; nil for JSON5.
  let yaml: YAMLStyleSample?

  init(_ document: ConfigDocument) {
    if let yaml = document.yaml {
      self.init(yaml: document, YAMLStyleSample(document, yaml))
    } else {
      self.init(json5: document)
    }
  }

  private init(yaml document: ConfigDocument, _ sample: YAMLStyleSample) {
    newline = Self.newline(document.bytes)
    unit = Array(repeating: 0x20, count: sample.unit)
    isMultiline = sample.isBlock
    isStrict = false
    quote = sample.quote
    keyQuote = sample.keyQuote
    colon = Array(": ".utf8)
    padding = sample.hasPadding ? [0x20] : []
    spacing = [0x20]
    hasTrailingComma = false
    yaml = sample
  }

  private init(json5 document: ConfigDocument) {
    yaml = nil
    let bytes = document.bytes
    isStrict = document.syntax == .json
    newline = Self.newline(bytes)
    let children = document.children(document.root).prefix(2).map { $0 }
    let open = document.range(document.root).lowerBound + 1
    let firstStart = children.first.map { Self.start($0, document) }
    let firstGap = bytes[open..<(firstStart ?? open)]
    isMultiline = firstStart == nil ? true : Gap.hasLineEnd(firstGap)
    let indentation = Gap.indentation(firstGap) ?? []
    unit = isMultiline && !indentation.isEmpty ? Array(indentation) : [0x20, 0x20]
    let isTight = firstStart != nil && !isMultiline && firstGap.isEmpty
    padding = isTight ? [] : [0x20]
    if !isMultiline, children.count == 2,
      let comma = bytes[..<Self.start(children[1], document)].lastIndex(of: UInt8(ascii: ","))
    {
      spacing = bytes[comma + 1] == 0x20 ? [0x20] : []
    } else {
      spacing = isTight ? [] : [0x20]
    }
    if let first = children.first, let key = document.keyRange(first) {
      let mid = bytes[key.upperBound..<document.range(first).lowerBound]
      let isPlain = Gap.isBlank(mid) && !Gap.hasLineEnd(mid)
      colon = isPlain ? Array(mid) : Array(": ".utf8)
    } else {
      colon = Array(": ".utf8)
    }
    (quote, keyQuote) = Self.quotes(document)
    let root = document.children(document.root).reduce(nil) { $1 } as NodeID?
    let close = document.range(document.root).upperBound - 1
    hasTrailingComma =
      root.map { Gap.comma(in: bytes[document.range($0).upperBound..<close]) != nil } ?? false
  }

  private static func start(_ node: NodeID, _ document: ConfigDocument) -> Int {
    document.keyRange(node)?.lowerBound ?? document.range(node).lowerBound
  }

  private static func newline(_ bytes: [UInt8]) -> [UInt8] {
    guard let end = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return [0x0A] }
    if bytes[end] == 0x0A { return [0x0A] }
    return end + 1 < bytes.count && bytes[end + 1] == 0x0A ? [0x0D, 0x0A] : [0x0D]
  }

  private static func quotes(_ document: ConfigDocument) -> (UInt8, UInt8?) {
    let double = UInt8(ascii: "\"")
    let single = UInt8(ascii: "'")
    guard document.syntax == .json5 else { return (double, double) }
    var strings = 0
    var keys: [UInt8?: Int] = [:]
    for row in document.rows.prefix(400) {
      if row.kind == .string { strings += document.bytes[Int(row.start)] == single ? -1 : 1 }
      guard row.keyEnd != 0 else { continue }
      let first = document.bytes[Int(row.keyStart)]
      keys[first == double || first == single ? first : nil, default: 0] += 1
    }
    let quote = strings < 0 ? single : double
    let common = keys.max { $0.value < $1.value }
    return (quote, common == nil ? double : common?.key)
  }
}

extension DraftStyle {
  /// The spelling of a new key, with quotes like those of a key beside it.
  ///
  /// Without a sibling it has the quotes of most keys; beside one without quotes it has none unless
  /// it needs them.
  func spell(key: String, like sibling: Piece?) -> Piece {
    if let yaml { return yaml.spell(key: key, like: sibling) }
    let quote: UInt8?
    switch sibling?.first {
    case UInt8(ascii: "\"")?: quote = UInt8(ascii: "\"")
    case UInt8(ascii: "'")?: quote = UInt8(ascii: "'")
    case nil: quote = keyQuote
    default: quote = nil
    }
    guard let quote else {
      return Self.isWord(key) ? Array(key.utf8)[...] : Self.quoted(key, with: self.quote)
    }
    return Self.quoted(key, with: quote)
  }

  /// The spelling of a new string, with the quotes of the string that it replaces, if any.
  func spell(string: String, like old: Piece? = nil) -> Piece {
    if let yaml { return yaml.spell(string: string, like: old) }
    let taken =
      old?.first == UInt8(ascii: "'") || old?.first == UInt8(ascii: "\"") ? old?.first : nil
    return Self.quoted(string, with: taken ?? quote)
  }

  private static func isWord(_ key: String) -> Bool {
    guard let first = key.utf8.first, !JSON5Text.isDigit(first) else { return false }
    return key.utf8.allSatisfy(JSON5Text.isWordByte)
  }

  /// A literal that every JSON5 reader, and with double quotes every JSON reader, takes.
  static func quoted(_ text: String, with quote: UInt8) -> Piece {
    var bytes: [UInt8] = [quote]
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case UInt32(quote): bytes += [UInt8(ascii: "\\"), quote]
      case 0x5C: bytes += Array("\\\\".utf8)
      case 0x0A: bytes += Array("\\n".utf8)
      case 0x0D: bytes += Array("\\r".utf8)
      case 0x09: bytes += Array("\\t".utf8)
      case 0..<0x20, 0x7F, 0x2028, 0x2029:
        let hex = String(scalar.value, radix: 16)
        bytes += Array(("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).utf8)
      default: bytes += Array(String(scalar).utf8)
      }
    }
    bytes.append(quote)
    return bytes[...]
  }
}
