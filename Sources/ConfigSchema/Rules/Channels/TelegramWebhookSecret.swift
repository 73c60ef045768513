internal import ConfigDocument
internal import Diagnostics

/// A webhook of Telegram needs a secret.
///
/// Since 2026.2.1; an account takes that of the channel, and one that is off needs none.
struct TelegramWebhookSecret: CrossFieldRule {
  let id = "telegram-webhook-secret"
  let since: Release = "2026.2.1"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    context.accounts(of: "telegram").compactMap { account in
      guard let url = context.value("webhookUrl", of: account.node), context.isGiven(url),
        context.document.boolean(context.value("enabled", of: account.node) ?? url) != false,
        !account.isPartial, !context.isGiven(context.value("webhookSecret", of: account.node)),
        !context.isGiven(context.value("webhookSecret", of: account.channel))
      else { return nil }
      return RuleBreach(
        rule: id, node: url, message: "a webhook of Telegram has no secret",
        help: "add `webhookSecret`", since: since)
    }
  }
}
