/// Rules for variables and for the home folder, as OpenClaw has them.
struct HomeFolder: Sendable {
  /// The effective home folder; nil when none is known.
  let path: String?

  init(_ request: LocatorRequest) {
    let variables = request.variables
    let plain =
      Self.value("HOME", variables) ?? Self.value("USERPROFILE", variables)
      ?? Self.usable(request.systemHome)
    guard let override = Self.value("OPENCLAW_HOME", variables) else {
      path = plain
      return
    }
    path = Self.expand(override, home: plain)
  }

  /// A path with a leading `~` replaced by the home folder, if there is one.
  func expand(_ path: String) -> String {
    Self.expand(path, home: self.path) ?? path
  }

  /// The value of a variable, or nil for one that counts as unset.
  static func value(_ name: String, _ variables: [String: String]) -> String? {
    usable(variables[name])
  }

  /// A trimmed text, or nil for one that says nothing.
  ///
  /// Programs that start OpenClaw have put the words `undefined` and `null` there.
  static func usable(_ text: String?) -> String? {
    guard let text else { return nil }
    let start = text.drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return nil }
    let trimmed = String(start[...end])
    return trimmed == "undefined" || trimmed == "null" ? nil : trimmed
  }

  private static func expand(_ path: String, home: String?) -> String? {
    guard path == "~" || path.hasPrefix("~/") else { return path }
    guard let home else { return nil }
    return home + path.dropFirst()
  }
}
