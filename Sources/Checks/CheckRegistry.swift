/// All checks in the order in which they run: the ordered lists and nothing else.
package enum CheckRegistry {
  /// What is examined in the config as it is written.
  package static let ofText: [any Check] = [
    RootNotObject(),
    MaskedValue(),
    DuplicateKey(),
  ]

  /// What is examined in the config as it is once pending migrations are done.
  package static let ofMeaning: [any Check] = [
    PlaceholderCredential(),
    UnexpandableReference(),
    WeakCredential(),
    GatewayAuthNone(),
    GatewayTokenMissing(),
    GatewayTokenDrift(),
    ReusedSecret(),
    HooksTokenCollision(),
    BindWithoutAuth(),
    TokenModeWithoutToken(),
    PasswordModeWithoutPassword(),
    AmbiguousAuthMode(),
    TrustedProxyWithoutConfig(),
    TrustedProxyWithToken(),
    TailscaleBeyondLoopback(),
    FunnelWithoutPassword(),
    ControlUIWithoutOrigins(),
    CustomBindWithoutHost(),
    HooksWithoutToken(),
    HooksPathRoot(),
    HooksPrefixMismatch(),
  ]

  /// What is examined in the files around the config.
  package static let ofFiles: [any Check] = [
    StateFolderMode(),
    ConfigMode(),
    SecretFileMode(),
    FileOwner(),
    ServiceEmbeddedSecret(),
    LaunchdUmask(),
    WorkspaceEnvironment(),
  ]

  /// All of them.
  package static var all: [any Check] { ofText + ofMeaning + ofFiles }

  /// The conditions under which the gateway does not start.
  package static let startRules = ofMeaning.filter(\.isStartRule)
}
