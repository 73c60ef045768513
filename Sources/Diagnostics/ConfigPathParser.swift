/// Why a text is no path of keys.
public struct ConfigPathError: Error, Sendable, Hashable {
  /// Position of the offending character, counted from 1 in Unicode scalars.
  public let column: Int
  /// What is wrong there, as a sentence without a full stop.
  public let reason: String
  /// What to write instead.
  public let help: String
}

extension ConfigPath {
  /// Reads dot and bracket notation, or a JSON Pointer when the text begins with `/`.
  ///
  /// - Parameter text: for instance `gateway.auth.token`, `agents.list[0].id`,
  ///   `models.providers["llama.cpp"]` or `/models/providers/llama.cpp`. An empty text is the root.
  /// - Throws: `ConfigPathError` for anything malformed; nothing is normalised or guessed.
  public init(parsing text: String) throws(ConfigPathError) {
    var reader = PathReader(text)
    self.init(text.hasPrefix("/") ? try reader.pointer() : try reader.steps())
  }
}

/// Reads one path, scalar by scalar.
private struct PathReader {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  private var current: Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  private func failure(_ reason: String, _ help: String) -> ConfigPathError {
    ConfigPathError(column: position + 1, reason: reason, help: help)
  }

  mutating func steps() throws(ConfigPathError) -> [ConfigPath.Step] {
    var steps: [ConfigPath.Step] = []
    while let scalar = current {
      switch scalar {
      case "[":
        steps.append(try bracket())
      case "." where steps.isEmpty:
        throw failure("a path cannot begin with a dot", "start with a key, as in gateway.port")
      case ".":
        position += 1
        steps.append(.key(try word()))
      default:
        guard steps.isEmpty else {
          throw failure("a dot or a bracket is expected here", "write a.b or a[\"b\"]")
        }
        steps.append(.key(try word()))
      }
    }
    return steps
  }

  private mutating func word() throws(ConfigPathError) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = current, scalar != ".", scalar != "[" {
      guard scalar != "]", scalar != "\"" else {
        throw failure("`\(scalar)` cannot stand in an unquoted key", "write [\"the key\"]")
      }
      text.append(scalar)
      position += 1
    }
    guard !text.isEmpty else {
      throw failure("an empty key stands here", "remove the dot, or write [\"\"] for an empty key")
    }
    return String(text)
  }

  private mutating func bracket() throws(ConfigPathError) -> ConfigPath.Step {
    position += 1
    let step: ConfigPath.Step =
      if current == "\"" || current == "'" { .key(try quoted()) } else { .index(try number()) }
    guard current == "]" else {
      throw failure("a `]` is expected here", "close the bracket: list[0] or map[\"key\"]")
    }
    position += 1
    return step
  }

  private mutating func number() throws(ConfigPathError) -> Int {
    var digits = ""
    while let scalar = current, ("0"..."9").contains(scalar) {
      digits.unicodeScalars.append(scalar)
      position += 1
    }
    guard let value = Int(digits) else {
      throw failure("a number or a quoted key is expected in brackets", "write [0] or [\"key\"]")
    }
    return value
  }

  private mutating func quoted() throws(ConfigPathError) -> String {
    let quote = current
    position += 1
    var text = String.UnicodeScalarView()
    while let scalar = current, scalar != quote {
      position += 1
      text.append(scalar == "\\" ? try escape() : scalar)
    }
    guard current == quote else {
      throw failure("the quoted key does not end", "close the quotes before the bracket")
    }
    position += 1
    return String(text)
  }

  private mutating func escape() throws(ConfigPathError) -> Unicode.Scalar {
    guard let scalar = current else {
      throw failure("the escape does not end", "write \\\\ for a backslash")
    }
    position += 1
    switch scalar {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      let hex = scalars[position..<min(position + 4, scalars.count)].map(String.init).joined()
      guard hex.count == 4, let value = UInt32(hex, radix: 16), let result = Unicode.Scalar(value)
      else {
        throw failure("`\\u` needs four hexadecimal digits", "write for instance \\u0041")
      }
      position += 4
      return result
    default: return scalar
    }
  }

  /// RFC 6901: `~1` is a slash, `~0` a tilde; whether digits are a key or an index depends on the
  /// document, so they stay a key here and the reader of the document decides.
  mutating func pointer() throws(ConfigPathError) -> [ConfigPath.Step] {
    var steps: [ConfigPath.Step] = []
    while current == "/" {
      position += 1
      var text = String.UnicodeScalarView()
      while let scalar = current, scalar != "/" {
        position += 1
        if scalar == "~" {
          guard let next = current, next == "0" || next == "1" else {
            throw failure("`~` must be followed by 0 or 1", "write ~0 for a tilde, ~1 for a slash")
          }
          position += 1
          text.append(next == "0" ? "~" : "/")
        } else {
          text.append(scalar)
        }
      }
      steps.append(.key(String(text)))
    }
    return steps
  }
}
