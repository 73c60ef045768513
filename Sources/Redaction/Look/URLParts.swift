/// Finds what is secret in URLs: user info and query parameters that are named like secrets.
enum URLParts {
  private static let addressStops = ByteSet(" \t\r\n\"'`<>".utf8)
  private static let scheme = Array("://".utf8)

  /// - Parameters:
  ///   - bytes: any text.
  ///   - isURL: the key says that the whole text is a URL that may hold a secret, so that any user
  ///     info and any random part of the path is one.
  /// - Returns: user info first, then parameters.
  static func scan(_ bytes: TextBytes, isURL: Bool) -> [Find] {
    var finds: [Find] = []
    var position = 0
    while let colon = bytes.first(scheme, from: position) {
      let start = colon + scheme.count
      if let find = userInfo(bytes, behind: start, isURL: isURL) { finds.append(find) }
      if isURL {
        let range = start..<addressEnd(bytes, start)
        let pathStart = pathStart(bytes, range)
        let query = bytes[pathStart..<range.upperBound].firstIndex(of: UInt8(ascii: "?"))
        finds += randomSegments(bytes, pathStart..<(query ?? range.upperBound))
      }
      position = start
    }
    return finds + parameters(bytes)
  }

  /// The user info of a URL whose host, or user, begins at a position.
  static func userInfo(_ bytes: TextBytes, behind start: Int, isURL: Bool) -> Find? {
    let range = start..<addressEnd(bytes, start)
    // Most URLs have none.
    guard bytes.part(range).contains(UInt8(ascii: "@")) else {
      return nil
    }
    guard let at = userInfoEnd(bytes, range, pathStart(bytes, range)) else { return nil }
    let user = bytes[start..<at]
    guard
      isURL || user.contains(UInt8(ascii: ":")) || user.count >= 8
        || !user.allSatisfy(\.isLower)
    else { return nil }
    return Find(start..<at, "url-credential")
  }

  /// The end of a URL, with a bound because a URL may stand in a URL and each is looked at to its
  /// end.
  private static func addressEnd(_ bytes: TextBytes, _ start: Int) -> Int {
    let window = TextBytes(rebasing: bytes[..<min(bytes.count, start + 2048)])
    return window.end(from: start) { !addressStops.contains($0) }
  }

  private static func pathStart(_ bytes: TextBytes, _ range: Range<Int>) -> Int {
    bytes[range].firstIndex { $0.isOne(of: "/?#") } ?? range.upperBound
  }

  private static func userInfoEnd(_ bytes: TextBytes, _ range: Range<Int>, _ pathStart: Int) -> Int?
  {
    let at = UInt8(ascii: "@")
    if let found = bytes[range.lowerBound..<min(pathStart, range.upperBound)].lastIndex(of: at) {
      return found
    }
    // `user:pa/ss?@host`, not escaped by mistake: only with a colon, because paths hold `@` too (`/@scope/package`).
    guard let found = bytes[range].lastIndex(of: at),
      let colon = bytes[range.lowerBound..<pathStart].firstIndex(of: UInt8(ascii: ":")),
      !bytes[colon + 1..<pathStart].allSatisfy(\.isDigit)
    else { return nil }
    return found
  }

  private static func randomSegments(_ bytes: TextBytes, _ range: Range<Int>) -> [Find] {
    bytes[range].split { $0 == UInt8(ascii: "/") }.filter { part in
      part.count >= 16 && part.contains(where: \.isDigit) && part.contains(where: \.isLetter)
        && Double(Entropy.changes(part)) / Double(part.count) >= 0.2
    }.map { Find($0.startIndex..<$0.endIndex, "url-credential") }
  }

  /// `?token=…` and `&api_key=…`, also when they are not part of a URL.
  private static func parameters(_ bytes: TextBytes) -> [Find] {
    var finds: [Find] = []
    var covered = 0
    for position in bytes.indices
    where position >= covered && (bytes[position] == 0x3F || bytes[position] == 0x26) {
      guard let find = parameter(bytes, behind: position) else { continue }
      finds.append(find)
      covered = find.range.upperBound
    }
    return finds
  }

  /// The value of a secret parameter whose name stands behind `?` or `&`.
  static func parameter(_ bytes: TextBytes, behind mark: Int) -> Find? {
    let nameEnd = bytes.end(from: mark + 1) { $0.isAlphanumeric || $0.isOne(of: "_-.[]") }
    guard nameEnd < bytes.count, bytes[nameEnd] == UInt8(ascii: "="), nameEnd > mark + 1,
      SecretName.isParameter(bytes.part(mark + 1..<nameEnd))
    else { return nil }
    let end = bytes.end(from: nameEnd + 1, while: isParameter)
    return Find(nameEnd + 1..<end, "url-credential")
  }

  /// Whether a byte belongs to the value of a parameter.
  static func isParameter(_ byte: UInt8) -> Bool {
    !byte.isSpace && !byte.isQuote && byte != 0x26 && byte != UInt8(ascii: "#")
  }
}
