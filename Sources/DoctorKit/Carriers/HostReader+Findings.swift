internal import ConfigDocument
internal import Diagnostics

/// What is to be said of a file that is more, or less, than a config.
extension HostReader {
  /// The identifiers of these findings, and what each looks for.
  static let summaries = [
    "template": "Say that a file is a template, which is only read",
    "encrypted-file": "Say that a file is encrypted",
    "which-config": "Ask which of several values is the config",
    "no-config": "Say that a file holds no config",
    "more-configs": "Name further configs in a file, which are not examined in the same run",
    "include-not-read": "Say that included files of a config inside another file were not read",
    "yaml-type": "Find values in YAML that not all readers take for the same",
    "environment-secret": "Find secrets that a file sets as variables of containers",
    "environment-placeholder": "Find placeholders that a file sets as variables of containers",
    "environment-unset": "Find references of compose files to variables that nothing sets",
    "convert": "Say why a config cannot be written in another notation",
    "carrier": "Say why a repaired config cannot be put back into a file",
  ]

  /// A template is only read.
  func templateFinding(_ template: TemplateText, _ carrier: Carrier? = nil) -> Finding {
    let language =
      switch template.language {
      case .jinja: "a Jinja template"
      case .go: "a template of Go, as Helm uses them"
      case .variables: "a template for envsubst"
      }
    let first = template.regions.first ?? 0..<0
    // Under the name of a config the gateway would read it as it is.
    let isRead = name.isConfig && name.isJSON && !name.isTemplate
    return Finding(
      checkID: "template", severity: isRead ? .error : .info,
      message: "the file is \(ours: language)",
      why: isRead
        ? "the gateway cannot read it before it is filled in"
        : "what is filled in is not known here, and a template is never rewritten",
      span: LineIndex(bytes).span(carrier?.range(of: first) ?? first), file: path,
      fix: .manual("make the changes that are listed by hand, or repair the file that it becomes"))
  }

  var unreadableTemplate: HostFailure {
    HostFailure(
      findings: [
        Finding(
          checkID: "template", severity: .error,
          message: "the file is a template that gives no readable config with stand-ins",
          why: "where a template makes parts of the structure, only what it becomes can be read",
          file: path, fix: .manual("let the template be filled in, and give clawdoctor the result"))
      ], status: .unreadable, kind: .template)
  }

  /// A config of which nothing stands in the template itself.
  func generated(_ host: HostFile) -> HostFailure {
    var failure = unreadableTemplate
    failure.kind = host.kind
    failure.documents = host.documents
    failure.findings = [
      Finding(
        checkID: "template", severity: .error,
        message: "the template makes the whole config, and nothing of it stands in the file",
        span: host.carrier.map { host.lines.span($0.range(of: 0..<0)) }, file: path,
        fix: .manual("let the template be filled in, and give clawdoctor the result"))
    ]
    return failure
  }

  var vault: HostFailure { encrypted(by: "ansible-vault", "ansible-vault view", .ansible) }

  /// A file whose values sops has encrypted.
  func encrypted(_ documents: [ConfigDocument]) -> HostFailure? {
    let isEncrypted = documents.contains { document in
      guard let sops = document.member("sops", of: document.root) else { return false }
      return document.member("mac", of: sops) != nil
        || document.member("lastmodified", of: sops) != nil
    }
    guard isEncrypted else { return nil }
    return encrypted(by: "sops", "sops decrypt", documents.first.map(FileKind.of) ?? .yaml)
  }

  private func encrypted(
    by tool: String, _ command: String, _ kind: HostFile.Kind
  ) -> HostFailure {
    HostFailure(
      findings: [
        Finding(
          checkID: "encrypted-file", severity: .error,
          message: "the file is encrypted by \(ours: tool)",
          why: "nothing in it can be read, and nothing was changed", file: path,
          fix: .manual("give clawdoctor the text: \(ours: command) FILE | clawdoctor --config -"))
      ], status: .unreadable, kind: kind)
  }

  func ambiguous(
    _ sections: [CarrierSearch.Found], _ documents: [ConfigDocument]
  ) -> HostFailure {
    let paths = sections.prefix(8).compactMap { $0.carrier?.path }
    let list = paths.dropFirst().reduce(paths.first.map { "\($0)" } ?? "" as Message) {
      "\($0), \($1)"
    }
    return HostFailure(
      findings: [
        Finding(
          checkID: "which-config", severity: .error,
          message: "several values in the file look like a config: \(list)", file: path,
          fix: .manual("say which one is meant with --at"))
      ], status: .unreadable, kind: documents.first.map(FileKind.of), documents: documents)
  }

  func nothing(at wanted: ConfigPath, _ documents: [ConfigDocument]) -> HostFailure {
    HostFailure(
      findings: [
        Finding(
          checkID: "which-config", severity: .error,
          message: "no object and no text with a config stands at \(wanted)", file: path,
          fix: .manual("write the path as reports do: data[\"openclaw.json\"], spec.config"))
      ], status: .unreadable, kind: documents.first.map(FileKind.of), documents: documents)
  }

  func noConfig() -> Finding {
    Finding(
      checkID: "no-config", severity: .error, message: "there is no config of OpenClaw in the file",
      file: path, fix: .manual("where one stands under a key, name that with --at"))
  }

  /// Only one config is examined in a run.
  func otherFinding(_ found: CarrierSearch.Found) -> Finding {
    let place = found.outer.placeInStream
    let isStream = place.count > 1
    let span = found.carrier.map { LineIndex(bytes).span($0.range(of: 0..<0)) }
    let path = found.carrier?.path ?? .root
    let message: Message =
      isStream
      ? "document \(place.number + 1) of the file has another config, which was not examined"
      : "the file has another config at \(path), which was not examined"
    return Finding(
      checkID: "more-configs", severity: .warning, message: message, span: span, file: self.path,
      fix: .manual("run it again with --at \(path)"))
  }

  func limitFinding(_ count: Int) -> Finding {
    Finding(
      checkID: "more-configs", severity: .warning,
      message: "only the first \(count) of the documents of the file were searched",
      file: path, fix: .manual("split the file"))
  }
}
