/// Where the gateway token comes from, and whether all who use it agree: fit to be shown.
public struct TokenReport: Sendable {
  /// A place that can give a token.
  public struct Source: Sendable, Hashable {
    /// `config`, `process`, `service`, `state-env`, `gateway-env`, `config-env` or `remote`.
    public let kind: String
    /// What it is, for a reader.
    public let name: String
    /// The file, or nil for the environment.
    public let file: String?
    /// Line, from 1; nil where it has none.
    public let line: Int?
    /// What stands there: `literal`, `reference`, `secret-ref`, `variable`, or nil for nothing.
    public let form: String?
    /// What a reference refers to.
    public let refersTo: String?
    /// Six digits that are equal for equal tokens of this report; nil when the token is not known.
    public let fingerprint: String?
    /// Who uses it: `gateway`, `clients`.
    public internal(set) var usedBy: [String] = []
  }

  /// The config, the release, and what is wrong.
  public internal(set) var report: Report
  /// The mode that the gateway authenticates in; nil when the config could not be read.
  public internal(set) var mode: String?
  /// All places that can give a token, those that give none too.
  public internal(set) var sources: [Source] = []
  /// The fingerprint of what the gateway takes; nil when it takes none or it is not known.
  public internal(set) var gateway: String?
  /// The fingerprint of what clients on this machine send.
  public internal(set) var clients: String?
  /// Whether the two are the same; nil when that cannot be known.
  public internal(set) var agree: Bool?
}
