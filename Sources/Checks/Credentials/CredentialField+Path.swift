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
      let key = path.lastKey?.lowercased() ?? ""
      if key.contains("password") || key.contains("passphrase") {
        self = .password
      } else if key.contains("key") || path.steps.starts(with: [.key("models"), .key("providers")])
      {
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
