/// A sentence for a reader that says where values came in.
///
/// A plain `String` cannot be interpolated: text that comes from a config (a key, a path) enters as
/// such and is masked by the redactor when the sentence is rendered. Values never enter at all.
public struct Message: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// A piece of the sentence.
  public enum Segment: Sendable, Hashable {
    /// Words of ours.
    case text(String)
    /// A path in the config; its keys are somebody's text.
    case path(ConfigPath)
    /// A key, a file name or another word from outside; it may hold a secret.
    case outside(String)
  }

  /// The pieces in order.
  public private(set) var segments: [Segment]

  /// Makes a sentence of our own words.
  public init(stringLiteral value: String) {
    segments = [.text(value)]
  }

  /// Makes a sentence with paths and words in it.
  public init(stringInterpolation: StringInterpolation) {
    segments = stringInterpolation.segments
  }

  /// Two sentences, one behind the other.
  ///
  /// - Returns: the pieces of both in order.
  public static func + (first: Message, second: Message) -> Message {
    var result = first
    result.segments += second.segments
    return result
  }

  /// Collects the pieces of an interpolated literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var segments: [Segment] = []

    /// Starts a sentence.
    public init(literalCapacity: Int, interpolationCount: Int) {
      segments.reserveCapacity(interpolationCount * 2 + 1)
    }

    /// Adds words of ours.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { segments.append(.text(literal)) }
    }

    /// Adds a path of keys, in backticks.
    public mutating func appendInterpolation(_ path: ConfigPath) {
      segments.append(.text("`"))
      segments.append(.path(path))
      segments.append(.text("`"))
    }

    /// Adds a number.
    public mutating func appendInterpolation(_ number: Int) {
      segments.append(.text(String(number)))
    }

    /// Adds a word that came from outside: a key or a file name.
    ///
    /// It is masked if it looks secret.
    public mutating func appendInterpolation(outside word: String) {
      segments.append(.outside(word))
    }

    /// Adds a word of ours that is computed: a release, the name of a type, an identifier.
    public mutating func appendInterpolation(ours word: String) {
      segments.append(.text(word))
    }

    /// Adds another sentence.
    public mutating func appendInterpolation(_ message: Message) {
      segments.append(contentsOf: message.segments)
    }
  }
}
