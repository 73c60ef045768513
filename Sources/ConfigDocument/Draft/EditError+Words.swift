package import Diagnostics

extension EditError {
  /// What about the way the text is written stands in the way of the edit.
  package var obstacle: Message {
    switch code {
    case .alias: "the value is an alias"
    case .sharedAnchor: "aliases elsewhere stand for the value"
    case .mergeKey: "a merge key (<<) has to do with it"
    case .template: "the value comes from a template"
    case .foreignTag: "a tag gives the value a meaning of its own"
    case .unusualKey: "the key is written in an unusual way"
    case .inexpressible, .noSuchPath, .notAContainer, .targetExists, .duplicateKey, .intoItself:
      "the text around it leaves no place for it"
    }
  }
}
