internal import ConfigDocument
internal import Diagnostics

/// A channel must not count as stale sooner than its health is looked at.
///
/// Since 2026.3.22; the look is every 5 minutes unless the file says otherwise, and 0 turns it
/// off.
struct ChannelStaleThreshold: CrossFieldRule {
  let id = "channel-stale-threshold"
  let since: Release = "2026.3.22"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    let gateway = context.value("gateway", of: context.document.root)
    guard let threshold = context.value("channelStaleEventThresholdMinutes", of: gateway),
      let minutes = context.number(threshold)
    else { return [] }
    let check = context.number(context.value("channelHealthCheckMinutes", of: gateway)) ?? 5
    guard check != 0, minutes < check else { return [] }
    return [
      RuleBreach(
        rule: id, node: threshold,
        message:
          "`gateway.channelStaleEventThresholdMinutes` is less than `gateway.channelHealthCheckMinutes`",
        help: "make it at least as large", since: since)
    ]
  }
}
