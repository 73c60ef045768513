internal import ConfigDocument
internal import Diagnostics

/// The default account of Feishu exists, and its webhook has its token and key.
///
/// Checked when the file is loaded since 2026.4.5.
struct FeishuSetup: CrossFieldRule {
  let id = "feishu-setup"
  let since: Release = "2026.4.5"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    guard let channel = context.matches("channels.feishu").first?.node, !context.isPartial(channel)
    else { return [] }
    var found: [RuleBreach] = []
    if let standard = context.value("defaultAccount", of: channel),
      let name = context.text(standard),
      let accounts = context.value("accounts", of: channel), !context.isPartial(accounts),
      context.document.childCount(accounts) > 0,
      context.value(TextForm.trimmed(name), of: accounts) == nil
    {
      found.append(
        RuleBreach(
          rule: id, node: standard, message: "the default account of Feishu does not exist",
          help: "name one of `accounts`", since: since))
    }
    for account in context.accounts(of: "feishu") where !account.isPartial {
      let own = context.value("connectionMode", of: account.node)
      guard let mode = own ?? context.value("connectionMode", of: channel),
        context.text(mode) == "webhook"
      else { continue }
      for key in ["verificationToken", "encryptKey"]
      where !context.isGiven(context.value(key, of: account.node))
        && !context.isGiven(context.value(key, of: channel))
      {
        found.append(
          RuleBreach(
            rule: id, node: own ?? account.node,
            message: "a webhook of Feishu has no `\(ours: key)`",
            help: "add it, or set `connectionMode` to \"websocket\"", since: since))
      }
    }
    return found
  }
}
