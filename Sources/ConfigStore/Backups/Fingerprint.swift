/// Enough of a file's contents to tell whether it changed: its size and its FNV-1a hash.
///
/// The hash finds accidents, not attacks: it lies in a folder that only the owner can enter.
package struct Fingerprint: Sendable, Hashable {
  /// How many bytes there are.
  package let size: Int
  /// Their 64-bit FNV-1a hash.
  package let hash: UInt64

  /// Takes the fingerprint of some bytes.
  ///
  /// - Parameter bytes: the contents of a file.
  package init(of bytes: [UInt8]) {
    size = bytes.count
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    self.hash = hash
  }

  /// Reads the text that `text` gives: the size, a colon, and sixteen hexadecimal digits.
  init?(text: Substring?) {
    guard let parts = text?.split(separator: ":", omittingEmptySubsequences: false),
      parts.count == 2, let size = Int(parts[0]), let hash = UInt64(parts[1], radix: 16)
    else { return nil }
    self.size = size
    self.hash = hash
  }

  /// The fingerprint as it stands in a record.
  var text: String { "\(size):\(hash.hexadecimal)" }
}

extension UInt64 {
  /// Sixteen lower-case hexadecimal digits.
  var hexadecimal: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
