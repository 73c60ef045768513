internal import Diagnostics
internal import ConfigDocument

/// The source line of a syntax error with a caret under the spot.
enum Excerpt {
  private static let width = 96

  /// - Parameters:
  ///   - error: where the spot is.
  ///   - masked: the line with everything hidden that could be a secret, as long as the original
  ///     in Unicode scalars.
  /// - Returns: two lines, cut around the spot when the line is long.
  static func lines(for error: SyntaxError, masked: String) -> [String] {
    var scalars = masked.unicodeScalars.map { $0 == "\t" ? " " : $0 }
    var column = min(error.span.column - 1, scalars.count)
    if scalars.count > width {
      let start = max(0, min(column - width / 2, scalars.count - width))
      scalars = Array(scalars[start..<min(start + width, scalars.count)])
      column -= start
    }
    let line = String(String.UnicodeScalarView(scalars))
    return [line, String(repeating: " ", count: column) + "^"]
  }
}
