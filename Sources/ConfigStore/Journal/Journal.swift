/// What several files are about to become: once the disk has it, the write is decided.
///
/// Each new file lies complete beside the old one, whose name it is given next. A run that was cut
/// off in between is finished by the next one.
struct Journal: Sendable, Hashable {
  /// One of the files.
  struct Member: Sendable, Hashable {
    /// The path without any link in it.
    let target: String
    /// The path of the new file, in the same folder.
    let temporary: String
    /// What the old file holds.
    let old: Fingerprint
    /// What the new file holds.
    let new: Fingerprint
  }

  /// The files, in the order in which they are replaced.
  let members: [Member]

  init(members: [Member]) {
    self.members = members
  }

  /// The largest journal that is read.
  static let limit = 1 << 20

  /// Reads a journal; nil when it is of another format or damaged.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - folder: the folder of the config, from which paths are noted.
  init?(_ bytes: [UInt8], in folder: String) {
    let lines = RecordLines(bytes)
    guard lines["format"] == "1", let count = lines["files"].flatMap({ Int($0) }), count > 0,
      count <= 10_000
    else { return nil }
    var members: [Member] = []
    for number in 1...count {
      guard let target = lines["target.\(number)"], let temporary = lines["temporary.\(number)"],
        let old = Fingerprint(text: lines["old.\(number)"]),
        let new = Fingerprint(text: lines["new.\(number)"])
      else { return nil }
      members.append(
        Member(
          target: RelativePath.resolve(String(target), in: folder),
          temporary: RelativePath.resolve(String(temporary), in: folder), old: old, new: new))
    }
    self.members = members
  }

  /// The journal as a file.
  func bytes(in folder: String) -> [UInt8] {
    var text = "format=1\nfiles=\(members.count)\n"
    for (index, member) in members.enumerated() {
      let number = index + 1
      text += "target.\(number)=\(RelativePath.from(folder, to: member.target))\n"
      text += "temporary.\(number)=\(RelativePath.from(folder, to: member.temporary))\n"
      text += "old.\(number)=\(member.old.text)\nnew.\(number)=\(member.new.text)\n"
    }
    return Array(text.utf8)
  }
}
