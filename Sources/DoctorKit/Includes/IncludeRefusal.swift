internal import ConfigSchema
internal import Diagnostics

/// Why an `$include` cannot be followed.
///
/// The rules are those of OpenClaw's loader; before their release it read such files, and what is
/// said is only a warning then. Here they hold for every release: what may not be included later
/// is not edited now.
enum IncludeRefusal: Error, Sendable, Hashable {
  /// It is neither a string nor a list of strings.
  case malformed
  /// The path is empty, has a NUL in it, or 4,096 characters and more.
  case badPath
  /// It leads out of the config's folder, by its text or through links.
  case outside(folder: String)
  /// A file includes itself, by whatever way.
  case cycle
  /// More than ten files include each other.
  case tooDeep
  /// There are more includes than any config has.
  case tooMany
  /// There is no such file.
  case missing
  /// It is a folder, a pipe, a socket or a device.
  case notAFile
  /// It has more than 2 MiB.
  case tooLarge
  /// It has several names.
  case hardLinked
  /// The system says no.
  case unreadable(Message)
  /// It is no JSON5.
  case syntax
  /// Without the config's absolute path, the way to the file is not known.
  case noFolder

  /// The release that began to keep includes in the config's folder.
  static let containment: Release = "2026.2.17"

  /// The release that began to refuse it; nil when every one does.
  private var since: Release? {
    switch self {
    case .outside: Self.containment
    case .notAFile, .tooLarge, .hardLinked: "2026.2.26"
    default: nil
    }
  }

  /// What to tell the reader.
  ///
  /// - Parameters:
  ///   - name: the text of the include; nil when it has none.
  ///   - file: the file that includes.
  ///   - span: where it does.
  ///   - path: the object that includes.
  ///   - target: the release that the config is judged against.
  /// - Returns: the finding.
  func finding(
    _ name: String?, in file: String, at span: SourceSpan, _ path: ConfigPath, target: Release
  ) -> Finding {
    let isRefused = since.map { target >= $0 } ?? true
    return Finding(
      checkID: "include-refused", severity: isRefused ? .error : .warning,
      message: message(name), why: why(isRefused), path: path, span: span, file: file,
      since: since?.description, fix: .manual(help))
  }

  private func message(_ name: String?) -> Message {
    let file: Message = name.map { "\(outside: $0)" } ?? "the file"
    switch self {
    case .malformed: return "`$include` is neither a path nor a list of paths"
    case .badPath: return "`$include` holds a text that is no path"
    case .outside(let folder):
      return "the included file \(file) lies outside of \(outside: folder)"
    case .cycle: return "the included file \(file) includes, at the end, itself"
    case .tooDeep: return "the included file \(file) is the eleventh in a chain of includes"
    case .tooMany: return "there are more than \(IncludeReader.limit) includes"
    case .missing: return "the included file \(file) does not exist"
    case .notAFile: return "the included path \(file) is no file"
    case .tooLarge: return "the included file \(file) has more than 2 MiB"
    case .hardLinked: return "the included file \(file) has several names (hard links)"
    case .unreadable(let reason): return "the included file \(file) cannot be read: \(reason)"
    case .syntax: return "the included file \(file) is no JSON5"
    case .noFolder: return "the included file \(file) is not read, because its folder is not known"
    }
  }

  private func why(_ isRefused: Bool) -> Message {
    if case .tooMany = self { return "the rest was not followed" }
    if case .noFolder = self { return "what it holds is neither examined nor changed" }
    return isRefused
      ? "the gateway refuses the whole config for it, and nothing in the file was examined"
      : "later releases refuse the whole config for it, and nothing in the file was examined"
  }

  private var help: Message {
    switch self {
    case .malformed, .badPath: "write the path of a file, or a list of such paths"
    case .outside: "move the file into the config's folder, and correct the path"
    case .cycle: "remove one of the includes of the circle"
    case .tooDeep: "include the file further up"
    case .tooMany: "put files together"
    case .missing: "restore the file, or correct or remove the `$include`"
    case .notAFile: "name a file"
    case .tooLarge: "divide it, or see why it is that large"
    case .hardLinked: "copy it, and put the copy in its place"
    case .unreadable: "let the user that runs clawdoctor and the gateway read it"
    case .syntax: "mend the errors that are reported for it"
    case .noFolder: "name the config by its absolute path with `--config PATH`"
    }
  }
}
