internal import ConfigDocument
internal import Diagnostics

/// The file around a config, where the file is more than a config in JSON5.
struct HostFile {
  /// What the file is.
  enum Kind: String {
    /// YAML that is a config, or has one under a key.
    case yaml
    /// JSON with a config under a key.
    case json
    case configMap = "configmap"
    case secret
    /// Another object of Kubernetes.
    case kubernetes
    case helmValues = "helm-values"
    case compose
    case ansible
    /// A text that another program makes the config from.
    case template
  }

  var kind: Kind
  /// The place of the config in the file; nil when it is the whole file.
  var carrier: Carrier?
  /// How the text of the config is filled in; nil when it is no template.
  var template: TemplateText?
  /// Whether anything in the file is filled in by a template: then it is only read.
  var isTemplate = false
  /// Which document of a stream has it, from 0, and of how many.
  var document: (number: Int, count: Int) = (0, 1)
  /// What is to be said of the file around the config.
  var findings: [Finding] = []
  /// All documents of the file: their secrets are hidden too.
  var documents: [ConfigDocument] = []
  /// The lines of the file.
  let lines: LineIndex

  init(_ kind: Kind, lines: LineIndex) {
    self.kind = kind
    self.lines = lines
  }

  /// A place in the config as a place in the file.
  func place(_ span: SourceSpan) -> SourceSpan {
    carrier.map { lines.span($0.range(of: span.range)) } ?? span
  }

  /// The number of lines of the file in front of the config, where each of its lines is one there.
  var linesBefore: Int {
    guard let carrier, carrier.form != .base64 else { return 0 }
    return lines.span(carrier.range(of: 0..<0)).line - 1
  }

  /// Whether a finding rests on what a template fills in, which is not known.
  func isUnknown(_ finding: Finding, in document: ConfigDocument) -> Bool {
    guard let template, finding.file == nil else { return false }
    if let path = finding.path, let node = document.node(at: path),
      !document.kind(node).isContainer, template.touches(document.range(node))
    {
      return true
    }
    return finding.span.map { template.touches($0.range) } ?? false
  }
}

/// Why there is no config to examine in a file that was understood.
struct HostFailure {
  /// What is to be said.
  var findings: [Finding]
  /// The status of the run; nil where the findings decide.
  var status: ExitStatus?
  /// What the file is.
  var kind: HostFile.Kind?
  /// The documents of the file.
  var documents: [ConfigDocument] = []

  var isTemplate: Bool { findings.contains { $0.checkID == "template" } }
}
