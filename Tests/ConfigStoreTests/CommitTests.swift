import ConfigStore
import Testing

@Suite struct CommitTests {
  static let path = MemoryFileSystem.config
  static let backups = "/home/u/.openclaw/.clawdoctor/backups/openclaw.json"

  @Test("FM-12 R2: a receipt says what was done")
  func receipt() throws {
    let files = MemoryFileSystem.home()
    let store = store(files)
    let receipt = try store.commit(bytes("new"), over: store.load(Self.path), reason: "fix")
    #expect(receipt.isWritten && receipt.isAtomic && receipt.restored == nil)
    #expect(receipt.path == Self.path && receipt.target == Self.path)
    #expect(receipt.backup == 1 && receipt.backupPath == Self.backups + "/000001.json5")
    #expect(files.text(Self.path) == "new" && files.peek(Self.path)?.mode == 0o640)
    #expect(files.text(Self.backups + "/000001.json5") == "old")
    #expect(files.list("/home/u/.openclaw") == [".clawdoctor", "openclaw.json"])
    #expect(files.list(Self.backups) == ["000001.json5", "000001.record"])
  }

  @Test("FM-69 R1: bytes that are there already are not written")
  func nothingToDo() throws {
    let files = MemoryFileSystem.home()
    let store = store(files)
    let snapshot = try store.load(Self.path)
    files.disk { $0.reset() }
    let receipt = try store.commit(bytes("old"), over: snapshot, reason: "fix")
    #expect(!receipt.isWritten && receipt.backup == nil)
    #expect(files.disk { $0.calls } == [])
    #expect(files.list("/home/u/.openclaw") == ["openclaw.json"])
  }

  /// What somebody else does between reading and writing.
  static let changes: [@Sendable (MemoryFileSystem) -> Void] = [
    { $0.change(path) { $0.bytes = bytes("mine") } },
    { $0.change(path) { $0.bytes = bytes("OLD") } },
    { $0.change(path) { $0.mode = 0o600 } },
    { $0.change(path) { $0.gid = 7 } },
    { files in files.disk { disk in try? disk.remove(path, files.user) } },
    { files in
      files.disk { disk in try? disk.remove(path, files.user) }
      files.file(path, "old", mode: 0o640)
    },
    { files in
      files.disk { disk in try? disk.remove(path, files.user) }
      files.file("/home/u/other.json", "old", mode: 0o640)
      files.link(path, to: "/home/u/other.json")
    },
  ]

  @Test("FM-11 R1: changed meanwhile", arguments: changes.indices)
  func changedMeanwhile(_ index: Int) throws {
    let files = MemoryFileSystem.home()
    let store = store(files)
    let snapshot = try store.load(Self.path)
    Self.changes[index](files)
    let before = files.text(Self.path)
    let error = failure { _ = try store.commit(bytes("new"), over: snapshot, reason: "fix") }
    #expect(error?.code == .changedMeanwhile && error?.outcome == .refused)
    #expect(files.text(Self.path) == before)
    #expect(!files.list("/home/u/.openclaw").contains { $0.contains(".clawdoctor-") })
  }

  @Test("FM-11 R1: the second of two writers loses")
  func twoWriters() throws {
    let files = MemoryFileSystem.home()
    let store = store(files)
    let snapshot = try store.load(Self.path)
    _ = try store.commit(bytes("first"), over: snapshot, reason: "fix")
    let error = failure { _ = try store.commit(bytes("second"), over: snapshot, reason: "fix") }
    #expect(error?.code == .changedMeanwhile && files.text(Self.path) == "first")
  }

  @Test("only a leftover that was noted is removed")
  func leftovers() throws {
    let files = MemoryFileSystem.home()
    let lookalike = "/home/u/.openclaw/.openclaw.json.clawdoctor-0123456789abcdef"
    files.file(lookalike, "somebody's")
    let store = store(files) { $0.random = { 0xfeed } }
    let first = try store.load(Self.path)
    let count = try counting(store, first, files)
    // The call before the last renaming: the temporary file is complete then.
    let again = MemoryFileSystem.home()
    again.file(lookalike, "somebody's")
    let killed = ConfigStoreTests.store(again) { $0.random = { 0xfeed } }
    let snapshot = try killed.load(Self.path)
    again.disk { disk in
      disk.reset()
      disk.crashAt = count
    }
    _ = try? killed.commit(bytes("new"), over: snapshot, reason: "fix")
    again.disk { $0.restart(after: .kill) }
    let leftover = ".openclaw.json.clawdoctor-000000000000feed"
    #expect(again.list("/home/u/.openclaw").contains(leftover))
    _ = try ConfigStoreTests.store(again).commit(bytes("new"), over: snapshot, reason: "fix")
    #expect(!again.list("/home/u/.openclaw").contains(leftover))
    #expect(again.text(lookalike) == "somebody's")
  }

  /// At which call a commit gives the new file its name.
  private func counting(_ store: ConfigStore, _ snapshot: Snapshot, _ files: MemoryFileSystem)
    throws -> Int
  {
    files.disk { $0.reset() }
    _ = try store.commit(bytes("new"), over: snapshot, reason: "fix")
    return try #require(files.disk { $0.calls.lastIndex(of: "rename") }) + 1
  }

  @Test func create() throws {
    let files = MemoryFileSystem.home()
    let store = store(files)
    let receipt = try store.create(bytes("new"), at: "/home/u/new.json", reason: "adopt")
    #expect(receipt.isWritten && receipt.backup == nil)
    #expect(files.text("/home/u/new.json") == "new")
    #expect(files.peek("/home/u/new.json")?.mode == 0o600)
    let error = failure { _ = try store.create(bytes("x"), at: Self.path, reason: "adopt") }
    #expect(error?.code == .exists && files.text(Self.path) == "old")
  }

  @Test func tooLarge() throws {
    let files = MemoryFileSystem.home()
    let store = store(files) { $0.byteLimit = 4 }
    let snapshot = try store.load(Self.path)
    let error = failure { _ = try store.commit(bytes("12345"), over: snapshot, reason: "fix") }
    #expect(error?.code == .tooLarge && files.text(Self.path) == "old")
  }

  @Test("every code is told from the others")
  func codes() {
    #expect(Set(StoreErrorCode.allCases.map(\.rawValue)).count == StoreErrorCode.allCases.count)
  }
}
