/// A plain scalar that readers of YAML take for different things.
///
/// A config in YAML is made into JSON by other programs, and those follow YAML 1.1, YAML 1.2 or a
/// mixture: `no` is a text to one and false to the next.
public struct YAMLTrap: Sendable, Hashable {
  /// What the readers differ about.
  public enum Kind: String, Sendable {
    /// `yes`, `no`, `on`, `off`, `y`, `n`: booleans of YAML 1.1.
    case boolean
    /// `~` and nothing at all: null, where an empty text may be meant.
    case null
    /// `0o17`: a number in YAML 1.2 only.
    case octal
    /// `017`: 15 in YAML 1.1, 17 in YAML 1.2.
    case leadingZero
    /// `1:30`: 90 in YAML 1.1.
    case sexagesimal
    /// `1_000`: a number in YAML 1.1 only.
    case underscore
    /// `0b11`: a number in YAML 1.1 only.
    case binary
    /// `2026-01-01`: a date in YAML 1.1.
    case timestamp
    /// `.inf` and `.nan`: numbers that JSON does not have.
    case notFinite
    /// `1e3`: a text to readers of YAML 1.1 that want a point in a float.
    case exponent
    /// `=`: a value of its own in YAML 1.1.
    case defaultValue
  }

  /// What the readers differ about.
  public let kind: Kind
  /// Where the scalar stands.
  public let range: Range<Int>
  /// The value; for a key, that of its member.
  public let node: NodeID
  /// Whether it is the key of the member.
  public let isKey: Bool
}

extension ConfigDocument {
  /// The plain scalars that not all readers of YAML take for the same, in the order of the text.
  ///
  /// - Returns: none for JSON5.
  public func yamlTraps() -> [YAMLTrap] {
    guard let yaml else { return [] }
    var traps: [YAMLTrap] = []
    for index in rows.indices where !yaml.rows[index].flags.contains(.borrowed) {
      let node = NodeID(index)
      if let range = keyRange(node), !yaml.rows[index].flags.contains(.oddKey),
        let kind = trap(range)
      {
        traps.append(YAMLTrap(kind: kind, range: range, node: node, isKey: true))
      }
      guard yaml.rows[index].style == .plain, !rows[index].kind.isContainer,
        yaml.rows[index].flags.isDisjoint(with: [.tag, .alias]), let kind = trap(range(node))
      else { continue }
      traps.append(YAMLTrap(kind: kind, range: range(node), node: node, isKey: false))
    }
    return traps
  }

  private func trap(_ range: Range<Int>) -> YAMLTrap.Kind? {
    // No trap is longer than a timestamp.
    guard range.count < 48 else { return nil }
    return YAMLTrap.kind(of: String(decoding: bytes[range], as: UTF8.self))
  }
}

extension YAMLTrap {
  private static let booleans: Set<String> = [
    "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "on", "On", "ON", "off", "Off",
    "OFF",
  ]

  /// What readers differ about in a plain scalar; nil when they agree.
  static func kind(of text: String) -> Kind? {
    if booleans.contains(text) { return .boolean }
    switch text {
    case "", "~": return .null
    case "=": return .defaultValue
    case ".nan", ".NaN", ".NAN": return .notFinite
    default: break
    }
    var bytes = Array(text.utf8)[...]
    if bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-") { bytes.removeFirst() }
    guard let first = bytes.first else { return nil }
    if first == UInt8(ascii: ".") {
      return [".inf", ".Inf", ".INF"].contains { bytes.elementsEqual($0.utf8) } ? .notFinite : nil
    }
    guard JSON5Text.isDigit(first) else { return nil }
    if bytes.starts(with: "0b".utf8) { return .binary }
    if bytes.starts(with: "0o".utf8) { return .octal }
    if bytes.starts(with: "0x".utf8) {
      return bytes.contains(UInt8(ascii: "_")) ? .underscore : nil
    }
    let isDigits = bytes.allSatisfy(JSON5Text.isDigit)
    if isDigits { return first == UInt8(ascii: "0") && bytes.count > 1 ? .leadingZero : nil }
    if isTimestamp(bytes) { return .timestamp }
    if isSexagesimal(bytes) { return .sexagesimal }
    if bytes.contains(UInt8(ascii: "_")), bytes.allSatisfy({ isNumeric($0) }) {
      return .underscore
    }
    let hasExponent = bytes.contains { $0 | 0x20 == UInt8(ascii: "e") }
    guard hasExponent, bytes.allSatisfy({ isNumeric($0) || $0 | 0x20 == UInt8(ascii: "e") })
    else { return nil }
    // YAML 1.1 wants a point in front of the exponent and a sign in it.
    let hasSign = bytes.contains { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    return bytes.contains(UInt8(ascii: ".")) && hasSign ? nil : .exponent
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    JSON5Text.isDigit(byte) || "._+-".utf8.contains(byte)
  }

  /// `2026-01-01`, with or without a time behind it.
  private static func isTimestamp(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.prefix(10).split(
      separator: UInt8(ascii: "-"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[0].allSatisfy(JSON5Text.isDigit),
      (1...2).contains(parts[1].count), parts[1].allSatisfy(JSON5Text.isDigit),
      let day = parts[2].first, JSON5Text.isDigit(day)
    else { return false }
    return bytes.dropFirst(8).allSatisfy {
      JSON5Text.isDigit($0) || "Tt:.+-Zz \t".utf8.contains($0)
    }
  }

  /// `1:30`, `12:30:45`, `1:30.5`.
  private static func isSexagesimal(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count > 1 else { return false }
    for (index, part) in parts.enumerated() {
      let digits = part.prefix { JSON5Text.isDigit($0) || $0 == UInt8(ascii: "_") }
      let rest = part.dropFirst(digits.count)
      guard !digits.isEmpty, index == 0 || digits.count <= 2,
        rest.isEmpty
          || index == parts.count - 1 && rest.first == UInt8(ascii: ".")
            && rest.dropFirst().allSatisfy(JSON5Text.isDigit)
      else { return false }
    }
    return true
  }
}
