/// Tells secrets apart without giving anything of them away.
///
/// A fingerprint is a hash (SipHash) under a key that is made for one run and then forgotten: it
/// compares the sources of one report and is of no use to anybody who guesses secrets.
struct SecretFingerprint {
  private let key: [UInt8]

  /// Makes the key of a run; nil when the system gives no random numbers, because a hash under a
  /// known key would help whoever guesses.
  ///
  /// - Parameter random: gives unpredictable bytes.
  init?(random: (@Sendable (Int) -> [UInt8]?)?) {
    guard let key = random?(16), key.count == 16 else { return nil }
    self.key = key
  }

  /// The fingerprint of a secret: six hexadecimal digits.
  ///
  /// - Parameter secret: the whole secret.
  /// - Returns: equal digits for equal secrets of this run.
  func callAsFunction(_ secret: String) -> String {
    var hasher = Hasher()
    hasher.combine(key)
    hasher.combine(Array(secret.utf8))
    let digits = String(UInt64(bitPattern: Int64(hasher.finalize())) & 0xFF_FFFF, radix: 16)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }
}
