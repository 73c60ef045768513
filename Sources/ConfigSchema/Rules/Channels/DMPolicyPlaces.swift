internal import ConfigDocument

/// Where a config says who may send direct messages, channel by channel and account by account.
enum DMPolicyPlaces {
  /// One such place.
  struct Place {
    /// The word of the policy; nil when none is given.
    let policy: NodeID?
    /// The list of senders; nil when there is none.
    let list: NodeID?
    /// What a finding points at.
    let anchor: NodeID
    /// Whether something is included that may complete it.
    let isPartial: Bool
    /// The release from which an open policy needs a star.
    let openSince: Release
    /// The releases in which a list needs somebody; nil when it never does.
    let listSince: Release?
    let listUntil: Release?
  }

  /// How the keys of a channel are named.
  private enum Form {
    /// `dmPolicy` and `allowFrom`.
    case flat
    /// `dm.policy` and `dm.allowFrom`.
    case nested
    /// Both since 2026.2.14, the flat ones first; before, only the nested ones.
    case either
  }

  private struct Channel {
    let name: String
    let form: Form
    let openSince: Release
    var listSince: Release? = "2026.2.26"
    var listUntil: Release?
    /// Whether accounts take from their channel what they lack.
    var inherits = true
  }

  private static let channels: [Channel] = [
    Channel(name: "whatsapp", form: .flat, openSince: "2026.1.8"),
    Channel(name: "telegram", form: .flat, openSince: "2026.1.8"),
    Channel(name: "signal", form: .flat, openSince: "2026.1.8"),
    Channel(name: "imessage", form: .flat, openSince: "2026.1.8"),
    Channel(name: "discord", form: .either, openSince: "2026.1.8"),
    Channel(name: "slack", form: .either, openSince: "2026.1.8"),
    Channel(name: "msteams", form: .flat, openSince: "2026.1.9", inherits: false),
    Channel(name: "bluebubbles", form: .flat, openSince: "2026.1.20"),
    Channel(name: "googlechat", form: .nested, openSince: "2026.1.24-1", inherits: false),
    Channel(name: "irc", form: .flat, openSince: "2026.2.12", listUntil: "2026.3.24"),
    Channel(
      name: "mattermost", form: .flat, openSince: "2026.4.5", listSince: nil, inherits: false),
    Channel(
      name: "nextcloud-talk", form: .flat, openSince: "2026.4.5", listSince: nil, inherits: false),
    Channel(name: "feishu", form: .flat, openSince: "2026.4.5", listSince: nil, inherits: false),
  ]

  /// All places of a config.
  ///
  /// - Parameter context: the config and the release.
  /// - Returns: the channel itself and each of its accounts.
  static func places(in context: RuleContext) -> [Place] {
    channels.flatMap { channel in
      context.accounts(of: channel.name).map { place(of: $0, channel, in: context) }
    }
  }

  private static func place(
    of account: RuleContext.Account, _ channel: Channel, in context: RuleContext
  ) -> Place {
    var (policy, list) = keys(of: account.node, channel.form, context)
    if account.isAccount, channel.inherits, context.release >= "2026.2.26" {
      let (outerPolicy, outerList) = keys(of: account.channel, channel.form, context)
      // An account that says nothing is judged with its channel.
      if policy == nil, list == nil { return silent(account, channel) }
      policy = policy ?? outerPolicy
      list = list ?? outerList
    }
    return Place(
      policy: policy, list: list, anchor: list ?? policy ?? account.node,
      isPartial: account.isPartial, openSince: channel.openSince, listSince: channel.listSince,
      listUntil: channel.listUntil)
  }

  private static func silent(_ account: RuleContext.Account, _ channel: Channel) -> Place {
    Place(
      policy: nil, list: nil, anchor: account.node, isPartial: true, openSince: channel.openSince,
      listSince: nil, listUntil: nil)
  }

  private static func keys(
    of node: NodeID, _ form: Form, _ context: RuleContext
  ) -> (NodeID?, NodeID?) {
    let flat = (context.value("dmPolicy", of: node), context.value("allowFrom", of: node))
    let nested = (
      context.value("dm", "policy", of: node), context.value("dm", "allowFrom", of: node)
    )
    switch form {
    case .flat: return flat
    case .nested: return nested
    case .either:
      guard context.release >= "2026.2.14" else { return nested }
      return (flat.0 ?? nested.0, flat.1 ?? nested.1)
    }
  }
}
