import ConfigStore
import Testing

/// Every single call of a write of three files in two folders fails or never returns: afterwards,
/// or after the recovery, all are old or all are new.
@Suite struct GroupFaultTests {
  enum Deed: String, CaseIterable, Sendable {
    case commit, undo
  }

  static let root = MemoryFileSystem.config
  static let paths = [
    root, "/home/u/.openclaw/channels.json5", "/home/u/.openclaw/agents.d/main.json5",
  ]
  static let folders = ["/home/u/.openclaw", "/home/u/.openclaw/agents.d"]

  private func texts(_ files: MemoryFileSystem) -> [String?] { Self.paths.map { files.text($0) } }

  private func expected(_ word: String) -> [String?] {
    Self.paths.indices.map { "\(word) \($0)" }
  }

  private func prepare(_ deed: Deed) throws -> MemoryFileSystem {
    let files = MemoryFileSystem.home(deed == .commit ? "old 0" : "older 0")
    files.folder(Self.folders[1])
    for index in 1...2 {
      files.file(
        Self.paths[index], deed == .commit ? "old \(index)" : "older \(index)", mode: 0o640)
    }
    if deed == .undo { _ = try commit("old", files) }
    files.disk { $0.reset() }
    return files
  }

  private func commit(_ word: String, _ files: MemoryFileSystem) throws -> Receipt {
    let store = store(files)
    let snapshots = try Self.paths.map { try store.load($0) }
    let changes = snapshots.indices.map { FileChange(snapshots[$0], to: bytes("\(word) \($0)")) }
    return try store.commit(changes, of: snapshots[0], reading: snapshots, reason: "test")
  }

  @discardableResult
  private func act(_ deed: Deed, _ files: MemoryFileSystem) throws -> Receipt {
    deed == .commit ? try commit("new", files) : try store(files).undo(Self.root)
  }

  private func after(_ deed: Deed) -> [String?] { expected(deed == .commit ? "new" : "older") }

  private func calls(_ deed: Deed) throws -> [String] {
    let files = try prepare(deed)
    try act(deed, files)
    return files.disk { $0.calls }
  }

  private func litter(_ files: MemoryFileSystem) -> [String] {
    Self.folders.flatMap { files.list($0) }.filter { $0.contains(".clawdoctor-") }
  }

  @Test(
    "FM-42 R1: each call fails in turn, and all files are old or all are new",
    arguments: Deed.allCases)
  func failing(_ deed: Deed) throws {
    let calls = try calls(deed)
    #expect(calls.count > 60)
    for call in 1...calls.count {
      for error in calls[call - 1] == "rename" ? [FileError.deviceFailed, .busy] : [.deviceFailed] {
        let files = try prepare(deed)
        files.disk { $0.failures[call] = error }
        var failure: StoreError?
        do { try act(deed, files) } catch { failure = error as? StoreError }
        let isNew = failure == nil || failure?.code == .notConfirmed
        let note = "call \(call) error \(error.number) \(failure?.code.rawValue ?? "done")"
        files.disk { $0.reset() }
        let finished = try store(files).recover(Self.root)
        #expect(finished == nil || failure?.code == .damaged || isNew, "\(note)")
        let now = texts(files)
        #expect(
          failure?.code == .damaged
            ? now == expected("old") || now == after(deed)
            : now == (isNew ? after(deed) : expected("old")), "\(note)")
        if call.isMultiple(of: 4) || isNew { try expectUsable(files, note) }
        #expect(litter(files) == [], "\(note)")
      }
    }
  }

  @Test(
    "FM-42 R1: stopped at each call, and after the recovery all files are old or all are new",
    arguments: Deed.allCases, MemoryDisk.End.allCases)
  func crashing(_ deed: Deed, _ end: MemoryDisk.End) throws {
    var seen: Set<[String?]> = []
    var recovered = 0
    for call in 1...(try calls(deed).count) {
      let files = try prepare(deed)
      files.disk { $0.crashAt = call }
      _ = try? act(deed, files)
      files.disk { $0.restart(after: end) }
      let journal = store(files).unfinishedJournal(of: Self.root)
      if journal != nil {
        // Nothing but the recovery may go on where a write is unfinished.
        let error = failure { _ = try commit("other", files) }
        #expect(error?.code == .interruptedWrite, "call \(call)")
        #expect(error?.outcome == .refused)
      }
      if try store(files).recover(Self.root) != nil { recovered += 1 }
      let now = texts(files)
      #expect(now == expected("old") || now == after(deed), "call \(call): \(now)")
      seen.insert(now)
      if call.isMultiple(of: 4) || journal != nil { try expectUsable(files, "call \(call)") }
    }
    #expect(seen.count == 2 && recovered > 3)
  }

  @Test("a recovery that is stopped at each call is finished by the next one")
  func crashingRecovery() throws {
    let deed = Deed.commit
    let whole = try prepare(deed)
    try act(deed, whole)
    let rename = try #require(whole.disk { $0.calls.lastIndex(of: "rename") }) + 1
    func interrupted() throws -> MemoryFileSystem {
      let files = try prepare(deed)
      files.disk { $0.crashAt = rename - 4 }
      _ = try? act(deed, files)
      files.disk { $0.restart(after: .powerLoss) }
      return files
    }
    let plain = try interrupted()
    #expect(try store(plain).recover(Self.root) == Self.paths)
    for call in 1...plain.disk({ $0.calls.count }) {
      let files = try interrupted()
      files.disk { $0.crashAt = call }
      _ = try? store(files).recover(Self.root)
      files.disk { $0.restart(after: .powerLoss) }
      _ = try store(files).recover(Self.root)
      #expect(texts(files) == after(deed), "call \(call)")
      #expect(litter(files) == [], "call \(call)")
    }
  }

  @Test("FM-11: somebody else writes one of the files at each call, and is not overwritten")
  func interfering() throws {
    let whole = try prepare(.commit)
    try act(.commit, whole)
    let last = try #require(whole.disk { $0.calls.lastIndex(of: "rename") }) + 1
    for call in 1...last + 2 {
      let files = try prepare(.commit)
      files.disk { disk in
        disk.interference[call] = { disk in
          guard let inode = try? disk.find(Self.paths[2]) else { return }
          disk.nodes[inode]?.bytes = bytes("theirs")
        }
      }
      let error = failure { try act(.commit, files) }
      let now = texts(files)
      if error == nil {
        // Read before, or in the last instant before the renaming.
        #expect(now == expected("new") || now == ["new 0", "new 1", "theirs"], "call \(call)")
      } else {
        #expect(now[2] == "theirs", "call \(call) \(now)")
        #expect(error?.code == .changedMeanwhile || error?.code == .notConfirmed, "call \(call)")
        if error?.code == .changedMeanwhile {
          #expect(now == ["old 0", "old 1", "theirs"], "call \(call)")
        }
      }
      #expect(litter(files) == [], "call \(call)")
    }
  }

  private func expectUsable(_ files: MemoryFileSystem, _ note: String) throws {
    files.disk { $0.reset() }
    let before = texts(files)
    let receipt = try commit("next", files)
    #expect(receipt.others == Array(Self.paths.dropFirst()), "\(note)")
    #expect(texts(files) == expected("next"), "\(note)")
    #expect(litter(files) == [], "\(note)")
    for path in Self.paths { #expect(files.peek(path)?.mode == 0o640, "\(note)") }
    _ = try store(files).undo(Self.root)
    #expect(texts(files) == before, "\(note)")
    _ = try store(files).undo(Self.root)
    #expect(texts(files) == expected("next"), "\(note)")
    #expect(store(files).unfinishedJournal(of: Self.root) == nil, "\(note)")
    #expect(files.disk { $0.locks.isEmpty && $0.open.isEmpty }, "\(note)")
  }
}
