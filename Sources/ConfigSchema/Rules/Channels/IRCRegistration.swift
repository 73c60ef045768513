internal import ConfigDocument
internal import Diagnostics

/// Registering with NickServ needs an address of mail.
///
/// Since 2026.2.12.
struct IRCRegistration: CrossFieldRule {
  let id = "irc-registration"
  let since: Release = "2026.2.12"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    context.accounts(of: "irc").compactMap { account in
      let nickserv = context.value("nickserv", of: account.node)
      guard let register = context.value("register", of: nickserv), context.isTrue(register),
        !account.isPartial, !context.isPartial(nickserv),
        !context.isGiven(context.value("registerEmail", of: nickserv))
      else { return nil }
      return RuleBreach(
        rule: id, node: register, message: "registering with NickServ has no `registerEmail`",
        help: "add it, or take `register` out", since: since)
    }
  }
}
