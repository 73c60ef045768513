internal import ConfigDocument
internal import Diagnostics

/// Addresses that the gateway calls are of the web: http or https.
///
/// `cron.webhook` since 2026.2.15, `mcp.servers.*.url` since 2026.3.22.
struct WebAddress: CrossFieldRule {
  let id = "web-address"
  let since: Release = "2026.2.15"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    let places: [(String, Release)] = [
      ("cron.webhook", "2026.2.15"), ("mcp.servers.*.url", "2026.3.22"),
    ]
    return places.flatMap { place, since -> [RuleBreach] in
      guard context.release >= since else { return [] }
      return context.matches(place).compactMap { match in
        guard let text = context.text(match.node) else { return nil }
        let isWeb = ["http", "https"].contains(TextForm.scheme(of: TextForm.trimmed(text)) ?? "")
        if isWeb, TextForm.isURL(text) { return nil }
        return RuleBreach(
          rule: id, node: match.node, message: "the address is none of the web",
          help: "write a URL that begins with http:// or https://", since: since)
      }
    }
  }
}
