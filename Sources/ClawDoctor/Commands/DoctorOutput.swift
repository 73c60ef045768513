import ArgumentParser
import DoctorKit

/// How a diagnosis or a repair is told.
struct DoctorOutput {
  let target: TargetOptions
  let isFix: Bool
  var isRestoring = false
  let isDryRun: Bool
  /// Whether the repaired config goes into a file that was named.
  var hasOutput = false
  let isJSON: Bool
  var color = ColorChoice.auto
  let isQuiet: Bool
  let isVerbose: Bool

  /// Tells it, and ends with its status.
  ///
  /// - Parameters:
  ///   - report: what was found.
  ///   - outcome: the repair that it comes from; nil for a diagnosis.
  /// - Throws: `ExitCode` for every status but 0.
  func tell(_ report: Report, _ outcome: FixOutcome?) throws {
    let isFilter = isFix && target.config == "-" && !hasOutput && !isDryRun
    let console = Console(isFilter ? .standardError : .standardOutput, color: color)
    if isJSON {
      console.write(JSONFormat.render(report))
    } else {
      var format = HumanFormat(
        mode: mode(isFilter: outcome?.filtered != nil), isQuiet: isQuiet, isVerbose: isVerbose,
        style: console.style)
      format.selection = target.selection(path: report.config.path)
      console.write(format.render(report))
    }
    if let filtered = outcome?.filtered {
      Console(.standardOutput, color: .never).write(bytes: filtered)
    }
    if report.status != .clean { throw ExitCode(report.status.rawValue) }
  }

  private func mode(isFilter: Bool) -> HumanFormat.Mode {
    guard isFix else { return .diagnosis }
    if isRestoring { return isFilter ? .editFilter : .edit }
    return isDryRun ? .dryRun : isFilter ? .filter : .fix
  }
}
