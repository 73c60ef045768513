import ArgumentParser
import DoctorKit

/// `clawdoctor config set PATH VALUE`: write values, and nothing else.
struct ConfigSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set values; everything else keeps its bytes.",
    discussion: """
      A value is read as what the release takes at the path: digits are a number for a port and a \
      text for a name. Objects and arrays are JSON5. What could be both is refused: say --string or \
      --strict-json. Several pairs are set together or not at all.

      Other users of the machine see the command line. Give a secret as - and pipe it in:
        printf %s "$TOKEN" | clawdoctor config set channels.telegram.botToken -
      A value that begins with a dash goes behind --.
      """)

  @Argument(
    help: ArgumentHelp(
      "A path and its value, or several of them; the value - is read from standard input.",
      valueName: "path value"))
  var pairs: [String]

  @Flag(help: "The values are strict JSON.")
  var strictJson = false

  @Flag(help: "The values are texts, letter by letter.")
  var string = false

  @Flag(help: "Add to an object or a list that is there; what the value lacks stays.")
  var merge = false

  @Flag(help: "Let go what an object or a list has and the value lacks.")
  var replace = false

  @OptionGroup var target: TargetOptions
  @OptionGroup(title: "Writing") var options: EditOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    if pairs.isEmpty || pairs.count % 2 != 0 {
      throw ValidationError("give a path and its value, or several such pairs")
    }
    if strictJson, string { throw ValidationError("choose one of --strict-json and --string") }
    if merge, replace { throw ValidationError("choose one of --merge and --replace") }
    let piped = values.count { $0 == "-" }
    if piped > 1 { throw ValidationError("only one value can come from standard input") }
    if piped == 1, target.config == "-" {
      throw ValidationError("standard input is the config; it cannot be a value too")
    }
  }

  private var values: [String] {
    pairs.indices.filter { $0 % 2 == 1 }.map { pairs[$0] }
  }

  func run() throws {
    var assignments: [EditRequest.Assignment] = []
    for index in pairs.indices where index % 2 == 0 {
      let isPiped = pairs[index + 1] == "-"
      assignments.append(
        EditRequest.Assignment(
          path: pairs[index],
          value: isPiped ? try StandardInput.readValue() : Array(pairs[index + 1].utf8),
          isExposed: !isPiped))
    }
    var edit = EditRequest(.set(assignments))
    edit.reading = strictJson ? .json : string ? .text : .bySchema
    edit.oldEntries = merge ? .merge : replace ? .replace : .protect
    try options.run(edit, try target.request(), target, output)
  }
}
