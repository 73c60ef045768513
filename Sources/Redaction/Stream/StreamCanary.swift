/// A made-up secret with the text that it is planted in.
struct StreamCanary {
  /// What kind of secret it is, to name it when it survives.
  let kind: String
  let before: String
  let secret: String
  let behind: String
  /// How many bytes of the secret are the same in all of its kind, and may stand in the label.
  let known: Int

  init(_ kind: String, _ before: String, _ secret: String, _ behind: String, known: Int = 0) {
    self.kind = kind
    self.before = before
    self.secret = secret
    self.behind = behind
    self.known = known
  }

  /// The made-up secret that a stream is told of, as if a config held it.
  static let known = "kanarien/vogel-\"9\" und zeisig"

  /// Canaries of every kind that a stream looks for.
  static var all: [StreamCanary] { formats + names + addresses + spellings(known, "known") }

  private static var formats: [StreamCanary] {
    TokenFormats.known.formats.filter { $0.label != nil }.map { format in
      StreamCanary(
        format.id, "see ", format.sample, ", or not", known: format.prefix.count)
    }
  }

  private static let value = "kanarienvogel-7"

  private static var names: [StreamCanary] {
    let body = String(repeating: "Kanarienvogel7", count: 60)
    return [
      StreamCanary("variable", "export APP_PASSWORD=", value, " x"),
      StreamCanary("json", "{\"apiKey\": \"", value, "\"}"),
      StreamCanary("json-in-json", "{\\\"clientSecret\\\":\\\"", value, "\\\"}"),
      StreamCanary("yaml", "token: '", value, "'"),
      StreamCanary("flag", "curl --auth-token ", value, " -v"),
      StreamCanary("header", "Authorization: Bearer ", value, "\r\n"),
      StreamCanary("scheme", "sent Bearer ", value + value, " to"),
      StreamCanary("cookie", "Set-Cookie: sid=", value, "; Path=/\n"),
      StreamCanary(
        "private-key", "-----BEGIN PRIVATE KEY-----\n", body, "\n-----END PRIVATE KEY-----"),
      StreamCanary("random", "value ", "hP4dW9kLmQ2vXs7TbR5nYc3JfG8zKt6M", "."),
    ]
  }

  private static var addresses: [StreamCanary] {
    [
      StreamCanary("user-info", "postgres://app:", value, "@db.example/app"),
      StreamCanary("parameter", "GET /callback?state=1&code=", value, "&x=1"),
    ]
  }

  /// A secret in all ways in which a text may spell it.
  static func spellings(_ secret: String, _ kind: String) -> [StreamCanary] {
    let bytes = Array(secret.utf8)
    let percent = bytes.map { "%" + hexadecimal([$0]) }.joined()
    let twice = bytes.map { "%25" + hexadecimal([$0]) }.joined()
    let json = JSONText.escaped(secret, quote: "\"")
    let units = bytes.map { $0 < 128 ? "\\u00" + hexadecimal([$0]) : "\\x" + hexadecimal([$0]) }
    var canaries = [
      StreamCanary(kind, "see <", secret, "> x"),
      StreamCanary("\(kind)-json", "{\"a\":\"", json, "\"}"),
      StreamCanary(
        "\(kind)-json-in-json", "{\"a\":\"", JSONText.escaped(json, quote: "\""), "\"}"),
      StreamCanary("\(kind)-escapes", "see ", units.joined(), " x"),
      StreamCanary("\(kind)-url", "/a/", percent, "/b"),
      StreamCanary("\(kind)-url-twice", "/a/", twice, "/b"),
      StreamCanary("\(kind)-hex", "see ", hexadecimal(bytes), " x"),
      StreamCanary("\(kind)-HEX", "see ", hexadecimal(bytes).uppercased(), " x"),
    ]
    for (name, alphabet) in [("base64", Base64.standard), ("base64url", Base64.url)] {
      for offset in 0..<3 {
        // The bytes around the secret are ours, and so are the bits of theirs in its characters.
        let core = Base64.core(bytes, offset: offset, alphabet: alphabet)
        canaries.append(
          StreamCanary(
            "\(kind)-\(name)-\(offset)", "see <" + ["", "PD", "PDw"][offset],
            String(decoding: core, as: UTF8.self), "> x"))
      }
    }
    return canaries
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Whether eight bytes of the secret stand in what came out.
  func survives(in output: [UInt8]) -> Bool {
    let bytes = Array(secret.utf8.dropFirst(known))
    let length = min(8, bytes.count)
    return output.withUnsafeBufferPointer { output in
      (0...bytes.count - length).contains { start in
        output.first(Array(bytes[start..<start + length]), from: 0) != nil
      }
    }
  }
}
