import ConfigStore
import Testing

@Suite struct InPlaceTests {
  static let path = MemoryFileSystem.config
  static let pending = "/home/u/.openclaw/.clawdoctor/backups/openclaw.json/pending"

  private func mounted(_ error: FileError = .busy) -> MemoryFileSystem {
    let files = MemoryFileSystem.home("old contents")
    files.mount(Self.path, failingWith: error)
    return files
  }

  @Test(
    "FM-26 R1: a file that cannot be replaced is written in place",
    arguments: [FileError.busy, .otherDevice, .notPermitted])
  func written(_ error: FileError) throws {
    let files = mounted(error)
    let store = store(files)
    let inode = files.peek(Self.path)?.inode
    let receipt = try store.commit(bytes("new"), over: store.load(Self.path), reason: "test")
    #expect(receipt.isWritten && !receipt.isAtomic && receipt.backup == 1)
    #expect(files.text(Self.path) == "new")
    #expect(files.peek(Self.path)?.inode == inode && files.peek(Self.path)?.mode == 0o640)
    #expect(files.text(Self.pending) == nil)
    #expect(files.list("/home/u/.openclaw") == [".clawdoctor", "openclaw.json"])
    #expect(try store.undo(Self.path).isAtomic == false)
    #expect(files.text(Self.path) == "old contents")
  }

  @Test("FM-26 R2: it can be forbidden")
  func forbidden() throws {
    let files = mounted()
    let store = store(files) { $0.allowsInPlace = false }
    let snapshot = try store.load(Self.path)
    let error = failure { _ = try store.commit(bytes("new"), over: snapshot, reason: "test") }
    #expect(error?.code == .notReplaceable && error?.outcome == .refused)
    #expect(files.text(Self.path) == "old contents")
    #expect(files.list("/home/u/.openclaw") == [".clawdoctor", "openclaw.json"])
  }

  private func countCalls() throws -> Int {
    let files = mounted()
    let store = store(files)
    let snapshot = try store.load(Self.path)
    files.disk { $0.reset() }
    _ = try store.commit(bytes("new contents!"), over: snapshot, reason: "test")
    return files.disk { $0.calls.count }
  }

  @Test("FM-26 R1: each call fails in turn, alone or with all that follow")
  func failing() throws {
    let count = try countCalls()
    var seen: Set<StoreErrorCode> = []
    for call in 1...count {
      for length in [1, 2, 3, 1_000] {
        let files = mounted()
        let store = store(files)
        let snapshot = try store.load(Self.path)
        files.disk { disk in
          disk.reset()
          for failing in call..<call + length { disk.failures[failing] = .diskFull }
        }
        let error = failure {
          _ = try store.commit(bytes("new contents!"), over: snapshot, reason: "test")
        }
        files.disk { $0.reset() }
        let note = "call \(call) length \(length)"
        if let error { seen.insert(error.code) }
        switch error?.code {
        case nil:
          #expect(files.text(Self.path) == "new contents!", "\(note)")
        case .damaged:
          #expect(error?.backup == 1 && error?.outcome == .writeFailed, "\(note)")
        default:
          #expect(files.text(Self.path) == "old contents", "\(note)")
        }
        try expectRecovery(files, isDamaged: error?.code == .damaged, note)
      }
    }
    #expect(seen.contains(.damaged) && seen.contains(.writeFailed))
  }

  @Test("FM-26 R1: the process or the machine stops at each call")
  func crashing() throws {
    var torn = 0
    for call in 1...(try countCalls()) {
      for end in MemoryDisk.End.allCases {
        let files = mounted()
        let store = store(files)
        let snapshot = try store.load(Self.path)
        files.disk { disk in
          disk.reset()
          disk.crashAt = call
        }
        _ = try? store.commit(bytes("new contents!"), over: snapshot, reason: "test")
        files.disk { $0.restart(after: end) }
        let isTorn = try store.load(Self.path).interruptedBackup != nil
        torn += isTorn ? 1 : 0
        try expectRecovery(files, isDamaged: isTorn, "call \(call)")
      }
    }
    #expect(torn == 2)
  }

  /// A wreck is told of and brought back; anything else is a complete file.
  private func expectRecovery(_ files: MemoryFileSystem, isDamaged: Bool, _ note: String) throws {
    let store = store(files)
    let snapshot = try store.load(Self.path)
    if isDamaged, snapshot.interruptedBackup != nil {
      #expect(snapshot.interruptedBackup == 1, "\(note)")
      let error = failure { _ = try store.commit(bytes("next"), over: snapshot, reason: "test") }
      #expect(error?.code == .interruptedWrite && error?.backup == 1, "\(note)")
      let receipt = try store.undo(Self.path)
      #expect(receipt.restored == 1 && files.text(Self.path) == "old contents", "\(note)")
    }
    let text = files.text(Self.path)
    #expect(text == "old contents" || text == "new contents!", "\(note)")
    let next = try store.load(Self.path)
    #expect(next.interruptedBackup == nil, "\(note)")
    _ = try store.commit(bytes("next"), over: next, reason: "test")
    #expect(files.text(Self.path) == "next" && files.text(Self.pending) == nil, "\(note)")
  }

  @Test("an undo of a wreck that is cut off itself still leads back to the backup")
  func undoCutOff() throws {
    let tearing = try #require(
      try (1...countCalls()).first { try torn(at: $0).interruptedBackup != nil })
    for call in 1...200 {
      let (files, store, _) = try stopped(at: tearing)
      files.disk { disk in
        disk.reset()
        disk.crashAt = call
      }
      let isDone = (try? store.undo(Self.path)) != nil
      files.disk { $0.restart(after: .kill) }
      if try store.load(Self.path).interruptedBackup != nil {
        #expect(try store.undo(Self.path).restored == 1, "call \(call)")
      }
      #expect(files.text(Self.path) == "old contents", "call \(call)")
      if isDone { return }
    }
    Issue.record("the undo made more calls than were tried")
  }

  private func torn(at call: Int) throws -> Snapshot { try stopped(at: call).2 }

  /// A disk on which a commit was stopped, and what is read from it then.
  private func stopped(at call: Int) throws -> (MemoryFileSystem, ConfigStore, Snapshot) {
    let files = mounted()
    let store = store(files)
    let snapshot = try store.load(Self.path)
    files.disk { disk in
      disk.reset()
      disk.crashAt = call
    }
    _ = try? store.commit(bytes("new contents!"), over: snapshot, reason: "test")
    files.disk { $0.restart(after: .kill) }
    return (files, store, try store.load(Self.path))
  }
}
