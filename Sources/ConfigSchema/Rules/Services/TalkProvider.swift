internal import ConfigDocument
internal import Diagnostics

/// The provider of talk is one of those that are set up.
///
/// Since 2026.3.8; it must be given where there are several.
struct TalkProvider: CrossFieldRule {
  let id = "talk-provider"
  let since: Release = "2026.3.8"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    guard let talk = context.value("talk", of: context.document.root), !context.isPartial(talk),
      let providers = context.value("providers", of: talk), !context.isPartial(providers),
      context.document.kind(providers) == .object
    else { return [] }
    let names = context.document.children(providers).compactMap {
      context.document.key($0).map { TextForm.trimmed($0).lowercased() }
    }
    guard let provider = context.value("provider", of: talk) else {
      guard names.count > 1 else { return [] }
      return [
        RuleBreach(
          rule: id, node: talk,
          message: "`talk` has several providers and does not say which to use",
          help: "add `talk.provider`", since: since)
      ]
    }
    guard let name = context.text(provider), !names.isEmpty,
      !names.contains(TextForm.trimmed(name).lowercased())
    else { return [] }
    return [
      RuleBreach(
        rule: id, node: provider, message: "`talk.provider` is not one of `talk.providers`",
        help: "set the provider up, or name one that is", since: since)
    ]
  }
}
