internal import ConfigDocument
internal import Diagnostics

/// A browser profile says where its browser is.
///
/// Since 2026.1.5; not for an existing session since 2026.3.13; a folder of user data only for one
/// since 2026.3.22.
struct BrowserProfile: CrossFieldRule {
  let id = "browser-profile"
  let since: Release = "2026.1.5"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    context.matches("browser.profiles.*").compactMap { match in
      guard context.document.kind(match.node) == .object, !context.isPartial(match.node) else {
        return nil
      }
      let isExisting = context.text(context.value("driver", of: match.node)) == "existing-session"
      if let folder = context.value("userDataDir", of: match.node), !isExisting,
        context.release >= "2026.3.22"
      {
        return RuleBreach(
          rule: id, node: folder,
          message: "a profile has `userDataDir` without an existing session",
          help: "remove it, or set `driver` to \"existing-session\"", since: "2026.3.22")
      }
      let isFree = isExisting && context.release >= "2026.3.13"
      guard !isFree, !context.isGiven(context.value("cdpUrl", of: match.node)),
        context.value("cdpPort", of: match.node) == nil
      else { return nil }
      return RuleBreach(
        rule: id, node: match.node, message: "a browser profile has neither `cdpPort` nor `cdpUrl`",
        help: "add one of the two", since: since)
    }
  }
}
