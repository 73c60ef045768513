/// What says of a random run in a log that it is an id, a checksum or data.
enum Identifiers {
  /// Whether the words before a place say so: `requestId=`, `integrity: `, `;base64,`.
  static func precede(_ start: Int, in text: TextBytes) -> Bool {
    if text.has("base64,", at: start - 7) || text.has("W/\"", at: start - 3)
      || text.has("h1:", at: start - 3)
      || text.hasLetters("sha256:", at: start - 7) || text.hasLetters("md5:", at: start - 4)
    {
      return true
    }
    let end = text.start(from: start, notBefore: max(0, start - 16)) { !$0.isAlphanumeric }
    let wordStart = text.start(from: end, notBefore: max(0, end - 40)) {
      $0.isAlphanumeric || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
    guard wordStart < end else { return false }
    let word = text.part(wordStart..<end)
    return SecretName.isDigest(word)
      || PlainName.with(word) { name in
        ends.contains { name.ends(with: $0) }
      }
  }

  /// Whether a run begins like the ids of well-known services, or like data of well-known kinds.
  static func begin(_ text: TextBytes, _ run: Range<Int>) -> Bool {
    if beginnings.contains(where: { text.has($0, at: run.lowerBound) }) { return true }
    let mark = text.end(from: run.lowerBound, while: \.isLower)
    guard mark < run.upperBound, mark > run.lowerBound,
      text[mark] == UInt8(ascii: "_") || text[mark] == UInt8(ascii: "-")
    else { return false }
    let word = text.part(run.lowerBound..<mark)
    return prefixes.contains { word.equals($0) }
  }

  /// Whether a value is a number under a name that counts in a log: `tokens=512`, `pass: 12`.
  static func isCount(_ value: Range<Int>, of name: Range<Int>, in text: TextBytes) -> Bool {
    guard value.count < 10, text[value].allSatisfy(\.isDigit) else { return false }
    return text.part(name).hasSuffix("okens") || text.part(name).hasSuffix("pass")
  }

  /// Ends of names, without marks and the number behind them.
  private static let ends: [StaticString] = [
    "id", "ids", "uuid", "guid", "trace", "span", "traceparent", "request", "req", "etag", "nonce",
    "cursor", "hash", "sri", "fingerprint", "version", "build", "chunk", "image", "data",
    "thumbnail", "avatar", "publickey", "pubkey", "pagetoken", "ifnonematch",
  ]

  /// The words before the ids of objects: of payment and model services, of requests and jobs.
  private static let prefixes: [StaticString] = [
    "req", "msg", "toolu", "call", "resp", "rs", "chatcmpl", "cmpl", "run", "thread", "asst",
    "file", "evt", "pi", "cus", "ch", "in", "sub", "price", "prod", "batch", "org", "user", "sess",
    "session", "item", "part", "gen", "job", "task", "event", "trace", "span", "step", "vs",
    "embd", "ftjob", "srvtoolu", "container", "conv", "room", "chunk", "build", "id", "fc", "ws",
  ]

  /// PNG, JPEG, GIF, WebP, PDF, SVG, XML, Zip, gzip, DER, and public keys of SSH.
  private static let beginnings: [StaticString] = [
    "iVBORw0KGgo", "/9j/4", "R0lGOD", "UklGR", "JVBERi0", "PHN2Zy", "PD94bWw", "UEsDB", "H4sI",
    "MII", "AAAA",
  ]
}
