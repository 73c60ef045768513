internal import ConfigDocument
internal import Diagnostics
internal import Redaction

/// Finds the values that differ between two configs, whatever their spelling, order and comments.
struct DifferenceFinder {
  private let comparison: ValueComparison
  private let oldLines: LineIndex
  private let newLines: LineIndex
  /// The redactor of both, so that labels can be compared.
  private(set) var redactor: Redactor
  private(set) var entries: [ConfigDifference.Entry] = []

  private var new: ConfigDocument { comparison.new }
  private var old: ConfigDocument { comparison.old }

  /// Compares two configs.
  ///
  /// - Parameters:
  ///   - old: one.
  ///   - new: the other.
  ///   - redactor: knows what is secret in and around them.
  init(old: ConfigDocument, new: ConfigDocument, knowing redactor: Redactor) {
    self.redactor = redactor
    comparison = ValueComparison(new: new, old: old, masks: Masks(in: new), rule: .text)
    oldLines = LineIndex(old.bytes)
    newLines = LineIndex(new.bytes)
    compare(old.root, new.root, .root, .root)
  }

  private mutating func compare(
    _ one: NodeID, _ other: NodeID, _ path: ConfigPath, _ place: ConfigPath
  ) {
    switch (old.kind(one), new.kind(other)) {
    case (.object, .object): members(one, other, path, place)
    case (.array, .array): items(one, other, path, place)
    default:
      if !comparison.isSame(other, one) { add(.changed, (one, path), (other, place)) }
    }
  }

  private mutating func members(
    _ one: NodeID, _ other: NodeID, _ path: ConfigPath, _ place: ConfigPath
  ) {
    let there = ValueComparison.members(old, one)
    let here = ValueComparison.members(new, other)
    for child in new.children(other) {
      let key = new.key(child) ?? ""
      guard here[Array(key.utf8)] == child else { continue }
      let target = place.appending(key: key)
      if let known = there[Array(key.utf8)] {
        compare(known, child, path.appending(key: key), target)
      } else {
        add(.added, nil, (child, target))
      }
    }
    for child in old.children(one) {
      let key = old.key(child) ?? ""
      guard here[Array(key.utf8)] == nil, there[Array(key.utf8)] == child else { continue }
      add(.removed, (child, path.appending(key: key)), nil)
    }
  }

  private mutating func items(
    _ one: NodeID, _ other: NodeID, _ path: ConfigPath, _ place: ConfigPath
  ) {
    let olds = Array(old.children(one))
    let news = Array(new.children(other))
    let matches = ItemMatcher(comparison, new: other, old: one).result
    var kept: [Int: Int] = [:]
    for (number, match) in matches.enumerated() {
      if case .old(let position) = match { kept[position] = number }
    }
    // An item that took the place of another one was changed.
    if news.count == olds.count {
      for number in news.indices where matches[number] == .none && kept[number] == nil {
        kept[number] = number
      }
    }
    let origins = Dictionary(uniqueKeysWithValues: kept.map { ($1, $0) })
    var last = -1
    for number in news.indices {
      let target = place.appending(index: number)
      guard let position = origins[number] else {
        add(.added, nil, (news[number], target))
        continue
      }
      let source = path.appending(index: position)
      if position < last { add(.moved, (olds[position], source), (news[number], target)) }
      last = max(last, position)
      compare(olds[position], news[number], source, target)
    }
    for position in olds.indices where kept[position] == nil {
      add(.removed, (olds[position], path.appending(index: position)), nil)
    }
  }

  // MARK: Telling

  private mutating func add(
    _ kind: ConfigDifference.Entry.Kind, _ before: (node: NodeID, path: ConfigPath)?,
    _ after: (node: NodeID, path: ConfigPath)?
  ) {
    entries.append(
      ConfigDifference.Entry(
        kind: kind, oldPath: before.map { redactor.render($0.path).text },
        newPath: after.map { redactor.render($0.path).text },
        old: before.map { shown(old, $0.node, $0.path) },
        new: after.map { shown(new, $0.node, $0.path) },
        oldLine: before.map { line($0.node, old, oldLines) },
        newLine: after.map { line($0.node, new, newLines) }))
  }

  private func line(_ node: NodeID, _ document: ConfigDocument, _ lines: LineIndex) -> Int {
    lines.line(of: (document.keyRange(node) ?? document.range(node)).lowerBound)
  }

  /// A scalar as JSON, masked; of an object or array what it is.
  private mutating func shown(
    _ document: ConfigDocument, _ node: NodeID, _ path: ConfigPath
  ) -> String {
    let kind = document.kind(node)
    guard kind.isContainer else { return redactor.json(document, node, at: path).text }
    let count = document.childCount(node)
    let noun = kind == .object ? "member" : "item"
    return count == 0
      ? kind.phrase + " without \(noun)s"
      : kind.phrase + " with \(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
