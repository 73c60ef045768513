/// Something that a reader of a config should know: where, what, why, and what to do.
public struct Finding: Sendable, Hashable {
  /// Stable identifier of the check or migration that found it, in kebab-case.
  public let checkID: String
  /// How much it matters to the release judged against.
  public let severity: Severity
  /// What is there: one lower-case sentence in the present tense without a full stop.
  public let message: Message
  /// Why it matters; nil when the message says it all.
  public let why: Message?
  /// The key concerned; nil when the whole file is.
  public let path: ConfigPath?
  /// Where it stands in the file; nil when it stands nowhere.
  public let span: SourceSpan?
  /// The file or folder that it is about; nil for the config.
  public let file: String?
  /// The OpenClaw release from which it holds; nil when it always has.
  public let since: String?
  /// What can be done about it.
  public var fix: Fix
  /// Whether this run has mended it.
  public var isFixed: Bool

  /// Makes a finding.
  ///
  /// - Parameters:
  ///   - checkID: stable identifier, kebab-case.
  ///   - severity: how much it matters.
  ///   - message: what is there.
  ///   - why: why it matters.
  ///   - path: the key concerned.
  ///   - span: where it stands.
  ///   - file: the file or folder that it is about, where that is not the text of the config.
  ///   - since: the release from which it holds.
  ///   - fix: what can be done.
  ///   - isFixed: whether this run has mended it.
  public init(
    checkID: String, severity: Severity, message: Message, why: Message? = nil,
    path: ConfigPath? = nil, span: SourceSpan? = nil, file: String? = nil,
    since: String? = nil, fix: Fix, isFixed: Bool = false
  ) {
    self.checkID = checkID
    self.severity = severity
    self.message = message
    self.why = why
    self.path = path
    self.span = span
    self.file = file
    self.since = since
    self.fix = fix
    self.isFixed = isFixed
  }
}
