/// Finds what is secret in URLs: user info and query parameters that are named like secrets.
enum URLParts {
  private static let scheme = Array("://".utf8)

  /// - Parameters:
  ///   - bytes: any text.
  ///   - isURL: the key says that the whole text is a URL that may hold a secret, so that any user
  ///     info and any random part of the path is one.
  /// - Returns: user info first, then parameters.
  static func scan(_ bytes: [UInt8], isURL: Bool) -> [Find] {
    var finds: [Find] = []
    var position = 0
    while let colon = bytes.first(scheme, from: position) {
      let start = colon + scheme.count
      // A bound, because a URL may stand in a URL and each is looked at to its end.
      let window = Array(bytes[start..<min(bytes.count, start + 2048)])
      let length = window.end(from: 0) { !$0.isSpace && !$0.isQuote && $0 != 0x3C && $0 != 0x3E }
      let end = start + length
      let pathStart = bytes[start..<end].firstIndex { "/?#".utf8.contains($0) } ?? end
      let queryStart = bytes[start..<end].firstIndex { $0 == UInt8(ascii: "?") } ?? end
      if let at = userInfoEnd(bytes, start..<end, pathStart) {
        let user = bytes[start..<at]
        if isURL || user.contains(UInt8(ascii: ":")) || user.count >= 8
          || !user.allSatisfy(\.isLower)
        {
          finds.append(Find(start..<at, "url-credential"))
        }
      }
      if isURL { finds += randomSegments(bytes, pathStart..<queryStart) }
      position = start
    }
    return finds + parameters(bytes)
  }

  private static func userInfoEnd(_ bytes: [UInt8], _ range: Range<Int>, _ pathStart: Int) -> Int? {
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

  private static func randomSegments(_ bytes: [UInt8], _ range: Range<Int>) -> [Find] {
    bytes[range].split { $0 == UInt8(ascii: "/") }.filter { part in
      part.count >= 16 && part.contains(where: \.isDigit) && part.contains(where: \.isLetter)
        && Double(Entropy.changes(part)) / Double(part.count) >= 0.2
    }.map { Find($0.startIndex..<$0.endIndex, "url-credential") }
  }

  /// `?token=…` and `&api_key=…`, also when they are not part of a URL.
  private static func parameters(_ bytes: [UInt8]) -> [Find] {
    var finds: [Find] = []
    var covered = 0
    for position in bytes.indices
    where position >= covered && (bytes[position] == 0x3F || bytes[position] == 0x26) {
      let nameEnd = bytes.end(from: position + 1) { $0.isAlphanumeric || "_-.[]".utf8.contains($0) }
      guard nameEnd < bytes.count, bytes[nameEnd] == UInt8(ascii: "="), nameEnd > position + 1,
        bytes.withUnsafeBufferPointer({
          SecretName.isParameter(UnsafeBufferPointer(rebasing: $0[position + 1..<nameEnd]))
        })
      else { continue }
      let end = bytes.end(from: nameEnd + 1) {
        !$0.isSpace && !$0.isQuote && $0 != 0x26 && $0 != UInt8(ascii: "#")
      }
      finds.append(Find(nameEnd + 1..<end, "url-credential"))
      covered = end
    }
    return finds
  }
}
