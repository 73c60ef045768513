/// Makes secrets out of the system's random numbers.
package struct SecretSource: Sendable {
  /// Why no secret could be made: the system gave no random numbers.
  package struct Failure: Error, Sendable, Hashable {}

  /// 256 bits, as the error texts of OpenClaw from 2026.4.12 on recommend; its own generator takes
  /// 192 (`facts`: token, all releases).
  package static let byteCount = 32

  private let random: @Sendable (Int) -> [UInt8]?

  /// Makes a source.
  ///
  /// - Parameter random: gives that many unpredictable bytes, or nil when the system fails.
  package init(random: @escaping @Sendable (Int) -> [UInt8]?) {
    self.random = random
  }

  /// Makes a secret: 64 lower-case hexadecimal digits, which no shell, `.env`, property list or
  /// unit has to quote.
  ///
  /// - Returns: the digits.
  /// - Throws: `Failure` when the system gives too few bytes, or bytes that cannot be random.
  package func token() throws(Failure) -> String {
    guard let bytes = random(Self.byteCount), bytes.count == Self.byteCount,
      Set(bytes).count > 4
    else { throw Failure() }
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
