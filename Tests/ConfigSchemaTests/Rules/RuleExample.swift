import Testing

@testable import ConfigSchema

/// A config for a rule: `↓` stands in front of each spot that it must point to.
struct RuleExample: Sendable, CustomTestStringConvertible {
  let rule: String
  let release: Release
  let config: String

  init(_ rule: String, _ release: Release, _ config: String) {
    self.rule = rule
    self.release = release
    self.config = config
  }

  var testDescription: String { "\(rule) at \(release): \(config)" }
}
