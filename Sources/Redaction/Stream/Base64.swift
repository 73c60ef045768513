/// What of a Base64 text does not depend on what stands beside a secret in it.
enum Base64 {
  static let standard = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  static let url = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  static func isCharacter(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte.isOne(of: "+/-_")
  }

  /// The characters all of whose bits are a secret's.
  ///
  /// - Parameters:
  ///   - bytes: the secret.
  ///   - offset: how many bytes stand before it, modulo three.
  ///   - alphabet: the 64 characters.
  /// - Returns: at least seven characters for six bytes.
  static func core(_ bytes: [UInt8], offset: Int, alphabet: [UInt8]) -> [UInt8] {
    let bits = offset * 8
    let last = bits + bytes.count * 8
    return stride(from: (bits + 5) / 6 * 6, through: last - 6, by: 6).map { bit in
      let value = (0..<6).reduce(0) { value, number in
        let place = bit + number - bits
        return value << 1 | Int(bytes[place / 8] >> UInt8(7 - place % 8) & 1)
      }
      return alphabet[value]
    }
  }
}
