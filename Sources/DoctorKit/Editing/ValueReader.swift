internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Reads the text of a new value as what a release takes at its place (FM-61): nothing is guessed
/// from the text alone.
struct ValueReader {
  /// Why a text is not taken.
  struct Refusal: Error {
    let message: Message
    let help: Message
  }

  let path: ConfigPath
  let reading: EditRequest.Reading
  /// What the release takes there; nil for a key that it does not know.
  let types: KeyTypes?
  /// What stands there.
  let present: NodeKind?
  /// Whether the release accepts a value there.
  let accepts: (NewValue) -> Bool

  /// Reads a text.
  ///
  /// - Parameter bytes: the text of the value; it may be secret.
  /// - Returns: the value as a document of its own.
  /// - Throws: `Refusal`, which says nothing of the text.
  func read(_ bytes: [UInt8]) throws(Refusal) -> ConfigDocument {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Refusal(
        message: "the value for \(path) is no UTF-8 text", help: "give it in UTF-8")
    }
    switch reading {
    case .text: return try document(.string(text))
    case .json: return try strict(bytes)
    case .bySchema: return try bySchema(text)
    }
  }

  private func strict(_ bytes: [UInt8]) throws(Refusal) -> ConfigDocument {
    do throws(SyntaxFailure) {
      let document = try ConfigDocument(parsing: bytes)
      if document.syntax == .json { return document }
    } catch {
      throw Refusal(
        message: "the value for \(path) is no JSON: \(ours: Self.place(of: error))",
        help: "correct it; inside single quotes a shell leaves double quotes alone")
    }
    throw Refusal(
      message: "the value for \(path) is JSON5, not strict JSON",
      help: "put keys and texts in double quotes, or leave out --strict-json")
  }

  private static func place(of failure: SyntaxFailure) -> String {
    guard let first = failure.errors.first else { return "it cannot be read" }
    return "\(first.message) (line \(first.span.line), column \(first.span.column))"
  }

  private func document(_ value: NewValue) throws(Refusal) -> ConfigDocument {
    guard let document = value.document else {
      throw Refusal(
        message: "the value for \(path) cannot be written", help: "give it as JSON")
    }
    return document
  }

  // MARK: By what the release takes

  private func bySchema(_ text: String) throws(Refusal) -> ConfigDocument {
    let first = text.utf8.first { $0 > 0x20 }
    let looksLikeJSON = first.map { "{[\"'".utf8.contains($0) } ?? false
    let parsed: ConfigDocument?
    do throws(SyntaxFailure) {
      parsed = try ConfigDocument(parsing: Array(text.utf8))
    } catch {
      guard !looksLikeJSON else {
        throw Refusal(
          message:
            "the value for \(path) looks like JSON and is none: \(ours: Self.place(of: error))",
          help: "correct it, or say with --string that it is a text")
      }
      parsed = nil
    }
    guard let parsed else { return try word(text) }
    let kind = parsed.kind(parsed.root)
    if kind == .string { return try taken(parsed, .string) }
    if kind.isContainer { return try taken(parsed, kind) }
    return try ambiguous(text, parsed, kind)
  }

  private var takesText: Bool { types.map { !$0.isDisjoint(with: [.string, .any]) } ?? true }

  private func takes(_ kind: NodeKind) -> Bool { types?.accepts(kind) ?? true }

  private func taken(
    _ document: ConfigDocument, _ kind: NodeKind
  ) throws(Refusal) -> ConfigDocument {
    guard takes(kind) else { throw wrongKind(kind.phrase) }
    return document
  }

  /// A text that is nothing else.
  private func word(_ text: String) throws(Refusal) -> ConfigDocument {
    guard takesText else { throw wrongKind("a text") }
    return try document(.string(text))
  }

  /// A number, `true`, `false` or `null` may also be meant as a text.
  private func ambiguous(
    _ text: String, _ parsed: ConfigDocument, _ kind: NodeKind
  ) throws(Refusal) -> ConfigDocument {
    guard takesText else { return try taken(parsed, kind) }
    guard takes(kind) else { return try document(.string(text)) }
    let isText = accepts(.string(text))
    let isOther = accepts(NewValue(parsed, parsed.root, isStrict: false))
    if isText != isOther { return isText ? try document(.string(text)) : parsed }
    if present == .string { return try document(.string(text)) }
    if present == kind { return parsed }
    let what: Message =
      types.map { "takes \(ours: $0.phrase)" } ?? "is a key that the release does not know"
    throw Refusal(
      message: "\(path) \(what): the value can be a text or \(ours: kind.phrase)",
      help: "say --string for a text, --strict-json for \(ours: kind.phrase)")
  }

  private func wrongKind(_ found: String) -> Refusal {
    let wanted = types?.phrase ?? "something else"
    var help: Message = "give \(ours: wanted)"
    if let types, types.contains(.boolean) {
      help = "write true or false"
    } else if takesText {
      help = "give \(ours: wanted), or say with --string that the value is a text"
    }
    return Refusal(
      message: "\(path) takes \(ours: wanted), and the value is \(ours: found)", help: help)
  }
}
