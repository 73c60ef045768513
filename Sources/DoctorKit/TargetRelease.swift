internal import ConfigDocument
internal import ConfigSchema
internal import ConfigStore
internal import Diagnostics

/// The release that a config is judged against, and how it was chosen.
struct TargetRelease {
  let release: Release
  /// Sentences for the reader: where the release comes from, and how well it is known.
  let notes: [Message]

  /// Chooses: what the user says, else the installed OpenClaw, else the later of what the file
  /// declares and the newest release whose keys are known exactly.
  ///
  /// - Parameters:
  ///   - wanted: the argument of `--release`.
  ///   - declared: the release that the file declares.
  ///   - installed: the release of the installed OpenClaw.
  init(wanted: Release?, declared: Release?, installed: Release?) {
    let newest = ReleaseCatalogue.newestExact
    var notes: [Message] = []
    if let wanted {
      release = wanted
      notes.append("judged against \(ours: wanted.description), as asked")
    } else if let installed {
      release = installed
      notes.append("judged against \(ours: installed.description), the installed OpenClaw")
    } else if let declared, declared > newest {
      release = declared
      notes.append(
        "judged against \(ours: declared.description), the release that the file was last written by"
      )
    } else {
      release = newest
      notes.append(
        "judged against \(ours: newest.description), the newest release whose keys are all known")
    }
    switch ReleaseCatalogue.knowledge(of: release) {
    case .exact: break
    case .core:
      notes.append("of \(ours: release.description) only the core keys are known exactly")
    case .none:
      notes.append(
        "the keys of \(ours: release.description) are not known; migrations are those up to it")
    }
    self.notes = notes
  }

  /// The release that a config says it was last written by.
  static func declared(by document: ConfigDocument) -> Release? {
    let path = ConfigPath([.key("meta"), .key("lastTouchedVersion")])
    return document.node(at: path).flatMap { document.string($0) }.flatMap { Release($0) }
  }

  /// The release of the OpenClaw that a shell would start, read from its package.json; no process
  /// is started.
  static func installed(variables: [String: String], store: ConfigStore) -> Release? {
    for folder in (variables["PATH"] ?? "").split(separator: ":") {
      guard let target = store.resolvedFile("\(folder)/openclaw") else { continue }
      var parts = target.split(separator: "/").dropLast()
      while !parts.isEmpty {
        let manifest = "/" + parts.joined(separator: "/") + "/package.json"
        if let release = release(inManifest: manifest, store: store) { return release }
        parts = parts.dropLast()
      }
      return nil
    }
    return nil
  }

  private static func release(inManifest path: String, store: ConfigStore) -> Release? {
    guard let bytes = store.contents(ofFile: path),
      let document = try? ConfigDocument(parsing: bytes),
      let name = document.member("name", of: document.root), document.string(name) == "openclaw",
      let version = document.member("version", of: document.root)
    else { return nil }
    return document.string(version).flatMap { Release($0) }
  }
}
