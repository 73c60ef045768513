import Diagnostics

/// Decides from the way to a value whether it is secret: by `Tables/sensitive-paths.tsv` first, by
/// the name of the last key second, by what is above it third.
///
/// It goes down with a walk and knows the way to one value at a time.
struct SensitiveKeys {
  /// The rows of the table, read when something is first redacted.
  static let paths = SecretPaths(SensitivePathsTable.text)
  /// The keys that the table names: fixed public words that may be shown anywhere.
  static let words = paths.words

  /// What is known of a value when its children are judged.
  struct Place {
    /// Where the places of the value stand on the trail.
    fileprivate(set) var places: Range<Int>
    var sensitivity: Sensitivity
    /// What to call values below that the table names and their own names do not.
    fileprivate(set) var word = "secret"
  }

  private let paths = Self.paths
  private var trail = SecretPaths.Trail()

  /// What the whole way to a value says.
  ///
  /// - Parameter path: from the root of the config.
  /// - Returns: how secret a value there is, and where to go on from.
  mutating func decide(_ path: ConfigPath) -> Place {
    var place = Place(places: paths.begin(&trail), sensitivity: .open)
    for step in path.steps {
      switch step {
      case .index(let index): place = decide(index: index, below: place)
      case .key(var key):
        place = key.withUTF8 { decide(key: $0, KeyFacts($0), below: place) }
      }
    }
    return place
  }

  /// What one more key says, when it is known what the steps before it say.
  ///
  /// - Parameters:
  ///   - key: the bytes of the key.
  ///   - facts: what the key says by itself.
  ///   - above: the parent.
  /// - Returns: how secret a value there is.
  mutating func decide(
    key: UnsafeBufferPointer<UInt8>, _ facts: KeyFacts, below above: Place
  ) -> Place {
    let (places, kind) = paths.take(.key(key), from: above.places, &trail)
    let place = { (sensitivity: Sensitivity) in
      Place(places: places, sensitivity: sensitivity, word: facts.word)
    }
    if let kind { return place(Self.decide(kind, facts.label, below: above)) }
    if above.sensitivity.hidesAll { return place(above.sensitivity) }
    if let label = facts.label { return place(.secret(label: label)) }
    if above.sensitivity.label != nil, SecretName.isHarmless(key) { return place(.open) }
    return place(above.sensitivity == .url ? .open : above.sensitivity)
  }

  /// What one more position says.
  mutating func decide(index: Int, below above: Place) -> Place {
    let (places, kind) = paths.take(.index(index), from: above.places, &trail)
    let sensitivity =
      if let kind { Self.decide(kind, nil, below: above) } else {
        above.sensitivity == .url ? Sensitivity.open : above.sensitivity
      }
    return Place(places: places, sensitivity: sensitivity)
  }

  private static func decide(
    _ kind: SecretPaths.Kind, _ label: String?, below above: Place
  ) -> Sensitivity {
    switch kind {
    case .notSecret: .open
    case .allValues: .allValues(label: label ?? above.word)
    case .secret:
      above.sensitivity.hidesAll ? above.sensitivity : .listed(label: label ?? above.word)
    case .url: above.sensitivity.label == nil ? .url : above.sensitivity
    }
  }
}
