internal import Checks
internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics
internal import Redaction

/// Lists the sources of the gateway token.
struct TokenSurvey {
  private let context: CheckContext
  private let clientContext: CheckContext
  private let around: Surroundings
  private let fingerprint: SecretFingerprint
  private var redactor: Redactor
  /// The files of the config; nil where there is only one.
  private let includes: MountedConfig?
  /// The file around the config; nil where the file is the config, in JSON5.
  var host: HostFile?

  init(
    context: CheckContext, around: Surroundings, fingerprint: SecretFingerprint,
    redactor: Redactor, includes: MountedConfig? = nil
  ) {
    self.redactor = redactor
    self.context = context
    self.includes = includes
    self.around = around
    self.fingerprint = fingerprint
    var client = context
    client.variables = context.clientVariables
    clientContext = client
  }

  /// Fills in a report.
  ///
  /// - Parameter report: of the config.
  /// - Returns: all sources, and who would use which.
  mutating func report(_ report: Report) -> TokenReport {
    let server = GatewayAuth(context)
    let client = GatewayAuth(clientContext)
    var result = TokenReport(report: report)
    result.mode = server.mode.rawValue
    result.sources = sources(server, client, file: report.config.path)
    let isAsked = server.mode == .token
    result.gateway = isAsked ? server.serverToken?.text.map { fingerprint($0) } : nil
    result.clients = isAsked ? client.clientToken?.text.map { fingerprint($0) } : nil
    if isAsked, let gateway = server.serverToken, let clients = client.clientToken {
      result.agree = gateway.isSame(as: clients)
    }
    mark(&result.sources, server.serverToken, by: "gateway", isAsked)
    mark(&result.sources, client.clientToken, by: "clients", isAsked)
    return result
  }

  private mutating func sources(
    _ server: GatewayAuth, _ client: GatewayAuth, file: String?
  ) -> [TokenReport.Source] {
    var sources = [
      source("config", GatewayAuth.Key.token, server.configToken, file)
    ]
    var places = context.variables.sources
    for place in context.clientVariables.sources where place.kind == .process {
      if !places.contains(where: { $0.kind == .process }) { places.insert(place, at: 0) }
    }
    for place in places { sources.append(source(place)) }
    sources.append(source("remote", GatewayAuth.Key.remoteToken, server.remoteToken, file))
    return sources
  }

  /// A key of the config.
  private mutating func source(
    _ kind: String, _ path: ConfigPath, _ credential: Credential?, _ file: String?
  ) -> TokenReport.Source {
    var form: String?
    var target: String?
    switch credential?.form {
    case .literal: form = "literal"
    case .reference(let names):
      form = "reference"
      target = redactor.render("\(outside: names.joined(separator: ", "))").text
    case .secretRef(let source):
      form = "secret-ref"
      target = redactor.render("\(outside: source)").text
    case .variable, nil: break
    }
    let span =
      credential == nil
      ? nil
      : context.document.node(at: path).flatMap { context.lines?.span(context.document.range($0)) }
    var (file, line) = (file, span?.line)
    if let span, let host { line = host.place(span).line }
    if let span, let includes {
      let place = includes.place(span)
      file = redactor.render("\(outside: includes.files[place.file].path)").text
      line = place.span.line
    }
    return TokenReport.Source(
      kind: kind, name: path.description, file: file, line: line, form: form, refersTo: target,
      fingerprint: credential?.text.map { fingerprint($0) })
  }

  /// A place that sets variables.
  private mutating func source(_ place: VariableScope.Source) -> TokenReport.Source {
    let name = variableNames.first { place.values[$0]?.isEmpty == false }
    return TokenReport.Source(
      kind: place.kind == .config ? "config-env" : place.kind.rawValue,
      name: "\(name ?? variableNames[0]) in \(place.kind.phrase)",
      file: place.file.map { redactor.render("\(outside: $0)").text },
      line: nil, form: name == nil ? nil : "variable", refersTo: nil,
      fingerprint: name.flatMap { place.values[$0] }.map { fingerprint(Self.trimmed($0)) })
  }

  /// The names that the release reads.
  private var variableNames: [String] {
    let former = "CLAWDBOT_GATEWAY_TOKEN"
    if context.target < "2026.1.29" { return [former] }
    let present = GatewayTokenDecision.variable
    return context.target < "2026.3.22" ? [present, former] : [present]
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }

  /// Notes who uses a source: the key of the config, and what a reference in it leads to.
  private func mark(
    _ sources: inout [TokenReport.Source], _ credential: Credential?, by user: String,
    _ isAsked: Bool
  ) {
    guard isAsked, let credential else { return }
    let scope = user == "gateway" ? context.variables : context.clientVariables
    func mark(_ kind: String) {
      guard let index = sources.firstIndex(where: { $0.kind == kind }) else { return }
      sources[index].usedBy.append(user)
    }
    func mark(_ place: VariableScope.Source) {
      mark(place.kind == .config ? "config-env" : place.kind.rawValue)
    }
    switch credential.form {
    case .variable(_, let place): mark(place)
    case .literal, .secretRef, .reference:
      mark(credential.path == GatewayAuth.Key.remoteToken ? "remote" : "config")
      if case .reference(let names) = credential.form {
        for name in names { if let found = scope.find(name) { mark(found.source) } }
      }
    }
  }
}
