import ArgumentParser
import DoctorKit

/// `clawdoctor config unset PATH`: take values out, and nothing else.
struct ConfigUnsetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unset", abstract: "Take values out; comments and everything else stay.")

  @Argument(help: ArgumentHelp("The paths of the values.", valueName: "path"))
  var paths: [String]

  @OptionGroup var target: TargetOptions
  @OptionGroup(title: "Writing") var options: EditOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    try options.run(EditRequest(.unset(paths)), try target.request(), target, output)
  }
}
