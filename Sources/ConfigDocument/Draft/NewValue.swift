/// A value that is not in the text yet.
public indirect enum NewValue: Sendable, Hashable {
  /// Text, unescaped.
  case string(String)
  /// A number in the spelling that it will have.
  case number(String)
  /// `true` or `false`.
  case boolean(Bool)
  /// `null`.
  case null
  /// Items in order.
  case array([NewValue])
  /// Members in order.
  case object([Member])

  /// A member of a new object.
  public struct Member: Sendable, Hashable {
    /// The unescaped key.
    public let key: String
    /// Its value.
    public let value: NewValue

    /// Makes a member.
    ///
    /// - Parameters:
    ///   - key: the unescaped key.
    ///   - value: its value.
    public init(_ key: String, _ value: NewValue) {
      self.key = key
      self.value = value
    }
  }
}
