internal import Checks
internal import ConfigDocument
internal import ConfigSchema
package import ConfigStore
internal import Diagnostics
internal import Migrations
internal import Redaction

/// Diagnoses and repairs configs: the way in for the command line and for other programs.
///
/// ```swift
/// let doctor = Doctor(environment: Environment(variables: variables, now: seconds))
/// let report = doctor.diagnose(DoctorRequest())
/// ```
public struct Doctor: Sendable {
  let environment: Environment
  let files: any FileSystem
  let store: ConfigStore

  /// Makes a doctor that works on the disk.
  ///
  /// - Parameter environment: what is known of the machine.
  public init(environment: Environment) {
    self.init(environment: environment, files: DiskFileSystem())
  }

  /// Makes a doctor that works on any file system.
  ///
  /// - Parameters:
  ///   - environment: what is known of the machine.
  ///   - files: the file system.
  package init(environment: Environment, files: any FileSystem) {
    self.environment = environment
    self.files = files
    var settings = StoreSettings(now: environment.now)
    settings.isManaged =
      environment.variables["OPENCLAW_NIX_MODE"] == "1"
      || ["1", "true", "yes"].contains(environment.variables["OPENCLAW_CONFIG_READONLY"] ?? "")
    store = ConfigStore(files: files, settings: settings)
  }

  /// Says what is wrong with a config and what `--fix` would do.
  ///
  /// Nothing is written, no lock is taken.
  ///
  /// - Parameter request: what to examine.
  /// - Returns: the report; it says so when the config cannot be read.
  public func diagnose(_ request: DoctorRequest) -> Report {
    examine(request).report
  }

  /// Says which file is the config, and whether it can be read; nothing in it is examined.
  ///
  /// - Parameter request: which config.
  /// - Returns: a report with the path, and why the file cannot be read where it cannot.
  public func configFile(_ request: DoctorRequest) -> Report {
    var builder = ReportBuilder()
    do throws(OpenFailure) {
      builder.describe(try open(request, describing: &builder))
    } catch {
      builder.add(error)
    }
    return builder.finished(threshold: .error)
  }

  /// Whether an identifier belongs to a migration or a check, so that it can be named or skipped.
  ///
  /// - Parameter id: kebab-case.
  /// - Returns: false for a misspelt one.
  public static func knows(_ id: String) -> Bool {
    MigrationChain.all.contains { $0.id == id } || CheckRegistry.all.contains { $0.id == id }
      || DefaultChange.catalogue.contains { $0.id == id }
      || SchemaFindings.knows(id) || HostReader.summaries[id] != nil
  }

  /// Whether a text is a release of OpenClaw.
  ///
  /// - Parameter text: for instance `2026.4.22`.
  /// - Returns: false for anything else.
  public static func isRelease(_ text: String) -> Bool {
    Release(text) != nil
  }
}
