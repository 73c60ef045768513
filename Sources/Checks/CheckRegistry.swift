internal import ConfigSchema
package import Diagnostics

/// All checks in the order in which they run: the ordered list and nothing else.
package enum CheckRegistry {
  /// The checks.
  package static let all: [any Check] = [
    RootNotObject(),
    MaskedValue(),
    DuplicateKey(),
  ]

  /// Runs all checks.
  ///
  /// - Parameters:
  ///   - context: the config and what else is known.
  ///   - skipped: identifiers of checks that are not wanted.
  /// - Returns: what was found.
  package static func findings(in context: CheckContext, skipping skipped: Set<String>) -> [Finding]
  {
    all.filter { !skipped.contains($0.id) }.flatMap { $0.findings(in: context) }
  }
}
