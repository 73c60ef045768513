internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves the credentials of a channel that has named accounts to the account `default`.
///
/// ## Why
/// Since 2026.2.26 what stands at a channel with accounts is what they have in common; the account
/// that was there before the others is called `default`.
///
/// ## What it keeps
/// Whatever a named account takes from its channel: a value moves only when each of them has one of
/// its own, and policies and lists of people never do. OpenClaw moved those too until 2026.6.10, and
/// owners were locked out or groups opened (#97218). And nothing moves unasked: credentials that
/// no account uses would become those of one that is started.
package struct SingleAccountToDefault: Migration {
  package let facts = MigrationFacts(
    "single-account-to-default", life: Life(introduced: "2026.2.26"),
    summary: "Move credentials beside named accounts to the account default",
    why: "the first account of a channel is called `default` since 2026.2.26",
    safety: .unsafe("an account that was not in use may be started"))

  package let examples = [
    MigrationExample(
      """
      {
        channels: {
          slack: {
            botToken: "demo-not-a-secret-first", // the club
            allowFrom: ["U1"],
            accounts: {
              work: { botToken: "demo-not-a-secret-work" },
            },
          },
        },
      }
      """,
      """
      {
        channels: {
          slack: {
            allowFrom: ["U1"],
            accounts: {
              work: { botToken: "demo-not-a-secret-work" },
              default: {
                botToken: "demo-not-a-secret-first", // the club
              },
            },
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // work has no token of its own
          channels: { telegram: { botToken: "${TOKEN}", accounts: { work: { enabled: true } } } },
        }
        """),
    MigrationExample(
      unchanged: """
        { channels: { discord: { token: "${A}", accounts: { Default: {}, b: { token: "${B}" } } } } }
        """),
  ]

  /// What makes an account; at least one of them must move, or there was none.
  private static let credentials = [
    "token", "tokenFile", "botToken", "appToken", "account", "signalNumber", "authDir",
    "accessToken", "password", "code",
  ]
  private static let companions = [
    "name", "cliPath", "dbPath", "httpUrl", "httpHost", "httpPort", "webhookPath", "webhookUrl",
    "webhookSecret", "service", "region", "homeserver", "userId", "deviceName", "url",
  ]

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("accounts") && Self.credentials.contains { vocabulary.holds($0) }
  }

  package func apply(to transform: inout Transform) {
    for accounts in transform.matches("channels.*.accounts") {
      guard let channel = accounts.parent else { continue }
      let names = transform.draft.keys(at: accounts)
      let named = names.map { accounts.appending(key: $0) }
      guard !names.isEmpty, !names.contains(where: { $0.lowercased() == "default" }),
        named.allSatisfy({ transform.isObject($0) })
      else { continue }
      func isMovable(_ key: String) -> Bool {
        transform.has(channel.appending(key: key))
          && named.allSatisfy { isSet($0.appending(key: key), in: transform) }
      }
      guard Self.credentials.contains(where: isMovable) else { continue }
      let keys = transform.draft.keys(at: channel).filter {
        (Self.credentials + Self.companions).contains($0) && isMovable($0)
      }
      let target = accounts.appending(key: "default")
      transform.together { transform in
        keys.allSatisfy { key in
          transform.move(channel.appending(key: key), to: target.appending(key: key))
        }
      }
    }
  }

  private func isSet(_ path: ConfigPath, in transform: Transform) -> Bool {
    guard let kind = transform.kind(path) else { return false }
    return kind == .string ? transform.text(path) != nil : kind != .null
  }
}
