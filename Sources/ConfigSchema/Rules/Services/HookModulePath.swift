internal import ConfigDocument
internal import Diagnostics

/// The module of a hook is a path below the folder of hooks.
///
/// Since 2026.2.14.
struct HookModulePath: CrossFieldRule {
  let id = "hook-module-path"
  let since: Release = "2026.2.14"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    let places = ["hooks.mappings[].transform.module", "hooks.internal.handlers[].module"]
    return context.matches(places).compactMap { match in
      guard let text = context.text(match.node), !Self.isInside(text) else { return nil }
      return RuleBreach(
        rule: id, node: match.node,
        message: "the module of a hook lies outside the folder of hooks",
        help: "write a relative path without ..", since: since)
    }
  }

  private static func isInside(_ path: String) -> Bool {
    let path = TextForm.trimmed(path)
    let isDrive = path.dropFirst().first == ":"
    guard !path.isEmpty, !path.hasPrefix("/"), !path.hasPrefix("\\"), !path.hasPrefix("~"), !isDrive
    else { return false }
    var depth = 0
    for part in path.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where part != "." {
      depth += part == ".." ? -1 : 1
      if depth < 0 { return false }
    }
    return true
  }
}
