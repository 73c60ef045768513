internal import ConfigDocument
internal import Diagnostics

/// Hosts and folders of iMessage are plain.
///
/// Since 2026.2.19: a host, or user@host; folders have absolute paths.
struct IMessagePaths: CrossFieldRule {
  let id = "imessage-paths"
  let since: Release = "2026.2.19"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    context.accounts(of: "imessage").flatMap { account -> [RuleBreach] in
      var found: [RuleBreach] = []
      if let host = context.value("remoteHost", of: account.node), let text = context.text(host),
        !Self.isHost(text)
      {
        found.append(
          RuleBreach(
            rule: id, node: host, message: "the remote host is neither a host nor user@host",
            help: "write it without spaces and options", since: since))
      }
      for key in ["attachmentRoots", "remoteAttachmentRoots"] {
        for folder in context.items(of: context.value(key, of: account.node)) {
          guard let text = context.text(folder), !TextForm.trimmed(text).hasPrefix("/") else {
            continue
          }
          found.append(
            RuleBreach(
              rule: id, node: folder, message: "a folder of attachments has no absolute path",
              help: "write the whole path", since: since))
        }
      }
      return found
    }
  }

  private static func isHost(_ text: String) -> Bool {
    let text = TextForm.trimmed(text)
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty && !part.hasPrefix("-")
          && part.utf8.allSatisfy {
            ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || "._-:[]%".utf8.contains($0)
          }
      }
  }
}
