import ArgumentParser
import DoctorKit

/// The same as `DoctorCommand`, with the few options that most runs have.
///
/// The parser is set up for each option of a command: for all of `DoctorCommand` that is two fifths
/// of a run on a small config, and here half of that. What this one does not know is left
/// to that one, and so are mistakes: nobody sees a help of this one.
struct PlainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(shouldDisplay: false)

  @Option var config: String?
  @Flag(name: [.customLong("fix"), .customLong("repair")]) var fix = false
  @Flag var dryRun = false
  @Flag var diff = false
  @Flag var json = false
  @Flag var quiet = false
  @Flag var verbose = false

  private static let words: Set = [
    "--config", "--fix", "--repair", "--dry-run", "--diff", "--json", "--quiet", "--verbose",
  ]

  /// Reads arguments.
  ///
  /// - Parameter arguments: the words behind the name of the program.
  /// - Returns: nil when they are not for this command, or wrong.
  static func reading(_ arguments: [String]) -> PlainCommand? {
    // Another command comes first in its line.
    guard arguments.first?.hasPrefix("-") ?? true,
      arguments.allSatisfy({ !$0.hasPrefix("-") || words.contains($0) })
    else { return nil }
    return try? parse(arguments)
  }

  func run() throws {
    let target = TargetOptions(config: config)
    var request = try target.request()
    request.isDryRun = dryRun
    request.wantsDiff = diff
    let doctor = Doctor(environment: .ofThisProcess())
    let outcome = fix ? doctor.fix(request) : nil
    try DoctorOutput(
      target: target, isFix: fix, isDryRun: dryRun, isJSON: json, isQuiet: quiet,
      isVerbose: verbose
    ).tell(outcome?.report ?? doctor.diagnose(request), outcome)
  }
}
