internal import ConfigDocument
internal import Diagnostics
internal import Migrations

extension EditRefusal {
  /// What to say of it.
  ///
  /// - Parameter edit: what was refused.
  /// - Returns: the sentence, what to do, and the key concerned.
  func words(for edit: ConfigEdit) -> (message: Message, help: Message, path: ConfigPath) {
    let place = edit.place
    switch self {
    case .unreadable:
      return ("the result could not be read", "report the defect", place)
    case .includes(let owner):
      return (
        "\(place) is left as it is: \(owner) includes other files, and which one the change belongs to is not certain",
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

extension ConfigEdit {
  /// The place that it is about.
  var place: ConfigPath {
    switch self {
    case .set(_, let path), .insert(_, let path), .remove(let path), .move(let path, _): path
    }
  }
}
