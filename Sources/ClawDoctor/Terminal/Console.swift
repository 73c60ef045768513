#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// One of the two ways out to the user.
///
/// Only this type writes.
struct Console {
  /// Where text goes.
  enum Stream: Int32 {
    case standardOutput = 1
    case standardError = 2
  }

  /// How text is marked up; marks never carry meaning alone.
  struct Style {
    let isColored: Bool

    func bold(_ text: String) -> String { isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    func dim(_ text: String) -> String { isColored ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
  }

  private let stream: Stream
  let style: Style

  init(_ stream: Stream, color: ColorChoice) {
    self.stream = stream
    let wanted =
      switch color {
      case .always: true
      case .never: false
      case .auto: isatty(stream.rawValue) == 1 && getenv("NO_COLOR") == nil
      }
    style = Style(isColored: wanted)
  }

  /// Ends the program: what was written is out.
  static func leave(_ status: Int32) -> Never { exit(status) }

  func write(_ text: String) {
    write(bytes: Array(text.utf8))
  }

  /// What a write came to.
  enum Outcome {
    case done
    /// Nobody reads any more, which is no error of ours.
    case readerGone
    case failed
  }

  /// Writes everything.
  @discardableResult
  func write(bytes: [UInt8]) -> Outcome {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { buffer in
        #if canImport(Darwin)
        Darwin.write(stream.rawValue, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
        Musl.write(stream.rawValue, buffer.baseAddress, buffer.count)
        #else
        Glibc.write(stream.rawValue, buffer.baseAddress, buffer.count)
        #endif
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return written < 0 && errno != EPIPE ? .failed : .readerGone }
      rest = rest.dropFirst(written)
    }
    return .done
  }
}
