internal import ConfigDocument
internal import Diagnostics
internal import Migrations

extension EditRefusal {
  /// What to say of it.
  ///
  /// - Parameters:
  ///   - edit: what was refused.
  ///   - document: the config, in which an include names its files.
  /// - Returns: the sentence, what to do, and the key concerned.
  func words(
    for edit: ConfigEdit, in document: ConfigDocument
  ) -> (message: Message, help: Message, path: ConfigPath) {
    let place = edit.place
    switch self {
    case .unreadable:
      return ("the result could not be read", "report the defect", place)
    case .includes(let owner):
      return (
        "\(place) is left as it is: \(owner) includes \(Self.files(of: owner, in: document)), and which file the change belongs to is not certain",
        "make the change by hand in the file that it belongs to", place
      )
    case .edit(let error):
      switch error.code {
      case .duplicateKey:
        return (
          "a key on the way to \(place) stands in its object more than once",
          "remove the one that is not wanted; the gateway reads only the last one", error.path
        )
      case .notAContainer:
        return (
          "\(error.path) holds neither keys nor items, so there is no \(place)",
          "change or remove \(error.path) first", error.path
        )
      case .noSuchPath:
        if case .index? = error.path.steps.last {
          return (
            "there is no place for \(error.path): items are added one behind the last",
            "count the items with clawdoctor config get", error.path
          )
        }
        return (
          "nothing stands at \(error.path)", "see clawdoctor config get for what is there",
          error.path
        )
      case .targetExists:
        return ("something stands at \(error.path) already", "remove it first", error.path)
      case .intoItself:
        return ("\(error.path) cannot be moved into itself", "move what is in it", error.path)
      }
    }
  }
}

extension EditRefusal {
  /// The files that an object includes, as it names them.
  private static func files(of owner: ConfigPath, in document: ConfigDocument) -> Message {
    guard let node = document.node(at: owner.appending(key: "$include")) else {
      return "other files"
    }
    let items = document.kind(node) == .array ? Array(document.children(node)) : [node]
    let names = items.compactMap { document.string($0) }
    guard let first = names.first else { return "other files" }
    return names.dropFirst().reduce("\(outside: first)") { "\($0) and \(outside: $1)" }
  }
}

extension ConfigEdit {
  /// The place that it is about.
  var place: ConfigPath {
    switch self {
    case .set(_, let path), .insert(_, let path), .remove(let path), .move(let path, _): path
    }
  }
}
