internal import ConfigDocument

/// All rules about several keys, in the order of their areas.
enum RuleBook {
  /// The newest release whose rules are known.
  static let newest: Release = "2026.4.22"

  static let all: [any CrossFieldRule] = [
    ACPBindingPeer(), BroadcastAgents(), ChannelBindingsACP(), ChannelStaleThreshold(),
    AllowWithAlsoAllow(), ForceFlushSize(), HeartbeatSchedule(), LoopDetectionOrder(),
    SafeExecutable(), SandboxBrowserNetwork(), SandboxDocker(), BrowserProfile(), CronRetention(),
    HookModulePath(), SecretProgram(), SecretReferenceID(), SessionMaintenance(), TalkProvider(),
    WebAddress(), AllowlistPolicyNeedsSender(), BlueBubblesPassword(), DiscordNumericID(),
    DiscordPresence(), FeishuSetup(), IMessagePaths(), IRCRegistration(), MattermostRetryOrder(),
    OpenPolicyNeedsStar(), SlackSigningSecret(), TeamsSignOnConnection(), TelegramCommandForm(),
    TelegramWebhookSecret(),
  ]

  /// What the rules of a release forbid in a config.
  ///
  /// - Parameters:
  ///   - document: the config.
  ///   - keys: the release; after the newest one whose rules are known, nothing is refused.
  /// - Returns: what was found, rule by rule.
  static func breaches(in document: ConfigDocument, _ keys: KeySet) -> [RuleBreach] {
    guard document.kind(document.root) == .object else { return [] }
    let context = RuleContext(document: document, release: min(keys.source, newest))
    var breaches: [RuleBreach] = []
    for rule in all where rule.since <= context.release {
      if let until = rule.until, context.release > until { continue }
      breaches += rule.breaches(in: context)
    }
    guard keys.release > newest else { return breaches }
    return breaches.map { breach in
      var breach = breach
      breach.isRefused = false
      return breach
    }
  }
}
