internal import ConfigDocument
internal import Diagnostics

/// The size from which memory is flushed is a size.
///
/// Since 2026.3.1.
struct ForceFlushSize: CrossFieldRule {
  let id = "force-flush-size"
  let since: Release = "2026.3.1"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    context.matches("agents.defaults.compaction.memoryFlush.forceFlushTranscriptBytes")
      .compactMap { match in
        guard let text = context.text(match.node), !Quantity.isSize(text) else { return nil }
        return RuleBreach(
          rule: id, node: match.node, message: "the size of a transcript is no size",
          help: "write a number of bytes, or one with kb, mb or gb behind it", since: since)
      }
  }
}
