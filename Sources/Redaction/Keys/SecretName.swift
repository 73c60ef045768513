/// What the name of a key, a flag or a variable says about its value.
///
/// The rules of OpenClaw (`token` at the end; password, secret, api key, encrypt key, private key
/// anywhere; service account at the end; counters of tokens exempt), with two differences: only
/// the last key of a path is judged, so that a section called `secrets` hides nothing by itself,
/// and a name that ends in what is never a secret (`…File`, `…Mode`) is exempt.
enum SecretName {
  /// What to call the value in its mask; nil when the name says nothing.
  ///
  /// - Parameter name: a key, a flag without its dashes, or a variable.
  /// - Returns: a word such as `token`.
  static func label(_ name: String) -> String? {
    let plain = normalized(name)
    if plain.hasSuffix("serviceaccount") || plain.hasSuffix("serviceaccountref") {
      return "service-account"
    }
    if let label = whole[plain] { return label }
    if isHarmlessEnd(plain) { return nil }
    if let rule = parts.first(where: { plain.contains($0.part) }) { return rule.label }
    if let rule = ends.first(where: { plain.hasSuffix($0.part) }) { return rule.label }
    return isKeyVariable(name) ? "key" : nil
  }

  /// Whether values under this name are checksums, commits and the like.
  static func isDigest(_ name: String) -> Bool {
    let plain = normalized(name)
    return ["sha", "shasum", "integrity", "commit", "hash", "digest", "checksum", "revision"]
      .contains(where: plain.hasSuffix)
  }

  /// Whether a query parameter of this name holds a secret.
  static func isParameter(_ name: String) -> Bool {
    ["key", "auth", "pass", "signature", "sig", "code"].contains(normalized(name))
      || label(name) != nil
  }

  /// Whether a key below a secret one still says that its value is none: `mode`, `source`.
  static func isHarmless(_ name: String) -> Bool {
    isHarmlessEnd(normalized(name))
  }

  private static func isHarmlessEnd(_ plain: String) -> Bool {
    harmlessEnds.contains(where: plain.hasSuffix) && !plain.hasSuffix("account")
  }

  /// Lower-case letters and digits only, without a number at the end (`TOKEN_2`).
  private static func normalized(_ name: String) -> String {
    var bytes = name.utf8.filter { $0.isAlphanumeric || $0 > 127 }.map(\.lowered)
    while bytes.count > 1, bytes[bytes.count - 1].isDigit { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `OPENAI_KEY`: the log rule of OpenClaw since 2026.1.8.
  private static func isKeyVariable(_ name: String) -> Bool {
    name.utf8.allSatisfy { $0.isUpper || $0.isDigit || $0 == UInt8(ascii: "_") }
      && (name == "KEY" || name.hasSuffix("_KEY")) && !name.hasSuffix("PUBLIC_KEY")
  }

  private static let whole: [String: String] = [
    "authorization": "header", "proxyauthorization": "header", "cookie": "header",
    "setcookie": "header", "xapikey": "api-key", "xauthtoken": "token", "pwd": "password",
    "pass": "password", "tokens": "token", "accesstokens": "token", "authtokens": "token",
    "bottokens": "token", "refreshtokens": "token", "sessionkey": "key", "jwt": "token",
    "bearer": "token", "credential": "credential", "credentials": "credential",
    "connectionstring": "credential", "privatekeyid": "key",
  ]

  private static let parts: [(part: String, label: String)] = [
    ("password", "password"), ("passwd", "password"), ("passphrase", "password"),
    ("passcode", "password"), ("apikey", "api-key"), ("secret", "secret"),
    ("encryptkey", "key"), ("encryptionkey", "key"), ("privatekey", "private-key"),
  ]

  private static let ends: [(part: String, label: String)] = [
    ("token", "token"), ("pwd", "password"), ("accesskey", "key"), ("signingkey", "key"),
    ("masterkey", "key"), ("authkey", "key"), ("accountkey", "key"), ("credential", "credential"),
    ("credentials", "credential"),
  ]

  /// Ends of names whose values are settings, names and places.
  ///
  /// What looks secret there is still hidden for its look.
  private static let harmlessEnds = [
    "tokens", "tokencount", "tokenlimit", "tokenbudget", "file", "path", "dir", "directory",
    "mode", "type", "provider", "providers", "source", "policy", "count", "limit", "budget", "ttl",
    "enabled", "required", "length", "size", "name", "env", "envvar", "prefix", "prefixes", "url",
    "hint", "prompt", "label", "ref", "strategy", "scope", "scopes", "expiry", "expires",
    "expiresat", "timeout", "ms", "seconds", "minutes", "hours", "days", "algorithm", "format",
    "field", "header", "param", "command", "helper", "manager", "kind", "backend", "endpoint",
    "placeholder", "allowed", "disabled", "rotation", "usage", "version", "description",
  ]
}
