/// How much a finding matters to the release that the config is judged against.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Worth knowing; nothing has to be done.
  case info
  /// The gateway starts, but something is deprecated, ineffective or risky.
  case warning
  /// The gateway refuses the config, or a promise of security is broken.
  case error

  /// Orders by urgency: `info` < `warning` < `error`.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}
