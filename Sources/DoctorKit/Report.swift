/// What a run found and did: text that is fit to be shown, for any format.
///
/// Every text in it went through the redactor; there is no way from here to a value of the config.
public struct Report: Sendable, Hashable {
  /// How much a finding matters.
  public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Worth knowing.
    case info
    /// Deprecated, ineffective or risky.
    case warning
    /// The gateway refuses the config, or a promise of security is broken.
    case error

    /// Orders by urgency.
    public static func < (left: Severity, right: Severity) -> Bool {
      let order = Severity.allCases
      return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
  }

  /// The config that the run was about.
  public struct Config: Sendable, Hashable {
    /// Its path; `-` for standard input, nil when none was found.
    public internal(set) var path: String?
    /// Why this file, as a clause.
    public internal(set) var chosenBecause: String?
    /// The folder of OpenClaw's state, links followed; nil when none was looked at.
    public internal(set) var stateFolder: String?
    /// The files that it includes, as far as they could be read.
    public internal(set) var includes: [String] = []
    /// The absolute path of the folder from which included files are looked for; nil where none is.
    public internal(set) var includeFolder: String?
    /// Other configs that exist.
    public internal(set) var others: [String] = []
    /// What the file is, where it is more than a config in JSON5: `configmap`, `secret`, `compose`,
    /// `helm-values`, `ansible`, `kubernetes`, `yaml`, `json`, `template`.
    public internal(set) var kind: String?
    /// Whether the file is a template, which is only read.
    public internal(set) var isTemplate = false
    /// The path in the file at which the config stands; nil when it is the whole file.
    public internal(set) var at: String?
    /// Which document of a stream of several it stands in, from 1.
    public internal(set) var documentNumber: Int?
    /// `json`, `json5`, `yaml`; nil when it could not be read.
    public internal(set) var format: String?
    /// The release that the file says it was last written by.
    public internal(set) var declaredRelease: String?
    /// The newest run of releases that accept it; nil when none does, or when that was not asked.
    public internal(set) var acceptedBy: Acceptance?
    /// The release that it was judged against.
    public internal(set) var targetRelease: String?
    /// How that release was chosen, and how well it is known: sentences.
    public internal(set) var targetNotes: [String] = []
  }

  /// A run of releases, both ends included.
  public struct Acceptance: Sendable, Hashable {
    /// The first release that accepts the config.
    public let first: String
    /// The last one, as far as is known.
    public let last: String
  }

  /// A place in a file.
  public struct Place: Sendable, Hashable {
    /// The path of the file.
    public let file: String
    /// Line, from 1.
    public let line: Int
    /// Column in Unicode scalars, from 1.
    public let column: Int
  }

  /// Something that the reader should know.
  public struct Finding: Sendable, Hashable {
    /// Stable identifier of the check or migration.
    public let checkID: String
    /// How much it matters.
    public let severity: Severity
    /// What is there.
    public let message: String
    /// Why it matters.
    public let why: String?
    /// The key concerned.
    public let path: String?
    /// Where it stands.
    public let place: Place?
    /// The file or folder that it is about, where that is not the config.
    public let file: String?
    /// The release from which it holds.
    public let since: String?
    /// What to do.
    public let fixHint: String?
    /// Whether `--fix` does it unasked.
    public internal(set) var isFixable: Bool
    /// Whether this run has mended it.
    public internal(set) var isFixed: Bool
    /// The source line and a line with a caret, masked; only for syntax errors.
    public let excerpt: [String]
    /// What tells the repair that mends it from others of the same check; nil when none does.
    let repairKey: Int?
  }

  /// Something that was or would be done.
  public struct Change: Sendable, Hashable {
    /// Identifier of the migration or check.
    public let migration: String
    /// `rename`, `move`, `merge`, `convert`, `split`, `remove` or `set`.
    public let action: String
    /// Where the value stood.
    public let source: String?
    /// Where it stands afterwards.
    public let target: String?
    /// Where it stood in the original text.
    public let place: Place?
    /// The file that is changed, where that is not the config.
    public let file: String?
    /// What is done, in the imperative.
    public let message: String
    /// What tells the repair that it belongs to; nil for a migration.
    let repairKey: Int?
  }

  /// The config that the run was about.
  public internal(set) var config = Config()
  /// How the run ended.
  public internal(set) var status = ExitStatus.clean
  /// Whether a file was written.
  public internal(set) var isWritten = false
  /// Where it was written to; nil when it was not.
  public internal(set) var writtenTo: String?
  /// All configs and included files that were written, the config first.
  public internal(set) var writtenFiles: [String] = []
  /// The backup of the bytes from before.
  public internal(set) var backup: String?
  /// What was or would be done.
  public internal(set) var changes: [Change] = []
  /// What was found, most urgent first.
  public internal(set) var findings: [Finding] = []
  /// A masked unified difference, line by line; nil when none was asked for.
  public internal(set) var diff: [String]?
  /// Further sentences for the reader.
  public internal(set) var notes: [String] = []

  /// The number of findings of a severity that are not mended.
  ///
  /// - Parameter severity: exactly this one.
  /// - Returns: the count.
  public func count(_ severity: Severity) -> Int {
    findings.count { $0.severity == severity && !$0.isFixed }
  }

  /// The number of findings that this run has mended.
  public var fixedCount: Int { findings.count { $0.isFixed } }
}
