package import ConfigDocument
package import Diagnostics

extension Transform {
  /// Tells the reader that a value is left because it is of a kind that the new shape lacks.
  ///
  /// - Parameters:
  ///   - path: the value.
  ///   - wanted: the kind that was expected, with its article.
  package mutating func noteKind(of path: ConfigPath, expected wanted: String) {
    guard let kind = kind(path) else { return }
    note(
      at: path, "\(path) is \(ours: kind.phrase), expected \(ours: wanted)",
      why: "\(ours: facts.why); a value of this kind has no place in the new shape",
      fix: .manual("correct the value or remove it, then run clawdoctor --fix"))
  }

  /// Whether a value is of the kind that a migration is for; another kind is noted and stays.
  ///
  /// - Parameters:
  ///   - path: the value.
  ///   - wanted: the kind.
  /// - Returns: false also when nothing stands there, which is nothing to note.
  package mutating func expect(_ path: ConfigPath, _ wanted: NodeKind) -> Bool {
    guard let kind = kind(path) else { return false }
    if kind != wanted { noteKind(of: path, expected: wanted.phrase) }
    return kind == wanted
  }

  /// Tells the reader that a word is left because it is none of those that can be followed.
  ///
  /// - Parameters:
  ///   - path: the word.
  ///   - allowed: words of ours that would do, for the hint.
  package mutating func noteWord(at path: ConfigPath, allowed: String) {
    note(
      at: path, "\(path) holds a word that OpenClaw does not know",
      why: "\(ours: facts.why); what the word means in the new shape cannot be known",
      fix: .manual("write one of \(ours: allowed), then run clawdoctor --fix"))
  }
}
