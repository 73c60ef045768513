/// What is to be changed in a config.
public struct EditRequest: Sendable {
  /// How the text of a new value is read.
  public enum Reading: Sendable, Hashable {
    /// As what the release takes at the place; what could mean two things is refused.
    case bySchema
    /// As strict JSON.
    case json
    /// As text, letter by letter.
    case text
  }

  /// What happens to entries that stand in an object or a list and not in its new value.
  public enum OldEntries: Sendable, Hashable {
    /// Nothing is written, and they are named.
    case protect
    /// They stay: the new value adds to them and changes those that both have.
    case merge
    /// They go.
    case replace
  }

  /// A new value for a place.
  public struct Assignment: Sendable {
    /// The path of the place, as `config get` takes it.
    public var path: String
    /// The text of the value.
    public var value: [UInt8]
    /// Whether it stood on the command line, where other users can see it.
    public var isExposed: Bool

    /// Makes an assignment.
    ///
    /// - Parameters:
    ///   - path: the path of the place.
    ///   - value: the text of the value.
    ///   - isExposed: whether it stood on the command line.
    public init(path: String, value: [UInt8], isExposed: Bool) {
      self.path = path
      self.value = value
      self.isExposed = isExposed
    }
  }

  /// A document that says what to change.
  public struct Patch: Sendable {
    /// Its text: an object is a merge patch (RFC 7396), an array a JSON Patch (RFC 6902).
    public var bytes: [UInt8]
    /// What to call it; `-` for standard input.
    public var name: String
    /// The place in the config that it is about; nil for the whole.
    public var place: String?
    /// Whether it is a view with its secrets hidden, in which a mask stands for what is there.
    ///
    /// A document with masks is taken for one in any case.
    public var isView = false
    /// Whether what it does not have is to go.
    public var isWhole = false

    /// Makes a patch.
    ///
    /// - Parameters:
    ///   - bytes: its text.
    ///   - name: what to call it.
    public init(bytes: [UInt8], name: String) {
      self.bytes = bytes
      self.name = name
    }
  }

  /// The kinds of change.
  public enum Edit: Sendable {
    /// Values go to places, all or none.
    case set([Assignment])
    /// What stands at paths goes, all or nothing.
    case unset([String])
    /// What a document says.
    case patch(Patch)
    /// The masks that stand in the config become what a backup has in their places.
    case restore(bytes: [UInt8], name: String)
  }

  /// What to change.
  public var edit: Edit
  /// How new values are read.
  public var reading = Reading.bySchema
  /// What happens to entries that a new value does not have.
  public var oldEntries = OldEntries.protect

  /// Makes a request.
  ///
  /// - Parameter edit: what to change.
  public init(_ edit: Edit) {
    self.edit = edit
  }
}
