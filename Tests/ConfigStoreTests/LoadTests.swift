import ConfigStore
import Diagnostics
import Testing

@Suite struct LoadTests {
  static let path = MemoryFileSystem.config

  private func code(_ files: MemoryFileSystem, _ path: String = path) -> StoreErrorCode? {
    let error = failure { _ = try store(files).load(path) }
    if let error { #expect(error.outcome == .unreadable) }
    return error?.code
  }

  @Test func bytesAndIdentity() throws {
    let files = MemoryFileSystem.home("text")
    let snapshot = try store(files).load(Self.path)
    #expect(snapshot.bytes == bytes("text"))
    #expect(snapshot.status == files.peek(Self.path))
    #expect(snapshot.target == Self.path && !snapshot.isLinked)
    #expect(snapshot.interruptedBackup == nil)
    #expect(files.list("/home/u/.openclaw") == ["openclaw.json"])
  }

  @Test(
    "FM-30 R1: what is no file",
    arguments: [
      (FileStatus.Kind.folder, StoreErrorCode.isFolder), (.pipe, .isPipe), (.socket, .isSocket),
      (.device, .isDevice),
    ])
  func notAFile(_ kind: FileStatus.Kind, _ expected: StoreErrorCode) {
    let files = MemoryFileSystem.home()
    files.put("/home/u/x", kind, [], mode: 0o600, uid: 1_000)
    files.disk { $0.reset() }
    #expect(code(files, "/home/u/x") == expected)
    #expect(!files.disk { $0.calls.contains("open for reading") })
  }

  @Test func missing() {
    #expect(code(.home(), "/home/u/none.json") == .missing)
    #expect(code(.home(), "/home/none/none.json") == .missing)
    #expect(code(.home(), Self.path + "/x") == .missing)
  }

  @Test("FM-30 R2: the message says what to do")
  func accessDenied() throws {
    let files = MemoryFileSystem.home(mode: 0o000)
    let error = try #require(failure { _ = try store(files).load(Self.path) })
    #expect(error.code == .accessDenied)
    #expect(
      plain(error.message)
        == "\(Self.path) may not be read: it belongs to user 1000 with mode 0, and this runs as user 1000"
    )
    #expect(plain(error.help) == "run `chmod u+r \(Self.path)`")
    let others = MemoryFileSystem.home(mode: 0o640)
    others.change(Self.path) { ($0.uid, $0.gid) = (0, 0) }
    let foreign = try #require(failure { _ = try store(others).load(Self.path) })
    #expect(
      plain(foreign.help)
        == "run `sudo chown 1000 \(Self.path) && chmod u+r \(Self.path)`, or run as user 0")
  }

  @Test("FM-30 R1: each call of a read fails in turn")
  func failing() throws {
    let files = MemoryFileSystem.home()
    _ = try store(files).load(Self.path)
    let count = files.disk { $0.calls.count }
    for call in 1...count {
      files.disk { disk in
        disk.reset()
        disk.failures[call] = .deviceFailed
      }
      let error = failure { _ = try store(files).load(Self.path) }
      let isMarker = call == count
      #expect(error?.code == (isMarker ? nil : .readFailed), "call \(call)")
    }
  }

  @Test func tooLarge() {
    let files = MemoryFileSystem.home()
    files.change(Self.path) { $0.size = 65 << 20 }
    files.disk { $0.reset() }
    #expect(code(files) == .tooLarge)
    #expect(!files.disk { $0.calls.contains("read") })
    files.change(Self.path) { $0.size = 64 << 20 }
    #expect(code(files) == nil)
  }

  @Test func relativeLinksOfLinks() throws {
    let files = MemoryFileSystem.home("text")
    files.folder("/home/u/a")
    files.link("/home/u/a/b", to: "../.openclaw/./c")
    files.link("/home/u/.openclaw/c", to: "/home/u/x/../.openclaw/openclaw.json")
    files.link("/home/u/x", to: "a")
    let snapshot = try store(files).load("/home/u//a/b")
    #expect(snapshot.target == Self.path && snapshot.isLinked && snapshot.bytes == bytes("text"))
  }

  @Test func badLinks() {
    let files = MemoryFileSystem.home()
    files.link("/home/u/dangling", to: "nothing")
    files.link("/home/u/deep", to: "no/such/folder.json")
    files.link("/home/u/one", to: "two")
    files.link("/home/u/two", to: "one")
    #expect(code(files, "/home/u/dangling") == .danglingLink)
    #expect(code(files, "/home/u/deep") == .danglingLink)
    #expect(code(files, "/home/u/one") == .cyclicLink)
  }
}

/// A message as text, for comparisons.
func plain(_ message: Message?) -> String? {
  message?.segments.map { segment in
    switch segment {
    case .text(let text): text
    case .path: "?"
    case .outside(let text): text
    }
  }.joined()
}
