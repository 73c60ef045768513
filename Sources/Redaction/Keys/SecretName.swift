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
    withBytes(name, label)
  }

  /// The same for the bytes of a name.
  static func label(_ name: UnsafeBufferPointer<UInt8>) -> String? {
    PlainName.with(name) { label(name, $0) }
  }

  private static func label(_ name: UnsafeBufferPointer<UInt8>, _ plain: PlainName) -> String? {
    if plain.ends(with: "serviceaccount") || plain.ends(with: "serviceaccountref") {
      return "service-account"
    }
    if let rule = whole.first(where: { plain.equals($0.name) }) { return rule.label }
    // Most names follow no rule, so the long list of exempt ends is read last.
    let label =
      plain.firstContained(of: parts, initials: partInitials).map { partLabels[$0] }
      ?? ends.first { plain.ends(with: $0.part) }?.label ?? (isKeyVariable(name) ? "key" : nil)
    return label == nil || isHarmlessEnd(plain) ? nil : label
  }

  /// Whether values under this name are checksums, commits and the like.
  static func isDigest(_ name: String) -> Bool {
    withBytes(name, isDigest)
  }

  /// The same for the bytes of a name.
  static func isDigest(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    PlainName.with(name) { plain in digestEnds.contains { plain.ends(with: $0) } }
  }

  /// Whether values under this name are identifiers, which may look as random as a secret does.
  static func isIdentifier(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count > 4, name.hasSuffix("Id") || name.hasSuffix("_id") else { return false }
    return PlainName.with(name) { plain in identifiers.contains { plain.equals($0) } }
  }

  /// Whether a query parameter of this name holds a secret.
  static func isParameter(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    PlainName.with(name) { plain in
      parameters.contains { plain.equals($0) } || label(name, plain) != nil
    }
  }

  /// Whether a key below a secret one still says that its value is none: `mode`, `source`.
  static func isHarmless(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    PlainName.with(name, isHarmlessEnd)
  }

  private static func isHarmlessEnd(_ plain: PlainName) -> Bool {
    harmlessEnds.contains { plain.ends(with: $0) } && !plain.ends(with: "account")
  }

  private static func withBytes<Result>(
    _ name: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var name = name
    return name.withUTF8(body)
  }

  /// `OPENAI_KEY`: the log rule of OpenClaw since 2026.1.8.
  private static func isKeyVariable(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.hasSuffix("_KEY") || (name.count == 3 && name.hasSuffix("KEY")) else { return false }
    return name.allSatisfy { $0.isUpper || $0.isDigit || $0 == UInt8(ascii: "_") }
      && !name.hasSuffix("PUBLIC_KEY")
  }

  private static let whole: [(name: StaticString, label: String)] = [
    ("authorization", "header"), ("proxyauthorization", "header"), ("cookie", "header"),
    ("setcookie", "header"), ("xapikey", "api-key"), ("xauthtoken", "token"), ("pwd", "password"),
    ("pass", "password"), ("tokens", "token"), ("accesstokens", "token"), ("authtokens", "token"),
    ("bottokens", "token"), ("refreshtokens", "token"), ("sessionkey", "key"), ("jwt", "token"),
    ("bearer", "token"), ("credential", "credential"), ("credentials", "credential"),
    ("connectionstring", "credential"), ("privatekeyid", "key"),
  ]

  private static let parts: [StaticString] = [
    "password", "passwd", "passphrase", "passcode", "apikey", "secret", "encryptkey",
    "encryptionkey", "privatekey",
  ]

  private static let partLabels = [
    "password", "password", "password", "password", "api-key", "secret", "key", "key",
    "private-key",
  ]

  private static let partInitials = ByteSet("aeps".utf8)

  private static let ends: [(part: StaticString, label: String)] = [
    ("token", "token"), ("pwd", "password"), ("accesskey", "key"), ("signingkey", "key"),
    ("masterkey", "key"), ("authkey", "key"), ("accountkey", "key"), ("credential", "credential"),
    ("credentials", "credential"),
  ]

  /// Sessions and keys are not among them: who knows the identifier of one may have what it is for.
  private static let identifiers: [StaticString] = [
    "appid", "corpid", "botid", "clientid", "agentid", "accountid", "guildid", "channelid",
    "userid", "chatid", "groupid", "teamid", "tenantid", "workspaceid", "projectid", "orgid",
    "organizationid", "modelid", "deploymentid", "applicationid", "openid", "unionid",
  ]

  private static let digestEnds: [StaticString] = [
    "sha", "shasum", "integrity", "commit", "hash", "digest", "checksum", "revision",
  ]

  private static let parameters: [StaticString] = [
    "key", "auth", "pass", "signature", "sig", "code",
  ]

  /// Ends of names whose values are settings, names and places.
  ///
  /// What looks secret there is still hidden for its look.
  private static let harmlessEnds: [StaticString] = [
    "tokens", "tokencount", "tokenlimit", "tokenbudget", "file", "path", "dir", "directory",
    "mode", "type", "provider", "providers", "source", "policy", "count", "limit", "budget", "ttl",
    "enabled", "required", "length", "size", "name", "env", "envvar", "prefix", "prefixes", "url",
    "hint", "prompt", "label", "ref", "strategy", "scope", "scopes", "expiry", "expires",
    "expiresat", "timeout", "ms", "seconds", "minutes", "hours", "days", "algorithm", "format",
    "field", "header", "param", "command", "helper", "manager", "kind", "backend", "endpoint",
    "placeholder", "allowed", "disabled", "rotation", "usage", "version", "description",
  ]
}
