/// The folder in which OpenClaw keeps its state, and what names it.
struct StateFolder: Sendable {
  /// The folder; nil when no home folder is known.
  let path: String?
  /// What names it.
  let reason: LocatedConfig.Reason

  init(_ request: LocatorRequest, home: HomeFolder, exists: (String) -> Bool)
    throws(StoreError)
  {
    let variable = HomeFolder.value("OPENCLAW_STATE_DIR", request.variables)
    if let option = HomeFolder.usable(request.stateFolder) {
      self.init(home.expand(option), .stateFolderOption)
    } else if let profile = HomeFolder.usable(request.profile) {
      let name = try Self.folder(ofProfile: profile)
      // A profile only fills in what the environment leaves open.
      self.init(variable.map(home.expand) ?? home.path.map { "\($0)/\(name)" }, .profileOption)
    } else if let variable {
      self.init(home.expand(variable), .stateFolderVariable)
    } else {
      let folders = home.path.map { home in ConfigLocator.folders.map { "\(home)/\($0)" } } ?? []
      self.init(folders.first(where: exists) ?? folders.first, .standard)
    }
  }

  private init(_ path: String?, _ reason: LocatedConfig.Reason) {
    self.path = path.map { path in
      // A slash at the end would give each file two spellings.
      path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }
    self.reason = reason
  }

  private static func folder(ofProfile name: String) throws(StoreError) -> String {
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    guard isPlain, name.utf8.count <= 64, name.first != "-" else { throw .badProfile(name) }
    return name.lowercased() == "default" ? ".openclaw" : ".openclaw-\(name)"
  }
}
