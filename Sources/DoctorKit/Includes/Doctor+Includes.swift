internal import ConfigDocument
internal import ConfigSchema
internal import ConfigStore
internal import Diagnostics
internal import Migrations

extension Doctor {
  /// Reads the files that a config includes, and puts their values in their places.
  ///
  /// - Parameters:
  ///   - opened: the config as it was read.
  ///   - request: which release is meant.
  /// - Returns: the config to examine; the same where it includes nothing, and for standard input,
  ///   of which no folder is known.
  func followingIncludes(_ opened: OpenedConfig, _ request: DoctorRequest) -> OpenedConfig {
    if opened.host != nil { return leavingIncludes(opened) }
    guard var snapshot = opened.snapshot, !IncludeOccurrence.all(in: opened.document).isEmpty
    else { return opened }
    let target = target(of: opened.document, request).release
    let asked = snapshot.path
    var rootPath = absolute(asked)
    if let path = rootPath, path != asked {
      // Several files are locked and noted by their full paths, the config among them.
      if let full = try? store.load(path), full.bytes == snapshot.bytes {
        snapshot = full
      } else {
        rootPath = nil
      }
    }
    let root = SourceFile(
      path: asked, snapshot: snapshot, document: opened.document, place: .root)
    var reader = IncludeReader(
      root, at: rootPath, extra: includeFolders(target), store: store,
      target: target)
    reader.read()
    let config = LayerAssembly(reader.files, reader.table).config()
    return OpenedConfig(
      document: config.document, snapshot: snapshot, location: opened.location,
      includes: config, includeFindings: reader.findings)
  }

  /// Further folders that included files may lie in: documented from 2026-05-01 on, not in
  /// 2026.4.23.
  private func includeFolders(_ target: Release) -> [String] {
    guard target >= "2026.5.2", let list = environment.variables["OPENCLAW_INCLUDE_ROOTS"] else {
      return []
    }
    return list.split(separator: ":").map { String($0) }.filter { $0.hasPrefix("/") }
  }

  /// A path from the root, where `PWD` is the folder that the process is in.
  private func absolute(_ path: String) -> String? {
    if path.hasPrefix("/") { return path }
    guard let folder = environment.variables["PWD"], folder.hasPrefix("/"),
      let named = try? files.status(of: folder, followingLinks: true),
      let own = try? files.status(of: ".", followingLinks: true), named.isSameEntry(as: own)
    else { return nil }
    return folder + "/" + path
  }

  /// Writes a plan into the files that it belongs to, all or none.
  ///
  /// - Parameters:
  ///   - parts: what is to be in which file; from `OpenedConfig.parts`.
  ///   - opened: the config.
  ///   - snapshot: its file as it was read.
  ///   - reason: why, in a word.
  /// - Returns: what was done.
  /// - Throws: `StoreError`.
  func commit(
    _ parts: [FileChange], of opened: OpenedConfig, _ snapshot: Snapshot, reason: String
  ) throws(StoreError) -> Receipt {
    let others = (opened.includes?.files ?? []).dropFirst().map(\.snapshot)
    return try store.commit(parts, of: snapshot, reading: others, reason: reason)
  }
}

extension OpenedConfig {
  /// What a plan puts into which file.
  ///
  /// - Parameters:
  ///   - plan: made on the document of this config.
  ///   - layers: what is done in the files that OpenClaw merges with it.
  /// - Returns: nil when it cannot be taken apart, which nothing must be written for.
  func parts(of plan: MigrationPlan, and layers: [LayerPlan]) -> [FileChange]? {
    guard var parts = parts(of: plan) else { return nil }
    for part in layers.flatMap(\.parts) {
      // A file that is included at several places is written once.
      guard let known = parts.first(where: { $0.snapshot.target == part.snapshot.target }) else {
        parts.append(part)
        continue
      }
      guard known.bytes == part.bytes else { return nil }
    }
    return parts
  }

  /// What a plan puts into which file of those that are not merged with others.
  ///
  /// - Parameter plan: made on the document of this config.
  /// - Returns: nil when it cannot be taken apart, which nothing must be written for.
  func parts(of plan: MigrationPlan) -> [FileChange]? {
    guard let snapshot else { return [] }
    if host != nil {
      guard plan.hasChanges else { return [] }
      return (try? whole(plan.after.bytes)).map { [FileChange(snapshot, to: $0)] }
    }
    guard let includes, !includes.mounts.isEmpty else {
      let bytes = plan.after.bytes
      return bytes == snapshot.bytes ? [] : [FileChange(snapshot, to: bytes)]
    }
    return includes.parts(of: plan, MountFates(includes.mounts, through: plan.ledger))
  }
}
