/// What a run knows of the machine: nothing below the command line looks for itself.
public struct Environment: Sendable {
  /// Environment variables.
  public var variables: [String: String]
  /// Home folder of the user from the system's list of users, for when no variable names it.
  public var systemHome: String?
  /// Seconds since 1970-01-01 00:00 UTC.
  public var now: Int64

  /// Makes an environment.
  ///
  /// - Parameters:
  ///   - variables: environment variables.
  ///   - systemHome: home folder from the system's list of users.
  ///   - now: seconds since 1970-01-01 00:00 UTC.
  public init(variables: [String: String], systemHome: String? = nil, now: Int64) {
    self.variables = variables
    self.systemHome = systemHome
    self.now = now
  }
}
