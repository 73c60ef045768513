internal import ConfigDocument
internal import Diagnostics

/// Durations and sizes of session maintenance.
///
/// Since 2026.2.12; retention of resets and bounds of the disk since 2026.2.23.
struct SessionMaintenance: CrossFieldRule {
  let id = "session-maintenance"
  let since: Release = "2026.2.12"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    guard let node = context.matches("session.maintenance").first?.node else { return [] }
    let isLater = context.release >= "2026.2.23"
    let durations = ["pruneAfter"] + (isLater ? ["resetArchiveRetention"] : [])
    let sizes = ["rotateBytes"] + (isLater ? ["maxDiskBytes", "highWaterBytes"] : [])
    return durations.compactMap { breach($0, of: node, isSize: false, context) }
      + sizes.compactMap { breach($0, of: node, isSize: true, context) }
  }

  private func breach(
    _ key: String, of node: NodeID, isSize: Bool, _ context: RuleContext
  ) -> RuleBreach? {
    guard let value = context.value(key, of: node), let text = context.text(value),
      !(isSize ? Quantity.isSize(text) : Quantity.isDuration(text))
    else { return nil }
    let isNew = key != "pruneAfter" && key != "rotateBytes"
    return RuleBreach(
      rule: id, node: value,
      message: isSize ? "the value is no size" : "the value is no duration",
      help: isSize
        ? "write a number of bytes, or one with kb, mb, gb or tb behind it"
        : "write a number of days, or one with ms, s, m, h or d behind it",
      since: isNew ? "2026.2.23" : since)
  }
}
