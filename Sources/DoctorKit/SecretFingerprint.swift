/// Tells secrets apart without giving anything of them away.
///
/// A fingerprint is a hash (SipHash) under a key that is made for one run and then forgotten: it
/// compares the sources of one report and is of no use to anybody who guesses secrets.
struct SecretFingerprint {
  private let key: [UInt8]

  /// Makes the key of a run.
  ///
  /// - Parameter random: gives unpredictable bytes; the process's own seed is part of the hash too.
  init(random: (@Sendable (Int) -> [UInt8]?)?) {
    key = random?(16) ?? []
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
