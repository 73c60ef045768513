public import Diagnostics

/// Why a text is no JSON5: every error that could be told apart in one run.
public struct SyntaxFailure: Error, Sendable {
  /// The errors in the order of the text, at least one and at most ten.
  public let errors: [SyntaxError]

  init(bytes: [UInt8], faults: [SyntaxFault]) {
    // A text beyond the limit is not worth looking through for its lines.
    let bytes = bytes.count > ConfigDocument.byteLimit ? Array(bytes.prefix(1)) : bytes
    let lines = LineIndex(bytes)
    var known: (number: Int, text: [UInt8])?
    errors = faults.map { fault in
      let start = min(fault.range.lowerBound, bytes.count)
      let span = lines.span(start..<min(max(start, fault.range.upperBound), bytes.count))
      // Errors on one line share its text: a config may be one line of many megabytes.
      let text =
        known.flatMap { $0.number == span.line ? $0.text : nil }
        ?? lines.text(ofLine: span.line)
      known = (span.line, text)
      return SyntaxError(
        code: fault.code, span: span, message: fault.message, help: fault.help,
        related: fault.related.map { (lines.span($0..<$0 + 1), fault.relatedNote) }.map {
          SyntaxError.Related(span: $0.0, note: $0.1)
        },
        line: text)
    }
  }

  init(_ error: SyntaxError) {
    errors = [error]
  }
}

/// One error in a text.
public struct SyntaxError: Sendable, Hashable {
  /// Another place that explains the error.
  public struct Related: Sendable, Hashable {
    /// Where it is.
    public let span: SourceSpan
    /// What is there.
    public let note: String
  }

  /// Stable identifier, kebab-case: `missing-comma`.
  public let code: String
  /// Where it is.
  public let span: SourceSpan
  /// What was met and what was expected; never a word of the text.
  public let message: String
  /// What to do about it.
  public let help: String
  /// Where the open construct began, or where the mending belongs.
  public let related: Related?
  /// The bytes of the line, for an excerpt.
  ///
  /// They may hold secrets: mask them before showing.
  public let line: [UInt8]
}

/// An error while its place is still an offset.
struct SyntaxFault {
  var code: String
  var range: Range<Int>
  var message: String
  var help: String
  var related: Int?
  var relatedNote = ""
}
