/// Finds the config that OpenClaw would read, and all that it would not.
///
/// The order is that of the releases from 2026.3.31 on. Names and folders that only older releases
/// know come behind it, so that a config is found that an update has left behind.
package struct ConfigLocator: Sendable {
  /// The present name and the former ones, newest first.
  static let names = ["openclaw.json", "clawdbot.json", "moltbot.json", "moldbot.json"]
  /// The present folder and the former ones, newest first.
  package static let folders = [".openclaw", ".clawdbot", ".moltbot", ".moldbot"]
  /// How many of both present releases still look for.
  private static let known = 2

  let exists: @Sendable (String) -> Bool

  /// Makes a locator.
  ///
  /// - Parameter exists: tells whether something stands at a path.
  package init(exists: @escaping @Sendable (String) -> Bool) {
    self.exists = exists
  }

  /// Makes a locator that looks on a file system.
  ///
  /// - Parameter files: the file system; a path that cannot be looked at counts as taken.
  package init(files: any FileSystem) {
    exists = { path in
      do throws(FileError) {
        _ = try files.status(of: path, followingLinks: false)
        return true
      } catch {
        return error != .notFound && error != .notAFolder
      }
    }
  }

  /// Chooses the config.
  ///
  /// - Parameter request: options and environment.
  /// - Returns: the path, why it is that one, and what else there is.
  /// - Throws: `StoreError` `noHome` or `badProfile`.
  package func locate(_ request: LocatorRequest) throws(StoreError) -> LocatedConfig {
    let home = HomeFolder(request)
    let state = try StateFolder(request, home: home, exists: exists)
    let choice = try choose(request, home, state)
    var others: [String] = []
    for path in candidates(request, home, state) where path != choice.path {
      if !others.contains(path), exists(path) { others.append(path) }
    }
    return LocatedConfig(
      path: choice.path, exists: exists(choice.path), reason: choice.reason,
      explanation: choice.reason.explanation(file: choice.path), others: others,
      stateFolder: stateFolder(of: choice, state), home: home.path)
  }

  /// The state folder; for a config that an option names, the folder that it lies in, unless an
  /// option or a variable names another one: its neighbours belong to it, and the folder in this
  /// home may belong to another gateway.
  private func stateFolder(of choice: Choice, _ state: StateFolder) -> String? {
    guard choice.reason == .configOption, state.reason == .standard else { return state.path }
    guard let slash = choice.path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == choice.path.startIndex ? "/" : String(choice.path[..<slash])
  }

  private typealias Choice = (path: String, reason: LocatedConfig.Reason)

  private func choose(_ request: LocatorRequest, _ home: HomeFolder, _ state: StateFolder)
    throws(StoreError) -> Choice
  {
    if let config = HomeFolder.usable(request.config) {
      return (home.expand(config), .configOption)
    }
    if state.reason != .stateFolderOption,
      let config = HomeFolder.value("OPENCLAW_CONFIG_PATH", request.variables)
    {
      return (home.expand(config), .configVariable)
    }
    guard let folder = state.path else { throw .noHome() }
    let inside = Self.files(in: folder)
    guard state.reason == .standard else {
      if let found = inside.first(where: exists) {
        return (found, found == inside[0] ? state.reason : .legacyName)
      }
      // OpenClaw goes on to the default folders only where a variable names the state folder.
      if state.reason == .stateFolderVariable,
        let stray = Self.standard(home).first(where: exists)
      {
        return (stray, .outsideStateFolder)
      }
      return (inside[0], state.reason)
    }
    let standard = Self.standard(home)
    if let found = standard.first(where: exists) {
      return (found, found == standard[0] ? .standard : .legacyName)
    }
    if let legacy = Self.legacyVariable(request, home), exists(legacy) {
      return (legacy, .legacyVariable)
    }
    return (standard[0], .standard)
  }

  /// All places where a config may stand.
  private func candidates(_ request: LocatorRequest, _ home: HomeFolder, _ state: StateFolder)
    -> [String]
  {
    let named = [HomeFolder.value("OPENCLAW_CONFIG_PATH", request.variables).map(home.expand)]
    let legacy = [Self.legacyVariable(request, home)]
    let inside = state.path.map(Self.files) ?? []
    return (named + legacy).compactMap { $0 } + inside + Self.standard(home)
  }

  private static func legacyVariable(_ request: LocatorRequest, _ home: HomeFolder) -> String? {
    if let path = HomeFolder.value("CLAWDBOT_CONFIG_PATH", request.variables) {
      return home.expand(path)
    }
    return HomeFolder.value("CLAWDBOT_STATE_DIR", request.variables)
      .map { home.expand($0) + "/clawdbot.json" }
  }

  private static func files(in folder: String) -> [String] {
    names.map { folder + "/" + $0 }
  }

  /// The default paths: what present releases look for, then what only older ones did.
  private static func standard(_ home: HomeFolder) -> [String] {
    guard let home = home.path else { return [] }
    var present: [String] = []
    var former: [String] = []
    for (folderRank, folder) in folders.enumerated() {
      for (nameRank, name) in names.enumerated() {
        let path = "\(home)/\(folder)/\(name)"
        if folderRank < known && nameRank < known {
          present.append(path)
        } else {
          former.append(path)
        }
      }
    }
    return present + former
  }
}
