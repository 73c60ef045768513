internal import Checks
internal import ConfigDocument
internal import ConfigSchema
internal import ConfigStore
internal import Diagnostics

extension Doctor {
  /// What is to be said of the variables that a file sets for containers.
  ///
  /// - Parameters:
  ///   - documents: the documents of the file.
  ///   - path: its path; the `.env` beside it is what compose replaces references from.
  ///   - request: says which release is meant.
  /// - Returns: placeholders, secrets that stand in the file, references to nothing.
  func environmentFindings(
    _ documents: [ConfigDocument], beside path: String, _ request: DoctorRequest
  ) -> [Finding] {
    let sets = documents.map { ($0, EnvironmentEntry.all(in: $0)) }.filter { !$0.1.isEmpty }
    guard !sets.isEmpty else { return [] }
    let isCompose = documents.contains { FileKind.of($0) == .compose }
    var survey = EnvironmentSurvey(
      path: path, release: request.release.flatMap { Release($0) } ?? ReleaseCatalogue.newestExact)
    if isCompose, path != "-" {
      let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) }
      let file = folder.map { $0 + "/.env" } ?? ".env"
      // As in other places: no file that sets variables is that large.
      if let snapshot = try? store.load(file, limit: 1 << 20) {
        survey.file = (file, DotEnvDocument(snapshot.bytes))
      }
    }
    survey.isCompose = isCompose
    return sets.flatMap { survey.findings($0.0, $0.1) }
  }
}

/// Looks at the variables that a file sets.
struct EnvironmentSurvey {
  /// The file.
  let path: String
  let release: Release
  /// The `.env` beside it; nil when there is none.
  var file: (path: String, variables: DotEnvDocument)?
  var isCompose = false

  init(path: String, release: Release) {
    self.path = path
    self.release = release
  }

  private static let endings = ["_TOKEN", "_API_KEY", "_SECRET", "_PASSWORD"]

  func findings(_ document: ConfigDocument, _ entries: [EnvironmentEntry]) -> [Finding] {
    let lines = LineIndex(document.bytes)
    return entries.compactMap { entry in
      let field = Self.field(entry.name)
      guard field != nil || Self.endings.contains(where: entry.name.hasSuffix) else { return nil }
      let span = lines.span(document.keyRange(entry.node) ?? document.range(entry.node))
      let place = document.path(to: entry.node)
      guard !entry.value.contains("{{") else { return nil }
      guard let reference = Interpolation(entry.value) else {
        return written(entry.name, entry.value, field, place, span)
      }
      return referred(entry.name, reference, field, place, span)
    }
  }

  private static func field(_ name: String) -> CredentialField? {
    let bare = ["OPENCLAW_", "CLAWDBOT_", "MOLTBOT_"].first(where: name.hasPrefix).map {
      name.dropFirst($0.count)
    }
    switch bare {
    case "GATEWAY_TOKEN": return .gatewayToken
    case "GATEWAY_PASSWORD": return .gatewayPassword
    case "HOOKS_TOKEN": return .hooksToken
    default: return nil
    }
  }

  /// A value that stands in the file.
  private func written(
    _ name: String, _ value: String, _ field: CredentialField?, _ place: ConfigPath,
    _ span: SourceSpan
  ) -> Finding? {
    if let found = placeholder(name, value, field) {
      return placeholderFinding(
        found, "\(outside: name) is \(ours: found.phrase)", place, span, path)
    }
    guard !value.isEmpty, !value.contains("$") else { return nil }
    return Finding(
      checkID: "environment-secret", severity: .warning,
      message: "\(outside: name) is set to a value in the file",
      why: "such files are shared and kept in version control, and the secret comes along",
      path: place, span: span, file: path,
      fix: .manual(
        isCompose
          ? "put it into a .env beside the file, and refer to it as ${\(outside: name)}"
          : "keep it in a Secret, and refer to that"))
  }

  /// A value that comes from a variable.
  private func referred(
    _ name: String, _ reference: Interpolation, _ field: CredentialField?, _ place: ConfigPath,
    _ span: SourceSpan
  ) -> Finding? {
    guard isCompose else { return nil }
    if let file, let entry = file.variables.entry(reference.name), !entry.value.isEmpty {
      guard let found = placeholder(name, entry.value, field) else { return nil }
      let lines = LineIndex(file.variables.bytes)
      return placeholderFinding(
        found, "\(outside: reference.name) is \(ours: found.phrase)", place,
        lines.span(entry.nameRange), file.path)
    }
    if let standard = reference.standard, !standard.isEmpty {
      return written(name, standard, field, place, span)
    }
    guard field == .gatewayToken, !reference.isRequired else { return nil }
    return Finding(
      checkID: "environment-unset", severity: file == nil ? .info : .warning,
      message:
        "\(outside: name) refers to \(outside: reference.name), which the .env beside the file does not set",
      why: "compose puts an empty text in, unless the shell that starts it has the variable",
      path: place, span: span, file: path,
      fix: .manual("set it in the .env, or write ${\(outside: reference.name):?} to be told"))
  }

  private func placeholder(
    _ name: String, _ value: String, _ field: CredentialField?
  ) -> Placeholder? {
    let found = PlaceholderCatalogue.match(
      value, as: field ?? (name.hasSuffix("_API_KEY") ? .apiKey : .other), release: release)
    return found?.kind == .unexpandedReference ? nil : found
  }

  private func placeholderFinding(
    _ found: Placeholder, _ message: Message, _ place: ConfigPath, _ span: SourceSpan,
    _ file: String
  ) -> Finding {
    let isRefused = found.refusedSince.map { release >= $0 } ?? false
    return Finding(
      checkID: "environment-placeholder", severity: isRefused ? .error : .warning,
      message: message,
      why: isRefused
        ? "the gateway does not start with it" : "everybody knows it, or it opens nothing",
      path: place, span: span, file: file, since: found.refusedSince?.description,
      fix: .manual("put the real value there: for the gateway, a long random text"))
  }
}
