import ConfigStore
import Testing

@Suite struct UndoTests {
  static let path = MemoryFileSystem.config

  private func written(_ texts: String...) throws -> (MemoryFileSystem, ConfigStore) {
    let files = MemoryFileSystem.home("text 0")
    let store = store(files)
    for text in texts {
      _ = try store.commit(bytes(text), over: store.load(Self.path), reason: "fix")
    }
    return (files, store)
  }

  @Test("an undo can be undone, any number of times")
  func toggle() throws {
    let (files, store) = try written("text 1", "text 2")
    for round in 0..<6 {
      let receipt = try store.undo(Self.path)
      #expect(receipt.isWritten && receipt.isAtomic)
      #expect(files.text(Self.path) == (round.isMultiple(of: 2) ? "text 1" : "text 2"))
    }
    #expect(try store.history(of: Self.path).first?.reason == "undo")
  }

  @Test func toAnyBackup() throws {
    let (files, store) = try written("text 1", "text 2", "text 3")
    let receipt = try store.undo(Self.path, to: 1)
    #expect(receipt.restored == 1 && receipt.backup == 4)
    #expect(files.text(Self.path) == "text 0")
    _ = try store.undo(Self.path)
    #expect(files.text(Self.path) == "text 3")
    #expect(failure { _ = try store.undo(Self.path, to: 99) }?.code == .noBackup)
  }

  @Test func toWhatIsThere() throws {
    let (files, store) = try written("text 1", "text 0")
    files.disk { $0.reset() }
    let receipt = try store.undo(Self.path, to: 1)
    #expect(!receipt.isWritten && receipt.restored == 1)
    #expect(!files.disk { $0.calls.contains("write") })
  }

  @Test func withoutBackups() throws {
    let files = MemoryFileSystem.home()
    let error = failure { _ = try store(files).undo(Self.path) }
    #expect(error?.code == .noBackup && error?.outcome == .unreadable)
    #expect(try store(files).history(of: Self.path) == [])
    #expect(files.list("/home/u/.openclaw") == ["openclaw.json"])
  }

  @Test("an edit since is not overwritten without being asked, and kept when it is")
  func changedSince() throws {
    let (files, store) = try written("text 1")
    files.change(Self.path) { $0.bytes = bytes("edited, { not a config") }
    for id in [nil, 1] {
      let error = failure { _ = try store.undo(Self.path, to: id) }
      #expect(error?.code == .changedSince && error?.outcome == .refused)
    }
    #expect(files.text(Self.path) == "edited, { not a config")
    _ = try store.undo(Self.path, isForced: true)
    #expect(files.text(Self.path) == "text 0")
    _ = try store.undo(Self.path)
    #expect(files.text(Self.path) == "edited, { not a config")
  }

  @Test("the config is missing: it comes back with its mode")
  func missing() throws {
    let (files, store) = try written("text 1")
    try files.disk { disk in Result { try disk.remove(Self.path, files.user) } }.get()
    let receipt = try store.undo(Self.path)
    #expect(receipt.isWritten && receipt.backup == nil && receipt.restored == 1)
    #expect(files.text(Self.path) == "text 0" && files.peek(Self.path)?.mode == 0o640)
  }

  @Test("the target of a link is missing: it comes back behind the link")
  func missingTarget() throws {
    let files = MemoryFileSystem.home("text 0")
    files.link("/home/u/l.json", to: ".openclaw/openclaw.json")
    let store = store(files)
    _ = try store.commit(bytes("text 1"), over: store.load("/home/u/l.json"), reason: "fix")
    try files.disk { disk in Result { try disk.remove(Self.path, files.user) } }.get()
    #expect(failure { _ = try store.load("/home/u/l.json") }?.code == .danglingLink)
    _ = try store.undo("/home/u/l.json")
    #expect(files.text(Self.path) == "text 0" && files.peek("/home/u/l.json")?.kind == .link)
  }

  @Test("a commit that failed does not stand in the way")
  func afterFailure() throws {
    let (files, store) = try written("text 1")
    let snapshot = try store.load(Self.path)
    files.disk { $0.reset() }
    _ = try store.commit(bytes("text 2"), over: snapshot, reason: "fix")
    let rename = try #require(files.disk { $0.calls.lastIndex(of: "rename") }) + 1

    let (again, second) = try written("text 1")
    let next = try second.load(Self.path)
    again.disk { disk in
      disk.reset()
      disk.failures[rename] = .diskFull
    }
    let error = failure { _ = try second.commit(bytes("text 2"), over: next, reason: "fix") }
    #expect(error?.code == .writeFailed && error?.outcome == .writeFailed)
    #expect(again.text(Self.path) == "text 1")
    again.disk { $0.reset() }
    _ = try second.undo(Self.path)
    #expect(again.text(Self.path) == "text 0")
    _ = try second.undo(Self.path)
    #expect(again.text(Self.path) == "text 1")
  }

  @Test("a backup that was tampered with is not put back")
  func damaged() throws {
    let (files, store) = try written("text 1")
    files.change("/home/u/.openclaw/.clawdoctor/backups/openclaw.json/000001.json5") {
      $0.bytes = bytes("text X")
    }
    let error = failure { _ = try store.undo(Self.path) }
    #expect(error?.code == .damagedBackup && files.text(Self.path) == "text 1")
  }
}
