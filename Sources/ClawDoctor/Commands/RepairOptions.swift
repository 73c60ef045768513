import ArgumentParser
import DoctorKit

/// What `--fix` does and leaves.
struct RepairOptions: ParsableArguments {
  @Flag(
    name: [.customLong("fix"), .customLong("repair")],
    help: "Apply migrations and safe repairs, without asking.")
  var fix = false

  @Option(
    name: [.customLong("release"), .customLong("to")],
    help: ArgumentHelp(
      "The OpenClaw release to judge against and to migrate to.", valueName: "release"))
  var release: String?

  @Option(
    help: ArgumentHelp(
      "The release that the config comes from, where the file cannot tell.", valueName: "release"))
  var from: String?

  @Flag(help: "Say everything, write nothing.")
  var dryRun = false

  @Flag(help: "Show a unified difference with secrets masked.")
  var diff = false

  @Option(help: ArgumentHelp("Write there instead, mode 0600.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Only this migration or check; may be repeated.", valueName: "id"))
  var only: [String] = []

  @Option(help: ArgumentHelp("Not this migration or check; may be repeated.", valueName: "id"))
  var skip: [String] = []

  @Flag(help: "Also apply what may change routing, cost or access.")
  var unsafe = false

  @Flag(help: "Turn members that the release does not know into comments.")
  var park = false

  @Flag(help: "Bring back members that were turned into comments.")
  var unpark = false

  @Flag(help: "Copy a config of a former name to its present place; the old file stays.")
  var adopt = false

  @Flag(help: "Write down old defaults that changed since the config's release.")
  var pinDefaults = false

  @Option(
    help: ArgumentHelp(
      "Only put back values that were replaced by a mask, from this backup of the config.",
      valueName: "file"))
  var restoreFrom: String?

  func validate() throws {
    for release in [release, from].compactMap({ $0 }) where !Doctor.isRelease(release) {
      throw ValidationError("\(release) is no release of OpenClaw; write for instance 2026.4.22")
    }
    for id in ids(only) + ids(skip) where !Doctor.knows(id) {
      throw ValidationError("there is no migration or check named \(id)")
    }
    for (isSet, name) in [(park, "park"), (unpark, "unpark")] where isSet && !fix {
      throw ValidationError("--\(name) needs --fix")
    }
    if park, unpark { throw ValidationError("choose one of --park and --unpark") }
    if !fix, adopt { throw ValidationError("--adopt needs --fix") }
    if adopt, output != nil {
      throw ValidationError("--adopt says where to write; leave out --output")
    }
    if restoreFrom != nil {
      if !fix { throw ValidationError("--restore-from needs --fix") }
      let others =
        adopt || park || unpark || unsafe || pinDefaults || !only.isEmpty || !skip.isEmpty
      if others {
        throw ValidationError("--restore-from does nothing but that; leave out the other repairs")
      }
    }
    if !fix, output != nil { throw ValidationError("--output needs --fix") }
  }

  func apply(to request: inout DoctorRequest) {
    request.release = release
    request.from = from
    request.isDryRun = dryRun
    request.wantsDiff = diff
    request.output = output
    request.only = Set(ids(only))
    request.skipped = Set(ids(skip))
    request.allowsUnsafe = unsafe
    request.pinsDefaults = pinDefaults
    request.adopts = adopt
    request.parks = park
    request.unparks = unpark
  }

  private func ids(_ arguments: [String]) -> [String] {
    arguments.flatMap { $0.split(separator: ",").map(String.init) }
  }
}
