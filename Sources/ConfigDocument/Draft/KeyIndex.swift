internal import Diagnostics

/// Where the keys of a large object stand, so that an edit of each member of a map does not look
/// through all of them each time.
struct KeyIndex: Sendable {
  /// The positions at which a key stands: one, or the first and the last of several.
  struct Places: Sendable {
    var first: Int
    var last: Int
  }

  /// From this number of members on, an index is worth its making.
  static let threshold = 24

  private var places: [ConfigPath.Step: Places] = [:]

  /// Reads the keys of an object.
  ///
  /// - Returns: nil when the object is too small to need one.
  init?(_ members: [DraftMember], _ notation: Notation) {
    guard members.count >= Self.threshold else { return nil }
    places.reserveCapacity(members.count)
    for (position, member) in members.enumerated() {
      add(notation.decodeKey(member.key), at: position)
    }
  }

  func places(of key: String) -> Places? { places[.key(key)] }

  /// Notes a member that was added behind all others.
  mutating func add(_ key: String, at position: Int) {
    let step = ConfigPath.Step.key(key)
    if let known = places[step] {
      places[step] = Places(first: known.first, last: position)
    } else {
      places[step] = Places(first: position, last: position)
    }
  }

  /// Notes that a key which stood once has another name.
  mutating func rename(_ old: String, to new: String, at position: Int) {
    places[.key(old)] = nil
    add(new, at: position)
  }
}

extension DraftContainer {
  /// The positions of a key among the members; nil when it is not there.
  func places(of key: String) -> KeyIndex.Places? {
    if let index { return index.places(of: key) }
    var places: KeyIndex.Places?
    for (position, member) in members.enumerated() where notation.key(member.key, equals: key) {
      places = KeyIndex.Places(first: places?.first ?? position, last: position)
    }
    return places
  }

  /// Puts a member in.
  mutating func insert(_ member: DraftMember, at position: Int) {
    if position == members.count {
      index?.add(notation.decodeKey(member.key), at: position)
    } else {
      index = nil
    }
    members.insert(member, at: position)
  }

  /// Takes a member out.
  mutating func remove(at position: Int) -> DraftMember {
    index = nil
    return members.remove(at: position)
  }

  /// Gives a member, whose key stands once, another key.
  mutating func rename(_ position: Int, to spelling: Piece) {
    let old = notation.decodeKey(members[position].key)
    index?.rename(old, to: notation.decodeKey(spelling), at: position)
    members[position].key = spelling
  }
}
