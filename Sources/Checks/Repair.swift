package import Diagnostics

/// What mends a finding: steps that are made together.
package struct Repair: Sendable, Hashable {
  /// One thing to do.
  package enum Step: Sendable, Hashable {
    /// The value at a path of the config becomes this text.
    case replace(ConfigPath, with: String)
    /// A variable of the state folder's `.env` gets this value.
    case setVariable(String, to: String)
    /// A file or folder gets these bits of access: at most `0o7777`, never more than it has.
    case setMode(of: String, to: UInt32)
  }

  /// The check that wants it.
  package let checkID: String
  /// What is done, in the imperative.
  package let message: Message
  /// The steps in order.
  package let steps: [Step]
  /// Whether it waits for `--unsafe` or `--only`.
  package let isUnsafe: Bool

  /// The file that it changes, where it is not the config alone; nil for that.
  package var file: String? {
    for case .setMode(let path, _) in steps { return path }
    return nil
  }

  /// Makes a repair.
  ///
  /// - Parameters:
  ///   - checkID: the check that wants it.
  ///   - message: what is done, in the imperative.
  ///   - steps: the steps in order.
  ///   - isUnsafe: whether it waits for `--unsafe` or `--only`.
  package init(checkID: String, message: Message, steps: [Step], isUnsafe: Bool = false) {
    self.checkID = checkID
    self.message = message
    self.steps = steps
    self.isUnsafe = isUnsafe
  }
}
