internal import ConfigDocument
internal import Diagnostics

/// The thresholds of loop detection rise: warning, critical, circuit breaker.
///
/// Since 2026.2.17, for those that are given.
struct LoopDetectionOrder: CrossFieldRule {
  let id = "loop-detection-order"
  let since: Release = "2026.2.17"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    let keys = ["warningThreshold", "criticalThreshold", "globalCircuitBreakerThreshold"]
    return context.matches(["tools.loopDetection", "agents.list[].tools.loopDetection"])
      .compactMap { match in
        var last = -Double.infinity
        for key in keys {
          guard let node = context.value(key, of: match.node), let number = context.number(node)
          else {
            continue
          }
          if number <= last {
            return RuleBreach(
              rule: id, node: node,
              message: "a threshold of loop detection is not above the one before",
              help: "let the thresholds rise: warning, critical, circuit breaker", since: since)
          }
          last = number
        }
        return nil
      }
  }
}
