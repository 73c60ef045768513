internal import ConfigDocument
internal import Diagnostics

/// The source line of a syntax error with a caret under the spot.
enum Excerpt {
  private static let width = 96
  /// Bytes on each side of the spot that are masked: a config may be one line of many megabytes.
  private static let reach = 1_024

  /// The part of the line around the spot.
  ///
  /// - Parameter error: the error.
  /// - Returns: whole scalars of the line, and the spot's position among them, from 0.
  static func window(of error: SyntaxError) -> (bytes: [UInt8], column: Int) {
    let line = error.line
    func isScalarStart(_ offset: Int) -> Bool { line[offset] & 0xC0 != 0x80 }
    var spot = 0
    var column = error.span.column - 1
    while column > 0, spot < line.count {
      spot += 1
      while spot < line.count, !isScalarStart(spot) { spot += 1 }
      column -= 1
    }
    var start = max(0, spot - reach)
    while start > 0, start < line.count, !isScalarStart(start) { start -= 1 }
    var end = min(line.count, spot + reach)
    while end < line.count, !isScalarStart(end) { end += 1 }
    let before = line[start..<spot].reduce(0) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }
    return (Array(line[start..<end]), before)
  }

  /// Lays the line and the caret out.
  ///
  /// - Parameters:
  ///   - masked: the line with everything hidden that could be a secret, as long as the original
  ///     in Unicode scalars.
  ///   - column: the spot's position among the scalars, from 0.
  /// - Returns: two lines, cut around the spot when the line is long.
  static func lines(masked: String, column: Int) -> [String] {
    var scalars = masked.unicodeScalars.map { $0 == "\t" ? " " : $0 }
    var column = min(column, scalars.count)
    if scalars.count > width {
      let start = max(0, min(column - width / 2, scalars.count - width))
      scalars = Array(scalars[start..<min(start + width, scalars.count)])
      column -= start
    }
    let line = String(String.UnicodeScalarView(scalars))
    return [line, String(repeating: " ", count: column) + "^"]
  }
}
