/// What can be done about a finding.
public enum Fix: Sendable, Hashable {
  /// `--fix` does it: the meaning of the config stays what it was.
  case safe(Message)
  /// Done only when asked for (`--unsafe` or `--only ID`), because it may change routing, cost or
  /// who has access.
  case unsafe(Message)
  /// Only the reader can decide: the message says what to do.
  case manual(Message)
  /// There is nothing to do.
  case none

  /// The sentence for the reader; nil when there is nothing to do.
  public var hint: Message? {
    switch self {
    case .safe(let message), .unsafe(let message), .manual(let message): message
    case .none: nil
    }
  }
}
