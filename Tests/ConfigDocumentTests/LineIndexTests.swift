import ConfigDocument
import Diagnostics
import Testing

@Suite struct LineIndexTests {
  /// Lines of every length around the steps in which scalars are counted ahead.
  @Test(
    "Columns are those of a plain count, on short and on very long lines",
    arguments: [0, 1, 4_095, 4_096, 4_097, 9_000])
  func columns(_ length: Int) {
    let alphabet: [Unicode.Scalar] = ["a", "é", "張", "🦞"]
    var text = String.UnicodeScalarView("\u{FEFF}x\r\n".unicodeScalars)
    for number in 0..<length { text.append(alphabet[number % 4]) }
    text.append(contentsOf: "\nend".unicodeScalars)
    let bytes = Array(String(text).utf8)
    let index = LineIndex(bytes)
    var (offset, line, column) = (3, 1, 1)
    for scalar in text.dropFirst() {
      if length < 100 || offset % 97 < 4 {
        let span = index.span(offset..<offset)
        #expect(span.line == line && span.column == column, "offset \(offset)")
      }
      offset += String(scalar).utf8.count
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    }
    #expect(
      index.span(bytes.count..<bytes.count)
        == SourceSpan(range: bytes.count..<bytes.count, line: 3, column: 4))
  }
}
