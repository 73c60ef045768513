package import ConfigDocument
package import ConfigSchema
package import Diagnostics

/// What a migration works on: the config, and the account of what was done to it.
///
/// Every way to change something is a function here, and each writes to the ledger, so that a
/// migration cannot change anything silently. A change that is impossible (a key stands twice, a
/// string where an object is needed) becomes a finding; the value stays and the next one is tried.
package struct Transform: Sendable {
  /// The config as it is now.
  ///
  /// It is changed only through the functions of this type.
  package private(set) var draft: Draft
  /// The release that the config is for.
  package let target: Release
  /// Whether changes that may alter routing, cost or access are wanted.
  package internal(set) var allowsUnsafe: Bool
  /// The migration that is at work.
  package internal(set) var facts: MigrationFacts
  /// What was done, for the proof.
  package private(set) var ledger = Ledger()
  /// What was done, for the reader.
  package private(set) var changes: [Change] = []
  /// What could not or may not be done, for the reader.
  package private(set) var findings: [Finding] = []
  private(set) var vocabulary: KeyVocabulary
  /// The texts that OpenClaw merges with the config; nil where it is the only one, or they are not
  /// known.
  let layers: MergedLayers?
  private var lines: LineIndex?

  /// Begins with a document as it is.
  ///
  /// - Parameters:
  ///   - document: the config.
  ///   - target: the release that it is for.
  ///   - facts: of the first migration.
  ///   - allowsUnsafe: whether changes that may alter routing, cost or access are wanted.
  ///   - separate: values that come from texts of their own, and these.
  ///   - layers: the texts that OpenClaw merges with the config.
  package init(
    _ document: ConfigDocument, target: Release, facts: MigrationFacts, allowsUnsafe: Bool = false,
    separate: [NodeID: ConfigDocument] = [:], layers: MergedLayers? = nil
  ) {
    draft = Draft(document, separate: separate)
    self.layers = layers
    vocabulary = KeyVocabulary(document)
    self.target = target
    self.facts = facts
    self.allowsUnsafe = allowsUnsafe
  }

  /// Makes one edit; a refusal becomes a finding and, as every edit promises, changes nothing.
  ///
  /// An edit in an object that still includes another file is refused where what that file holds is
  /// not known here, or has the very key that is to be written anew.
  ///
  /// - Returns: whether it was made.
  mutating func attempt(
    _ path: ConfigPath, to target: ConfigPath? = nil,
    _ edit: (inout Draft) throws(EditError) -> Void
  ) -> Bool {
    for place in [path, target].compactMap({ $0 }) {
      if let obstacle = obstacle(at: place) {
        report(obstacle, at: place, for: path)
        return false
      }
    }
    do throws(EditError) {
      try edit(&draft)
      return true
    } catch {
      report(error, for: path)
      return false
    }
  }

  /// Makes several changes or none: what a step of them cannot do, none of them does.
  ///
  /// - Parameters:
  ///   - change: one line for the report instead of a line for each step; nil for those lines.
  ///   - steps: the changes; false when one of them was not made.
  /// - Returns: whether they were made.
  @discardableResult
  mutating func together(
    _ change: Change? = nil, _ steps: (inout Transform) -> Bool
  ) -> Bool {
    var attempt = self
    guard steps(&attempt) else {
      findings = attempt.findings
      return false
    }
    if let change { attempt.changes = changes + [change] }
    self = attempt
    return true
  }

  mutating func record(_ event: Ledger.Event) {
    ledger.record(event, by: facts.id)
    switch event {
    case .moved(_, let target): vocabulary.insert(target)
    case .converted(_, let target), .added(let target):
      vocabulary.insert(target)
      learnKeys(below: target)
    case .superseded, .removed, .emptied, .reordered: break
    }
  }

  /// What is new in a config brings keys that a later migration may look for.
  private mutating func learnKeys(below path: ConfigPath) {
    for key in draft.keys(at: path) {
      vocabulary.insert(key)
      learnKeys(below: path.appending(key: key))
    }
    guard draft.kind(at: path) == .array else { return }
    for index in 0..<draft.count(at: path) { learnKeys(below: path.appending(index: index)) }
  }

  mutating func record(
    _ action: Change.Action, from source: ConfigPath?, to target: ConfigPath?, at span: SourceSpan?,
    _ message: Message
  ) {
    changes.append(
      Change(
        migration: facts.id, action: action, source: source, target: target, span: span,
        message: message))
  }

  /// Tells the reader of something that is left as it is.
  ///
  /// - Parameters:
  ///   - severity: nil for an error where the target refuses the old shape, a warning elsewhere.
  ///   - path: the key concerned.
  ///   - message: what is there.
  ///   - why: why it matters or was left.
  ///   - fix: what can be done.
  package mutating func note(
    _ severity: Severity? = nil, at path: ConfigPath, _ message: Message, why: Message? = nil,
    fix: Fix
  ) {
    findings.append(
      Finding(
        checkID: facts.id,
        severity: severity ?? (facts.life.isRefused(by: target) ? .error : .warning),
        message: message, why: why, path: path, span: span(of: path),
        since: (facts.life.refused ?? facts.life.introduced).description, fix: fix))
  }

  /// Where the key of a value, or the value itself, stands in the original text.
  package mutating func span(of path: ConfigPath) -> SourceSpan? {
    guard let node = draft.origin(at: path) else { return nil }
    let lines = self.lines ?? LineIndex(draft.document.bytes)
    self.lines = lines
    return lines.span(draft.document.keyRange(node) ?? draft.document.range(node))
  }

  private mutating func report(_ error: EditError, for path: ConfigPath) {
    switch error.code {
    case .duplicateKey:
      note(
        at: path, "a key on the way to \(path) stands in its object more than once",
        why: "the gateway reads only the last one, and which one was meant cannot be known",
        fix: .manual("remove the one that is not wanted, then run clawdoctor --fix again"))
    case .notAContainer:
      note(
        at: path, "\(path) cannot be migrated: \(error.path) is not an object",
        why: "the new place of the value lies inside it",
        fix: .manual("correct \(error.path), then run clawdoctor --fix again"))
    case .alias, .sharedAnchor, .mergeKey, .template, .foreignTag, .unusualKey, .inexpressible:
      note(
        at: path, "\(path) cannot be migrated as it is written: " + error.obstacle,
        why: "a change here would change another place, or could not be written safely",
        fix: .manual("make the change by hand, then run clawdoctor --fix again"))
    case .noSuchPath, .targetExists, .intoItself:
      note(
        at: path, "\(path) cannot be migrated: something unexpected stands at \(error.path)",
        fix: .manual("look at both, then run clawdoctor --fix again"))
    }
  }
}
