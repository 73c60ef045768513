internal import ConfigDocument
internal import Diagnostics

/// The keys that occur in a config, so that a migration whose keys do not costs next to nothing.
///
/// Only hashes are kept: a collision means a look at the config that finds nothing.
struct KeyVocabulary: Sendable {
  private var hashes: Set<UInt64> = []

  /// Collects the keys of a document.
  init(_ document: ConfigDocument) {
    hashes.reserveCapacity(document.nodeCount)
    document.forEachKey { key in
      if key.contains(UInt8(ascii: "\\")) {
        hashes.insert(Self.hash(document.unescaped(key).utf8))
      } else {
        hashes.insert(Self.hash(key))
      }
    }
  }

  /// Adds the keys of a path.
  mutating func insert(_ path: ConfigPath) {
    for case .key(let key) in path.steps { insert(key) }
  }

  /// Adds a key.
  mutating func insert(_ key: String) {
    hashes.insert(Self.hash(key.utf8))
  }

  /// Whether a key can occur.
  func holds(_ key: String) -> Bool { hashes.contains(Self.hash(key.utf8)) }

  /// Whether a pattern can match: its last step must be a key that occurs.
  ///
  /// - Parameter pattern: the notation of tables, with braces.
  /// - Returns: true also where the last step is no plain key.
  func mayMatch(_ pattern: some BidirectionalCollection<UInt8>) -> Bool {
    guard let dot = pattern.lastIndex(of: UInt8(ascii: ".")) else {
      return Self.isPlain(pattern[...]) ? hashes.contains(Self.hash(pattern)) : true
    }
    let last = pattern[pattern.index(after: dot)...]
    return Self.isPlain(last) ? hashes.contains(Self.hash(last)) : true
  }

  private static func isPlain(_ step: some Collection<UInt8>) -> Bool {
    step.allSatisfy { byte in
      (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
  }

  /// FNV-1a.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
