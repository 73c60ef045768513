package import ConfigDocument

/// The file that defines the gateway's service, as far as checks ask about it.
package struct ServiceDefinition: Sendable, Hashable {
  /// Whose service it is.
  package enum Manager: Sendable, Hashable {
    /// A unit of the user's systemd.
    case systemd
    /// An agent of launchd, with the mask of the files that it makes; nil where none is set.
    case launchd(LaunchdPlist.Umask?)
  }

  /// Whose service it is.
  package let manager: Manager
  /// The file.
  package let path: String
  /// The variables that the definition itself sets, not those of files that it names.
  package let variables: [ServiceVariable]

  /// Makes a definition.
  ///
  /// - Parameters:
  ///   - manager: whose service it is.
  ///   - path: the file.
  ///   - variables: what the definition itself sets.
  package init(_ manager: Manager, path: String, variables: [ServiceVariable] = []) {
    self.manager = manager
    self.path = path
    self.variables = variables
  }
}

/// A `.env` in a workspace, where agents write, too.
package struct WorkspaceFile: Sendable, Hashable {
  /// The file.
  package let path: String
  /// The names that it sets, and where, the line from 1.
  package let names: [ServiceVariable]

  /// Makes a description.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - names: what it sets.
  package init(path: String, names: [ServiceVariable]) {
    self.path = path
    self.names = names
  }
}
