/// The secrets that were hidden for their key in this run, to be hidden wherever else they stand.
struct KnownSecrets: Sendable {
  private struct Entry: Sendable {
    let label: String
    /// A plain word: hidden in prose, between word boundaries, but no key is renamed for it.
    let isWord: Bool
  }

  private var entries: [[UInt8]: Entry] = [:]
  /// The lengths of the spellings that begin with the same six bytes, the longest first.
  private var lengths: [UInt64: [Int]] = [:]
  /// The first bytes of all spellings, so that most places of a text cost one look.
  private var firstBytes = [Bool](repeating: false, count: 256)
  private var seen: Set<String> = []
  /// What was remembered, with what stands for it.
  private(set) var secrets: [(secret: String, label: String)] = []

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
    secrets.append((secret, label))
    let plain = Array(secret.utf8)
    let isWord = plain.count < 16 && plain.allSatisfy(\.isLetter)
    let escaped = Array(JSONText.escaped(secret, quote: "\"").utf8)
    var spellings: Set<[UInt8]> = [plain, escaped, Self.percentEncoded(plain)]
    spellings.insert(escaped.flatMap { $0 == UInt8(ascii: "/") ? [UInt8(ascii: "\\"), $0] : [$0] })
    for spelling in spellings where entries[spelling] == nil {
      entries[spelling] = Entry(label: label, isWord: isWord)
      firstBytes[Int(spelling[0])] = true
      let start = Self.start(spelling, 0)
      guard lengths[start]?.contains(spelling.count) != true else { continue }
      lengths[start, default: []].append(spelling.count)
      lengths[start]?.sort(by: >)
    }
  }

  /// The first six bytes of a spelling: none is shorter.
  private static func start(_ bytes: [UInt8], _ position: Int) -> UInt64 {
    bytes[position..<position + minimumLength].reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Where known secrets stand, with their whole labels.
  ///
  /// - Parameters:
  ///   - bytes: any text.
  ///   - isProse: comments and messages, in which a secret that is a plain word is hidden too.
  /// - Returns: the finds in order.
  func scan(_ bytes: [UInt8], isProse: Bool) -> [Find] {
    guard !entries.isEmpty else { return [] }
    var finds: [Find] = []
    var position = 0
    while position + Self.minimumLength <= bytes.count {
      let find = firstBytes[Int(bytes[position])] ? find(bytes, position, isProse) : nil
      if let find { finds.append(find) }
      position = find?.range.upperBound ?? position + 1
    }
    return finds
  }

  /// The longest known secret that begins here.
  private func find(_ bytes: [UInt8], _ position: Int, _ isProse: Bool) -> Find? {
    for length in lengths[Self.start(bytes, position)] ?? [] where position + length <= bytes.count
    {
      guard let entry = entries[Array(bytes[position..<position + length])],
        !entry.isWord || (isProse && Self.isAlone(bytes, position, length))
      else { continue }
      return Find(position..<position + length, entry.label)
    }
    return nil
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
