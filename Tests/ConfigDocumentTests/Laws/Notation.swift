import ConfigDocument

/// The notations that the laws hold for.
enum Notation: String, CaseIterable, Sendable {
  case json5, yaml

  func parse(_ text: [UInt8]) throws(SyntaxFailure) -> ConfigDocument {
    switch self {
    case .json5: try ConfigDocument(parsing: text)
    case .yaml: try ConfigDocument(yaml: text)
    }
  }

  /// A random document.
  func example(seed: UInt64) -> DocumentGenerator.Output {
    switch self {
    case .json5:
      var generator = DocumentGenerator(seed: seed)
      return generator.document()
    case .yaml:
      var generator = YAMLGenerator(seed: seed)
      return generator.document()
    }
  }
}
