import ConfigStore
import Testing

@Suite struct BackupTests {
  static let path = MemoryFileSystem.config
  static let backups = "/home/u/.openclaw/.clawdoctor/backups/openclaw.json"
  static let start: Int64 = 1_772_352_289

  private func write(_ text: String, _ files: MemoryFileSystem, now: Int64 = start) throws {
    let store = store(files, now: now)
    _ = try store.commit(bytes(text), over: store.load(Self.path), reason: "fix")
  }

  @Test("a record holds nothing of the config")
  func record() throws {
    let files = MemoryFileSystem.home("sk-secret-old")
    let store = store(files)
    _ = try store.commit(
      bytes("sk-secret-new"), over: store.load(Self.path), reason: "fix\nid=9\u{7f}x")
    #expect(
      files.text(Self.backups + "/000001.record") == """
        format=1
        id=1
        time=1772352289
        reason=fix id=9 x
        mode=640
        old=13:fdea54cd82b7ac7e
        new=13:04dd7ccd862b53c9

        """)
    let record = try #require(try store.history(of: Self.path).first)
    #expect((record.id, record.time, record.mode) == (1, Self.start, 0o640))
    #expect(record.reason == "fix id=9 x")
    #expect(record.old == Fingerprint(of: bytes("sk-secret-old")))
    #expect(record.new == Fingerprint(of: bytes("sk-secret-new")))
  }

  @Test("FNV-1a as published")
  func fingerprint() {
    #expect(Fingerprint(of: []).hash == 0xcbf2_9ce4_8422_2325)
    #expect(Fingerprint(of: bytes("a")).hash == 0xaf63_dc4c_8601_ec8c)
    #expect(Fingerprint(of: bytes("foobar")).hash == 0x8594_4171_f739_67e8)
  }

  @Test("FM-36 R2: fifty writes leave a bounded number of backups, the first among them")
  func bounded() throws {
    let files = MemoryFileSystem.home("text 0")
    for round in 1...50 { try write("text \(round)", files) }
    let history = try store(files).history(of: Self.path)
    #expect(history.map(\.id) == Array((31...50).reversed()) + [1])
    #expect(files.list(Self.backups).count == 42)
    _ = try store(files).undo(Self.path, to: 1)
    #expect(files.text(Self.path) == "text 0")
  }

  @Test("FM-36 R2: the last backup of each of thirty days stays")
  func days() throws {
    let files = MemoryFileSystem.home("text 0")
    for day in 0..<60 {
      for hour in 1...2 {
        try write("text \(day) \(hour)", files, now: Int64(day * 86_400 + hour * 3_600))
      }
    }
    let history = try store(files).history(of: Self.path)
    // Day 30 is the first of the last thirty; each day's second backup has an even number.
    let daily = stride(from: 62, through: 100, by: 2)
    #expect(history.map(\.id) == (Array(101...120) + daily).sorted(by: >) + [1])
  }

  @Test("FM-36 R1: the same bytes are kept once, and the way back still works")
  func same() throws {
    let files = MemoryFileSystem.home("a")
    try write("b", files)
    files.change(Self.path) { $0.bytes = bytes("a") }
    try write("c", files, now: Self.start + 5)
    let history = try store(files).history(of: Self.path)
    #expect(history.map(\.id) == [1] && history.first?.time == Self.start + 5)
    _ = try store(files).undo(Self.path)
    #expect(files.text(Self.path) == "a")
    _ = try store(files).undo(Self.path)
    #expect(files.text(Self.path) == "c")
  }

  @Test("FM-35 R1, R2: only what we made and still know is deleted")
  func foreign() throws {
    let files = MemoryFileSystem.home("text 0")
    let theirs = [
      ".bak-manual", ".bak.before-x", ".bak.1772352289", ".bak", ".bak.1", ".last-good",
      ".clobbered.2026", ".123.uuid.tmp",
    ].map { Self.path + $0 }
    for path in theirs { files.file(path, "theirs") }
    try write("text 1", files)
    let notes = [Self.backups + "/000000.json5", Self.backups + "/notes.json5"]
    for path in notes { files.file(path, "theirs") }
    try write("text 2", files)
    files.change(Self.backups + "/000002.json5") { $0.bytes = bytes("edited") }
    for round in 3...40 { try write("text \(round)", files) }
    for path in theirs + notes { #expect(files.text(path) == "theirs", "\(path)") }
    #expect(files.text(Self.backups + "/000002.json5") == "edited")
    #expect(files.text(Self.backups + "/000003.json5") == nil)
  }

  @Test("numbers are never used twice")
  func numbers() throws {
    let files = MemoryFileSystem.home("text 0")
    try write("text 1", files)
    files.file(Self.backups + "/000007.json5", "a stray")
    try write("text 2", files)
    #expect(try store(files).history(of: Self.path).map(\.id) == [8, 1])
    #expect(files.text(Self.backups + "/000007.json5") == "a stray")
  }

  @Test("a backup is named like nothing of OpenClaw's, and two configs do not mix")
  func names() throws {
    let files = MemoryFileSystem.home("old")
    let other = "/home/u/.openclaw/clawdbot.json"
    files.file(other, "other")
    try write("new", files)
    let store = store(files)
    _ = try store.commit(bytes("changed"), over: store.load(other), reason: "fix")
    #expect(try store.history(of: other).map(\.id) == [1])
    #expect(try store.history(of: Self.path).map(\.id) == [1])
    #expect(try store.backupPath(1, of: Self.path) == Self.backups + "/000001.json5")
    #expect(
      files.list("/home/u/.openclaw") == [".clawdoctor", "clawdbot.json", "openclaw.json"])
    #expect(files.text("/home/u/.openclaw/.clawdoctor/.gitignore") == "*\n")
  }

  @Test("a folder of backups that is open to others is closed")
  func tightened() throws {
    let files = MemoryFileSystem.home("old")
    files.folder("/home/u/.openclaw/.clawdoctor", mode: 0o755)
    try write("new", files)
    #expect(files.peek("/home/u/.openclaw/.clawdoctor")?.mode == 0o700)
  }

  @Test("the user's own ignore file stays")
  func ignore() throws {
    let files = MemoryFileSystem.home("old")
    files.folder("/home/u/.openclaw/.clawdoctor")
    files.file("/home/u/.openclaw/.clawdoctor/.gitignore", "backups/\n")
    try write("new", files)
    #expect(files.text("/home/u/.openclaw/.clawdoctor/.gitignore") == "backups/\n")
  }
}
