internal import ConfigDocument

/// A violation as the walk notes it: numbers only, so that alternatives can be tried and dropped.
struct Breach {
  /// What is wrong.
  enum Kind {
    /// No such key.
    case unknownKey
    /// No such channel.
    case unknownChannel
    /// A value of another kind.
    case wrongType
    /// A value that is not among those allowed.
    case valueNotAllowed
    /// No alternative of a union goes by this value of its telling key.
    case noAlternative
    /// A number, length or count beyond a bound.
    case outOfBounds
    /// A text of another form.
    case malformed
    /// A name of a map of another form.
    case malformedKey
    /// A key that its object must have.
    case missingKey
    /// Declared by a channel and refused by a second check.
    case rejectedKey
  }

  let kind: Kind
  /// The value; for a missing key the object that lacks it.
  let node: NodeID
  /// The key in the catalogue; for an unknown key the place that does not have it.
  let place: Place
  /// The limit that is not kept, in the text of the tree.
  var limit: Range<Int> = 0..<0
  /// What the schema says of it, before the release and the channel are considered.
  var force: Force
  /// Whether the part of the config is not checked when the file is loaded.
  var isUnenforced: Bool
  /// Whether the keys of that part are not exactly known for the release.
  var isUncertain: Bool

  /// Whether the release is not known to refuse the file for it.
  var isSoftened: Bool { isUnenforced || isUncertain }

  /// Whether the release is not known to start with it.
  var isDoubtful: Bool { force == .refused && !isUnenforced }

  /// How the schema takes it.
  enum Force: Int, Comparable {
    /// Kept; whoever reads it decides.
    case kept
    /// Dropped, without effect; or probably refused.
    case dropped
    /// The file is refused.
    case refused

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// How far an alternative with this breach is from fitting.
  var weight: Int {
    switch kind {
    case .wrongType: 20
    case .valueNotAllowed, .noAlternative: 10
    case .missingKey: 3
    default: 2
    }
  }
}
