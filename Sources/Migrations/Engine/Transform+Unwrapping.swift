internal import ConfigDocument
internal import Diagnostics

extension Transform {
  /// Puts the only member of an object in the object's place: the way back of a scalar that was put
  /// into one.
  ///
  /// - Parameters:
  ///   - key: the member.
  ///   - object: where the object stands; it must be a member of an object itself.
  /// - Returns: whether it was done; nothing happens where the object holds more.
  @discardableResult
  mutating func unwrap(_ key: String, of object: ConfigPath) -> Bool {
    let member = object.appending(key: key)
    guard let parent = object.parent, let name = object.lastKey, has(member),
      draft.count(at: object) == 1
    else { return false }
    // By way of a name that nobody has, since an object has to be gone before its place is free.
    let way = parent.appending(key: name + "\u{1F6A7}")
    guard !has(way) else { return false }
    let change = Change(
      migration: facts.id, action: .move, source: member, target: object, span: span(of: member),
      message: "move \(member) to \(object)")
    return together(change) { transform in
      transform.move(member, to: way) && transform.prune(object)
        && transform.move(way, to: object)
    }
  }
}
