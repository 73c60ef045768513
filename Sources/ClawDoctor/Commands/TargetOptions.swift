import ArgumentParser
import DoctorKit

/// Which config a command is about.
struct TargetOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The config file; - is standard input.", valueName: "path"))
  var config: String?

  @Option(
    help: ArgumentHelp(
      "Where in the file the config stands: data[\"openclaw.json\"], spec.config.",
      valueName: "key-path"))
  var at: String?

  @Option(help: ArgumentHelp("The folder in which OpenClaw keeps its state.", valueName: "dir"))
  var stateDir: String?

  @Option(help: ArgumentHelp("The profile whose config is meant.", valueName: "name"))
  var profile: String?

  init() {}

  /// The options of a line that names a config and nothing else.
  init(config: String?) {
    self.init()
    self.config = config
    at = nil
    stateDir = nil
    profile = nil
  }

  /// The option that names the same config at a path, to be copied into another command; empty for
  /// the default place.
  ///
  /// - Parameters:
  ///   - path: the path of the file.
  ///   - isDefault: false for a file that is not the one that the options name.
  /// - Returns: the option, with a space in front.
  func selection(path: String?, isDefault: Bool = true) -> String {
    let isDefault = isDefault && config == nil && stateDir == nil && profile == nil
    guard !isDefault, config != "-", let path else { return "" }
    return " --config " + Self.quoted(path) + (at.map { " --at " + Self.quoted($0) } ?? "")
  }

  /// A word as a shell reads it back.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "/._-".utf8.contains(byte)
    }
    guard !isPlain || word.isEmpty else { return word }
    let parts = word.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "'\\''") + "'"
  }

  /// The request for that config.
  ///
  /// - Throws: `ExitCode` when standard input is larger than a config may be.
  func request() throws -> DoctorRequest {
    var request = DoctorRequest()
    request.config = config
    request.place = at
    request.stateFolder = stateDir
    request.profile = profile
    if config == "-" { request.source = .bytes(try StandardInput.read()) }
    return request
  }
}

/// How a command writes.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Write one JSON object to standard output, and nothing else there.")
  var json = false

  @Option(help: ArgumentHelp("When to use colour: auto, always or never.", valueName: "when"))
  var color = ColorChoice.auto
}

/// The argument of `--color`.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// The argument of `--severity-min`.
enum SeverityChoice: String, ExpressibleByArgument, CaseIterable {
  case info, warning, error

  var severity: Report.Severity {
    switch self {
    case .info: .info
    case .warning: .warning
    case .error: .error
    }
  }
}
