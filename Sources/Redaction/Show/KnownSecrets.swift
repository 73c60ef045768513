internal import ConfigSchema

/// The secrets that were hidden for their key in this run, to be hidden wherever else they stand.
struct KnownSecrets: Sendable {
  /// Where a secret is looked for.
  private enum Scope: Sendable {
    /// Everywhere, also as a part of a word.
    case anywhere
    /// Only as a whole word, because it could be a part of an ordinary one.
    case words
    /// Only as a whole word of prose: it is a public word, and what is called by it stays readable.
    case prose
  }

  private struct Entry: Sendable {
    let label: String
    let scope: Scope
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

  /// Names of services and words of every config that the catalogue of keys does not hold.
  private static let names: Set<String> = [
    "openai", "anthropic", "google", "gemini", "minimax", "moonshot", "deepseek", "mistral",
    "openrouter", "litellm", "bedrock", "copilot", "claude", "ollama", "nvidia", "password",
    "secret", "example", "default", "custom", "gateway", "clawdbot", "moltbot", "openclaw",
    "whatsapp", "telegram", "discord", "signal", "matrix", "localhost",
  ]

  /// Remembers a secret, and how base64 and hexadecimal digits spell it.
  ///
  /// Escapes need no spelling of their own: they are undone before the secret is looked for.
  mutating func add(_ secret: String, _ label: String) {
    guard secret.utf8.count >= Self.minimumLength, !Self.placeholders.contains(secret.lowercased()),
      seen.insert(secret).inserted
    else { return }
    secrets.append((secret, label))
    let plain = Array(secret.utf8)
    add(plain, Entry(label: label, scope: Self.scope(secret, plain)))
    for form in SecretForms.of(plain) { add(form, Entry(label: label, scope: .anywhere)) }
  }

  private static func scope(_ secret: String, _ bytes: [UInt8]) -> Scope {
    guard bytes.count < 16, bytes.allSatisfy(\.isLetter) else { return .anywhere }
    return names.contains(secret.lowercased()) || SensitiveKeys.words.contains(secret)
      || PublicWords.contains(secret) ? .prose : .words
  }

  private mutating func add(_ spelling: [UInt8], _ entry: Entry) {
    guard entries[spelling] == nil else { return }
    entries[spelling] = entry
    firstBytes[Int(spelling[0])] = true
    let start = Self.start(spelling, 0)
    guard lengths[start]?.contains(spelling.count) != true else { return }
    lengths[start, default: []].append(spelling.count)
    lengths[start]?.sort(by: >)
  }

  /// The first six bytes of a spelling: none is shorter.
  private static func start(_ bytes: [UInt8], _ position: Int) -> UInt64 {
    bytes[position..<position + minimumLength].reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Where known secrets stand, with their whole labels.
  ///
  /// - Parameters:
  ///   - bytes: any text.
  ///   - isProse: comments and messages, in which a secret that is a public word is hidden too.
  ///   - isKey: a key, of which a word is hidden only when it is the whole key.
  /// - Returns: the finds in order.
  func scan(_ bytes: [UInt8], isProse: Bool, isKey: Bool = false) -> [Find] {
    guard !entries.isEmpty else { return [] }
    if isKey, let entry = entries[bytes], entry.scope == .words {
      return [Find(0..<bytes.count, entry.label)]
    }
    let scopes: Set<Scope> =
      isKey ? [.anywhere] : isProse ? [.anywhere, .words, .prose] : [.anywhere, .words]
    var finds = plain(bytes, scopes)
    guard let once = Unescaped(bytes) else { return finds }
    finds += plain(once.bytes, scopes).map { Find(once.origin($0.range), $0.label) }
    // A URL in a JSON text, a JSON text in a string.
    if let twice = Unescaped(once.bytes) {
      finds += plain(twice.bytes, scopes).map {
        Find(once.origin(twice.origin($0.range)), $0.label)
      }
    }
    return Find.merged(finds)
  }

  private func plain(_ bytes: [UInt8], _ scopes: Set<Scope>) -> [Find] {
    var finds: [Find] = []
    var position = 0
    while position + Self.minimumLength <= bytes.count {
      let find = firstBytes[Int(bytes[position])] ? find(bytes, position, scopes) : nil
      if let find { finds.append(find) }
      position = find?.range.upperBound ?? position + 1
    }
    return finds
  }

  /// The longest known secret that begins here.
  private func find(_ bytes: [UInt8], _ position: Int, _ scopes: Set<Scope>) -> Find? {
    for length in lengths[Self.start(bytes, position)] ?? [] where position + length <= bytes.count
    {
      guard let entry = entries[Array(bytes[position..<position + length])],
        scopes.contains(entry.scope),
        entry.scope == .anywhere || Self.isAlone(bytes, position, length)
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
}
