/// How programs spell a secret as a whole: in base64 at each place of its groups, in hexadecimal.
enum SecretForms {
  /// Shorter secrets make forms that occur by chance.
  private static let minimumLength = 6

  /// The forms of a secret without what a form shares with its neighbours.
  ///
  /// - Parameter secret: its bytes.
  /// - Returns: none for a short one.
  static func of(_ secret: [UInt8]) -> [[UInt8]] {
    guard secret.count >= minimumLength, secret.count <= 1 << 12 else { return [] }
    var forms = [hexadecimal(secret, "0123456789abcdef"), hexadecimal(secret, "0123456789ABCDEF")]
    for shift in 0..<3 {
      let core = base64(secret, shift: shift)
      forms.append(core)
      if core.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/") }) {
        forms.append(
          core.map {
            $0 == UInt8(ascii: "+")
              ? UInt8(ascii: "-") : $0 == UInt8(ascii: "/") ? UInt8(ascii: "_") : $0
          })
      }
    }
    return forms
  }

  /// The characters that hold nothing but bits of the secret, which stands behind so many bytes of
  /// a group.
  private static func base64(_ secret: [UInt8], shift: Int) -> [UInt8] {
    // The first character that begins in the secret, and the number that end in it.
    let start = (shift * 8 + 5) / 6
    let end = (shift + secret.count) * 8 / 6
    let bytes = [UInt8](repeating: 0, count: shift) + secret
    return (start..<end).map { place in
      let bit = place * 6
      let high = UInt16(bytes[bit / 8]) << 8
      let low = bit / 8 + 1 < bytes.count ? UInt16(bytes[bit / 8 + 1]) : 0
      return digits[Int((high | low) >> UInt16(10 - bit % 8) & 63)]
    }
  }

  private static func hexadecimal(_ secret: [UInt8], _ digits: StaticString) -> [UInt8] {
    secret.flatMap { [digits.utf8Start[Int($0 >> 4)], digits.utf8Start[Int($0 & 15)]] }
  }

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
