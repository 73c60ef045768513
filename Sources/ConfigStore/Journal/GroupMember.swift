/// A file that was written together with a config, as the record of the config's backup names it.
package struct GroupMember: Sendable, Hashable {
  /// The path without any link in it.
  package let target: String
  /// The number of its own backup from before that write.
  package let backup: Int
  /// What that backup holds.
  package let old: Fingerprint
  /// What was written.
  package let new: Fingerprint

  init(target: String, backup: Int, old: Fingerprint, new: Fingerprint) {
    self.target = target
    self.backup = backup
    self.old = old
    self.new = new
  }
}
