/// How a run ended; the raw value is the exit status of the process.
public enum ExitStatus: Int32, Sendable, Hashable, CaseIterable {
  /// Done; nothing at or above the threshold is left.
  case clean = 0
  /// Done; findings at or above the threshold are left.
  case findings = 1
  /// The config could not be read or parsed; nothing was changed.
  case unreadable = 2
  /// Refused; nothing was changed.
  case refused = 3
  /// The write failed; the file is as it was.
  case writeFailed = 4
  /// Wrong usage.
  case usage = 64
}
