/// The name and version of this tool.
public enum ToolVersion {
  /// The name, as a command.
  public static let name = "clawdoctor"
  /// The version; the top of CHANGELOG.md says the same.
  public static let current = "0.1.0"
}
