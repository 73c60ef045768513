import ConfigStore
import Testing

/// Every single call of a write fails or never returns: the file is old or new, never between.
@Suite struct FaultTests {
  /// What is done to the file; it held `old` first, and `older` before that.
  enum Deed: String, CaseIterable, Sendable {
    case commit, undo, undoOfMissing, create
  }

  static let path = MemoryFileSystem.config
  static let errors: [FileError] = [.deviceFailed, .diskFull, .accessDenied, .busy, .notFound]

  /// A disk on which a commit has been made before, so that all folders and one backup are there.
  private func prepare(_ deed: Deed, isFresh: Bool) throws -> (MemoryFileSystem, Snapshot?) {
    let files = MemoryFileSystem.home(isFresh ? "old contents" : "older contents")
    if !isFresh {
      let store = store(files)
      _ = try store.commit(bytes("old contents"), over: store.load(Self.path), reason: "test")
    }
    if deed == .undoOfMissing || deed == .create {
      try files.disk { disk in Result { try disk.remove(Self.path, files.user) } }.get()
    }
    let snapshot = deed == .commit ? try store(files).load(Self.path) : nil
    files.disk { $0.reset() }
    return (files, snapshot)
  }

  private func act(_ deed: Deed, _ files: MemoryFileSystem, _ snapshot: Snapshot?) throws -> Receipt
  {
    let store = store(files)
    switch deed {
    case .commit:
      return try store.commit(bytes("new contents!"), over: #require(snapshot), reason: "test")
    case .undo, .undoOfMissing:
      return try store.undo(Self.path)
    case .create:
      return try store.create(bytes("new contents!"), at: Self.path, reason: "test")
    }
  }

  private func before(_ deed: Deed) -> String? {
    deed == .commit || deed == .undo ? "old contents" : nil
  }

  private func after(_ deed: Deed) -> String {
    deed == .commit || deed == .create ? "new contents!" : "older contents"
  }

  private func countCalls(_ deed: Deed, isFresh: Bool) throws -> Int {
    let (files, snapshot) = try prepare(deed, isFresh: isFresh)
    _ = try act(deed, files, snapshot)
    return files.disk { $0.calls.count }
  }

  private func temporaries(_ files: MemoryFileSystem) -> [String] {
    files.list("/home/u/.openclaw").filter { $0.contains(".clawdoctor-") }
  }

  @Test(
    "FM-30 R1: each call fails in turn, and the file is old or new",
    arguments: Deed.allCases, [true, false])
  func failing(_ deed: Deed, isFresh: Bool) throws {
    if isFresh, deed == .undo || deed == .undoOfMissing { return }
    let count = try countCalls(deed, isFresh: isFresh)
    #expect(count > 20)
    for call in 1...count {
      for error in Self.errors {
        let (files, snapshot) = try prepare(deed, isFresh: isFresh)
        files.disk { $0.failures[call] = error }
        let note = "call \(call) error \(error.number)"
        do {
          let receipt = try act(deed, files, snapshot)
          #expect(receipt.isWritten && files.text(Self.path) == after(deed), "\(note)")
        } catch let error as StoreError {
          let isDone = error.code == .notConfirmed
          #expect(files.text(Self.path) == (isDone ? after(deed) : before(deed)), "\(note)")
        }
        #expect(temporaries(files) == [], "\(note)")
        if error == .deviceFailed { try expectUsable(files, note) }
      }
    }
  }

  @Test(
    "Law 10: the process or the machine stops at each call, and the file is old or new",
    arguments: Deed.allCases, [true, false])
  func crashing(_ deed: Deed, isFresh: Bool) throws {
    if isFresh, deed == .undo || deed == .undoOfMissing { return }
    for call in 1...(try countCalls(deed, isFresh: isFresh)) {
      for end in MemoryDisk.End.allCases {
        let (files, snapshot) = try prepare(deed, isFresh: isFresh)
        files.disk { $0.crashAt = call }
        _ = try? act(deed, files, snapshot)
        files.disk { $0.restart(after: end) }
        let text = files.text(Self.path)
        #expect(text == before(deed) || text == after(deed), "call \(call)")
        if deed == .commit, text == after(deed) {
          _ = try store(files).undo(Self.path)
          #expect(files.text(Self.path) == before(deed), "call \(call)")
        }
        try expectUsable(files, "call \(call)")
        #expect(temporaries(files) == [], "call \(call)")
      }
    }
  }

  @Test("FM-11 R1: somebody else writes at each call, and is overwritten at the last one only")
  func interfering() throws {
    let (whole, first) = try prepare(.commit, isFresh: false)
    _ = try act(.commit, whole, first)
    let rename = try #require(whole.disk { $0.calls.lastIndex(of: "rename") }) + 1
    for call in 1...rename + 3 {
      let (files, snapshot) = try prepare(.commit, isFresh: false)
      files.disk { disk in
        disk.interference[call] = { disk in
          guard let inode = try? disk.find(Self.path) else { return }
          disk.nodes[inode]?.bytes = bytes("theirs")
        }
      }
      let error = failure { _ = try act(.commit, files, snapshot) }
      // Between the last look and the renaming no call is left: what was read then is old by now.
      if call == rename {
        #expect(error == nil && files.text(Self.path) == "new contents!", "call \(call)")
      } else {
        #expect(files.text(Self.path) == "theirs", "call \(call)")
        #expect(error?.code == (call < rename ? .changedMeanwhile : .notConfirmed), "call \(call)")
      }
      #expect(temporaries(files) == [], "call \(call)")
    }
  }

  /// The next run is not held up by anything, and can be taken back.
  private func expectUsable(_ files: MemoryFileSystem, _ note: String) throws {
    files.disk { $0.reset() }
    if files.text(Self.path) == nil { files.file(Self.path, "made anew") }
    let before = files.text(Self.path)
    let store = store(files)
    let snapshot = try store.load(Self.path)
    #expect(snapshot.interruptedBackup == nil, "\(note)")
    let receipt = try store.commit(bytes("next"), over: snapshot, reason: "test")
    #expect(receipt.isWritten && files.text(Self.path) == "next", "\(note)")
    _ = try store.undo(Self.path)
    #expect(files.text(Self.path) == before, "\(note)")
    #expect(files.disk { $0.locks.isEmpty && $0.open.isEmpty }, "\(note)")
  }
}
