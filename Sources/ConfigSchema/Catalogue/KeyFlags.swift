/// What else the table says of a key (column `flags`).
package struct KeyFlags: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Its object must have it.
  package static let required = KeyFlags(rawValue: 1)
  /// Unknown keys below it make the file invalid.
  package static let strict = KeyFlags(rawValue: 2)
  /// Unknown keys below it are accepted and have no effect.
  package static let strip = KeyFlags(rawValue: 4)
  /// Unknown keys below it are kept.
  package static let open = KeyFlags(rawValue: 8)
  /// Unknown keys below it must be what `*` says.
  package static let catchall = KeyFlags(rawValue: 16)
  /// Its value is a secret.
  package static let sensitive = KeyFlags(rawValue: 32)
  /// One of several alternatives must fit.
  package static let union = KeyFlags(rawValue: 64)
  /// Declared, but not checked when the file is loaded.
  package static let unenforced = KeyFlags(rawValue: 128)
  /// Declared, and refused by a second check.
  package static let rejected = KeyFlags(rawValue: 256)
  /// The sources of the release disagree whether it has it.
  package static let uncertain = KeyFlags(rawValue: 512)
  /// Only types, values and being required are known.
  package static let typesOnly = KeyFlags(rawValue: 1024)
  /// Some key below it is required in some release.
  package static let parent = KeyFlags(rawValue: 2048)

  /// Reads words of the table, commas between them.
  init(words: UnsafeBufferPointer<UInt8>) {
    var flags = KeyFlags()
    var start = 0
    for position in 0...words.count
    where position == words.count || words[position] == UInt8(ascii: ",") {
      flags.formUnion(Self.one(words, start, position - start))
      start = position + 1
    }
    self = flags
  }

  /// One word: the table has no others, so a few letters tell it.
  private static func one(
    _ words: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int
  ) -> KeyFlags {
    guard count > 3 else { return [] }
    switch words[start] {
    case UInt8(ascii: "r"): return words[start + 2] == UInt8(ascii: "q") ? .required : .rejected
    case UInt8(ascii: "s"):
      if words[start + 1] == UInt8(ascii: "e") { return .sensitive }
      return count == 5 ? .strip : .strict
    case UInt8(ascii: "o"): return .open
    case UInt8(ascii: "c"): return .catchall
    case UInt8(ascii: "t"): return .typesOnly
    case UInt8(ascii: "p"): return .parent
    case UInt8(ascii: "u"):
      switch words[start + 2] {
      case UInt8(ascii: "i"): return .union
      case UInt8(ascii: "e"): return .unenforced
      default: return .uncertain
      }
    default: return []
    }
  }
}
