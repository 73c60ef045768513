package import Diagnostics

/// One condition that a config is examined for.
package protocol Check: Sendable {
  /// Stable identifier, kebab-case: the name of the type.
  var id: String { get }
  /// One sentence on what it looks for.
  var summary: String { get }
  /// Configs that trip it, and configs that do not: documentation and test at once.
  var examples: [CheckExample] { get }
  /// Whether what it finds keeps the gateway from starting: true of start rules alone.
  var isStartRule: Bool { get }
  /// Examines a config.
  ///
  /// - Parameter context: the config and what else is known.
  /// - Returns: what was found, in the order of the text.
  func findings(in context: CheckContext) -> [Finding]
  /// What would mend the findings that say so: nothing, except for a `RepairingCheck`.
  ///
  /// It is a requirement here too because asking a check whether it is of another protocol costs
  /// more than all that it does.
  ///
  /// - Parameters:
  ///   - context: the config and what else is known.
  ///   - secrets: makes new secrets.
  /// - Returns: one repair for each finding whose fix is safe or unsafe.
  /// - Throws: `SecretSource.Failure` when no secret can be made.
  func repairs(
    in context: CheckContext, secrets: SecretSource
  ) throws(SecretSource.Failure) -> [Repair]
}

extension Check {
  package var isStartRule: Bool { false }

  package func repairs(
    in context: CheckContext, secrets: SecretSource
  ) throws(SecretSource.Failure) -> [Repair] { [] }
}

/// A check that knows what to do about what it finds.
package protocol RepairingCheck: Check {
  /// What would mend the findings that say so.
  ///
  /// - Parameters:
  ///   - context: the config and what else is known.
  ///   - secrets: makes new secrets.
  /// - Returns: one repair for each finding whose fix is safe or unsafe.
  /// - Throws: `SecretSource.Failure` when no secret can be made.
  func repairs(
    in context: CheckContext, secrets: SecretSource
  ) throws(SecretSource.Failure) -> [Repair]
}
