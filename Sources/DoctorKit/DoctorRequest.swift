/// What is to be examined, and how.
public struct DoctorRequest: Sendable {
  /// Where the config comes from.
  public enum Source: Sendable, Hashable {
    /// A file: `--config`, or the place that the options and variables name.
    case file
    /// Bytes that were read from standard input.
    case bytes([UInt8])
  }

  /// Where the config comes from.
  public var source = Source.file
  /// The argument of `--config`; nil for the default place.
  public var config: String?
  /// Where in the file the config stands: `data["openclaw.json"]`; nil where it is found by itself.
  public var place: String?
  /// Whether a file of YAML is the config, whatever it looks like.
  var takesAnything = false
  /// Whether a compose file without a config is worth a look: the environment of a gateway may
  /// stand in it.
  var takesNoConfig = false
  /// The argument of `--state-dir`.
  public var stateFolder: String?
  /// The argument of `--profile`.
  public var profile: String?
  /// The release to judge against and to migrate to; nil for the default of `TargetRelease`.
  public var release: String?
  /// The release that the config comes from, where the file cannot tell.
  public var from: String?
  /// Only these migrations and repairs.
  public var only: Set<String> = []
  /// Not these migrations, repairs and checks.
  public var skipped: Set<String> = []
  /// Whether changes that may alter routing, cost or access are wanted.
  public var allowsUnsafe = false
  /// Whether defaults that changed are to be kept by writing the old ones down.
  public var pinsDefaults = false
  /// Whether members that the target does not know are to be turned into comments.
  public var parks = false
  /// Whether members that were turned into comments are to be brought back.
  public var unparks = false
  /// Whether a config under a former name is to be copied to the present one.
  public var adopts = false
  /// The least severity that makes the exit status 1.
  public var threshold = Report.Severity.warning
  /// Whether a masked difference is wanted.
  public var wantsDiff = false
  /// Whether the run is to repair: then a secret that cannot be made is a failure.
  public var isRepair = false
  /// Whether everything is only said, and nothing written.
  public var isDryRun = false
  /// A file to write to instead of the config.
  public var output: String?

  /// Makes a request for the config at its default place.
  public init() {}
}
