internal import ConfigSchema

/// A last look at a text that is about to leave the machine: whether six bytes of a secret stand in
/// it, as they are or in base64 or hexadecimal digits.
package struct LeakScan: Sendable {
  /// So many bytes of a secret in a row are a leak.
  package static let length = 6

  private var plain: Set<UInt64> = []
  /// Eight characters of base64 hold six bytes; of hexadecimal digits it takes twelve, which is two
  /// runs of eight that overlap.
  private var encoded: Set<UInt64> = []
  private var hexadecimal: Set<UInt64> = []
  /// Words of ours, which a secret may hold too.
  private let vocabulary: Set<String>

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - secrets: whole secrets.
  ///   - vocabulary: words that may stand in the text although a secret holds them.
  package init(_ secrets: [String], vocabulary: Set<String>) {
    self.vocabulary = vocabulary
    for secret in secrets {
      let bytes = Self.withoutPublicStart(Array(secret.utf8))
      plain.formUnion(Self.runs(bytes, Self.length))
      for form in SecretForms.of(bytes) {
        let runs = Self.runs(form, 8)
        if form.allSatisfy(\.isHex) { hexadecimal.formUnion(runs) } else { encoded.formUnion(runs) }
      }
    }
  }

  /// The line, from 1, in which the first leak of a text stands; nil when there is none.
  package func firstLeak(in text: String) -> Int? {
    let bytes = Array(text.utf8)
    let once = Unescaped(bytes)
    let twice = once.flatMap { Unescaped($0.bytes) }
    let places = [
      place(in: bytes),
      once.flatMap { reading in place(in: reading.bytes).map { reading.origin($0..<$0).lowerBound }
      },
      twice.flatMap { reading in place(in: reading.bytes).map { _ in 0 } },
    ].compactMap { $0 }
    return places.min().map { place in
      bytes[..<place].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    }
  }

  /// What is behind the prefix that everybody knows of a format, and behind the number of a bot,
  /// which is its public name.
  private static func withoutPublicStart(_ secret: [UInt8]) -> [UInt8] {
    let number = secret.end(from: 0, while: \.isDigit)
    if number > 0, number < secret.count, secret[number] == UInt8(ascii: ":") {
      return Array(secret[(number + 1)...])
    }
    let prefix = TokenFormats.known.formats.filter { $0.prefix.count < secret.count }
      .map(\.prefix).filter { secret.starts(with: $0) }.max { $0.count < $1.count }
    return Array(secret.dropFirst(prefix?.count ?? 0))
  }

  private static func runs(_ bytes: [UInt8], _ length: Int) -> [UInt64] {
    guard bytes.count >= length else { return [] }
    return (0...bytes.count - length).map { start in
      bytes[start..<start + length].reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// Where the first run begins that is not made of public words.
  private func place(in bytes: [UInt8]) -> Int? {
    var run: UInt64 = 0
    var earlier: [UInt64] = [0, 0, 0, 0]
    for position in bytes.indices {
      earlier[position & 3] = run
      run = run << 8 | UInt64(bytes[position])
      guard position + 1 >= Self.length else { continue }
      if plain.contains(run & 0xFFFF_FFFF_FFFF) {
        let start = position + 1 - Self.length
        if !isPublic(start..<position + 1, in: bytes) { return start }
      }
      if encoded.contains(run) { return position - 7 }
      if hexadecimal.contains(run), hexadecimal.contains(earlier[(position + 1) & 3]) {
        return position - 11
      }
    }
    return nil
  }

  /// Whether a run consists of public words or of parts of them: `ateway` of `gateway` gives nothing
  /// away.
  private func isPublic(_ run: Range<Int>, in bytes: [UInt8]) -> Bool {
    var start = run.lowerBound
    while start > 0, bytes[start - 1].isAlphanumeric { start -= 1 }
    var end = run.upperBound
    while end < bytes.count, bytes[end].isAlphanumeric { end += 1 }
    return bytes[start..<end].split { !$0.isAlphanumeric }.allSatisfy { word in
      let text = String(decoding: word, as: UTF8.self)
      return vocabulary.contains(text.lowercased()) || PublicWords.contains(text)
    }
  }
}

extension Redactor {
  /// Everything that was hidden in this run, for the last look at what leaves the machine.
  package var hiddenSecrets: [String] { labels.secrets }

  /// Whether a text that was redacted holds something that looks like a known kind of token.
  package static func holdsToken(_ text: String) -> Bool {
    !SecretFinder.scan(Array(text.utf8), hints: [.isReference]).isEmpty
  }
}
