/// What a user said about the config to work on, in options and in the environment.
package struct LocatorRequest: Sendable, Hashable {
  /// The argument of `--config`; it wins always.
  package var config: String?
  /// The argument of `--state-dir`.
  package var stateFolder: String?
  /// The argument of `--profile`.
  package var profile: String?
  /// The environment's variables.
  package var variables: [String: String]
  /// The home folder that the system's list of users names, for when no variable does.
  package var systemHome: String?

  /// Makes a request.
  ///
  /// - Parameters:
  ///   - config: the argument of `--config`.
  ///   - stateFolder: the argument of `--state-dir`.
  ///   - profile: the argument of `--profile`.
  ///   - variables: the environment's variables.
  ///   - systemHome: the home folder from the system's list of users.
  package init(
    config: String? = nil, stateFolder: String? = nil, profile: String? = nil,
    variables: [String: String] = [:], systemHome: String? = nil
  ) {
    self.config = config
    self.stateFolder = stateFolder
    self.profile = profile
    self.variables = variables
    self.systemHome = systemHome
  }
}
