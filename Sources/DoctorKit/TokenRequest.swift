/// How a gateway token is to be made.
public struct TokenRequest: Sendable, Hashable {
  /// Where a new token goes.
  public enum Destination: Sendable, Hashable {
    /// Into the state folder's `.env` (mode 0600); the config refers to it.
    case stateFile
    /// Into the config itself, as OpenClaw does it.
    case config
    /// Nowhere: it is given out once.
    case print
  }

  /// Where a new token goes.
  public var destination = Destination.stateFile
  /// Whether a token that is there is to be replaced.
  public var rotates = false

  /// Makes a request for a token in the `.env`, where there is none yet.
  public init() {}
}

/// What came of making a gateway token.
public struct TokenOutcome: Sendable {
  /// What was found and done.
  public let report: Report
  /// The token, where it was to be printed; the only way in which a secret leaves this library.
  public let token: String?
}
