import ArgumentParser
import DoctorKit

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Standard input as a config, a patch or a value.
enum StandardInput {
  /// One byte more than a config may have, so that the reader of the config sees that it is too
  /// large.
  private static let limit = (64 << 20) + 1

  /// Reads a value: one line end behind it is not part of it, as programs that print add one.
  ///
  /// - Throws: `ExitCode` when reading fails.
  static func readValue() throws -> [UInt8] {
    var bytes = try read()
    if bytes.last == 0x0A { bytes.removeLast() }
    if bytes.last == 0x0D { bytes.removeLast() }
    return bytes
  }

  /// Reads to the end.
  ///
  /// - Throws: `ExitCode` when reading fails.
  static func read() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let wanted = min(chunk.count, limit - bytes.count)
      let count = chunk.withUnsafeMutableBytes { buffer in
        #if canImport(Darwin)
        Darwin.read(0, buffer.baseAddress, wanted)
        #elseif canImport(Musl)
        Musl.read(0, buffer.baseAddress, wanted)
        #else
        Glibc.read(0, buffer.baseAddress, wanted)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        Console(.standardError, color: .never).write("standard input cannot be read\n")
        throw ExitCode(ExitStatus.unreadable.rawValue)
      }
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return bytes
  }
}
