#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A file, a pipe or standard input, read piece by piece.
struct InputFile: ~Copyable {
  /// The system's word for what went wrong.
  struct Failure: Error {
    let text: String

    /// The failure of the last call.
    init() {
      text = strerror(errno).map { String(cString: $0) } ?? "unknown error"
    }
  }

  private let number: Int32
  private let isOurs: Bool

  /// Opens a file.
  ///
  /// - Parameter path: its path; `-` is standard input.
  /// - Throws: `Failure` when the system does not open it.
  init(_ path: String) throws(Failure) {
    isOurs = path != "-"
    number = isOurs ? open(path, O_RDONLY | O_CLOEXEC) : 0
    guard number >= 0 else { throw Failure() }
  }

  deinit {
    if isOurs { close(number) }
  }

  /// Whether somebody would have to type the text.
  static var isTerminal: Bool { isatty(0) == 1 }

  /// Whether one would have to wait for the next bytes.
  var isSlow: Bool {
    var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) == 0
  }

  /// Reads as much as fits, or as there is.
  ///
  /// - Returns: the number of bytes; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    while true {
      #if canImport(Darwin)
      let count = Darwin.read(number, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
      let count = Musl.read(number, buffer.baseAddress, buffer.count)
      #else
      let count = Glibc.read(number, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return count }
      guard errno == EINTR else { throw Failure() }
    }
  }
}
