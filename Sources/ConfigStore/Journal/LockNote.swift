/// What a run leaves in a folder's lock file while it writes there: its temporary files, and the
/// journal that they may belong to.
struct LockNote: Sendable, Hashable {
  /// The names of temporary files in the folder.
  var names: [String] = []
  /// The way from the folder to the journal; nil where one file is written alone.
  var journal: String?

  init(names: [String], journal: String? = nil) {
    self.names = names
    self.journal = journal
  }

  /// Reads a note; what is none of ours is left out.
  init(_ bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      if line.contains("/") {
        journal = String(line)
      } else if TemporaryFile.isOurs(String(line)) {
        names.append(String(line))
      }
    }
  }

  var bytes: [UInt8] {
    Array((names + [journal].compactMap { $0 }).joined(separator: "\n").utf8)
  }
}
