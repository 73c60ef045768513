package import ConfigDocument
package import Diagnostics

/// Says what a release of OpenClaw does not accept in a config.
///
/// ```swift
/// let violations = Validator("2026.4.22").violations(in: document)
/// ```
package struct Validator: Sendable {
  /// The keys that it judges by.
  package let keys: KeySet
  /// Whether another text may hold what is missing: then nothing is missing, and no rule about
  /// several keys is asked.
  package var isPartial = false

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

  /// The identifiers of all violations.
  package static var checkIDs: Set<String> {
    Set(Violation.Kind.allCases.map(\.rawValue) + RuleBook.all.map(\.id)).reduce(into: []) {
      $0.insert("schema." + $1)
    }
  }

  /// Everything that the release does not accept, in one pass.
  ///
  /// - Parameter document: the config.
  /// - Returns: the violations in the order of the text, without values of the config; of the
  ///   table of keys the first thousand.
  package func violations(in document: ConfigDocument) -> [Violation] {
    let survey = Survey(document)
    // Of a key that stands twice, the release reads the last one only.
    let breaches = breaches(in: survey).filter { breach in
      document.node(at: document.path(to: breach.node)) == breach.node
    }
    let rules = isPartial ? [] : RuleBook.breaches(in: document, keys)
    guard !breaches.isEmpty || !rules.isEmpty else { return [] }
    let writer = ViolationWriter(survey, keys, for: breaches)
    return (breaches.map { writer.violation($0) } + rules.map { writer.violation($0) })
      .enumerated().sorted { left, right in
        (left.element.span.range.lowerBound, left.offset)
          < (right.element.span.range.lowerBound, right.offset)
      }.map(\.element)
  }

  /// The places of what the release does not accept, without saying what it is.
  ///
  /// - Parameters:
  ///   - document: the config.
  ///   - sections: the keys of the root to look below, and at.
  ///   - withRules: whether the rules about several keys are asked, wherever they look.
  /// - Returns: the paths of the values, and of the objects that lack a key.
  package func places(
    in document: ConfigDocument, sections: Set<String>, withRules: Bool
  ) -> Set<ConfigPath> {
    var nodes = breaches(in: Survey(document), sections: sections).map(\.node)
    if withRules, !isPartial { nodes += RuleBook.breaches(in: document, keys).map(\.node) }
    return Set(nodes.map { document.path(to: $0) })
  }

  /// Whether the release is known to start with a config.
  ///
  /// - Parameter document: the config.
  /// - Returns: false when something makes it refuse the file, or may do so.
  package func accepts(_ document: ConfigDocument) -> Bool {
    accepts(Survey(document))
  }

  func accepts(_ survey: Survey) -> Bool {
    !breaches(in: survey, stopsAtRefusal: true).contains(where: \.isDoubtful)
      && RuleBook.breaches(in: survey.document, keys).isEmpty
  }

  /// What the table of keys does not accept, without the rules about several keys.
  ///
  /// - Parameters:
  ///   - survey: the config.
  ///   - stopsAtRefusal: whether the first refusal is enough.
  ///   - sections: the keys of the root to look below; nil for all.
  /// - Returns: the breaches in the order of the walk.
  func breaches(
    in survey: Survey, stopsAtRefusal: Bool = false, sections: Set<String>? = nil
  ) -> [Breach] {
    survey.document.bytes.withUnsafeBufferPointer { input in
      var inspection = Inspection(survey, input: input, keys: keys)
      inspection.stopsAtRefusal = stopsAtRefusal
      inspection.sections = sections
      inspection.isPartial = isPartial
      inspection.run()
      return inspection.breaches
    }
  }
}
