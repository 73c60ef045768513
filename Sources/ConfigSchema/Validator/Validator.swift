package import ConfigDocument
internal import Diagnostics

/// Says what a release of OpenClaw does not accept in a config.
///
/// ```swift
/// let violations = Validator("2026.4.22").violations(in: document)
/// ```
package struct Validator: Sendable {
  /// The keys that it judges by.
  package let keys: KeySet

  /// Makes a validator.
  ///
  /// - Parameter release: any release; where its keys are not known, those of the nearest one
  ///   before it are taken, and every violation is a warning that says so.
  package init(_ release: Release) {
    self.init(keys: KeySet(release))
  }

  /// Makes a validator with a set of keys.
  ///
  /// - Parameter keys: the set.
  package init(keys: KeySet) {
    self.keys = keys
  }

  /// Everything that the release does not accept, in one pass.
  ///
  /// - Parameter document: the config.
  /// - Returns: the violations in the order of the text, without values of the config.
  package func violations(in document: ConfigDocument) -> [Violation] {
    let tree = KeyTree()
    let breaches = inspection(of: document, tree, Landmarks(tree), stopsAtRefusal: false)
    let rules = RuleBook.breaches(in: document, keys)
    guard !breaches.isEmpty || !rules.isEmpty else { return [] }
    let lines = LineIndex(document.bytes)
    let writer = ViolationWriter(document: document, tree: tree, keys: keys, lines: lines)
    return (breaches.map { writer.violation($0) } + rules.map { writer.violation($0) })
      .enumerated().sorted { left, right in
        (left.element.span.range.lowerBound, left.offset)
          < (right.element.span.range.lowerBound, right.offset)
      }.map(\.element)
  }

  /// Whether the release starts with a config, as far as its keys are known.
  ///
  /// - Parameter document: the config.
  /// - Returns: false when something makes it refuse the file.
  package func accepts(_ document: ConfigDocument) -> Bool {
    let tree = KeyTree()
    return accepts(document, tree, Landmarks(tree))
  }

  func accepts(_ document: ConfigDocument, _ tree: KeyTree, _ landmarks: Landmarks) -> Bool {
    !inspection(of: document, tree, landmarks, stopsAtRefusal: true)
      .contains { $0.force == .refused && !$0.isSoftened }
      && !RuleBook.breaches(in: document, keys).contains { $0.isRefused }
  }

  /// What the table of keys does not accept, without the rules about several keys.
  func breaches(in document: ConfigDocument) -> [Breach] {
    let tree = KeyTree()
    return inspection(of: document, tree, Landmarks(tree), stopsAtRefusal: false)
  }

  private func inspection(
    of document: ConfigDocument, _ tree: KeyTree, _ landmarks: Landmarks, stopsAtRefusal: Bool
  ) -> [Breach] {
    document.bytes.withUnsafeBufferPointer { input in
      var inspection = Inspection(
        document, input: input, tree: tree, keys: keys, landmarks: landmarks)
      inspection.stopsAtRefusal = stopsAtRefusal
      inspection.run()
      return inspection.breaches
    }
  }
}
