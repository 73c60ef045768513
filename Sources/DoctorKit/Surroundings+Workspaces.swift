internal import Checks
internal import ConfigDocument
internal import ConfigStore

extension Doctor {
  /// Looks into the `.env` of each workspace that a config names; more than a few are not looked at.
  ///
  /// - Parameters:
  ///   - document: the config.
  ///   - location: where it lies.
  ///   - around: gets what was found.
  func addWorkspaces(
    of document: ConfigDocument, _ location: LocatedConfig, _ around: inout Surroundings
  ) {
    var folders: [String] = []
    func add(_ path: String?) {
      guard let path, let folder = absolute(path, location.home), !folders.contains(folder),
        folders.count < Self.workspaceLimit
      else { return }
      folders.append(folder)
    }
    let agents = document.member("agents", of: document.root)
    let defaults = agents.flatMap { document.member("defaults", of: $0) }
    let common = defaults.flatMap { document.member("workspace", of: $0) }
    add(common.flatMap { document.string($0) } ?? location.stateFolder.map { $0 + "/workspace" })
    for name in ["list", "entries"] {
      guard let group = agents.flatMap({ document.member(name, of: $0) }) else { continue }
      for agent in document.children(group) {
        add(document.member("workspace", of: agent).flatMap { document.string($0) })
      }
    }
    for folder in folders {
      let path = folder + "/.env"
      guard let snapshot = load(path, &around) else { continue }
      let names = DotEnvDocument(snapshot.bytes).entries.map {
        ServiceVariable(name: $0.name, value: $0.value, line: $0.line)
      }
      around.workspaceFiles.append(WorkspaceFile(path: path, names: names))
    }
  }

  private static let workspaceLimit = 16

  /// A path of the config as OpenClaw takes it; nil for a relative one, whose folder is not known.
  private func absolute(_ path: String, _ home: String?) -> String? {
    if path.hasPrefix("/") { return path }
    guard path.hasPrefix("~/"), let home else { return nil }
    return home + path.dropFirst(1)
  }
}
