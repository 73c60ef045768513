package import Diagnostics

/// A check of modes: what it is about, how much that matters, and what the reader should know.
///
/// What others may do is taken from them; what a group that shares on purpose may do is asked about.
package protocol FileModeCheck: RepairingCheck {
  /// Whether a file is this check's to judge.
  func concerns(_ file: StateFile) -> Bool
  /// How much it matters that others have access.
  func severity(of file: StateFile, in context: CheckContext) -> Severity
  /// Why it matters.
  func why(_ file: StateFile) -> Message
}

/// A finding and what mends it, made together so that they fit.
struct ModeItem {
  /// As many files are told one by one; the rest is summed up.
  static let limit = 10

  let finding: Finding
  let repair: Repair?
}

extension FileModeCheck {
  package func findings(in context: CheckContext) -> [Finding] {
    items(in: context).map(\.finding)
  }

  package func repairs(
    in context: CheckContext, secrets: SecretSource
  ) throws(SecretSource.Failure) -> [Repair] {
    items(in: context).compactMap(\.repair)
  }

  private func items(in context: CheckContext) -> [ModeItem] {
    let concerned = context.files.filter(concerns)
    let wide = concerned.filter { $0.excess != 0 }
      .map { (file: $0, severity: severity(of: $0, in: context)) }
      .sorted { $0.severity > $1.severity }
    var items = wide.prefix(ModeItem.limit).map { item($0.file, $0.severity) }
    items += rest(wide.dropFirst(ModeItem.limit), of: context)
    return items + questions(concerned, in: context)
  }

  private func item(_ file: StateFile, _ severity: Severity) -> ModeItem {
    let wanted = file.mode & ~file.excess
    let message: Message = "mode \(octal: file.mode) lets " + file.excessPhrase
    guard file.obstacle == nil else {
      return ModeItem(
        finding: finding(file, severity, message, fix: .manual(file.manualFix(to: wanted))),
        repair: nil)
    }
    let fix: Message =
      "set the mode of `\(outside: file.name)` from \(octal: file.mode) to \(octal: wanted)"
    return ModeItem(
      finding: finding(file, severity, message, fix: .safe(fix)),
      repair: Repair(
        checkID: id, message: fix, steps: [.setMode(of: file.path, to: wanted & 0o777)]))
  }

  /// Many files make one finding, the most urgent of them gives its severity.
  private func rest(
    _ files: ArraySlice<(file: StateFile, severity: Severity)>, of context: CheckContext
  ) -> [ModeItem] {
    let place = (context.files.first { $0.role == .stateFolder } ?? files.first?.file)?.path
    let mendable = files.filter { $0.file.obstacle == nil }
    let others = files.filter { $0.file.obstacle != nil }
    var items: [ModeItem] = []
    if let severity = mendable.map(\.severity).max() {
      let fix: Message =
        "take the access of others from \(mendable.count) more"
      items.append(
        ModeItem(
          finding: Finding(
            checkID: id, severity: severity,
            message: "\(mendable.count) more have modes that let others in",
            file: place, fix: .safe(fix)),
          repair: Repair(
            checkID: id, message: fix,
            steps: mendable.map {
              .setMode(of: $0.file.path, to: $0.file.mode & ~$0.file.excess & 0o777)
            })))
    }
    if let severity = others.map(\.severity).max() {
      items.append(
        ModeItem(
          finding: Finding(
            checkID: id, severity: severity,
            message:
              "\(others.count) more have modes that let others in and cannot be changed here",
            file: place,
            fix: .manual("mend those above first, then run clawdoctor again to see them")),
          repair: nil))
    }
    return items
  }

  // MARK: Groups that share

  /// One question about the whole state folder where its group shares it, else one a file.
  private func questions(_ concerned: [StateFile], in context: CheckContext) -> [ModeItem] {
    let shared = concerned.filter { $0.isShared && $0.groupBits != 0 && $0.obstacle == nil }
    let state = context.files.first { $0.role == .stateFolder }
    if let state, state.isShared, state.groupBits != 0, state.obstacle == nil {
      guard concerns(state) else { return [] }
      let all = context.files.filter {
        $0.isShared && $0.groupBits != 0 && $0.obstacle == nil && $0.path != state.path
      }
      return [question(state, with: all)]
    }
    guard shared.count > ModeItem.limit else { return shared.map { question($0, with: []) } }
    return [question(shared[0], with: Array(shared.dropFirst()))]
  }

  private func question(_ file: StateFile, with others: [StateFile]) -> ModeItem {
    let wanted = file.mode & 0o7700
    var fix: Message =
      "set the mode of `\(outside: file.name)` to \(octal: wanted)"
    if !others.isEmpty { fix = fix + " and take the group's access from \(others.count) more" }
    fix = fix + ", if group \(Int(file.gid)) is not meant to share it"
    let found = Finding(
      checkID: id, severity: .warning,
      message:
        "group \(Int(file.gid)) shares it and may " + file.phrase(file.groupBits >> 3),
      why: "it looks meant, so it stays unless you ask; \(why(file))", file: file.path,
      fix: .unsafe(fix))
    return ModeItem(
      finding: found,
      repair: Repair(
        checkID: id, message: fix,
        steps: ([file] + others).map { .setMode(of: $0.path, to: $0.mode & 0o700) }, isUnsafe: true
      ))
  }

  private func finding(
    _ file: StateFile, _ severity: Severity, _ message: Message, fix: Fix
  ) -> Finding {
    let shelter: Message =
      file.isEnclosed
      ? "; a folder above keeps others out, but a copy would take the mode along" : ""
    return Finding(
      checkID: id, severity: severity, message: message, why: why(file) + shelter, file: file.path,
      fix: fix)
  }
}

extension StateFile {
  /// Who may do what, of that which is too much.
  fileprivate var excessPhrase: Message {
    excess & 0o007 != 0
      ? "every user " + phrase(otherBits) : "its group " + phrase(excess >> 3)
  }

  /// What three bits of access allow.
  fileprivate func phrase(_ bits: UInt32) -> Message {
    if bits & 2 != 0 { return isFolder ? "exchange what is in it" : "change it" }
    if bits & 4 != 0 { return isFolder ? "look into it" : "read it" }
    return isFolder ? "pass through it" : "run it"
  }

  /// What the reader does about what cannot be changed here.
  fileprivate func manualFix(to wanted: UInt32) -> Message {
    let command: Message = "`chmod \(octal: wanted & 0o777)` on \(outside: path)"
    switch obstacle {
    case .owner(let expected):
      return "it belongs to user \(Int(uid)), not to \(Int(expected)): as its owner, run " + command
    case .managed:
      return "the install is managed: set the mode where it is managed, \(octal: wanted)"
    case .nixStore:
      return "give secrets by variables or by files outside: everybody reads /nix/store"
    case .hardLinked: return "it has further names: if all are meant to be private, run " + command
    case .notOurs:
      return "others may rely on this folder: see who does, or give OpenClaw a folder of its own"
    case .looseLink:
      return "a link on the way to it can be exchanged by others: mend that first, then run "
        + command
    case nil: return "run " + command
    }
  }
}

extension Message.StringInterpolation {
  /// Adds a mode as `chmod` takes it.
  mutating func appendInterpolation(octal mode: UInt32) {
    appendInterpolation(ours: String(mode, radix: 8))
  }
}
