/// What a property list of launchd gives to the gateway: its variables and the mask of its files.
///
/// Reads `EnvironmentVariables` and `Umask` of `launchd.plist(5)`, in XML. Where a key stands twice
/// the last one counts.
package struct LaunchdPlist: Sendable, Hashable {
  /// The value of `Umask`.
  package enum Umask: Sendable, Hashable {
    /// An `<integer>`: decimal, so that 63 is octal 077.
    case integer(Int)
    /// A `<string>`: octal.
    case string(String)

    /// The mask; nil when it is no number from 0 to octal 777.
    package var mode: Int? {
      let number: Int? =
        switch self {
        case .integer(let number): number
        case .string(let text): text.first == "+" ? nil : Int(text, radix: 8)
        }
      return number.flatMap { (0...0o777).contains($0) ? $0 : nil }
    }

    /// Whether nobody but the owner may use new files.
    package var isOwnerOnly: Bool { mode.map { $0 & 0o077 == 0o077 } ?? false }
  }

  /// The variables in the order of the text; the last one of a name counts.
  package let variables: [ServiceVariable]
  /// The mask; nil when the list does not say one.
  package let umask: Umask?

  /// Reads a property list.
  ///
  /// - Parameter bytes: UTF-8. Returns nil for a binary list, for other encodings and for what is
  ///   no property list with a dictionary.
  package init?(_ bytes: [UInt8]) {
    var reader = LaunchdPlistReader(bytes)
    guard reader.read() else { return nil }
    variables = reader.variables
    umask = reader.umask
  }
}
