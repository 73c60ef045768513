/// Finds everything that looks secret in any text.
enum SecretFinder {
  /// The places to hide, in order, without overlaps, without what may be shown.
  ///
  /// - Parameters:
  ///   - bytes: any text, decoded.
  ///   - hints: what the key of a value says about it.
  /// - Returns: the places to hide, which do not overlap.
  static func scan(_ bytes: [UInt8], hints: Hints = []) -> [Find] {
    guard bytes.count > 3 else { return [] }
    return bytes.withUnsafeBufferPointer { scan($0, hints) }
  }

  private static func scan(_ bytes: TextBytes, _ hints: Hints) -> [Find] {
    let islands = Islands.scan(bytes, in: 0..<bytes.count)
    if islands.first == 0..<bytes.count { return [] }
    let formats = TokenFormats.known.scan(bytes)
    var finds = formats.secrets
    if !hints.contains(.isReference) {
      finds += Blocks.scan(bytes)
      finds += Assignments.scan(bytes)
      finds += URLParts.scan(bytes, isURL: hints.contains(.isURL))
      finds += Entropy.scan(bytes, hexIsHarmless: hints.contains(.isDigest)).filter { find in
        !formats.harmless.contains { $0.overlaps(find.range) }
      }
    }
    return Find.cut(Find.merged(finds), by: islands, in: bytes)
  }

  /// What the key of a value says about it.
  struct Hints: OptionSet, Sendable {
    let rawValue: Int
    /// A URL that may hold a secret.
    static let isURL = Hints(rawValue: 1)
    /// A checksum, a commit: hexadecimal digits are harmless.
    static let isDigest = Hints(rawValue: 2)
    /// The name of a secret in a store: only the format of a token makes it one.
    static let isReference = Hints(rawValue: 4)
  }
}
