/// What a commit or an undo has done; there is none unless the bytes were read back.
package struct Receipt: Sendable, Hashable {
  /// The path as it was asked for.
  package let path: String
  /// The path without any link in it: where the write took place.
  package let target: String
  /// Whether anything was written; false when the bytes were already there.
  package let isWritten: Bool
  /// Whether the old file was replaced in one step; false when it was written over in place.
  package let isAtomic: Bool
  /// The backup that holds the bytes from before; nil when there was no file, or nothing to do.
  package let backup: Int?
  /// The path of that backup.
  package let backupPath: String?
  /// The backup that was put back; nil for a commit.
  package let restored: Int?
  /// Further files that were written in the same step.
  package var others: [String] = []
  /// Files of the write that was undone that could not be put back.
  package var left: [String] = []

  /// A receipt of having found nothing to do.
  static func unchanged(path: String, target: String, restored: Int? = nil) -> Receipt {
    Receipt(
      path: path, target: target, isWritten: false, isAtomic: true, backup: nil, backupPath: nil,
      restored: restored)
  }
}
