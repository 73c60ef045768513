internal import Diagnostics

extension CredentialField {
  /// What kind of credential stands at a path, by where it is and by its key.
  init(at path: ConfigPath) {
    switch path {
    case GatewayAuth.Key.token: self = .gatewayToken
    case GatewayAuth.Key.password: self = .gatewayPassword
    case GatewayAuth.Key.remoteToken: self = .remoteToken
    case GatewayAuth.Key.remotePassword: self = .remotePassword
    case HooksTokenCollision.key: self = .hooksToken
    default:
      let key = (path.lastKey ?? "").utf8.map(CredentialText.lowered)
      if key.holds("password") || key.holds("passphrase") {
        self = .password
      } else if key.holds("key") || path.steps.starts(with: [.key("models"), .key("providers")]) {
        self = .apiKey
      } else if path.steps.first == .key("channels") {
        self = .channelToken
      } else {
        self = .other
      }
    }
  }

  /// Whether it lets somebody into the gateway.
  var opensGateway: Bool { self == .gatewayToken || self == .gatewayPassword }
}

extension [UInt8] {
  /// Whether a word of ours occurs.
  fileprivate func holds(_ word: StaticString) -> Bool {
    let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return indices.contains { self[$0] == word[0] && self[$0...].starts(with: word) }
  }
}
