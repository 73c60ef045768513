package import ConfigDocument
package import ConfigSchema
package import Diagnostics

/// One condition that a config is examined for.
package protocol Check: Sendable {
  /// Stable identifier, kebab-case: the name of the type.
  var id: String { get }
  /// One sentence on what it looks for.
  var summary: String { get }
  /// Configs that trip it, and configs that do not: documentation and test at once.
  var examples: [CheckExample] { get }
  /// Examines a config.
  ///
  /// - Parameter context: the config and what else is known.
  /// - Returns: what was found, in the order of the text.
  func findings(in context: CheckContext) -> [Finding]
}

/// What a check may look at.
package struct CheckContext: Sendable {
  /// The config.
  package let document: ConfigDocument
  /// The release that it is judged against.
  package let target: Release
  /// Whether a text stands for a hidden value; the redactor knows.
  package let isMask: @Sendable (String) -> Bool
  /// The lines of the config.
  package let lines: LineIndex

  /// Makes a context.
  ///
  /// - Parameters:
  ///   - document: the config.
  ///   - target: the release that it is judged against.
  ///   - isMask: whether a text stands for a hidden value.
  package init(
    document: ConfigDocument, target: Release, isMask: @escaping @Sendable (String) -> Bool
  ) {
    self.document = document
    self.target = target
    self.isMask = isMask
    lines = LineIndex(document.bytes)
  }

  /// Where the key of a value, or the value itself, stands.
  func span(of node: NodeID) -> SourceSpan {
    lines.span(document.keyRange(node) ?? document.range(node))
  }
}

/// A config for a check.
///
/// `↓` stands directly in front of each spot that it must point to; it is taken out before the
/// config is read.
package struct CheckExample: Sendable, Hashable {
  /// JSON5 with arrows.
  package let config: String

  /// Makes an example.
  ///
  /// - Parameter config: JSON5 with arrows; without one the check must find nothing.
  package init(_ config: String) {
    self.config = config
  }
}
