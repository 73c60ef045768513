internal import ConfigDocument
internal import Diagnostics

/// The heartbeat of an agent has a duration, and hours of a clock.
///
/// Since 2026.1.5; the hours since 2026.1.21, and only where `every` is given.
struct HeartbeatSchedule: CrossFieldRule {
  let id = "heartbeat-schedule"
  let since: Release = "2026.1.5"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    let places = ["agent.heartbeat", "agents.defaults.heartbeat", "agents.list[].heartbeat"]
    return context.matches(places).flatMap { match -> [RuleBreach] in
      guard let every = context.value("every", of: match.node) else { return [] }
      var found: [RuleBreach] = []
      if let text = context.text(every), !Quantity.isDuration(text) {
        found.append(
          RuleBreach(
            rule: id, node: every, message: "the heartbeat has no duration",
            help: "write a number with ms, s, m or h behind it", since: since))
      }
      guard context.release >= "2026.1.21" else { return found }
      for (key, isEnd) in [("start", false), ("end", true)] {
        let hour = context.value("activeHours", key, of: match.node)
        guard let hour, let text = context.text(hour), !Self.isTime(text, isEnd: isEnd) else {
          continue
        }
        found.append(
          RuleBreach(
            rule: id, node: hour,
            message: "the active hours of the heartbeat are no time of the day",
            help: "write HH:MM from 00:00 to 23:59; the end may be 24:00", since: "2026.1.21"))
      }
      return found
    }
  }

  private static func isTime(_ text: String, isEnd: Bool) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"),
      [0, 1, 3, 4].allSatisfy({ bytes[$0] &- 0x30 < 10 })
    else { return false }
    let hour = Int(bytes[0] - 0x30) * 10 + Int(bytes[1] - 0x30)
    let minute = Int(bytes[3] - 0x30) * 10 + Int(bytes[4] - 0x30)
    return hour < 24 && minute < 60 || isEnd && hour == 24 && minute == 0
  }
}
