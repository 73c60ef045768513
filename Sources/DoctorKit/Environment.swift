/// What a run knows of the machine: nothing below the command line looks for itself.
public struct Environment: Sendable {
  /// Environment variables.
  public var variables: [String: String]
  /// Home folder of the user from the system's list of users, for when no variable names it.
  public var systemHome: String?
  /// Seconds since 1970-01-01 00:00 UTC.
  public var now: Int64
  /// Name, release and machine of the operating system, for a support bundle.
  public var systemName: String?
  /// Gives that many unpredictable bytes, or nil when the system fails; nil where no secrets are to
  /// be made.
  public var randomBytes: (@Sendable (Int) -> [UInt8]?)?

  /// Makes an environment.
  ///
  /// - Parameters:
  ///   - variables: environment variables.
  ///   - systemHome: home folder from the system's list of users.
  ///   - now: seconds since 1970-01-01 00:00 UTC.
  ///   - randomBytes: gives that many unpredictable bytes, or nil when the system fails.
  public init(
    variables: [String: String], systemHome: String? = nil, now: Int64,
    randomBytes: (@Sendable (Int) -> [UInt8]?)? = nil
  ) {
    self.variables = variables
    self.systemHome = systemHome
    self.now = now
    self.randomBytes = randomBytes
  }
}
