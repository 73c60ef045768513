internal import ConfigSchema
public import Diagnostics

/// The only door out for values: turns documents, messages and paths into text that may be shown.
///
/// A value is hidden when its key says so, or when it looks like a secret. Equal secrets get equal
/// labels within one redactor, and what was hidden once for its key is hidden wherever it turns up
/// later, so keep one for a whole run and let it read the documents first.
///
/// ```swift
/// var redactor = Redactor()
/// let shown = redactor.redact(document)  // { token: "‹token 1›" } // the token of the gateway
/// ```
public struct Redactor: Sendable {
  var labels = Labels()
  var known = KnownSecrets()

  /// Makes a redactor that knows no secret yet.
  public init() {}

  /// Whether a text holds something that stands for a hidden value: one of our labels, or the
  /// sentinel `__OPENCLAW_REDACTED__` (OpenClaw, since 2026.2.6).
  ///
  /// Such text must never be written into a config.
  ///
  /// - Parameter text: a value or a key.
  /// - Returns: false for text that may be written.
  public static func containsLabel(_ text: String) -> Bool {
    // Every value of a config is asked about and next to none can hold one.
    guard text.utf8.withContiguousStorageIfAvailable(Islands.mayHoldLabel) ?? true else {
      return false
    }
    let bytes = Array(text.utf8)
    return bytes.indices.contains { Islands.label(bytes, $0) != nil }
  }

  /// Hides what looks secret in text that has no structure: output of a program, a log line.
  ///
  /// - Parameter text: any text.
  /// - Returns: the text with labels in the place of secrets.
  public mutating func redact(text: String) -> RedactedText {
    RedactedText(hideByLook(text, isProse: true))
  }

  /// A sentence with the secrets in its outside words hidden.
  ///
  /// Control characters in them are written as escapes, so that no file name can drive a terminal.
  ///
  /// - Parameter message: the sentence.
  /// - Returns: what may be shown.
  public mutating func render(_ message: Message) -> RedactedText {
    var text = ""
    for segment in message.segments {
      switch segment {
      case .text(let ours): text += ours
      case .path(let path): text += render(path).text
      case .outside(let word): text += visible(hideByLook(word, isProse: true))
      }
    }
    return RedactedText(text)
  }

  /// A path with the keys that look secret hidden.
  ///
  /// - Parameter path: the way to a value.
  /// - Returns: what may be shown.
  public mutating func render(_ path: ConfigPath) -> RedactedText {
    var steps = path.steps
    for (position, step) in path.steps.enumerated() {
      if case .key(let key) = step { steps[position] = .key(visible(hideInKey(key))) }
    }
    return RedactedText(ConfigPath(steps).description)
  }

  /// A path that somebody has typed, which stands in no config: keys of the catalogue and short ones
  /// are shown, for anything else may be a value that was put in the wrong place.
  ///
  /// - Parameter path: what was asked for.
  /// - Returns: what may be shown.
  public mutating func render(asked path: ConfigPath) -> RedactedText {
    var steps = path.steps
    for (position, step) in path.steps.enumerated() {
      guard case .key(let key) = step else { continue }
      let isPublic =
        key.utf8.count < KnownSecrets.minimumLength || SensitiveKeys.words.contains(key)
        || PublicWords.contains(key)
      if !isPublic { steps[position] = .key("…") }
    }
    return render(ConfigPath(steps))
  }

  private func visible(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      // Bidirectional marks could show a text in another order than it has.
      let isMark =
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      if isControl || isMark {
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
