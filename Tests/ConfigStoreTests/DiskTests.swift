import ConfigStore
import Foundation
import Testing

/// The same promises on the real disk.
@Suite struct DiskTests {
  private let disk = DiskFileSystem()

  @discardableResult
  private func write(_ text: String, to path: String) throws -> Receipt {
    let store = store(disk)
    return try store.commit(bytes(text), over: store.load(path), reason: "test")
  }

  @Test("FM-27 R1: the mode stays", arguments: [0o600, 0o640, 0o660, 0o664, 0o644, 0o200 | 0o444])
  func modes(_ mode: Int) throws {
    let scratch = try ScratchFolder()
    let path = try scratch.file("openclaw.json", "old", mode: mode)
    let before = try scratch.status("openclaw.json")
    let receipt = try write("new", to: path)
    let after = try scratch.status("openclaw.json")
    #expect(receipt.isWritten && receipt.isAtomic)
    #expect(after.mode == UInt32(mode))
    #expect((after.uid, after.gid) == (before.uid, before.gid))
    #expect(after.inode != before.inode)
    #expect(try scratch.text("openclaw.json") == "new")
  }

  @Test("FM-10 R2, FM-38 R1: what is ours is private, whatever the umask")
  func privacy() throws {
    let old = umask(0)
    defer { umask(old) }
    for mask: mode_t in [0o000, 0o022, 0o077, 0o777] {
      let scratch = try ScratchFolder()
      let path = try scratch.file("openclaw.json", "old", mode: 0o640)
      umask(mask)
      defer { umask(0) }
      // Without root, a mask that takes the owner's own access away makes folders useless.
      if mask == 0o777, disk.user.uid != 0 { continue }
      try write("new", to: path)
      _ = try store(disk).create(bytes("x"), at: scratch.path + "/made.json", reason: "test")
      umask(0)
      #expect(try scratch.status("openclaw.json").mode == 0o640)
      #expect(try scratch.status("made.json").mode == 0o600)
      for folder in ["", "/backups", "/backups/openclaw.json"] {
        #expect(try scratch.status(".clawdoctor" + folder).mode == 0o700)
      }
      for file in ["000001.json5", "000001.record"] {
        #expect(try scratch.status(".clawdoctor/backups/openclaw.json/" + file).mode == 0o600)
      }
      #expect(try scratch.status(".clawdoctor/lock").mode == 0o600)
      #expect(try scratch.text(".clawdoctor/.gitignore") == "*\n")
    }
  }

  @Test("FM-27 R1: owner and group stay when root writes")
  func owner() throws {
    guard disk.user.uid == 0 else { return }
    let scratch = try ScratchFolder()
    let path = try scratch.file("openclaw.json", "old", mode: 0o660)
    try #require(chown(path, 12_345, 23_456) == 0)
    try write("new", to: path)
    let after = try scratch.status("openclaw.json")
    #expect((after.uid, after.gid, after.mode) == (12_345, 23_456, 0o660))
    let backup = try scratch.status(".clawdoctor/backups/openclaw.json/000001.json5")
    #expect((backup.uid, backup.gid, backup.mode) == (12_345, 23_456, 0o600))
  }

  @Test("FM-58 R1: relative, absolute and chained links stay, and lead to the new bytes")
  func links() throws {
    let scratch = try ScratchFolder()
    try scratch.folder("dotfiles")
    try scratch.folder("state")
    try scratch.file("dotfiles/claw.json", "old", mode: 0o640)
    try scratch.link("state/relative.json", to: "../dotfiles/claw.json")
    try scratch.link("state/absolute.json", to: scratch.path + "/dotfiles/claw.json")
    try scratch.link("state/chain.json", to: "relative.json")
    try scratch.link("way", to: "state")
    for name in [
      "state/relative.json", "state/absolute.json", "state/chain.json", "way/chain.json",
    ] {
      let receipt = try write("new " + name, to: scratch.path + "/" + name)
      #expect(receipt.target == scratch.path + "/dotfiles/claw.json")
      #expect(try scratch.text("dotfiles/claw.json") == "new " + name)
      #expect(try scratch.status(name).kind == .link)
    }
    #expect(try scratch.status("dotfiles/claw.json").mode == 0o640)
    #expect(try scratch.list("state") == ["absolute.json", "chain.json", "relative.json"])
    #expect(try scratch.list("dotfiles") == [".clawdoctor", "claw.json"])
  }

  @Test func badLinks() throws {
    let scratch = try ScratchFolder()
    let store = store(disk)
    let dangling = try scratch.link("dangling", to: "nothing")
    let cyclic = try scratch.link("one", to: "two")
    try scratch.link("two", to: "one")
    #expect(failure { _ = try store.load(dangling) }?.code == .danglingLink)
    #expect(failure { _ = try store.load(cyclic) }?.code == .cyclicLink)
  }

  @Test("what is no file is told apart, and nothing hangs")
  func kinds() throws {
    let scratch = try ScratchFolder()
    let store = store(disk)
    try #require(mkfifo(scratch.path + "/pipe", 0o600) == 0)
    #expect(failure { _ = try store.load(scratch.path + "/pipe") }?.code == .isPipe)
    #expect(failure { _ = try store.load(scratch.path) }?.code == .isFolder)
    #expect(failure { _ = try store.load("/") }?.code == .isFolder)
    #expect(failure { _ = try store.load("/dev/null") }?.code == .isDevice)
    #expect(failure { _ = try store.load(scratch.path + "/none") }?.code == .missing)
    #expect(failure { _ = try store.load("") }?.outcome == .unreadable)
  }

  @Test("a pipe in the place of the file does not hold an open call up")
  func pipeRace() throws {
    let scratch = try ScratchFolder()
    try #require(mkfifo(scratch.path + "/pipe", 0o600) == 0)
    let file = try disk.open(scratch.path + "/pipe", for: .reading)
    #expect(try disk.status(of: file).kind == .pipe)
    disk.close(file)
  }

  @Test("a sparse file of 1 GB is refused without being read")
  func sparse() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.file("openclaw.json", "{}")
    try #require(truncate(path, 1 << 30) == 0)
    #expect(failure { _ = try store(disk).load(path) }?.code == .tooLarge)
    try #require(truncate(path, 65 << 20) == 0)
    #expect(failure { _ = try store(disk).load(path) }?.code == .tooLarge)
  }

  @Test func contentsOfAnyBytesAndSize() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.file("openclaw.json", "")
    var large = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let store = store(disk)
    for _ in 0..<3 {
      let snapshot = try store.load(path)
      _ = try store.commit(large, over: snapshot, reason: "test")
      #expect(try store.load(path).bytes == large)
      large.removeLast(100_000)
    }
    _ = try store.undo(path, to: 1)
    #expect(try store.load(path).bytes == [])
  }

  @Test func timeOfChange() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.file("openclaw.json", "old")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_772_352_289)], ofItemAtPath: path)
    #expect(try store(disk).load(path).status.modified == 1_772_352_289)
  }

  @Test func hardLink() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.file("openclaw.json", "old")
    try #require(link(path, scratch.path + "/other") == 0)
    #expect(failure { _ = try write("new", to: path) }?.code == .hardLinked)
    #expect(try scratch.list() == ["openclaw.json", "other"])
  }

  @Test("FM-30: a file without any access", .enabled(if: geteuid() != 0, "root may read all"))
  func accessDenied() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.file("openclaw.json", "old", mode: 0o000)
    #expect(failure { _ = try store(disk).load(path) }?.code == .accessDenied)
  }

  @Test("FM-11 R1: a held lock is told of after the wait")
  func lock() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.file("openclaw.json", "old")
    try write("first", to: path)
    let held = try disk.open(scratch.path + "/.clawdoctor/lock", for: .locking)
    try disk.lock(held, waiting: 0)
    let patient = store(disk) { $0.lockWait = 60 }
    let snapshot = try patient.load(path)
    let clock = ContinuousClock()
    var error: StoreError?
    let time = clock.measure {
      error = failure { _ = try patient.commit(bytes("x"), over: snapshot, reason: "test") }
    }
    #expect(error?.code == .locked && error?.outcome == .refused)
    #expect(time >= .milliseconds(60))
    #expect(try scratch.text("openclaw.json") == "first")
    disk.close(held)
    try write("second", to: path)
    #expect(try scratch.text("openclaw.json") == "second")
  }

  @Test("FM-11 R1: of eight writers at once, one wins and the others say so")
  func race() async throws {
    let scratch = try ScratchFolder()
    let path = try scratch.file("openclaw.json", "old")
    let store = store(disk) { $0.lockWait = 5_000 }
    let snapshot = try store.load(path)
    let results = await withTaskGroup(of: StoreErrorCode?.self) { group in
      for writer in 0..<8 {
        group.addTask {
          failure {
            _ = try store.commit(bytes("writer \(writer)"), over: snapshot, reason: "test")
          }?.code
        }
      }
      return await group.reduce(into: [StoreErrorCode?]()) { $0.append($1) }
    }
    #expect(results.filter { $0 == nil }.count == 1)
    #expect(results.filter { $0 == .changedMeanwhile }.count == 7)
    #expect(try scratch.text("openclaw.json").hasPrefix("writer "))
    #expect(try scratch.list() == [".clawdoctor", "openclaw.json"])
    #expect(try store.history(of: path).count == 1)
  }
}
