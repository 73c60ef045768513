internal import Checks
internal import ConfigStore
internal import Diagnostics

/// Which files of a state folder hold what (`facts`: audit checks, rows `fs.*` and `guide.fs.*`).
extension StateSurvey {
  /// Files in the state folder that are known to hold secrets.
  private static let secrets: Set<String> = [".env", "exec-approvals.json", "secrets.json"]
  /// The same in the folder of an agent.
  private static let agentSecrets: Set<String> = ["auth-profiles.json", "auth.json", "models.json"]
  /// Folders with few files, each of which is private.
  private static let small: Set<String> = ["identity", "devices"]
  /// Folders that agents and their containers work in: other users may have to enter them.
  private static let workshops = ["workspace", "sandbox"]

  /// Looks at a config and its copies.
  ///
  /// - Parameters:
  ///   - path: as it was asked for.
  ///   - destination: where that leads.
  mutating func lookAtConfig(_ path: String, _ destination: ConfigStore.Destination) {
    let (folder, name) = Self.split(destination.path)
    look(
      at: destination.path, name, .config, in: holder(folder), isLoose: destination.isLoose)
    lookAtCopies(of: name, in: folder)
    let (linkFolder, linkName) = Self.split(path)
    // OpenClaw writes its copies beside the path that it was given.
    if path != destination.path { lookAtCopies(of: linkName, in: linkFolder) }
    lookAtOurs(in: folder)
  }

  private mutating func lookAtCopies(of config: String, in folder: String) {
    guard let holder = holder(folder) else { return }
    let copies = names(in: folder).filter { name in
      name.count > config.count && name.hasPrefix(config)
        && ".-~".contains(name.dropFirst(config.count).prefix(1))
    }
    for name in copies { look(at: folder + "/" + name, name, .copy, in: holder) }
  }

  /// Looks at clawdoctor's own folder beside a config.
  private mutating func lookAtOurs(in folder: String) {
    let name = ".clawdoctor"
    guard let ours = look(at: folder + "/" + name, name, .folder, in: holder(folder)),
      !isProtected(ours)
    else { return }
    lookAtEverything(in: ours, name)
  }

  /// Looks at the `.env` beside a config whose folder is no state folder.
  mutating func lookAtVariables(beside path: String) {
    let folder = Self.split(path).folder
    look(at: folder + "/.env", ".env", .secret, in: holder(folder))
  }

  /// Looks at the state folder and what is in it.
  ///
  /// - Parameters:
  ///   - destination: the folder, links followed.
  ///   - logFile: a log in it that the config names.
  mutating func lookAtState(_ destination: ConfigStore.Destination, logFile: String?) {
    let path = destination.path
    let (parent, name) = Self.split(path)
    guard
      let state = look(
        at: path, name, .stateFolder, in: holder(parent), isLoose: destination.isLoose)
    else { return }
    folder = path
    let isProtected = isProtected(state)
    for name in names(in: path) {
      let inside = path + "/" + name
      if Self.secrets.contains(name) {
        look(at: inside, name, .secret, in: state)
      } else if name == "agents" {
        lookAtAgents(inside, name, in: state)
      } else if name == "credentials" {
        lookAtCredentials(inside, name, in: state)
      } else if name == "state" {
        guard let databases = look(at: inside, name, .folder, in: state) else { continue }
        lookAtDatabases(in: databases, name)
      } else if Self.small.contains(name) {
        guard let holder = look(at: inside, name, .folder, in: state) else { continue }
        lookAtEverything(in: holder, name)
      } else if name == "logs" {
        guard let logs = look(at: inside, name, .folder, in: state) else { continue }
        if !self.isProtected(logs) { lookAtEverything(in: logs, name) }
      } else if !isProtected, !Self.workshops.contains(where: name.hasPrefix) {
        look(at: inside, name, .folder, in: state)
      }
    }
    if let logFile, logFile.hasPrefix(path + "/"), !logFile.contains("/../") {
      lookAtLog(logFile, in: state)
    }
  }

  // MARK: Parts of the state folder

  private mutating func lookAtAgents(_ path: String, _ name: String, in state: Holder) {
    guard let agents = look(at: path, name, .folder, in: state) else { return }
    for id in names(in: path) {
      let called = "\(name)/\(id)"
      guard let agent = look(at: "\(path)/\(id)", called, .folder, in: agents) else { continue }
      if let own = look(at: agent.path + "/agent", called + "/agent", .folder, in: agent) {
        for file in names(in: own.path) where Self.agentSecrets.contains(file) {
          look(at: "\(own.path)/\(file)", "\(called)/agent/\(file)", .secret, in: own)
        }
        lookAtDatabases(in: own, called + "/agent")
      }
      lookAtSessions(agent, called)
    }
  }

  private mutating func lookAtSessions(_ agent: Holder, _ called: String) {
    let called = called + "/sessions"
    let path = agent.path + "/sessions"
    guard let sessions = look(at: path, called, .folder, in: agent) else { return }
    guard isProtected(sessions) else { return lookAtEverything(in: sessions, called) }
    look(at: path + "/sessions.json", called + "/sessions.json", .secret, in: sessions)
  }

  private mutating func lookAtCredentials(_ path: String, _ name: String, in state: Holder) {
    guard let credentials = look(at: path, name, .folder, in: state) else { return }
    guard isProtected(credentials) else { return lookAtEverything(in: credentials, name) }
    for file in names(in: path) {
      guard let channel = look(at: "\(path)/\(file)", "\(name)/\(file)", nil, in: credentials)
      else {
        continue
      }
      // An account of WhatsApp has thousands of key files; the one that opens it is known.
      for account in names(in: channel.path) {
        let called = "\(name)/\(file)/\(account)"
        guard
          let own = look(at: "\(channel.path)/\(account)", called, .folder, in: channel)
        else { continue }
        look(at: own.path + "/creds.json", called + "/creds.json", .secret, in: own)
      }
    }
  }

  private mutating func lookAtDatabases(in holder: Holder, _ called: String) {
    for file in names(in: holder.path) where file.contains(".sqlite") {
      look(at: "\(holder.path)/\(file)", "\(called)/\(file)", .secret, in: holder)
    }
  }

  /// A log that the config names, with the folders on the way to it.
  private mutating func lookAtLog(_ path: String, in state: Holder) {
    var holder = state
    var called = ""
    let parts = path.dropFirst(state.path.count).split(separator: "/")
    for part in parts.dropLast() {
      called += part + "/"
      guard
        let next = look(
          at: "\(holder.path)/\(part)", String(called.dropLast()), .folder, in: holder)
      else { return }
      holder = next
    }
    guard let file = parts.last else { return }
    look(at: "\(holder.path)/\(file)", called + file, .secret, in: holder)
  }

  /// Every file and folder below a folder, as deep as is allowed.
  private mutating func lookAtEverything(in holder: Holder, _ called: String) {
    for name in names(in: holder.path) {
      guard let folder = look(at: "\(holder.path)/\(name)", "\(called)/\(name)", nil, in: holder)
      else {
        if isCutOff { return }
        continue
      }
      if folder.depth < Self.depth { lookAtEverything(in: folder, "\(called)/\(name)") }
    }
  }

  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let name = String(path[path.index(after: slash)...])
    return (slash == path.startIndex ? "/" : String(path[..<slash]), name)
  }
}
