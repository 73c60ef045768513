package import ConfigDocument
package import Diagnostics

extension Transform {
  /// A path of ours in the notation of `ConfigPath`.
  ///
  /// - Parameter text: without wildcards.
  /// - Returns: the path; the root when the text has a wildcard after all.
  package static func path(_ text: String) -> ConfigPath {
    PathPattern(text).filled(with: []) ?? .root
  }

  /// The paths at which something stands that one of several patterns describes.
  ///
  /// - Parameter pattern: alternatives in braces: `channels.slack{,.accounts.*}.dm.policy`.
  /// - Returns: the paths of the first alternative, then those of the next.
  package func matches(_ pattern: String) -> [ConfigPath] {
    guard vocabulary.mayMatch(pattern.utf8) else { return [] }
    return BraceExpansion.expand(pattern).flatMap { draft.matches(PathPattern($0)) }
  }

  /// What stands at a path; nil when nothing does.
  package func kind(_ path: ConfigPath) -> NodeKind? { draft.kind(at: path) }

  /// Whether something stands at a path.
  package func has(_ path: ConfigPath) -> Bool { draft.kind(at: path) != nil }

  /// Whether an object stands at a path.
  package func isObject(_ path: ConfigPath) -> Bool { draft.kind(at: path) == .object }

  /// Whether a word stands anywhere in the original text: cheaper than a look at every value.
  ///
  /// - Parameter word: as it is written.
  /// - Returns: false also where it is written with escapes.
  func mentions(_ word: String) -> Bool {
    let word = Array(word.utf8)
    let bytes = draft.document.bytes
    guard let first = word.first, word.count <= bytes.count else { return false }
    return (0...(bytes.count - word.count)).contains { start in
      bytes[start] == first && bytes[start..<(start + word.count)].elementsEqual(word)
    }
  }

  /// The string at a path without white space around it; nil when there is none or it is blank.
  package func text(_ path: ConfigPath) -> String? {
    guard let text = draft.string(at: path) else { return nil }
    let trimmed = Self.trimmed(text)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// The innermost value on the way to a path that is there: where a reader has to look when the
  /// path itself is not.
  func standing(above path: ConfigPath) -> ConfigPath {
    var path = path
    while !has(path), let parent = path.parent { path = parent }
    return path
  }

  /// A value as one that can be written elsewhere; its comments stay where they are.
  ///
  /// - Parameter path: the value.
  /// - Returns: `null` where nothing stands.
  func copy(of path: ConfigPath) -> NewValue {
    switch draft.kind(at: path) {
    case .object?:
      .object(
        draft.keys(at: path).map { NewValue.Member($0, copy(of: path.appending(key: $0))) })
    case .array?:
      .array((0..<draft.count(at: path)).map { copy(of: path.appending(index: $0)) })
    case .string?: .string(draft.string(at: path) ?? "")
    case .number?: .number(draft.spelling(at: path) ?? "0")
    case .boolean?: .boolean(draft.boolean(at: path) == true)
    case .null?, nil: .null
    }
  }

  /// A text without the white space around it.
  package static func trimmed(_ text: String) -> String {
    let isPlain = { (byte: UInt8?) in byte.map { (0x21...0x7E).contains($0) } ?? true }
    if isPlain(text.utf8.first), isPlain(text.utf8.last) { return text }
    let isSpace = { (character: Character) in character.isWhitespace }
    var rest = text[...]
    while let first = rest.first, isSpace(first) { rest.removeFirst() }
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return String(rest)
  }
}

/// Alternatives in braces, as shells write them: `a{,.b}.c` is `a.c` and `a.b.c`.
enum BraceExpansion {
  static func expand(_ text: String) -> [String] {
    // By bytes: most patterns have no braces, and every run expands some hundred.
    guard let open = text.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = text.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    else { return [text] }
    let choices = text.utf8[text.utf8.index(after: open)..<close].split(
      separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    return choices.flatMap { choice in
      expand(
        String(text[..<open]) + String(Substring(choice))
          + String(text[text.utf8.index(after: close)...]))
    }
  }
}
