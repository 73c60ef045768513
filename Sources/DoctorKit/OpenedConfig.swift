internal import ConfigDocument
internal import ConfigSchema
internal import ConfigStore
internal import Diagnostics

/// A config that was found, read and parsed.
struct OpenedConfig {
  /// What is examined: the text of the file, with the included files in their places where these
  /// were followed.
  let document: ConfigDocument
  /// What was read from where; nil for standard input.
  let snapshot: Snapshot?
  /// How the file was found; nil for standard input.
  let location: LocatedConfig?
  /// The files that it consists of; nil where it includes none, or none was asked for.
  var includes: MountedConfig?
  /// What is wrong with the includes.
  var includeFindings: [Finding] = []
  /// The file around it; nil where the file is the config, in JSON5.
  var host: HostFile?

  /// Whether the config lies where a gateway of this machine could read it: not in a file from which
  /// one is made for another place.
  var isInPlace: Bool { host.map { $0.carrier == nil && $0.kind == .yaml } ?? true }
}

/// Why a config could not be opened.
enum OpenFailure: Error {
  case store(StoreError)
  case syntax(SyntaxFailure)
  /// The file was understood, and the config in it was not.
  case embedded(SyntaxFailure, HostFile)
  /// The file was understood, and there is no config in it to examine.
  case host(HostFailure)
  /// The config was read, and another notation cannot hold it.
  case conversion(ConversionError)

  /// Whether there is no such file.
  var isMissing: Bool {
    if case .store(let error) = self { error.code == .missing } else { false }
  }
}

extension Doctor {
  /// Finds, reads and parses what a request is about.
  ///
  /// - Parameters:
  ///   - request: which config.
  ///   - builder: learns the path, so that a failure can name it.
  /// - Returns: the config.
  /// - Throws: `OpenFailure` when there is none that can be read.
  func open(
    _ request: DoctorRequest, describing builder: inout ReportBuilder
  ) throws(OpenFailure) -> OpenedConfig {
    if case .bytes(let bytes) = request.source {
      builder.setPath("-")
      let (document, host) = try read(bytes, path: "-", request)
      return OpenedConfig(document: document, snapshot: nil, location: nil, host: host)
    }
    let location: LocatedConfig
    let snapshot: Snapshot
    do throws(StoreError) {
      location = try locate(request)
      builder.setPath(location.path)
      snapshot = try store.load(location.path)
    } catch {
      throw .store(error)
    }
    let (document, host) = try read(snapshot.bytes, path: location.path, request)
    return OpenedConfig(
      document: document, snapshot: snapshot, location: location, host: host)
  }

  func locate(_ request: DoctorRequest) throws(StoreError) -> LocatedConfig {
    try ConfigLocator(files: files).locate(
      LocatorRequest(
        config: request.config, stateFolder: request.stateFolder, profile: request.profile,
        variables: environment.variables, systemHome: environment.systemHome))
  }

  /// What the place of a config gives reason to say.
  func locationFindings(
    _ opened: OpenedConfig, _ target: Release, _ request: DoctorRequest
  ) -> [Finding] {
    var findings: [Finding] = []
    if let location = opened.location, [.legacyName, .legacyVariable].contains(location.reason) {
      // Names of old were dropped in two steps: moltbot in 2026.3.22, clawdbot in 2026.3.31.
      let isIgnored = target >= "2026.3.31"
      findings.append(
        Finding(
          checkID: "legacy-location", severity: isIgnored ? .error : .warning,
          message: "the config stands under a former name: \(location.explanation)",
          why: "releases from 2026.3.31 do not look there and start without a config",
          since: "2026.3.31",
          fix: adoption(of: opened).map { path in
            request.adopts
              ? .safe("copy it to \(outside: path)")
              : .manual("run clawdoctor --fix --adopt, which copies it to \(outside: path)")
          } ?? .manual("copy it to openclaw.json in the folder .openclaw of your home folder")))
    }
    findings += formerVariables(target)
    if let owner = opened.snapshot?.status.uid, owner != files.user.uid {
      findings.append(
        Finding(
          checkID: "other-owner", severity: .info,
          message:
            "the config belongs to user \(Int(owner)), and this runs as \(Int(files.user.uid))",
          why: "the gateway may read another file; a write keeps the owner or is refused",
          fix: .manual("run clawdoctor as the user that runs the gateway")))
    }
    if let snapshot = opened.snapshot, let journal = store.unfinishedJournal(of: snapshot.path) {
      findings.append(
        Finding(
          checkID: "interrupted-write", severity: .error,
          message: "a write of several files was cut off: \(outside: journal) says what is left",
          why: "some of the files are new and some are old",
          fix: .manual("run clawdoctor --fix or clawdoctor undo: each finishes it first")))
    }
    if let backup = opened.snapshot?.interruptedBackup {
      findings.append(
        Finding(
          checkID: "interrupted-write", severity: .error,
          message: "a write in place was cut off; backup \(backup) holds the complete config",
          why: "the file may be neither the old nor the new config",
          fix: .manual("run clawdoctor undo")))
    }
    return findings
  }
}
