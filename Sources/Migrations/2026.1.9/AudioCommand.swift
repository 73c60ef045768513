internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// A command that turns speech into text, as it was written before there were media models:
/// `{ command: [program, …arguments], timeoutSeconds }`.
///
/// It becomes an entry of a list of models. An entry that is there already is what the gateway
/// uses, and the command goes, named in the report. OpenClaw also switches the feature on where it
/// was switched off; here `enabled: false` stays.
enum AudioCommand {
  private static let audio = Transform.path("tools.media.audio")
  private static let shared = Transform.path("tools.media.models")

  /// Moves the command at a path to where the target release has it.
  ///
  /// - Returns: whether the old key is gone.
  static func move(_ source: ConfigPath, in transform: inout Transform) -> Bool {
    guard isFit(source, in: &transform) else { return false }
    let isShared = transform.target >= "2026.7.2-beta"
    let list = isShared ? shared : audio.appending(key: "models")
    if let rival = rival(to: list, isShared: isShared, in: transform) {
      return transform.resolve(source, against: rival, .targetWins)
    }
    let entry = list.appending(index: transform.draft.count(at: list))
    let change = Change(
      migration: transform.facts.id, action: .convert, source: source, target: entry,
      span: transform.span(of: source), message: "convert \(source) to \(entry)")
    return transform.together(change) { transform in
      guard let program = write(source, to: entry, in: &transform) else { return false }
      if isShared {
        transform.add(
          entry.appending(key: "capabilities"), .array([.string("audio")]), because: nil)
        transform.add(
          audio.appending(key: "preferredModel"), .string("cli:" + program), because: nil)
      }
      transform.add(
        audio.appending(key: "enabled"), .boolean(true), placement: .first, because: nil)
      return true
    }
  }

  /// What the gateway uses instead of the command already.
  private static func rival(
    to list: ConfigPath, isShared: Bool, in transform: Transform
  ) -> ConfigPath? {
    guard isShared else { return transform.draft.count(at: list) > 0 ? list : nil }
    return transform.matches("{tools.media.audio.models[],tools.media.models[]}").first { entry in
      let skills = entry.appending(key: "capabilities")
      return !transform.has(skills)
        || (0..<transform.draft.count(at: skills)).contains {
          transform.text(skills.appending(index: $0)) == "audio"
        }
    }
  }

  /// - Returns: the program; nil when a step could not be made.
  private static func write(
    _ source: ConfigPath, to entry: ConfigPath, in transform: inout Transform
  ) -> String? {
    let command = source.appending(key: "command")
    let timeout = source.appending(key: "timeoutSeconds")
    let arguments = entry.appending(key: "args")
    guard let list = entry.parent, let program = transform.text(command.appending(index: 0)),
      transform.makeArray(list),
      // Member by member: a draft cannot move a member into an array.
      transform.add(entry, .object([NewValue.Member("type", .string("cli"))]), because: nil),
      transform.place(command.appending(index: 0), at: entry.appending(key: "command")),
      transform.prune(command) || transform.place(command, at: arguments),
      !transform.has(timeout)
        || transform.place(timeout, at: entry.appending(key: "timeoutSeconds")),
      transform.prune(source)
    else { return nil }
    if transform.target >= "2026.4.26" { renamePlaceholders(in: arguments, of: &transform) }
    return program
  }

  /// The file to be read is called otherwise since 2026.4.26.
  private static func renamePlaceholders(in arguments: ConfigPath, of transform: inout Transform) {
    for index in 0..<transform.draft.count(at: arguments) {
      let argument = arguments.appending(index: index)
      guard let text = transform.draft.string(at: argument) else { continue }
      let parts = text.split(separator: "{input}", omittingEmptySubsequences: false)
      guard parts.count > 1 else { continue }
      _ = transform.place(
        argument, at: argument, as: .string(parts.joined(separator: "{{MediaPath}}")))
    }
  }
}

extension AudioCommand {
  /// Whether every part of the value has a place in the new shape; what has none is noted.
  private static func isFit(_ source: ConfigPath, in transform: inout Transform) -> Bool {
    guard transform.expect(source, .object) else { return false }
    for key in transform.draft.keys(at: source) where key != "command" && key != "timeoutSeconds" {
      transform.note(
        at: source.appending(key: key),
        "\(source.appending(key: key)) has no place in a media model",
        why: "\(ours: transform.facts.why)",
        fix: .manual("remove it or write the model by hand, then run clawdoctor --fix"))
      return false
    }
    let timeout = source.appending(key: "timeoutSeconds")
    guard !transform.has(timeout) || transform.expect(timeout, .number) else { return false }
    let command = source.appending(key: "command")
    let count = transform.draft.count(at: command)
    let isText = (0..<count).allSatisfy {
      transform.kind(command.appending(index: $0)) == .string
    }
    guard transform.kind(command) == .array, count > 0, isText,
      isProgram(transform.text(command.appending(index: 0)) ?? "")
    else {
      transform.note(
        at: source, "\(source) holds no command that can be run",
        why: "\(ours: transform.facts.why), and it refuses programs with signs of a shell",
        fix: .manual("write a program and its arguments as a list, then run clawdoctor --fix"))
      return false
    }
    return true
  }

  /// What OpenClaw takes for a program: a path, or a word without signs that a shell reads.
  private static func isProgram(_ text: String) -> Bool {
    let isShell = text.unicodeScalars.contains {
      ";&|`$<>\"'\r\n\0".unicodeScalars.contains($0)
    }
    guard !text.isEmpty, !isShell else { return false }
    let isPath =
      text.hasPrefix(".") || text.hasPrefix("~") || text.contains("/") || text.contains("\\")
      || (text.utf8.dropFirst().first == UInt8(ascii: ":") && text.first?.isLetter == true)
    let isWord = text.utf8.allSatisfy { byte in
      (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
        || [0x2E, 0x5F, 0x2B, 0x2D].contains(byte)
    }
    return isPath || (isWord && !text.hasPrefix("-"))
  }
}
