#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The system's source of random numbers.
enum SystemRandom {
  /// Unpredictable bytes.
  ///
  /// - Parameter count: how many, at most 256.
  /// - Returns: nil when the system fails; nothing else is tried then.
  static func bytes(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    guard getentropy(&bytes, count) == 0 else { return nil }
    return bytes
  }
}
