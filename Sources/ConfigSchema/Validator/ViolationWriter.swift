internal import ConfigDocument
internal import Diagnostics

/// Makes sentences of what a walk has noted; values of the config enter none of them.
struct ViolationWriter {
  let document: ConfigDocument
  let tree: KeyTree
  let keys: KeySet
  let lines: LineIndex
  private let successors = Successors()
  private let nearest: NearestKey

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - survey: the document and the catalogue.
  ///   - keys: the release that is judged by.
  ///   - breaches: everything that will be written about.
  init(_ survey: Survey, _ keys: KeySet, for breaches: [Breach]) {
    document = survey.document
    tree = survey.tree
    self.keys = keys
    lines = LineIndex(survey.document.bytes)
    let unknown = breaches.lazy.filter { $0.kind == .unknownKey }
    nearest = NearestKey(
      Set(unknown.compactMap { survey.document.key($0.node) }), in: survey.tree,
      at: keys.position)
  }

  func violation(_ breach: Breach) -> Violation {
    let path = path(of: breach)
    if [.unknownKey, .unknownChannel].contains(breach.kind) { return unknownKey(breach, at: path) }
    let row = tree.row(of: breach.place.node, at: keys.position)
    let (kind, message, fix) = text(of: breach, at: path, row)
    return Violation(
      kind: kind, checkID: "schema." + kind.rawValue, severity: severity(of: breach), path: path,
      node: breach.node, span: span(of: breach), message: message, why: why(breach), fix: fix,
      life: KeyLife(tree.rows(of: breach.place.node)))
  }

  func violation(_ breach: RuleBreach) -> Violation {
    let isSure = breach.isRefused && keys.knowledge != .none
    let why: Message =
      isSure
      ? "the gateway refuses the whole config because of it"
      : "releases up to \(ours: RuleBook.newest.description) refuse it; of later ones it is not known"
    return Violation(
      kind: .rule, checkID: "schema." + breach.rule, severity: isSure ? .error : .warning,
      path: ConfigPath(document.path(to: breach.node).steps + breach.missing.steps),
      node: breach.node, span: lines.span(anchor(breach.node)), message: breach.message, why: why,
      fix: .manual(breach.help), since: breach.since)
  }

  // MARK: Places

  private func path(of breach: Breach) -> ConfigPath {
    let path = document.path(to: breach.node)
    guard breach.kind == .missingKey else { return path }
    return path.appending(key: tree.name(of: breach.place.node))
  }

  private func anchor(_ node: NodeID) -> Range<Int> {
    document.keyRange(node) ?? document.range(node)
  }

  /// A key where the key is meant, a value where the value is.
  private func span(of breach: Breach) -> SourceSpan {
    switch breach.kind {
    case .unknownKey, .unknownChannel, .rejectedKey, .malformedKey, .missingKey:
      lines.span(anchor(breach.node))
    case .wrongType, .valueNotAllowed, .noAlternative, .outOfBounds, .malformed:
      lines.span(document.range(breach.node))
    }
  }

  // MARK: How much it matters

  func severity(of breach: Breach) -> Severity {
    switch breach.force {
    case .refused: breach.isSoftened || keys.knowledge == .none ? .warning : .error
    case .dropped: .warning
    case .kept: .info
    }
  }

  func why(_ breach: Breach) -> Message {
    if breach.kind == .unknownChannel {
      return keys.source < "2026.1.20"
        ? "the gateway starts, and the channel does not exist"
        : "the gateway refuses the whole config unless a plugin from elsewhere declares the channel"
    }
    switch breach.force {
    case .kept: return "it is kept, and has an effect only where something asks for it"
    case .dropped: return "the gateway starts, and the key has no effect"
    case .refused: break
    }
    if keys.knowledge == .none {
      return
        "these are the keys of \(ours: keys.source.description); those of \(ours: keys.release.description) are not known"
    }
    if breach.isSoftened, keys.knowledge == .core {
      return
        "these are the keys of \(ours: RuleBook.newest.description); of \(ours: keys.release.description) those of channels and plugins are not known exactly"
    }
    if breach.isSoftened {
      return "the gateway starts: it does not check this channel when it loads the file"
    }
    return "the gateway refuses the whole config because of it"
  }

  // MARK: Sentences

  private func text(
    of breach: Breach, at path: ConfigPath, _ row: KeyRow?
  ) -> (Violation.Kind, Message, Fix) {
    let phrase = document.kind(breach.node).phrase
    let expected = row?.types.phrase ?? "another kind"
    switch breach.kind {
    case .unknownKey, .unknownChannel, .missingKey:
      return (
        .missingKey, "\(path) is missing", .manual("add it: \(ours: description(of: row))")
      )
    case .wrongType:
      let isFraction = phrase == "a number" && row?.types.contains(.integer) == true
      return (
        .wrongType,
        "\(path) is \(ours: isFraction ? "a number with a fraction" : phrase), expected \(ours: expected)",
        .manual("write \(ours: description(of: row))")
      )
    case .valueNotAllowed, .noAlternative:
      let allowed = breach.kind == .noAlternative ? labels(of: breach.place.node) : values(row)
      return (
        .valueNotAllowed,
        "\(path) has a value that \(ours: keys.release.description) does not know",
        .manual("write \(ours: Self.choice(allowed))")
      )
    case .outOfBounds, .malformed, .malformedKey:
      let kind: Violation.Kind = breach.kind == .outOfBounds ? .outOfBounds : .malformed
      let limit = LimitText.phrase(tree.text(breach.limit))
      let subject: Message = breach.kind == .malformedKey ? "the name of \(path)" : "\(path)"
      return (
        kind, "\(subject) must be \(ours: limit)", .manual("write a value that is \(ours: limit)")
      )
    case .rejectedKey:
      return (
        .rejectedKey, "\(path) is declared by its channel and refused by a second check",
        .manual("remove it, or move to another release")
      )
    }
  }

  private func description(of row: KeyRow?) -> String {
    let allowed = values(row)
    return allowed.isEmpty ? row?.types.phrase ?? "a value" : Self.choice(allowed)
  }

  private func values(_ row: KeyRow?) -> [String] {
    guard let row, !row.values.isEmpty else { return [] }
    return ValueList(tree.slice(row.values)).map { String(decoding: $0, as: UTF8.self) }
  }

  private func labels(of union: KeyTree.Node) -> [String] {
    tree.children(of: union).compactMap { child in
      guard tree.row(of: child, at: keys.position) != nil else { return nil }
      let parts = tree.name(of: child).dropLast().split(separator: "=", maxSplits: 1)
      return parts.count == 2 ? "\"\(parts[1])\"" : nil
    }
  }

  /// `"a", "b" or "c"`; long lists are cut.
  static func choice(_ values: [String]) -> String {
    let shown = Array(values.prefix(12))
    if values.count > shown.count { return shown.joined(separator: ", ") + " or another one" }
    guard let last = shown.last else { return "another value" }
    return shown.count == 1 ? last : shown.dropLast().joined(separator: ", ") + " or " + last
  }

  // MARK: Unknown keys

  private func unknownKey(_ breach: Breach, at path: ConfigPath) -> Violation {
    let name = document.key(breach.node) ?? ""
    let node = [breach.place.node, breach.place.fallback].compactMap { $0 }
      .lazy.compactMap { tree.child(of: $0, named: name) }.first { tree.hasRows($0) }
    let life = node.flatMap { KeyLife(tree.rows(of: $0)) }
    let isFuture = life.map { $0.first > keys.source } ?? false
    let successor = successors.successor(of: path, isBackwards: isFuture)
    let suggestion = successor ?? alike(name, breach.place, path)
    let isChannel = breach.kind == .unknownChannel
    let kind = isChannel ? Violation.Kind.unknownChannel : .unknownKey
    var message: Message =
      "\(ours: keys.release.description) has no \(ours: isChannel ? "channel" : "key") \(path)"
    if let life { message = message + ", which is \(ours: life.phrase)" }
    let help: Message =
      if let successor {
        "write it as \(successor)"
      } else if isFuture, let first = life?.first {
        "remove it, or use \(ours: first.description) or later"
      } else if let suggestion {
        "is \(suggestion) meant? else remove it"
      } else {
        isChannel
          ? "remove it, or install the plugin that has it"
          : "remove it, or make it a comment with clawdoctor --fix --park"
      }
    return Violation(
      kind: kind, checkID: "schema." + kind.rawValue,
      severity: severity(of: breach), path: path, node: breach.node, span: span(of: breach),
      message: message, why: why(breach), fix: .manual(help), life: life,
      since: life?.last.flatMap { last in
        ReleaseCatalogue.entries.first { $0.release > last && $0.knowledge != .none }?.release
      }, suggestion: suggestion)
  }

  private func alike(_ name: String, _ place: Place, _ path: ConfigPath) -> ConfigPath? {
    if let sibling = nearest.sibling(of: name, at: place) {
      return path.parent?.appending(key: sibling)
    }
    var area: String?
    if case .key(let key)? = path.steps.first { area = key }
    return nearest.elsewhere(name, area: area)
  }
}
