internal import ConfigDocument
internal import Diagnostics

/// Finds the config in a text: the whole of it in JSON5 or YAML, or a part of another file.
struct HostReader {
  /// A config, and the file around it where there is more than the config in JSON5.
  typealias Result = (document: ConfigDocument, host: HostFile?)

  let bytes: [UInt8]
  /// The path of the file, for findings in it.
  let path: String
  /// Where in the file the user says that the config stands.
  let wanted: ConfigPath?
  /// Whether a file of YAML is the config, whatever it looks like.
  var takesAnything = false
  /// Asked for only where the text does not say everything: most configs are plain JSON5.
  var name: FileName { FileName(path) }

  /// Each document of a stream is read by itself, and passes over the others: so many are, and of
  /// large files fewer.
  var documentLimit: Int { max(1, min(64, (32 << 20) / max(1, bytes.count))) }

  init(_ bytes: [UInt8], path: String, at wanted: ConfigPath?) {
    self.bytes = bytes
    self.path = path
    self.wanted = wanted
  }

  /// - Throws: `OpenFailure` when there is no config that can be read.
  func read() throws(OpenFailure) -> Result {
    let document: ConfigDocument
    do throws(SyntaxFailure) {
      document = try ConfigDocument(parsing: bytes)
    } catch {
      return try readOther(error)
    }
    if document.member("sops", of: document.root) != nil, let failure = encrypted([document]) {
      throw .host(failure)
    }
    if FileName.mayBeTemplate(path), name.isTemplate, TemplateText.hasMarks(bytes),
      let template = TemplateText(bytes, isYAML: false),
      let result = json(template)
    {
      return result
    }
    guard wanted != nil || document.member("apiVersion", of: document.root) != nil else {
      return (document, nil)
    }
    return try choose(in: [document], template: nil)
  }

  // MARK: What is no JSON5

  private func readOther(_ failure: SyntaxFailure) throws(OpenFailure) -> Result {
    let name = name
    if bytes.starts(with: "$ANSIBLE_VAULT;".utf8) { throw .host(vault) }
    let hasMarks = TemplateText.hasMarks(bytes)
    if !name.isYAML, name.isJSON || looksLikeJSON {
      if hasMarks, let template = TemplateText(bytes, isYAML: false), let result = json(template) {
        return result
      }
      if name.isTemplate, hasMarks { throw .host(unreadableTemplate) }
      throw .syntax(failure)
    }
    let documents: [ConfigDocument]
    do throws(SyntaxFailure) {
      documents = try ConfigDocument.stream(yaml: bytes, limit: documentLimit)
    } catch {
      guard hasMarks else { throw .syntax(name.isYAML ? error : failure) }
      return try yamlTemplate()
    }
    let isTemplate =
      name.isTemplate && hasMarks || documents.contains { $0.firstPlaceholder != nil }
    if isTemplate { return try yamlTemplate() }
    guard name.isYAML || documents.contains(where: { $0.kind($0.root).isContainer }) else {
      throw .syntax(failure)
    }
    if let failure = encrypted(documents) { throw .host(failure) }
    return try choose(in: documents, template: nil)
  }

  /// Whether the text begins like JSON5.
  private var looksLikeJSON: Bool {
    guard let start = bytes.firstIndex(where: { $0 > 0x20 && $0 < 0x80 }) else { return false }
    let next = start + 1 < bytes.count ? bytes[start + 1] : 0
    switch bytes[start] {
    case UInt8(ascii: "{"): return !"{%#".utf8.contains(next)
    case UInt8(ascii: "["), UInt8(ascii: "/"): return true
    default: return false
    }
  }

  /// A template that becomes a config in JSON5; nil when it cannot be read even with stand-ins.
  private func json(_ template: TemplateText) -> Result? {
    guard let document = try? ConfigDocument(parsing: template.bytes),
      document.kind(document.root) == .object
    else { return nil }
    var host = HostFile(.template, lines: LineIndex(bytes))
    host.template = template
    host.isTemplate = true
    host.documents = [document]
    host.findings = [templateFinding(template)]
    return (document, host)
  }

  private func yamlTemplate() throws(OpenFailure) -> Result {
    guard let template = TemplateText(bytes, isYAML: true),
      let documents = try? ConfigDocument.stream(yaml: template.bytes, limit: documentLimit)
    else { throw .host(unreadableTemplate) }
    return try choose(in: documents, template: template)
  }

  // MARK: Choosing

  private func choose(
    in documents: [ConfigDocument], template: TemplateText?
  ) throws(OpenFailure) -> Result {
    if let wanted { return try open(named(wanted, in: documents), documents, template) }
    let search = CarrierSearch(documents, isNamedConfig: name.isConfig || takesAnything)
    let rank = search.sections.map(\.rank.rawValue).max()
    let sections = search.sections.filter { $0.rank.rawValue == rank }
    if let found = search.configs.first(where: { $0.rank == .named }) ?? search.configs.first {
      let named = search.sections.filter { $0.rank != .none }
      let others = (search.configs + named).filter { other in
        other.outer.placeInStream.number != found.outer.placeInStream.number
          || other.carrier?.path != found.carrier?.path
      }
      var result = try open(found, documents, template)
      result.host?.findings += others.map(otherFinding)
      return result
    }
    guard let found = sections.first else {
      var failure = HostFailure(findings: [], status: nil, kind: nil, documents: documents)
      failure.kind = documents.map(FileKind.of).first { $0 != .yaml && $0 != .json } ?? .yaml
      if let template { failure.findings.append(templateFinding(template)) }
      throw .host(failure)
    }
    guard sections.count == 1 else { throw .host(ambiguous(sections, documents)) }
    return try open(found, documents, template)
  }

  /// What stands where the user says.
  private func named(
    _ path: ConfigPath, in documents: [ConfigDocument]
  ) throws(OpenFailure) -> CarrierSearch.Found {
    for document in documents {
      guard let node = document.node(at: path) else { continue }
      let kind = FileKind.of(document)
      if path.steps.isEmpty {
        return CarrierSearch.Found(outer: document, carrier: nil, kind: kind, rank: .named)
      }
      let forms: [Carrier.Form] =
        document.kind(node) == .object
        ? [.section]
        : kind == .secret && path.steps.first == .key("data") ? [.base64, .text] : [.text]
      for form in forms {
        if let carrier = Carrier(document, at: path, as: form) {
          return CarrierSearch.Found(outer: document, carrier: carrier, kind: kind, rank: .named)
        }
      }
    }
    throw .host(nothing(at: path, documents))
  }

  private func open(
    _ found: CarrierSearch.Found, _ documents: [ConfigDocument], _ template: TemplateText?
  ) throws(OpenFailure) -> Result {
    var host = HostFile(found.kind, lines: LineIndex(bytes))
    host.carrier = found.carrier
    host.document = found.outer.placeInStream
    host.documents = documents
    host.isTemplate = template != nil
    if let template { host.findings.append(templateFinding(template)) }
    if found.outer.placeInStream.count > documents.count {
      host.findings.append(limitFinding(documents.count))
    }
    guard let carrier = found.carrier else {
      host.template = template
      return (found.outer, host)
    }
    if carrier.form == .section {
      host.template = template?.within(carrier)
    } else if let inner = self.template(in: carrier, template) {
      if template == nil { host.findings.append(templateFinding(inner, carrier)) }
      host.isTemplate = true
      host.template = inner
    }
    let document: ConfigDocument
    do throws(SyntaxFailure) {
      document = try carrier.parsed(host.template?.bytes)
    } catch {
      if host.template != nil { throw .host(unreadableTemplate) }
      throw .embedded(error, host)
    }
    guard !host.isTemplate || document.kind(document.root) == .object else {
      throw .host(generated(host))
    }
    return (document, host)
  }

  /// How the text in a scalar is filled in; nil when it is no template.
  private func template(in carrier: Carrier, _ outer: TemplateText?) -> TemplateText? {
    if let outer {
      let text = TemplateText.restored(carrier, from: bytes)
      return TemplateText(text, isYAML: carrier.isYAML) ?? outer.within(carrier)
    }
    guard TemplateText.hasMarks(carrier.bytes), (try? carrier.parsed()) == nil else { return nil }
    guard let template = TemplateText(carrier.bytes, isYAML: carrier.isYAML),
      (try? carrier.parsed(template.bytes)) != nil
    else { return nil }
    return template
  }
}
