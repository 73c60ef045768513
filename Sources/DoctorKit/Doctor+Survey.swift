internal import Checks
internal import ConfigDocument
internal import ConfigStore

extension Doctor {
  /// Looks at the files around a config.
  ///
  /// - Parameters:
  ///   - opened: the config.
  ///   - request: which folder is meant.
  /// - Returns: what was found; nothing for standard input, and where the config stays as it is
  ///   because the result goes elsewhere.
  func survey(_ opened: OpenedConfig, _ request: DoctorRequest) -> StateSurvey {
    let config = opened.location.flatMap { store.destination(of: $0.path) }
    var survey = StateSurvey(
      files: files, isManaged: store.isManaged,
      owner: files.user.isRoot ? config?.status.uid ?? 0 : files.user.uid,
      forbidden: forbiddenFolders(opened.location?.home))
    guard let location = opened.location, let config, request.output == nil,
      !request.adopts, opened.isInPlace
    else { return survey }
    // The state folder first: what lies in it is called by its path from there.
    if let folder = location.stateFolder, let state = store.destination(of: folder),
      state.status.kind == .folder
    {
      if isStateFolder(folder, location, request) {
        survey.lookAtState(state, logFile: logFile(of: opened.document, location, in: state.path))
      } else {
        survey.lookAtVariables(beside: config.path)
      }
    }
    survey.lookAtConfig(location.path, config)
    return survey
  }

  /// Whether a folder is certainly OpenClaw's: rules, options and variables lead to it, or its name
  /// or what is in it says so.
  private func isStateFolder(
    _ folder: String, _ location: LocatedConfig, _ request: DoctorRequest
  ) -> Bool {
    let isBesideNamedConfig =
      location.reason == .configOption && folder == StateSurvey.split(location.path).folder
      && request.stateFolder == nil
      && (environment.variables["OPENCLAW_STATE_DIR"] ?? "").isEmpty
    guard isBesideNamedConfig else { return true }
    let name = StateSurvey.split(folder).name
    if ConfigLocator.folders.contains(where: name.hasPrefix) { return true }
    return ["agents", "credentials", "identity"].contains { part in
      (try? files.status(of: folder + "/" + part, followingLinks: false))?.kind == .folder
    }
  }

  /// The home folders and all folders above them.
  private func forbiddenFolders(_ home: String?) -> [FileStatus] {
    var folders: [FileStatus] = []
    for home in Set([home, environment.systemHome].compactMap { $0 }) {
      var path = store.destination(of: home)?.path ?? home
      while let status = try? files.status(of: path, followingLinks: true) {
        folders.append(status)
        guard path != "/", path != "." else { break }
        path = StateSurvey.split(path).folder
      }
    }
    return folders
  }

  /// The log that a config names, where it lies in the state folder.
  private func logFile(
    of document: ConfigDocument, _ location: LocatedConfig, in folder: String
  ) -> String? {
    guard let logging = document.member("logging", of: document.root),
      let file = document.member("file", of: logging), let path = document.string(file)
    else { return nil }
    let full = path.hasPrefix("~/") ? location.home.map { $0 + path.dropFirst() } : path
    guard let full, let named = location.stateFolder, full.hasPrefix(named + "/") else {
      return full
    }
    return folder + full.dropFirst(named.count)
  }
}
