@testable import Redaction

/// Made-up text for streams, the same for the same seed.
struct StreamText: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  /// What a stream must find or pass by, one a kind.
  static let pieces: [String] =
    TokenFormatsTests.samples.map { " \($0.token) " } + [
      "password=\"kanarien vogel\" ", "token: 'a\\'b' ",
      "\\\"apiKey\\\":\\\"zeisig\\\\\\\"vogel\\\"",
      "Authorization: Bearer abcdefghijklmnop12 ", "?token=zeisig&x=1 ", "&code=finkenvogel#a ",
      "https://finken:vogel@host.example/a ", "--api-key zeisigvogel ", "Cookie: a=b; c=d\r\n",
      "pw hP4dW9kLmQ2vXs7TbR5nYc3JfG8z ", "${TOKEN} token=${TOKEN} ", "‹token 1› ", "\u{200B}ü€😀",
      "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAzeisig\n-----END RSA PRIVATE KEY-----\n",
      "\0\u{7F}\n", "12:34:56 ", "{\"a\": [1, 2]} ", "passes secretly ", "\\\\\\", "\"", "'", "=",
      ":",
      "eyJ", "sk-", "://", "-----BEGIN ", "--token ", "Bearer ", "?", "‹", "$", "__OPENCLAW_",
      String(repeating: "aB3", count: 90), String(repeating: "x", count: 30),
    ]

  mutating func text(pieces count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<count {
      bytes += Array((Self.pieces.randomElement(using: &self) ?? "").utf8)
      if next() % 16 == 0 { bytes.append(UInt8(truncatingIfNeeded: next() >> 8)) }
    }
    return bytes
  }

  /// The same with a line end behind every few pieces, at times in the middle of one.
  mutating func lines(pieces count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in text(pieces: count) {
      bytes.append(byte)
      if next() % 60 == 0 { bytes.append(0x0A) }
    }
    return bytes
  }

  /// What a stream makes of a text that it gets in pieces of these sizes.
  static func redact(
    _ bytes: [UInt8], in sizes: () -> Int = { .max }, with stream: RedactionStream
  ) -> [UInt8] {
    var stream = stream
    var output: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let end = min(bytes.count, position + min(sizes(), bytes.count - position))
      stream.redact(Array(bytes[position..<end]), into: &output)
      position = end
    }
    stream.finish(into: &output)
    return output
  }

  static func redact(_ text: String, knowing secrets: [String] = []) -> String {
    String(
      decoding: redact(Array(text.utf8), with: RedactionStream(knowing: knowing(secrets))),
      as: UTF8.self)
  }

  /// A redactor that knows secrets as from a config.
  static func knowing(_ secrets: [String]) -> Redactor {
    var redactor = Redactor()
    for secret in secrets { redactor.learn(secret, ofVariable: "TOKEN") }
    return redactor
  }
}
