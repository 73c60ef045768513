/// The way from the root of a config to one of its values: `agents.list[0].tools.deny`.
///
/// Dot and bracket notation; a key that is not a plain word stands in brackets and double quotes
/// (`channels.discord.guilds["123"]`), so that every printed path can be read back.
public struct ConfigPath: Sendable, Hashable {
  /// One step down.
  public enum Step: Sendable, Hashable {
    /// The member of an object with this (unescaped) key.
    case key(String)
    /// The item of an array at this position, counted from 0.
    case index(Int)
  }

  /// The steps from the root; empty for the root itself.
  public var steps: [Step]

  /// The root of a config.
  public static let root = ConfigPath([])

  /// Makes a path of steps.
  ///
  /// - Parameter steps: from the root downwards.
  public init(_ steps: [Step]) {
    self.steps = steps
  }

  /// The path without its last step; nil for the root.
  public var parent: ConfigPath? {
    steps.isEmpty ? nil : ConfigPath(Array(steps.dropLast()))
  }

  /// The key of the last step; nil for the root and for items of arrays.
  public var lastKey: String? {
    if case .key(let name)? = steps.last { name } else { nil }
  }

  /// The path one step further.
  ///
  /// - Parameter step: the step to take.
  /// - Returns: this path with the step behind its last one.
  public func appending(_ step: Step) -> ConfigPath {
    ConfigPath(steps + [step])
  }

  /// The path to a member of the object here.
  ///
  /// - Parameter key: the unescaped key.
  /// - Returns: the path of the member, whether or not the object has it.
  public func appending(key: String) -> ConfigPath {
    appending(.key(key))
  }

  /// The path to an item of the array here.
  ///
  /// - Parameter index: the position, from 0.
  /// - Returns: the path of the item, whether or not the array is that long.
  public func appending(index: Int) -> ConfigPath {
    appending(.index(index))
  }

  /// Whether this path leads to the other one or to one of its ancestors.
  ///
  /// - Parameter other: the path that may lie at or below this one.
  /// - Returns: true also when the two are the same.
  public func isPrefix(of other: ConfigPath) -> Bool {
    steps.count <= other.steps.count && other.steps.starts(with: steps)
  }

  /// The same path with one ancestor replaced, as a move does to everything below it.
  ///
  /// - Parameters:
  ///   - prefix: an ancestor of this path, or this path.
  ///   - replacement: where that ancestor is now.
  /// - Returns: nil when `prefix` is not an ancestor.
  public func replacingPrefix(
    _ prefix: ConfigPath, with replacement: ConfigPath
  ) -> ConfigPath? {
    guard prefix.isPrefix(of: self) else { return nil }
    return ConfigPath(replacement.steps + steps.dropFirst(prefix.steps.count))
  }
}

extension ConfigPath.Step {
  /// Whether two steps are the same, byte by byte: to a config, two spellings of `é` are two keys,
  /// although Swift takes them for equal.
  public static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.key(let one), .key(let other)): one.utf8.elementsEqual(other.utf8)
    case (.index(let one), .index(let other)): one == other
    default: false
    }
  }
}

extension ConfigPath: CustomStringConvertible {
  /// Dot and bracket notation; the root is `(root)`.
  public var description: String {
    guard !steps.isEmpty else { return "(root)" }
    var text = ""
    for step in steps {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .key(let key) where Self.isPlain(key): text += text.isEmpty ? key : "." + key
      case .key(let key): text += "[\"" + Self.escaped(key) + "\"]"
      }
    }
    return text
  }

  /// Whether a key needs no quotes: a letter, `_` or `$`, then also digits and `-`.
  private static func isPlain(_ key: String) -> Bool {
    guard let first = key.utf8.first, isWordStart(first) else { return false }
    return key.utf8.allSatisfy { isWordStart($0) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
  }

  private static func isWordStart(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x5F || byte == 0x24
  }

  private static func escaped(_ key: String) -> String {
    var text = ""
    for scalar in key.unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\" + String(scalar)
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let hex = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    return text
  }
}
