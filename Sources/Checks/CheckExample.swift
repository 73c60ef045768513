package import ConfigSchema

/// A config for a check.
///
/// `↓` stands directly in front of each spot that it must point to; it is taken out before the
/// config is read.
package struct CheckExample: Sendable {
  /// JSON5 with arrows.
  package let config: String
  /// The release that it is judged against; nil for 2026.4.22.
  package let release: Release?
  /// What the gateway's environment holds.
  package let variables: [String: String]
  /// The files of the machine, for checks that look at them.
  package let files: [StateFile]
  /// The definition of the gateway's service.
  package let service: ServiceDefinition?
  /// The `.env` files of workspaces.
  package let workspaces: [WorkspaceFile]
  /// The messages of the findings about files, which no arrow can point at.
  package let finds: [String]

  /// Makes an example.
  ///
  /// - Parameters:
  ///   - config: JSON5 with arrows; without one the check must find nothing.
  ///   - release: the release that it is judged against.
  ///   - variables: what the gateway's environment holds.
  ///   - files: the files of the machine.
  ///   - service: the definition of the gateway's service.
  ///   - workspaces: the `.env` files of workspaces.
  ///   - finds: the messages of the findings about files.
  package init(
    _ config: String, release: Release? = nil, variables: [String: String] = [:],
    files: [StateFile] = [], service: ServiceDefinition? = nil, workspaces: [WorkspaceFile] = [],
    finds: [String] = []
  ) {
    self.config = config
    self.release = release
    self.variables = variables
    self.files = files
    self.service = service
    self.workspaces = workspaces
    self.finds = finds
  }
}
