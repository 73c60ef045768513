import ArgumentParser
import DoctorKit

/// `clawdoctor config patch [FILE]`: change what a document says, and nothing else.
struct ConfigPatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patch", abstract: "Change what a document says; everything else keeps its bytes.",
    discussion: """
      An object is a merge patch (RFC 7396: null takes a member out), an array a list of operations \
      (RFC 6902). Both may be JSON5.

      What config get shows may be edited and given back: a mask stands for the value that is there, \
      and is refused where that cannot be told.
        clawdoctor config get > view.json5; $EDITOR view.json5; clawdoctor config patch view.json5
      """)

  @Argument(help: ArgumentHelp("The document; - or nothing is standard input.", valueName: "file"))
  var file: String?

  @Option(help: ArgumentHelp("The place that the document is about.", valueName: "path"))
  var below: String?

  @Flag(help: "The document is a view of a config; one with masks is taken for one anyway.")
  var redacted = false

  @Flag(help: "The document is the whole: what it lacks goes.")
  var whole = false

  @OptionGroup var target: TargetOptions
  @OptionGroup(title: "Writing") var options: EditOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  private var isPiped: Bool { file == nil || file == "-" }

  func validate() throws {
    if isPiped, target.config == "-" {
      throw ValidationError("standard input is the config; name a file for the patch")
    }
  }

  func run() throws {
    let request = try target.request()
    let bytes: [UInt8]
    if let file, !isPiped {
      switch Doctor(environment: .ofThisProcess()).contents(ofFile: file, request) {
      case .success(let found): bytes = found
      case .failure(let error): throw EditOptions.tell(error, output)
      }
    } else {
      bytes = try StandardInput.read()
    }
    var patch = EditRequest.Patch(bytes: bytes, name: isPiped ? "-" : file ?? "-")
    patch.place = below
    patch.isView = redacted
    patch.isWhole = whole
    try options.run(EditRequest(.patch(patch)), request, target, output)
  }
}
