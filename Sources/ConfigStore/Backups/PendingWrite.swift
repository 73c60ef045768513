/// The note that lies beside the backups while a file is written in place.
///
/// If it is still there when nobody holds the lock, the write was cut off.
struct PendingWrite: Sendable, Hashable {
  /// The backup to go back to.
  let backup: Int
  /// What that backup holds.
  let old: Fingerprint
  /// What is being written.
  let new: Fingerprint

  init(backup: Int, old: Fingerprint, new: Fingerprint) {
    self.backup = backup
    self.old = old
    self.new = new
  }

  init?(_ bytes: [UInt8]) {
    let lines = RecordLines(bytes)
    guard lines["format"] == "1", let backup = lines["backup"].flatMap({ Int($0) }),
      let old = Fingerprint(text: lines["old"]), let new = Fingerprint(text: lines["new"])
    else { return nil }
    self.init(backup: backup, old: old, new: new)
  }

  var bytes: [UInt8] {
    RecordLines.bytes([
      "format": "1", "backup": String(backup), "old": old.text, "new": new.text,
    ])
  }

  /// Whether the file is complete all the same: the write had not begun, or had ended.
  func isSettled(by bytes: [UInt8]) -> Bool {
    let now = Fingerprint(of: bytes)
    return now == old || now == new
  }
}
