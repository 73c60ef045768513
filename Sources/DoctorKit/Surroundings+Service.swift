internal import Checks
internal import ConfigDocument
internal import ConfigStore

extension Doctor {
  /// What the definition of the gateway's service sets, with the files that it names.
  ///
  /// The names are those that `openclaw gateway install` gives: a unit `openclaw-gateway` of the
  /// user's systemd, an agent `ai.openclaw.gateway` of launchd.
  func service(
    _ home: String?, _ profile: String?, _ around: inout Surroundings
  ) -> VariableScope.Source? {
    guard let home else { return nil }
    let profile = profile.flatMap { $0.isEmpty || $0 == "default" ? nil : $0 }
    let unit =
      "\(home)/.config/systemd/user/openclaw-gateway\(profile.map { "-" + $0 } ?? "").service"
    if let snapshot = load(unit, &around) {
      around.service = ServiceDefinition(
        .systemd, path: unit, variables: SystemdUnit(snapshot.bytes).variables)
      return VariableScope.Source(
        .service, file: unit, values: unitValues(snapshot.bytes, home: home, &around))
    }
    let agent = "\(home)/Library/LaunchAgents/ai.openclaw.\(profile ?? "gateway").plist"
    if let snapshot = load(agent, &around) {
      let list = LaunchdPlist(snapshot.bytes)
      // A list that cannot be read says nothing about its mask.
      if let list {
        around.service = ServiceDefinition(
          .launchd(list.umask), path: agent, variables: list.variables)
      }
      var values: [String: String] = [:]
      for variable in list?.variables ?? [] {
        values[variable.name] = variable.value
      }
      return VariableScope.Source(.service, file: agent, values: values)
    }
    return nil
  }

  /// A file that a unit names counts over what the unit itself sets.
  private func unitValues(
    _ bytes: [UInt8], home: String, _ around: inout Surroundings
  ) -> [String: String] {
    let unit = SystemdUnit(bytes)
    var values: [String: String] = [:]
    for variable in unit.variables { values[variable.name] = variable.value }
    for file in unit.environmentFiles {
      let path = file.path.hasPrefix("%h/") ? home + file.path.dropFirst(2) : file.path
      guard let snapshot = load(path, &around) else { continue }
      for entry in DotEnvDocument(snapshot.bytes).entries { values[entry.name] = entry.value }
    }
    return values
  }
}
