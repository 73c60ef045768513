import DoctorKit

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension HumanFormat {
  /// A list of backups, newest first, one a line.
  static func render(_ backups: [Backup]) -> String {
    guard !backups.isEmpty else { return "There are no backups.\n" }
    let lines = backups.map { backup in
      "\(backup.id)\t\(time(backup.time))\t\(backup.size) bytes\tbefore \(backup.reason)"
    }
    return lines.joined(separator: "\n") + "\nTo go back: clawdoctor undo --to NUMBER\n"
  }

  /// `2026-11-23 14:05:01 UTC`.
  private static func time(_ seconds: Int64) -> String {
    var clock = time_t(seconds)
    var parts = tm()
    guard gmtime_r(&clock, &parts) != nil else { return "\(seconds) s" }
    func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday)) "
      + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) UTC"
  }
}
