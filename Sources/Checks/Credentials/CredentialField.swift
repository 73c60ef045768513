/// What a credential is for: which examples are taken for it, and which rules OpenClaw has for it.
package enum CredentialField: String, Sendable, Hashable, CaseIterable {
  /// `gateway.auth.token`, `OPENCLAW_GATEWAY_TOKEN`.
  case gatewayToken
  /// `gateway.auth.password`, `OPENCLAW_GATEWAY_PASSWORD`.
  case gatewayPassword
  /// `hooks.token`.
  case hooksToken
  /// `gateway.remote.token`.
  case remoteToken
  /// `gateway.remote.password`.
  case remotePassword
  /// A token or secret of a channel: of a bot, an app, a webhook.
  case channelToken
  /// The key of a provider.
  case apiKey
  /// Another password.
  case password
  /// Another credential.
  case other
}
