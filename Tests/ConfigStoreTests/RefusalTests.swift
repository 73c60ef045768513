import ConfigStore
import Testing

/// What is decided before the first byte is written: nothing may be made or changed then.
@Suite struct RefusalTests {
  static let path = MemoryFileSystem.config

  /// Commits, and makes sure that the disk is untouched by the refusal.
  private func refusal(
    _ files: MemoryFileSystem, _ path: String = path,
    _ change: (inout StoreSettings) -> Void = { _ in }
  ) throws -> StoreError? {
    let store = store(files, change)
    let snapshot = try store.load(path)
    let before = files.disk { $0.nodes.mapValues(\.bytes) }
    let error = failure { _ = try store.commit(bytes("new"), over: snapshot, reason: "test") }
    #expect(files.disk { $0.nodes.mapValues(\.bytes) } == before)
    #expect(error?.outcome == .refused)
    #expect(error?.help != nil)
    return error
  }

  @Test("FM-47 R2: a managed install")
  func managed() throws {
    #expect(try refusal(.home()) { $0.isManaged = true }?.code == .managed)
  }

  @Test("FM-47: the Nix store")
  func nixStore() throws {
    let files = MemoryFileSystem.home()
    files.folder("/nix", uid: 0, mode: 0o755)
    files.folder("/nix/store", uid: 0, mode: 0o755)
    files.file("/nix/store/x.json", "old", mode: 0o644)
    files.link("/home/u/link.json", to: "/nix/store/x.json")
    #expect(try refusal(files, "/home/u/link.json")?.code == .nixStore)
  }

  @Test func readOnlyFile() throws {
    #expect(try refusal(.home(mode: 0o444))?.code == .readOnlyFile)
  }

  @Test func readOnlyFileForRootToo() throws {
    #expect(try refusal(.home(mode: 0o444, as: 0))?.code == .readOnlyFile)
  }

  @Test("FM-47: a read-only file system")
  func readOnlyFileSystem() throws {
    let files = MemoryFileSystem.home()
    files.disk { $0.isReadOnly = true }
    #expect(try refusal(files)?.code == .readOnlyFileSystem)
  }

  @Test func folderNotWritable() throws {
    let files = MemoryFileSystem.home()
    files.change("/home/u/.openclaw") { $0.mode = 0o500 }
    #expect(try refusal(files)?.code == .folderNotWritable)
  }

  @Test func hardLink() throws {
    let files = MemoryFileSystem.home()
    files.change(Self.path) { $0.linkCount = 2 }
    #expect(try refusal(files)?.code == .hardLinked)
  }

  @Test("FM-48 R2: a foreign owner")
  func foreignOwner() throws {
    let files = MemoryFileSystem.home(mode: 0o666)
    files.change(Self.path) { $0.uid = 1_001 }
    #expect(try refusal(files)?.code == .foreignOwner)
  }

  @Test("FM-27 R1: a foreign group")
  func foreignGroup() throws {
    let files = MemoryFileSystem.home()
    files.change(Self.path) { $0.gid = 2_000 }
    #expect(try refusal(files)?.code == .foreignGroup)
    files.change("/home/u/.openclaw") { $0.gid = 2_000 }
    let store = store(files)
    // The in-memory folder does not hand its group on, so that giving it away is what fails.
    let snapshot = try store.load(Self.path)
    let error = failure { _ = try store.commit(bytes("new"), over: snapshot, reason: "test") }
    #expect(error?.code == .foreignGroup && files.text(Self.path) == "old")
  }

  @Test("FM-48 R2: root writes for others only when told so")
  func root() throws {
    let files = MemoryFileSystem.home(as: 0)
    #expect(try refusal(files) { $0.allowsRootForOther = false }?.code == .rootForOther)
    let store = store(files)
    _ = try store.commit(bytes("new"), over: store.load(Self.path), reason: "test")
    let folder = "/home/u/.openclaw/.clawdoctor"
    let backups = folder + "/backups/openclaw.json"
    for path in [
      Self.path, folder, folder + "/lock", folder + "/.gitignore", folder + "/backups", backups,
      backups + "/000001.json5", backups + "/000001.record",
    ] {
      #expect(files.peek(path)?.uid == 1_000, "\(path)")
      #expect(files.peek(path)?.gid == 1_000, "\(path)")
    }
    #expect(files.peek(Self.path)?.mode == 0o640)
  }

  @Test("FM-27 R3: a folder shared with a group is a layout, one open to all is not")
  func sharedFolder() throws {
    let files = MemoryFileSystem.home()
    files.change("/home/u/.openclaw") { $0.mode = 0o2770 }
    let store = store(files)
    _ = try store.commit(bytes("newer"), over: store.load(Self.path), reason: "test")
    #expect(files.peek("/home/u/.openclaw")?.mode == 0o2770)
    files.change("/home/u/.openclaw") { $0.mode = 0o777 }
    #expect(try refusal(files)?.code == .sharedFolder)
    files.change("/home/u/.openclaw") { $0.mode = 0o1777 }
    _ = try store.commit(bytes("newest"), over: store.load(Self.path), reason: "test")
  }

  @Test("FM-58 R2: a link through a folder that others may write", arguments: [0o770, 0o702])
  func linkThroughSharedFolder(_ mode: UInt32) throws {
    let files = MemoryFileSystem.home()
    files.folder("/home/u/dotfiles", mode: mode)
    files.link("/home/u/dotfiles/l.json", to: "../.openclaw/openclaw.json")
    files.link("/home/u/l.json", to: "dotfiles/l.json")
    #expect(try refusal(files, "/home/u/l.json")?.code == .sharedFolder)
    let isGroup = mode == 0o770
    let store = store(files) { $0.acceptsGroupFolders = true }
    let snapshot = try store.load("/home/u/l.json")
    let error = failure { _ = try store.commit(bytes("new"), over: snapshot, reason: "test") }
    #expect(error?.code == (isGroup ? nil : .sharedFolder))
  }

  @Test("FM-58 R2: a link of somebody else's")
  func foreignLink() throws {
    let files = MemoryFileSystem.home()
    files.folder("/home/v", uid: 1_001, mode: 0o755)
    files.link("/home/v/l.json", to: "/home/u/.openclaw/openclaw.json", uid: 1_001)
    #expect(try refusal(files, "/home/v/l.json")?.code == .foreignFolder)
  }

  @Test func storeThatIsNotOurs() throws {
    let files = MemoryFileSystem.home()
    files.folder("/home/u/elsewhere")
    files.link("/home/u/.openclaw/.clawdoctor", to: "/home/u/elsewhere")
    #expect(try refusal(files)?.code == .unsafeStore)
    let others = MemoryFileSystem.home()
    others.folder("/home/u/.openclaw/.clawdoctor", uid: 1_001, mode: 0o777)
    #expect(try refusal(others)?.code == .unsafeStore)
  }
}
