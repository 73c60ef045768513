/// What is known of one backup, without anything of what it holds.
package struct BackupRecord: Sendable, Hashable {
  /// Its number; a later backup has a greater one, and none is used twice.
  package let id: Int
  /// When it was made, in seconds since 1970-01-01 00:00 UTC.
  package let time: Int64
  /// Why the file was about to be written, in a word or a short sentence.
  package let reason: String
  /// The mode that the config had, at most `0o7777`.
  package let mode: UInt32
  /// What the backup holds: the bytes from before the write.
  package let old: Fingerprint
  /// What was about to be written.
  package let new: Fingerprint
  /// The files that were written together with the config.
  package var members: [GroupMember] = []

  /// The name of the backup with some number, without its ending.
  static func name(_ id: Int) -> String {
    let digits = String(id)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// The number in the name of a backup or a record; nil for the name of anything else.
  static func id(inName name: String, ending: String) -> Int? {
    guard name.hasSuffix(ending) else { return nil }
    let digits = name.dropLast(ending.count)
    guard let id = Int(digits), id > 0, Self.name(id) == digits else { return nil }
    return id
  }

  /// The record as a file; a reason cannot begin a line of its own there.
  ///
  /// - Parameter folder: the folder of the config, from which paths are noted.
  /// - Returns: the lines.
  func bytes(in folder: String) -> [UInt8] {
    let line = reason.unicodeScalars.prefix(200).map { scalar in
      scalar.value < 0x20 || scalar.value == 0x7f ? " " : String(scalar)
    }
    return RecordLines.bytes([
      "format": "1", "id": String(id), "time": String(time), "reason": line.joined(),
      "mode": String(mode, radix: 8), "old": old.text, "new": new.text,
    ]) + members.flatMap { memberLine($0, folder) }
  }

  private func memberLine(_ member: GroupMember, _ folder: String) -> [UInt8] {
    let path = RelativePath.from(folder, to: member.target)
    return Array("with=\(member.backup) \(member.old.text) \(member.new.text) \(path)\n".utf8)
  }
}

extension BackupRecord {
  /// Reads a record; nil when it is of another format, damaged, or not the one with that number.
  init?(_ bytes: [UInt8], id: Int, in folder: String) {
    let lines = RecordLines(bytes)
    guard lines["format"] == "1", lines["id"] == "\(id)",
      let time = lines["time"].flatMap({ Int64($0) }), let reason = lines["reason"],
      let mode = lines["mode"].flatMap({ UInt32($0, radix: 8) }), mode <= 0o7777,
      let old = Fingerprint(text: lines["old"]), let new = Fingerprint(text: lines["new"])
    else { return nil }
    var members: [GroupMember] = []
    for line in lines.all("with") {
      let parts = line.split(separator: " ", maxSplits: 3)
      guard parts.count == 4, let backup = Int(parts[0]), let old = Fingerprint(text: parts[1]),
        let new = Fingerprint(text: parts[2])
      else { return nil }
      let target = RelativePath.resolve(String(parts[3]), in: folder)
      members.append(GroupMember(target: target, backup: backup, old: old, new: new))
    }
    self.init(
      id: id, time: time, reason: String(reason), mode: mode, old: old, new: new,
      members: members)
  }
}
