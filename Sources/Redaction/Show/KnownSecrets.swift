/// The secrets that were hidden for their key in this run, to be hidden wherever else they stand.
struct KnownSecrets: Sendable {
  private struct Entry: Sendable {
    let spelling: [UInt8]
    let label: String
    /// A plain word: hidden in prose, between word boundaries, but no key is renamed for it.
    let isWord: Bool
  }

  /// The entries by their first byte; the longest spelling first.
  private var byFirstByte: [UInt8: [Entry]] = [:]
  private var seen: Set<String> = []

  /// Shorter secrets occur by chance in other words.
  static let minimumLength = 6

  /// What stands for a key where none is needed.
  ///
  /// These words name providers and models too, which must stay readable elsewhere.
  private static let placeholders: Set<String> = [
    "ollama", "ollama-local", "lm-studio", "lmstudio", "lm_studio", "not-needed", "no-key", "dummy",
    "placeholder", "redacted", "<redacted>", "from-env", "changeme", "openclaw", "custom-local",
  ]

  /// Remembers a secret, as it is and as JSON and URLs spell it.
  mutating func add(_ secret: String, _ label: String) {
    guard secret.utf8.count >= Self.minimumLength, !Self.placeholders.contains(secret.lowercased()),
      seen.insert(secret).inserted
    else { return }
    let plain = Array(secret.utf8)
    let isWord = plain.count < 16 && plain.allSatisfy(\.isLetter)
    let escaped = Array(JSONText.escaped(secret, quote: "\"").utf8)
    var spellings: Set<[UInt8]> = [plain, escaped, Self.percentEncoded(plain)]
    spellings.insert(escaped.flatMap { $0 == UInt8(ascii: "/") ? [UInt8(ascii: "\\"), $0] : [$0] })
    for spelling in spellings {
      guard let first = spelling.first else { continue }
      byFirstByte[first, default: []].append(
        Entry(spelling: spelling, label: label, isWord: isWord))
      byFirstByte[first]?.sort { $0.spelling.count > $1.spelling.count }
    }
  }

  /// Where known secrets stand, with their whole labels.
  ///
  /// - Parameters:
  ///   - bytes: any text.
  ///   - isProse: comments and messages, in which a secret that is a plain word is hidden too.
  /// - Returns: the finds in order.
  func scan(_ bytes: [UInt8], isProse: Bool) -> [Find] {
    guard !byFirstByte.isEmpty else { return [] }
    var finds: [Find] = []
    var position = 0
    while position < bytes.count {
      let entry = byFirstByte[bytes[position]]?.first { entry in
        bytes.has(entry.spelling, at: position)
          && (!entry.isWord || (isProse && Self.isAlone(bytes, position, entry.spelling.count)))
      }
      if let entry { finds.append(Find(position..<position + entry.spelling.count, entry.label)) }
      position += entry?.spelling.count ?? 1
    }
    return finds
  }

  private static func isAlone(_ bytes: [UInt8], _ start: Int, _ length: Int) -> Bool {
    let end = start + length
    return (start == 0 || !bytes[start - 1].isAlphanumeric)
      && (end >= bytes.count || !bytes[end].isAlphanumeric)
  }

  private static func percentEncoded(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return bytes.flatMap { byte in
      byte.isAlphanumeric || "-._~".utf8.contains(byte)
        ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
}
