import ConfigStore
import Testing

@Suite struct GroupUndoTests {
  static let root = MemoryFileSystem.config
  static let part = "/home/u/.openclaw/part.json5"

  /// A config and a file that were written together, or the file alone.
  private func written(rootTo text: String = "root 1") throws -> (MemoryFileSystem, ConfigStore) {
    let files = MemoryFileSystem.home("root 0")
    files.file(Self.part, "part 0")
    let store = store(files)
    let root = try store.load(Self.root)
    _ = try store.commit(
      [FileChange(root, to: bytes(text)), FileChange(store.load(Self.part), to: bytes("part 1"))],
      of: root, reading: [], reason: "fix")
    return (files, store)
  }

  private func texts(_ files: MemoryFileSystem) -> [String?] {
    [files.text(Self.root), files.text(Self.part)]
  }

  @Test("an undo puts back all files of a write, and again brings the write back")
  func toggle() throws {
    let (files, store) = try written()
    for round in 0..<4 {
      let receipt = try store.undo(Self.root)
      #expect(receipt.isWritten && receipt.others == [Self.part] && receipt.left == [])
      #expect(
        texts(files) == (round.isMultiple(of: 2) ? ["root 0", "part 0"] : ["root 1", "part 1"]))
    }
  }

  @Test("where the config itself stayed, the undo of the config puts the other file back")
  func partAlone() throws {
    let (files, store) = try written(rootTo: "root 0")
    #expect(texts(files) == ["root 0", "part 1"])
    _ = try store.undo(Self.root)
    #expect(texts(files) == ["root 0", "part 0"])
    _ = try store.undo(Self.root)
    #expect(texts(files) == ["root 0", "part 1"])
  }

  @Test("a file that was edited since is in the way of all, until it is forced")
  func edited() throws {
    let (files, store) = try written()
    files.change(Self.part) { $0.bytes = bytes("theirs") }
    let error = failure { _ = try store.undo(Self.root) }
    #expect(error?.code == .changedSince && error?.path == Self.part)
    #expect(texts(files) == ["root 1", "theirs"])
    _ = try store.undo(Self.root, isForced: true)
    #expect(texts(files) == ["root 0", "part 0"])
    _ = try store.undo(Self.root)
    #expect(texts(files) == ["root 1", "theirs"])
  }

  @Test("a file that is gone is named; forced, the others go back without it")
  func missing() throws {
    let (files, store) = try written()
    try files.disk { disk in Result { try disk.remove(Self.part, files.user) } }.get()
    let error = failure { _ = try store.undo(Self.root) }
    #expect(error?.code == .missing && error?.path == Self.part)
    #expect(texts(files) == ["root 1", nil])
    let receipt = try store.undo(Self.root, isForced: true)
    #expect(receipt.left == [Self.part])
    #expect(texts(files) == ["root 0", nil])
  }

  @Test("the part's own undo knows its own backups")
  func ofPart() throws {
    let (files, store) = try written()
    _ = try store.undo(Self.part)
    #expect(texts(files) == ["root 1", "part 0"])
  }

  @Test("a journal that does not fit is named, and nothing is touched")
  func mismatch() throws {
    let (files, store) = try written()
    let journal = "/home/u/.openclaw/.clawdoctor/backups/openclaw.json/journal"
    files.file(
      journal,
      "format=1\nfiles=1\ntarget.1=part.json5\ntemporary.1=.part.json5.clawdoctor-0123456789abcdef\n"
        + "old.1=1:0000000000000000\nnew.1=2:0000000000000000\n")
    #expect(store.unfinishedJournal(of: Self.root) == journal)
    let error = failure { _ = try store.recover(Self.root) }
    #expect(error?.code == .journalMismatch && error?.outcome == .refused)
    #expect(error?.path == Self.part)
    #expect(texts(files) == ["root 1", "part 1"])
    #expect(files.text(journal) != nil)
    files.change(journal) { $0.bytes = bytes("garbage") }
    #expect(failure { _ = try store.recover(Self.root) }?.code == .journalMismatch)
  }

  @Test("a file that cannot be replaced holds the whole write back")
  func mounted() throws {
    let files = MemoryFileSystem.home("root 0")
    files.file(Self.part, "part 0")
    files.mount(Self.part)
    let store = store(files)
    let root = try store.load(Self.root)
    let error = failure {
      _ = try store.commit(
        [
          FileChange(root, to: bytes("root 1")),
          FileChange(store.load(Self.part), to: bytes("part 1")),
        ], of: root, reading: [], reason: "fix")
    }
    #expect(error?.code == .notReplaceable && error?.path == Self.part)
    #expect(texts(files) == ["root 0", "part 0"])
    #expect(store.unfinishedJournal(of: Self.root) == nil)
    #expect(files.list("/home/u/.openclaw") == [".clawdoctor", "openclaw.json", "part.json5"])
  }
}
