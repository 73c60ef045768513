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
  private var lines: LineIndex?

  /// Begins with a document as it is.
  ///
  /// - Parameters:
  ///   - document: the config.
  ///   - target: the release that it is for.
  ///   - facts: of the first migration.
  ///   - allowsUnsafe: whether changes that may alter routing, cost or access are wanted.
  ///   - separate: values that come from texts of their own, and these.
  package init(
    _ document: ConfigDocument, target: Release, facts: MigrationFacts, allowsUnsafe: Bool = false,
    separate: [NodeID: ConfigDocument] = [:]
  ) {
    draft = Draft(document, separate: separate)
    vocabulary = KeyVocabulary(document)
    self.target = target
    self.facts = facts
    self.allowsUnsafe = allowsUnsafe
  }

  /// Makes one edit; a refusal becomes a finding and, as every edit promises, changes nothing.
  ///
  /// An edit in an object that still includes another file is refused: what that file holds is not
  /// known here, and it may have the very key that is written.
  ///
  /// - Returns: whether it was made.
  mutating func attempt(
    _ path: ConfigPath, to target: ConfigPath? = nil,
    _ edit: (inout Draft) throws(EditError) -> Void
  ) -> Bool {
    for place in [path, target].compactMap({ $0 }) {
      if let owner = includingObject(above: place) {
        reportInclude(in: owner, for: path)
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
    case .superseded, .removed, .emptied: break
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

  /// The outermost object on the way to a path that includes another file; nil when none does.
  private func includingObject(above path: ConfigPath) -> ConfigPath? {
    guard vocabulary.holds("$include") else { return nil }
    return path.steps.indices.lazy.map { ConfigPath(Array(path.steps[..<$0])) }
      .first { draft.kind(at: $0.appending(key: "$include")) != nil }
  }

  private mutating func reportInclude(in owner: ConfigPath, for path: ConfigPath) {
    let include = owner.appending(key: "$include")
    let reason: Message
    if draft.count(at: owner) > 1 {
      reason = "\(owner) has keys of its own beside `$include`, and OpenClaw merges the two"
    } else if draft.kind(at: include) == .array {
      reason = "\(owner) includes a list of files, and OpenClaw merges them"
    } else {
      reason = "the file that \(owner) includes is not read here, or is included more than once"
    }
    note(
      at: path, "\(path) is left as it is: \(owner) includes another file",
      why: "\(reason); which file the change belongs to is not certain",
      fix: .manual("make the change by hand in the file that it belongs to"))
  }

  /// What in the notation stands in the way of an edit.
  private static func obstacle(_ code: EditError.Code) -> Message {
    switch code {
    case .alias: "the value is an alias"
    case .sharedAnchor: "aliases elsewhere stand for the value"
    case .mergeKey: "a merge key (<<) has to do with it"
    case .template: "the value comes from a template"
    case .foreignTag: "a tag gives the value a meaning of its own"
    case .unusualKey: "the key is written in an unusual way"
    default: "the text around it leaves no place for it"
    }
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
        at: path, "\(path) cannot be migrated as it is written: " + Self.obstacle(error.code),
        why: "a change here would change another place, or could not be written safely",
        fix: .manual("make the change by hand, then run clawdoctor --fix again"))
    case .noSuchPath, .targetExists, .intoItself:
      note(
        at: path, "\(path) cannot be migrated: something unexpected stands at \(error.path)",
        fix: .manual("look at both, then run clawdoctor --fix again"))
    }
  }
}
