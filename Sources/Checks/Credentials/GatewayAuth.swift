internal import ConfigSchema
package import Diagnostics

/// How a gateway authenticates, by the release that is judged against.
///
/// The server takes what the config says before the variables; clients on the same machine take
/// the variable first (`facts`: token, precedence).
package struct GatewayAuth: Sendable {
  /// The modes of `gateway.auth.mode`.
  package enum Mode: String, Sendable, Hashable {
    /// A token is asked for.
    case token
    /// A password is asked for.
    case password
    /// Nothing is asked for.
    case none
    /// A proxy in front says who it is.
    case trustedProxy = "trusted-proxy"
  }

  /// Where the settings stand.
  package enum Key {
    /// The mode.
    package static let mode = ConfigPath(keys: "gateway.auth.mode")
    /// The token.
    package static let token = ConfigPath(keys: "gateway.auth.token")
    /// The password.
    package static let password = ConfigPath(keys: "gateway.auth.password")
    /// What a client sends to a gateway elsewhere.
    package static let remoteToken = ConfigPath(keys: "gateway.remote.token")
    /// The password that a client sends to a gateway elsewhere.
    package static let remotePassword = ConfigPath(keys: "gateway.remote.password")
  }

  /// What `gateway.auth.mode` says; nil when it is empty or no mode.
  package let statedMode: Mode?
  /// Whether `gateway.auth.mode` holds anything at all.
  package let isModeStated: Bool
  /// The token of the config.
  package let configToken: Credential?
  /// The token of the variables.
  package let variableToken: Credential?
  /// The password of the config.
  package let configPassword: Credential?
  /// The password of the variables.
  package let variablePassword: Credential?
  /// What a client on this machine sends when neither variable nor `gateway.auth` give a token.
  package let remoteToken: Credential?

  private let release: Release
  private let hidesToken: Bool
  private let hidesPassword: Bool

  /// Reads the settings.
  ///
  /// - Parameter context: the config, the release, the variables.
  package init(_ context: CheckContext) {
    release = context.target
    let mode = context.text(at: Key.mode)
    statedMode = mode.flatMap { Mode(rawValue: $0) }
    isModeStated = mode?.isEmpty == false
    configToken = Credential(at: Key.token, in: context)
    configPassword = Credential(at: Key.password, in: context)
    remoteToken = Credential(at: Key.remoteToken, in: context)
    variableToken = Self.variable("TOKEN", context)
    variablePassword = Self.variable("PASSWORD", context)
    // Up to February 2026 an empty text in the file hid the variable.
    let isOld = context.target < "2026.3.2"
    hidesToken = isOld && context.text(at: Key.token)?.isEmpty == true
    hidesPassword = isOld && context.text(at: Key.password)?.isEmpty == true
  }

  /// The token that the server would use; nil when nothing known gives one.
  package var serverToken: Credential? { configToken ?? (hidesToken ? nil : variableToken) }

  /// The password that the server would use; nil when nothing known gives one.
  package var serverPassword: Credential? {
    configPassword ?? (hidesPassword ? nil : variablePassword)
  }

  /// The token that clients on the same machine would send.
  package var clientToken: Credential? { variableToken ?? configToken ?? remoteToken }

  /// The mode that the server would run in.
  package var mode: Mode {
    if let statedMode { return statedMode }
    if serverPassword != nil { return .password }
    if serverToken != nil { return .token }
    // The default: none in 2026.2.17, token from 2026.2.19 on and between 2026.1.29 and 2026.2.15.
    // For older releases no default is known.
    return release >= "2026.2.19" || (release >= "2026.1.29" && release < "2026.2.17")
      ? .token : .none
  }

  /// Whether the release makes a token at its start when none is configured.
  package var makesToken: Bool { release >= "2026.2.19" }

  /// The variable of the present name, or of the former one where the release still reads it.
  private static func variable(_ word: String, _ context: CheckContext) -> Credential? {
    var names = ["OPENCLAW_GATEWAY_\(word)"]
    if context.target < "2026.3.22" { names.append("CLAWDBOT_GATEWAY_\(word)") }
    if context.target < "2026.1.29" { names.removeFirst() }
    for name in names {
      guard let found = context.variables.find(name), !found.value.trimmed.isEmpty else { continue }
      return Credential(variable: name, found)
    }
    return nil
  }
}
