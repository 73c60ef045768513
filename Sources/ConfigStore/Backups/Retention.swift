/// Which backups are kept.
struct Retention {
  /// How many of the newest backups are kept.
  static let newest = 20
  /// For how many days the last backup of each is kept.
  static let days: Int64 = 30

  /// Chooses the backups to keep: the first ever, the newest, and the last of each recent day.
  ///
  /// - Parameters:
  ///   - records: all backups, newest first.
  ///   - now: the time in seconds since 1970-01-01 00:00 UTC.
  /// - Returns: the numbers of those that may go.
  static func expired(_ records: [BackupRecord], now: Int64) -> [Int] {
    let today = day(now)
    var seen: Set<Int64> = []
    var expired: [Int] = []
    for (rank, record) in records.enumerated() {
      let day = day(record.time)
      let isLastOfDay = seen.insert(day).inserted && day > today - days
      if rank < newest || rank == records.count - 1 || isLastOfDay { continue }
      expired.append(record.id)
    }
    return expired
  }

  private static func day(_ time: Int64) -> Int64 {
    // Rounds down before 1970 too, where a plain division would join two days.
    time >= 0 ? time / 86_400 : (time - 86_399) / 86_400
  }
}
