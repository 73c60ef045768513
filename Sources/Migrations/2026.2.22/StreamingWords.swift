internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// The words for how an answer is shown while it is written, in Telegram, Discord and Slack.
///
/// Until 2026.2.21 there were `streamMode`, with other words in Slack, and a boolean `streaming`;
/// then one word `streaming`, and since 2026.4.7 `streaming.mode`. A word wins over `streamMode`,
/// and that over a boolean, as OpenClaw reads them.
///
/// OpenClaw takes a default for a word that it does not know; here it stays and is reported.
struct StreamingWords {
  /// The words of the new shape.
  static let allowed = "off, partial, block, progress"

  /// `telegram`, `discord` or `slack`.
  let channel: String
  /// Where the keys stand: the channel or one of its accounts.
  let scope: ConfigPath

  /// The channels, and their accounts, that a config has.
  static func scopes(in transform: Transform) -> [StreamingWords] {
    transform.matches("channels.{telegram,discord,slack}{,.accounts.*}").compactMap { scope in
      guard scope.steps.count > 1, case .key(let channel) = scope.steps[1] else { return nil }
      return StreamingWords(channel: channel, scope: scope)
    }
  }

  var streaming: ConfigPath { scope.appending(key: "streaming") }
  var streamMode: ConfigPath { scope.appending(key: "streamMode") }
  var isSlack: Bool { channel == "slack" }

  /// What a word means for a release; nil when it is none.
  func meaning(of word: String, isOld: Bool, for target: Release) -> String? {
    let word = word.lowercased()
    if isSlack, isOld {
      let words = ["replace": "partial", "status_final": "progress", "append": "block"]
      if let word = words[word] { return word }
    }
    switch word {
    case "off", "partial", "block": return word
    case "progress": return isSlack || target >= "2026.5.2" ? word : "partial"
    default: return nil
    }
  }

  /// What `true` and `false` mean.
  func meaning(of flag: Bool) -> String { flag ? "partial" : "off" }

  /// Moves the word of `streamMode`, or converts it where the new word is another one.
  ///
  /// - Returns: whether the old key is gone.
  func moveWord(to target: ConfigPath, in transform: inout Transform) -> Bool {
    guard transform.expect(streamMode, .string) else { return false }
    if transform.has(target) { return transform.resolve(streamMode, against: target, .targetWins) }
    let word = transform.draft.string(at: streamMode) ?? ""
    let meaning = meaning(
      of: Transform.trimmed(word), isOld: true, for: transform.target)
    guard let meaning else {
      transform.noteWord(at: streamMode, allowed: Self.allowed)
      return false
    }
    return meaning == word
      ? transform.move(streamMode, to: target)
      : transform.convert(streamMode, to: target, .string(meaning))
  }

  /// Whether `streamMode` holds a word, so that it counts more than a boolean.
  func hasWord(in transform: Transform) -> Bool {
    transform.text(streamMode).map { meaning(of: $0, isOld: true, for: transform.target) != nil }
      ?? false
  }
}
