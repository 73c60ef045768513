internal import ConfigDocument
internal import Diagnostics
internal import Redaction

/// What a look into a config came to.
public enum GetOutcome: Sendable {
  /// The value, masked.
  case value(String)
  /// There is nothing at that path: what was asked for, and paths that exist and are like it.
  case missing(path: String, suggestions: [String])
  /// The path cannot be read: what is wrong, and what to write.
  case malformed(message: String, help: String)
  /// The config cannot be read.
  case unreadable(Report)
}

extension Doctor {
  /// Shows a value or the whole config with its secrets hidden.
  ///
  /// - Parameters:
  ///   - path: the path of the value; nil for the whole config.
  ///   - notation: another notation than that of the text; a string alone then keeps its quotes.
  ///   - request: which config.
  /// - Returns: the masked text, or why there is none.
  public func get(
    _ path: String?, as notation: ConfigNotation?, _ request: DoctorRequest
  ) -> GetOutcome {
    let wanted: ConfigPath
    do throws(ConfigPathError) {
      wanted = try ConfigPath(parsing: path ?? "")
    } catch {
      return .malformed(
        message: "the path cannot be read: \(error.reason) (character \(error.column))",
        help: error.help)
    }
    var builder = ReportBuilder()
    let opened: OpenedConfig
    do throws(OpenFailure) {
      opened = try open(request, describing: &builder)
      guard opened.host?.isTemplate != true else {
        builder.refuse(
          "template", "the values of a template are not known",
          help: "let the template be filled in, and give clawdoctor the result")
        return .unreadable(builder.finished(threshold: .warning))
      }
    } catch {
      builder.add(error)
      return .unreadable(builder.finished(threshold: .warning))
    }
    let document = opened.document
    var redactor = redactor(for: opened, request, isPart: path != nil)
    guard let node = document.node(at: wanted) else {
      let suggestions = PathSuggestions(document: document).similar(to: wanted)
      return .missing(
        path: redactor.render(asked: wanted).text,
        suggestions: suggestions.map { redactor.render($0).text })
    }
    switch notation {
    case .json: return .value(redactor.json(document, node, at: wanted).text)
    case .json5, .yaml:
      return .value(other(notation ?? .yaml, document, node, at: wanted, &redactor))
    case nil: break
    }
    if path == nil { return .value(redactor.redact(document).text) }
    let shown = redactor.redact(document, node, at: wanted).text
    // A string alone is given without quotes, as scripts want it.
    guard document.kind(node) == .string,
      let literal = try? document.reading(Array(shown.utf8)),
      let text = literal.string(literal.root)
    else { return .value(shown) }
    return .value(text)
  }

  /// What may be shown of a value, in another notation; comments come along where the text has them.
  private func other(
    _ notation: ConfigNotation, _ document: ConfigDocument, _ node: NodeID, at path: ConfigPath,
    _ redactor: inout Redactor
  ) -> String {
    let isWhole = node == document.root
    let json = redactor.json(document, node, at: path).text
    let masked =
      document.syntax == .yaml && !isWhole
      ? json
      : isWhole
        ? redactor.redact(document).text : redactor.redact(document, node, at: path).text
    // What is already masked has nothing to hide; where it cannot be read again, JSON is shown.
    for text in [masked, json] {
      let bytes = Array(text.utf8)
      guard
        let view = (try? ConfigDocument(parsing: bytes)) ?? (try? document.reading(bytes)),
        let result = try? Conversion(view, to: notation.syntax, dropsComments: true).text()
      else { continue }
      return String(decoding: result, as: UTF8.self)
    }
    return json
  }
}
