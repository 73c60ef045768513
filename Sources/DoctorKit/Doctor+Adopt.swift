internal import ConfigSchema
internal import ConfigStore
internal import Diagnostics

extension Doctor {
  /// Where a config of a former name belongs; nil for one that has its present name, and where
  /// something stands there already.
  ///
  /// A folder that present releases still look at keeps its place: were a new one made beside it,
  /// the gateway would leave everything else that lies there behind.
  func adoption(of opened: OpenedConfig) -> String? {
    guard let location = opened.location, let home = location.home,
      [.legacyName, .legacyVariable].contains(location.reason)
    else { return nil }
    let present = ["\(home)/.openclaw", "\(home)/.clawdbot"]
    let folder = StateSurvey.split(location.path).folder
    let path = (present.contains(folder) ? folder : present[0]) + "/openclaw.json"
    return store.destination(of: path) == nil ? path : nil
  }

  /// Writes a config of a former name to its present place; the old file stays as it is.
  ///
  /// - Parameters:
  ///   - bytes: the repaired config.
  ///   - path: the present place.
  ///   - old: the path of the old file.
  /// - Returns: what was written, and sentences for the reader.
  /// - Throws: `StoreError`, `exists` among others.
  func adopt(
    _ bytes: [UInt8], at path: String, from old: String
  ) throws(StoreError) -> (receipt: Receipt, notes: [Message]) {
    let folder = StateSurvey.split(path).folder
    let oldFolder = StateSurvey.split(old).folder
    try store.makePrivateFolder(folder)
    var notes: [Message] = ["\(outside: old) stays as it is"]
    if folder != oldFolder {
      if let variables = store.contents(ofFile: oldFolder + "/.env"),
        store.destination(of: folder + "/.env") == nil
      {
        _ = try store.create(variables, at: folder + "/.env", reason: "adopt")
        notes.append("its `.env` was copied too")
      }
      notes.append(
        "credentials, agents and sessions are still in \(outside: oldFolder): stop the gateway and copy them with cp -a"
      )
    }
    return (try store.create(bytes, at: path, reason: "adopt"), notes)
  }

  /// Variables of former names that the target does not read any more.
  func formerVariables(_ target: Release) -> [Finding] {
    guard target >= "2026.3.22" else { return [] }
    let names = environment.variables.keys.sorted().filter { name in
      (name.hasPrefix("CLAWDBOT_") || name.hasPrefix("MOLTBOT_"))
        && environment.variables[name]?.isEmpty == false
    }
    guard !names.isEmpty else { return [] }
    return [
      Finding(
        checkID: "former-variables", severity: .warning,
        message: "variables of a former name are set: \(outside: names.joined(separator: ", "))",
        why: "releases from 2026.3.22 do not read them", since: "2026.3.22",
        fix: .manual("set them under the same name with OPENCLAW_ in front"))
    ]
  }
}
