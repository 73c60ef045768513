internal import ConfigDocument
internal import Diagnostics

/// The keys that occur in a config, so that a migration whose keys do not costs next to nothing.
///
/// Only hashes are kept: a collision means a look at the config that finds nothing.
package struct KeyVocabulary: Sendable {
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

  /// Whether a pattern can match: all plain keys in it, outside of braces, must occur.
  ///
  /// - Parameter pattern: the notation of tables, with braces.
  /// - Returns: true also where a pattern has no plain key.
  func mayMatch(_ pattern: some Sequence<UInt8>) -> Bool {
    var depth = 0
    var isPlain = true
    var hash = Self.seed
    var length = 0
    func holds() -> Bool { !isPlain || length == 0 || hashes.contains(hash) }
    for byte in pattern {
      if byte == UInt8(ascii: "."), depth == 0 {
        guard holds() else { return false }
        (isPlain, hash, length) = (true, Self.seed, 0)
        continue
      }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      isPlain = isPlain && Self.isPlain(byte)
      hash = Self.step(hash, byte)
      length += 1
    }
    return holds()
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  // FNV-1a.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(seed, step)
  }
}
