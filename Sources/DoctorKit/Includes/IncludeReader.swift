internal import ConfigDocument
internal import ConfigSchema
internal import ConfigStore
internal import Diagnostics

/// Reads the files that a config includes, by the rules of OpenClaw's loader, and writes nothing.
struct IncludeReader {
  /// As many includes are followed: a small circle-free net of files can have more than a disk.
  static let limit = 1_000
  /// As many files may include each other below the config (OpenClaw since 2026.1.11).
  static let depthLimit = 10
  /// No included file may have more bytes (OpenClaw since 2026.2.26).
  static let byteLimit = 2 << 20

  let store: ConfigStore
  let target: Release
  /// The absolute path of the config; nil when it is not known.
  let rootPath: String?
  /// The folders that files may lie in, and where these really are.
  private let folders: [(path: String, real: String)]
  /// All files that could be read, the config first.
  private(set) var files: [SourceFile]
  /// Which file each include means.
  private(set) var table = IncludeTable()
  /// What was refused.
  private(set) var findings: [Finding] = []
  private var numbers: [String: Int] = [:]
  private var seen: Set<Place> = []
  private var refused: Set<Place> = []
  private var count = 0

  private struct Place: Hashable {
    let file: Int
    let node: NodeID
  }

  /// Prepares to read.
  ///
  /// - Parameters:
  ///   - root: the config.
  ///   - rootPath: its absolute path.
  ///   - extra: further folders that files may lie in (`OPENCLAW_INCLUDE_ROOTS`), absolute.
  ///   - store: reads.
  ///   - target: the release that the config is judged against.
  init(
    _ root: SourceFile, at rootPath: String?, extra: [String], store: ConfigStore, target: Release
  ) {
    self.store = store
    self.target = target
    self.rootPath = rootPath.map { FilePath.normalized($0) }
    let own = self.rootPath.map { [FilePath.folder(of: $0)] } ?? []
    folders = (own + extra.map { FilePath.normalized($0) }).map { folder in
      (folder, store.destination(of: folder)?.path ?? folder)
    }
    files = [root]
    numbers[root.snapshot.target] = 0
  }

  /// Follows all includes.
  mutating func read() {
    follow(0, path: rootPath ?? "", chain: rootPath.map { [$0] } ?? [], at: .root)
  }

  private mutating func follow(_ number: Int, path: String, chain: [String], at base: ConfigPath) {
    let document = files[number].document
    for include in IncludeOccurrence.all(in: document) {
      let place = ConfigPath(base.steps + document.path(to: include.node).steps)
      guard let names = include.names else {
        refuse(.malformed, nil, number, include.node, include.value, place)
        continue
      }
      for name in names {
        count += 1
        guard count <= Self.limit else {
          if count == Self.limit + 1 {
            refuse(.tooMany, nil, number, include.node, name.node, place)
          }
          return
        }
        do throws(IncludeRefusal) {
          let (child, childPath) = try open(name.text, from: path, chain, place, depth: chain.count)
          let isNew = seen.insert(Place(file: number, node: name.node)).inserted
          table.add(child, for: name.text, in: number, isNew: isNew)
          follow(child, path: childPath, chain: chain + [childPath], at: place)
        } catch {
          refuse(error, name.text, number, include.node, name.node, place)
        }
      }
    }
  }

  private mutating func refuse(
    _ refusal: IncludeRefusal, _ name: String?, _ number: Int, _ object: NodeID, _ node: NodeID,
    _ path: ConfigPath
  ) {
    table.isComplete = false
    guard refused.insert(Place(file: number, node: node)).inserted else { return }
    let file = files[number]
    findings.append(
      refusal.finding(
        name, in: file.path, at: file.document.span(file.document.range(node)), path,
        target: target))
  }

  // MARK: One file

  /// Finds, reads and parses one file, or takes it from those that were read.
  private mutating func open(
    _ name: String, from including: String, _ chain: [String], _ place: ConfigPath, depth: Int
  ) throws(IncludeRefusal) -> (Int, String) {
    guard rootPath != nil else { throw .noFolder }
    guard !name.isEmpty, !name.utf8.contains(0), name.unicodeScalars.count < 4_096 else {
      throw .badPath
    }
    let path = FilePath.joined(FilePath.folder(of: including), name)
    guard path.unicodeScalars.count < 4_096 else { throw .badPath }
    guard let own = folders.first else { throw .noFolder }
    guard folders.contains(where: { FilePath.isInside(path, $0.path) }) else {
      // A release that reads it there fails when it is not there.
      let isMissing = target < IncludeRefusal.containment && store.destination(of: path) == nil
      throw isMissing ? .missing : .outside(folder: own.path)
    }
    guard !chain.contains(path) else { throw .cycle }
    guard depth <= Self.depthLimit else { throw .tooDeep }
    guard let found = store.destination(of: path) else { throw reason(path) }
    guard folders.contains(where: { FilePath.isInside(found.path, $0.real) }) else {
      throw .outside(folder: own.path)
    }
    guard found.status.kind == .regular else { throw .notAFile }
    guard found.status.linkCount == 1 else { throw .hardLinked }
    if let known = numbers[found.path] { return (known, path) }
    let snapshot = try load(path)
    // What was opened is what was looked at, or somebody is playing.
    guard snapshot.target == found.path, snapshot.status.linkCount == 1 else {
      throw .unreadable("it was changed while it was read")
    }
    let document: ConfigDocument
    do throws(SyntaxFailure) {
      document = try ConfigDocument(parsing: snapshot.bytes)
    } catch {
      report(error, in: path)
      throw .syntax
    }
    files.append(SourceFile(path: path, snapshot: snapshot, document: document, place: place))
    numbers[found.path] = files.count - 1
    return (files.count - 1, path)
  }

  private func load(_ path: String) throws(IncludeRefusal) -> Snapshot {
    do throws(StoreError) {
      return try store.load(path, limit: Self.byteLimit)
    } catch {
      throw refusal(error)
    }
  }

  /// Why a path leads nowhere.
  private func reason(_ path: String) -> IncludeRefusal {
    do throws(StoreError) {
      _ = try store.load(path, limit: 0)
      return .missing
    } catch {
      return refusal(error)
    }
  }

  private func refusal(_ error: StoreError) -> IncludeRefusal {
    switch error.code {
    case .missing, .danglingLink: .missing
    case .tooLarge: .tooLarge
    case .isFolder, .isPipe, .isSocket, .isDevice: .notAFile
    default: .unreadable(error.message)
    }
  }

  private mutating func report(_ failure: SyntaxFailure, in file: String) {
    for error in failure.errors {
      findings.append(
        Finding(
          checkID: "syntax." + error.code, severity: .error, message: "\(ours: error.message)",
          span: error.span, file: file, fix: .manual("\(ours: error.help)")))
    }
  }
}
