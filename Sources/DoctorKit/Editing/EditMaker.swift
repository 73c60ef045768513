internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics
internal import Migrations
internal import Redaction

/// Turns what a user wants into edits, and stops before the first that must not be made.
struct EditMaker {
  /// Why nothing is done.
  enum Stop: Error {
    /// The request must not be followed.
    case refused([Finding])
    /// What is to go is not there.
    case absent([Finding])
    /// A path cannot be read.
    case malformed(Finding)
    /// A document beside the config cannot be read.
    case unreadable(SyntaxFailure, name: String)
  }

  let request: EditRequest
  let opened: OpenedConfig
  let target: Release
  /// What is to be done; of no use after a stop.
  var session: EditSession
  /// What is left to say although something is done.
  var findings: [Finding] = []
  /// How many masks got their values back.
  var restored = 0

  init(_ request: EditRequest, _ opened: OpenedConfig, target: Release) {
    self.request = request
    self.opened = opened
    self.target = target
    session = EditSession(
      opened.document, separate: opened.includes?.values ?? [:], id: request.edit.id)
  }

  /// Makes all edits.
  ///
  /// - Throws: `Stop`.
  mutating func make() throws(Stop) {
    switch request.edit {
    case .set(let assignments): for assignment in assignments { try set(assignment) }
    case .unset(let paths): try unset(paths)
    case .patch(let patch): try apply(patch)
    case .restore(let bytes, let name): try restore(from: bytes, name: name)
    }
  }

  /// Whether some file of the config is strict JSON, which lacks some spellings of numbers.
  var isStrict: Bool {
    opened.document.syntax == .json
      || opened.includes?.files.contains { $0.document.syntax == .json } == true
  }

  // MARK: Set

  private mutating func set(_ assignment: EditRequest.Assignment) throws(Stop) {
    let path = session.resolved(try parsed(assignment.path))
    let document = try current()
    let keys = KeySet(target)
    let reader = ValueReader(
      path: path, reading: request.reading, types: KeyLookup(keys).types(at: path),
      present: session.kind(at: path),
      accepts: { [session] in Self.isAccepted($0, at: path, in: session, Validator(keys: keys)) })
    let value: ConfigDocument
    do throws(ValueReader.Refusal) {
      value = try reader.read(assignment.value)
    } catch {
      throw .refused([finding("value-kind", error.message, help: error.help, at: path)])
    }
    try check(value, at: path)
    try put(value, at: path, in: document)
    if assignment.isExposed { try refuseSecret(at: path) }
  }

  /// A secret enters by standard input or a file: a command line is seen by other users and kept by
  /// the shell (FM-18).
  private mutating func refuseSecret(at path: ConfigPath) throws(Stop) {
    let document = try current()
    guard let node = document.node(at: path) else { return }
    // What is hidden when it is shown is secret; a reference to a variable is not.
    var redactor = Redactor()
    guard Redactor.containsLabel(redactor.redact(document, node, at: path).text) else { return }
    throw .refused([
      finding(
        "exposed-secret",
        "the value of \(path) is a secret, and other users and the shell's history see a command line",
        help:
          "give - as the value and pipe it in, or name a variable: ${NAME}; then change the secret, for it was seen",
        at: path)
    ])
  }

  private mutating func put(
    _ value: ConfigDocument, at path: ConfigPath, in document: ConfigDocument
  ) throws(Stop) {
    guard let node = document.node(at: path) else {
      return try make(.set(NewValue(value, value.root, isStrict: isStrict), at: path))
    }
    var difference = ValueDiff(
      ValueComparison(new: value, old: document, masks: Masks(in: value), rule: .text))
    difference.isStrict = isStrict
    difference.compare(
      value.root, with: node, at: path, request.oldEntries == .merge ? .merge : .exact)
    // A merge loses only where the kinds of the two do not fit.
    if request.oldEntries != .replace, !difference.losses.isEmpty {
      throw .refused([lossFinding(difference.losses, at: path)])
    }
    for edit in difference.edits { try make(edit) }
  }

  /// Whether the release accepts a value at a place.
  private static func isAccepted(
    _ value: NewValue, at path: ConfigPath, in session: EditSession, _ validator: Validator
  ) -> Bool {
    var attempt = session
    guard (try? attempt.make(.set(value, at: path))) != nil,
      let document = try? attempt.document()
    else { return true }
    return !validator.violations(in: document).contains {
      $0.severity == .error && path.isPrefix(of: $0.path)
    }
  }

  private func lossFinding(_ losses: [ConfigPath], at path: ConfigPath) -> Finding {
    let names = Self.listed(losses.prefix(10))
    let more: Message = losses.count > 10 ? " and \(losses.count - 10) more" : ""
    return finding(
      "entries-lost", "the new value of \(path) lacks what stands there: \(names)\(more)",
      help: request.oldEntries == .merge
        ? "it cannot be kept beside a value of another kind; --replace lets it go"
        : "--merge keeps it and adds the new, --replace lets it go", at: path)
  }

  // MARK: Unset

  private mutating func unset(_ texts: [String]) throws(Stop) {
    let document = try current()
    var nodes: Set<Int> = []
    var missing: [Finding] = []
    for text in texts {
      let path = session.resolved(try parsed(text))
      guard let node = document.node(at: path) else {
        missing.append(absence(of: path, in: document))
        continue
      }
      nodes.insert(node.index)
    }
    guard missing.isEmpty else { throw .absent(missing) }
    let inner = nodes.filter { index in
      nodes.contains { $0 != index && document.subtree(NodeID($0)).contains(index) }
    }
    // From the end: the positions that were given are those of now.
    for index in nodes.subtracting(inner).sorted(by: >) {
      try make(.remove(document.path(to: NodeID(index))))
    }
  }

  private func absence(of path: ConfigPath, in document: ConfigDocument) -> Finding {
    let similar = PathSuggestions(document: document).similar(to: path)
    return Finding(
      checkID: "nothing-there", severity: .warning, message: "nothing stands at \(path)",
      path: path,
      fix: similar.isEmpty ? .none : .manual("did you mean \(Self.listed(similar[...]))?"))
  }

  // MARK: Common

  /// Paths with commas between them.
  private static func listed(_ paths: ArraySlice<ConfigPath>) -> Message {
    var list: Message = ""
    for (number, path) in paths.enumerated() {
      list = number == 0 ? "\(path)" : "\(list), \(path)"
    }
    return list
  }

  func parsed(_ text: String) throws(Stop) -> ConfigPath {
    do throws(ConfigPathError) {
      return try ConfigPath(parsing: text)
    } catch {
      throw .malformed(
        Finding(
          checkID: "path", severity: .error,
          message: "the path cannot be read: \(ours: error.reason) (character \(error.column))",
          fix: .manual("\(ours: error.help)")))
    }
  }

  mutating func current() throws(Stop) -> ConfigDocument {
    do throws(EditRefusal) {
      return try session.document()
    } catch {
      throw .refused([
        finding("proof", "the result could not be read", help: "report the defect", at: nil)
      ])
    }
  }

  mutating func make(_ edit: ConfigEdit, saying message: Message? = nil) throws(Stop) {
    do throws(EditRefusal) {
      try session.make(edit, saying: message)
    } catch {
      let words = error.words(for: edit, in: opened.document)
      throw .refused([finding("edit", words.message, help: words.help, at: words.path)])
    }
  }

  /// What no new value may have: masks, a key twice, numbers that the file cannot hold.
  func check(_ value: ConfigDocument, at path: ConfigPath) throws(Stop) {
    let masks = Masks(in: value)
    var found = value.paths(to: masks.all).map { way in
      let place = ConfigPath(path.steps + way.steps)
      return finding(
        "masked-input", "the value for \(place) is the mask of a hidden one",
        help: "give the value itself; a mask that is written would be the secret", at: place)
    }
    found += flaws(of: value, at: path).map {
      finding($0.id, $0.message, help: $0.help, at: path)
    }
    guard found.isEmpty else { throw .refused(found) }
  }

  /// What makes a document unfit for being written.
  func flaws(
    of value: ConfigDocument, at path: ConfigPath
  ) -> [(id: String, message: Message, help: Message, node: NodeID)] {
    var found: [(String, Message, Message, NodeID)] = []
    value.forEachNode { node in
      if value.kind(node) == .number, isStrict, StrictNumber.spelling(of: value.text(node)) == nil {
        found.append(
          (
            "value-kind", "a number for \(path) cannot stand in strict JSON",
            "give a number that JSON has", node
          ))
      }
      guard value.kind(node) == .object else { return }
      var keys: Set<[UInt8]> = []
      for child in value.children(node)
      where !keys.insert(Array((value.key(child) ?? "").utf8)).inserted {
        found.append(
          (
            "duplicate-key", "the value for \(path) has a key twice",
            "leave one of the two", child
          ))
      }
    }
    return found
  }

  func finding(
    _ id: String, _ message: Message, help: Message, at path: ConfigPath?,
    in file: String? = nil, span: SourceSpan? = nil
  ) -> Finding {
    Finding(
      checkID: id, severity: .error, message: message, path: path, span: span, file: file,
      fix: .manual(help))
  }
}

extension EditRequest.Edit {
  /// What the edits are called in reports and backups.
  var id: String {
    switch self {
    case .set: "config-set"
    case .unset: "config-unset"
    case .patch: "config-patch"
    case .restore: "restore-from"
    }
  }
}
