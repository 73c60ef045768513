/// The variables that a process sees, by where they come from.
///
/// The first source that sets a name wins, also with an empty value; only the `env` block of a
/// config fills in for an empty one (`facts`: includes and environment, `.env` files).
package struct VariableScope: Sendable, Hashable {
  /// How much is known of the machine that the gateway runs on.
  package enum Knowledge: Sendable, Hashable, Comparable {
    /// The config came from standard input: nothing.
    case nothing
    /// A config was named that may belong to another machine: what is set here may not be there.
    case files
    /// The config lies where OpenClaw looks for it: this is the machine.
    case machine
  }

  /// A place that sets variables.
  package struct Source: Sendable, Hashable {
    /// What kind of place.
    package enum Kind: String, Sendable, Hashable {
      /// The environment of the process.
      case process
      /// The definition of the gateway's service.
      case service
      /// The `.env` of the state folder.
      case stateFile = "state-env"
      /// `~/.config/openclaw/gateway.env`, from 2026.4.5 on.
      case gatewayFile = "gateway-env"
      /// The `env` block of the config.
      case config
    }

    /// What kind of place.
    package let kind: Kind
    /// The file; nil for the environment and the config.
    package let file: String?
    /// What it sets.
    package let values: [String: String]

    /// Makes a source.
    ///
    /// - Parameters:
    ///   - kind: what kind of place.
    ///   - file: the file.
    ///   - values: what it sets.
    package init(_ kind: Kind, file: String? = nil, values: [String: String]) {
      self.kind = kind
      self.file = file
      self.values = values
    }
  }

  /// A value and what sets it.
  package struct Found: Sendable, Hashable {
    /// The value; it may be empty.
    package let value: String
    /// What sets it.
    package let source: Source
  }

  /// The places, the first that sets a name wins.
  package var sources: [Source]
  /// How much is known of the machine.
  package let knowledge: Knowledge

  /// A scope of which nothing is known.
  package static let unknown = VariableScope(sources: [], knowledge: .nothing)

  /// Makes a scope.
  ///
  /// - Parameters:
  ///   - sources: the places, the first that sets a name wins.
  ///   - knowledge: how much is known of the machine.
  package init(sources: [Source], knowledge: Knowledge) {
    self.sources = sources
    self.knowledge = knowledge
  }

  /// The value of a variable.
  ///
  /// - Parameter name: its name.
  /// - Returns: nil when nothing that is known sets it.
  package func find(_ name: String) -> Found? {
    var first: Found?
    for source in sources {
      guard let value = source.values[name] else { continue }
      guard let earlier = first else {
        first = Found(value: value, source: source)
        continue
      }
      if source.kind == .config, earlier.value.trimmed.isEmpty {
        return Found(value: value, source: source)
      }
    }
    return first
  }
}
