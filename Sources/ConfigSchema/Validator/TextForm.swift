/// Forms of text that the catalogue names.
enum TextForm {
  /// Whether a text has a form.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - form: `uri`, `ipv4` or `ipv6`; another form is not judged.
  /// - Returns: false when it has it not.
  static func has(_ text: String, form: String) -> Bool {
    switch form {
    case "uri": return isURL(text)
    case "ipv4": return isIPv4(text)
    case "ipv6": return isIPv6(text)
    default: return true
    }
  }

  /// Whether a text has a scheme and something behind it; what the common schemes of the web need
  /// is a host.
  static func isURL(_ text: String) -> Bool {
    let text = trimmed(text)
    guard let scheme = scheme(of: text) else { return false }
    let rest = text.dropFirst(scheme.count + 1)
    guard ["http", "https", "ws", "wss", "ftp"].contains(scheme) else {
      return !rest.isEmpty || scheme == "file"
    }
    let authority = rest.drop { $0 == "/" || $0 == "\\" }.prefix { !"/\\?#".contains($0) }
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    let name = host.hasPrefix("[") ? host : host.prefix { $0 != ":" }
    return !name.isEmpty && !name.contains(" ") && !name.contains("<") && !name.contains(">")
  }

  /// The lower-case scheme of a URL; nil when there is none.
  static func scheme(of text: String) -> String? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = text[..<colon].lowercased()
    guard let first = scheme.utf8.first, first &- 0x61 < 26 else { return nil }
    let isPlain = scheme.utf8.allSatisfy { byte in
      byte &- 0x61 < 26 || byte &- 0x30 < 10 || "+-.".utf8.contains(byte)
    }
    return isPlain ? scheme : nil
  }

  private static func isIPv4(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        part.utf8.allSatisfy { $0 &- 0x30 < 10 } && (1...3).contains(part.utf8.count)
          && (Int(part) ?? 256) < 256 && (part.count == 1 || part.first != "0")
      }
  }

  private static func isIPv6(_ text: String) -> Bool {
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count) else { return false }
    var groups = 0
    for (place, half) in halves.enumerated() {
      let parts = half.isEmpty ? [] : half.split(separator: ":", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        let isLast = place == halves.count - 1 && index == parts.count - 1
        if isLast, part.contains("."), isIPv4(String(part)) {
          groups += 2
        } else {
          guard (1...4).contains(part.utf8.count), part.allSatisfy(\.isHexDigit) else {
            return false
          }
          groups += 1
        }
      }
    }
    return halves.count == 2 ? groups < 8 : groups == 8
  }

  /// A text without white space at its ends.
  static func trimmed(_ text: String) -> String {
    func isSpace(_ character: Character) -> Bool { character.isWhitespace }
    let start = text.drop(while: isSpace)
    guard let last = start.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(start[...last])
  }
}
