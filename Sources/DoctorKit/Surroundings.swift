internal import Checks
internal import ConfigDocument
internal import ConfigSchema
internal import ConfigStore

/// What lies around a config and decides together with it: variables and the files that set them.
struct Surroundings {
  /// What the gateway sees.
  var gateway: VariableScope
  /// What a client in this shell sees.
  var client: VariableScope
  /// The state folder's `.env`; nil when there is no such folder.
  var stateFile: String?
  /// What was read of it; nil when there is none.
  var stateSnapshot: Snapshot?
  /// The state folder; nil for standard input.
  var stateFolder: String?
  /// Whether the state folder gives its group to everything in it: then the group shares the files
  /// on purpose.
  var isShared = false
  /// The definition of the gateway's service; nil when there is none, or it is not this machine's.
  var service: ServiceDefinition?
  /// The `.env` files of the agents' workspaces, where the machine is this one.
  var workspaceFiles: [WorkspaceFile] = []
  /// Files that are there and cannot be read.
  var unreadable: [StoreError] = []

  /// For a config of which nothing but its text is known.
  static let none = Surroundings(gateway: .unknown, client: .unknown)
}

extension Doctor {
  /// Looks around a config, and writes nothing.
  ///
  /// - Parameters:
  ///   - opened: the config.
  ///   - target: the release that it is judged against: which files count depends on it.
  ///   - request: which profile is meant.
  /// - Returns: what was found; a file that cannot be read is named.
  func surroundings(
    of opened: OpenedConfig, for target: Release, _ request: DoctorRequest
  ) -> Surroundings {
    guard let location = opened.location, opened.isInPlace else { return .none }
    let profile = request.profile ?? environment.variables["OPENCLAW_PROFILE"]
    let isOwn =
      location.reason != .configOption && location.reason != .stateFolderOption
    let knowledge: VariableScope.Knowledge = isOwn ? .machine : .files
    var around = Surroundings.none
    around.stateFolder = location.stateFolder
    var files: [VariableScope.Source] = []
    if let folder = location.stateFolder {
      let status = try? self.files.status(of: folder, followingLinks: true)
      around.isShared = status.map { $0.mode & 0o2000 != 0 } ?? false
      let path = folder + "/.env"
      around.stateFile = path
      if let snapshot = load(path, &around) {
        around.stateSnapshot = snapshot
        files.append(source(.stateFile, path, snapshot))
      }
    }
    if isOwn, let home = location.home, location.stateFolder == home + "/.openclaw",
      target >= "2026.4.5"
    {
      let path = home + "/.config/openclaw/gateway.env"
      if let snapshot = load(path, &around) { files.append(source(.gatewayFile, path, snapshot)) }
    }
    let block = configBlock(opened.document)
    if !block.isEmpty { files.append(VariableScope.Source(.config, values: block)) }
    let process = VariableScope.Source(.process, values: environment.variables)
    around.client = VariableScope(sources: [process] + files, knowledge: knowledge)
    let service = isOwn ? service(location.home, profile, &around) : nil
    if isOwn { addWorkspaces(of: opened.document, location, &around) }
    around.gateway = VariableScope(sources: [service ?? process] + files, knowledge: knowledge)
    return around
  }

  func load(_ path: String, _ around: inout Surroundings) -> Snapshot? {
    do throws(StoreError) {
      // No file that sets variables is that large; reading one would take seconds.
      return try store.load(path, limit: 1 << 20)
    } catch {
      if error.code != .missing { around.unreadable.append(error) }
      return nil
    }
  }

  private func source(
    _ kind: VariableScope.Source.Kind, _ path: String, _ snapshot: Snapshot
  ) -> VariableScope.Source {
    var values: [String: String] = [:]
    for entry in DotEnvDocument(snapshot.bytes).entries { values[entry.name] = entry.value }
    return VariableScope.Source(kind, file: path, values: values)
  }

  /// What the `env` block of a config sets: `env.vars`, and the strings directly in it, which win.
  ///
  /// Values with references in them are not exported.
  private func configBlock(_ document: ConfigDocument) -> [String: String] {
    guard let block = document.member("env", of: document.root) else { return [:] }
    var values: [String: String] = [:]
    let groups = [document.member("vars", of: block), block].compactMap { $0 }
    for group in groups where document.kind(group) == .object {
      for member in document.children(group) {
        guard let name = document.key(member), let value = document.string(member),
          !value.contains("${"), !value.allSatisfy(\.isWhitespace)
        else { continue }
        values[name] = value
      }
    }
    return values
  }
}
