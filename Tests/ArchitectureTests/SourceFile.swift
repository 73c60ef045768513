import Foundation
import Testing

/// A Swift file of the repository.
struct SourceFile: Sendable, CustomTestStringConvertible {
  /// One line, and what of it is code.
  struct Line: Sendable {
    let number: Int
    let text: String
    /// Without comments and without what stands in string literals.
    let code: String
  }

  /// Relative to the root.
  let path: String
  let lines: [Line]

  init(path: String) throws {
    self.path = path
    let text = try Repository.text(path)
    var reader = CodeReader()
    let code = reader.code(of: text)
    let pairs = zip(
      text.split(separator: "\n", omittingEmptySubsequences: false),
      code.split(separator: "\n", omittingEmptySubsequences: false))
    lines = pairs.enumerated().map { index, pair in
      Line(number: index + 1, text: String(pair.0), code: String(pair.1))
    }
  }

  var testDescription: String { path }
  var isGenerated: Bool { path.contains("/Generated/") }

  /// The target that it belongs to: `Sources/<Module>/…`.
  var module: String { String(path.split(separator: "/")[1]) }

  /// The modules that it imports.
  var imports: [(module: String, line: Int)] {
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let"]
    return lines.compactMap { line in
      let words = line.code.split(separator: " ")
      guard let place = words.firstIndex(of: "import"),
        words[..<place].allSatisfy({ $0.hasPrefix("@") || Self.accesses.contains($0) })
      else { return nil }
      let name = words[(place + 1)...].first { !kinds.contains($0) }
      return name.map { (String($0.prefix { $0 != "." }), line.number) }
    }
  }

  private static let accesses: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private",
  ]

  /// The types that it declares to conform to a protocol.
  func types(conformingTo name: String) -> [String] {
    lines.compactMap { line in
      guard line.code.contains("struct ") || line.code.contains("enum "),
        let match = line.code.firstMatch(of: #/\b(?:struct|enum|class)\s+(\w+)\s*:\s*([^{]*)/#)
      else { return nil }
      let protocols = match.2.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      return protocols.contains(name) ? String(match.1) : nil
    }
  }
}

/// Leaves out comments and the contents of literals, and keeps the lines.
private struct CodeReader {
  private var input: [UInt8] = []
  private var output: [UInt8] = []
  private var position = 0

  mutating func code(of text: String) -> String {
    input = Array(text.utf8)
    output = []
    position = 0
    while position < input.count {
      if starts(with: "//") {
        while position < input.count, input[position] != UInt8(ascii: "\n") { position += 1 }
      } else if starts(with: "/*") {
        skipComment()
      } else if !skipLiteral() {
        output.append(input[position])
        position += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func starts(with text: StaticString) -> Bool {
    let end = position + text.utf8CodeUnitCount
    guard end <= input.count else { return false }
    return text.withUTF8Buffer { input[position..<end].elementsEqual($0) }
  }

  /// Goes on by one byte; line ends stay.
  private mutating func step() {
    if input[position] == UInt8(ascii: "\n") { output.append(input[position]) }
    position += 1
  }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      if starts(with: "/*") {
        depth += 1
        position += 2
      } else if starts(with: "*/") {
        depth -= 1
        position += 2
      } else {
        step()
      }
    } while depth > 0 && position < input.count
  }

  /// Skips a string, raw ones too; false when none begins here.
  private mutating func skipLiteral() -> Bool {
    var start = position
    while start < input.count, input[start] == UInt8(ascii: "#") { start += 1 }
    let signs = start - position
    guard start < input.count, input[start] == UInt8(ascii: "\"") else { return false }
    let isLong = input[start...].prefix(3).elementsEqual("\"\"\"".utf8)
    let quotes = isLong ? 3 : 1
    let closing = [UInt8](repeating: UInt8(ascii: "\""), count: quotes) + signBytes(signs)
    let escape = [UInt8(ascii: "\\")] + signBytes(signs)
    output.append(UInt8(ascii: "\""))
    position = start + quotes
    while position < input.count, !input[position...].starts(with: closing) {
      guard input[position...].starts(with: escape) else {
        step()
        continue
      }
      position += escape.count
      guard position < input.count else { break }
      if input[position] == UInt8(ascii: "(") { skipInterpolation() } else { step() }
    }
    position = min(position + closing.count, input.count)
    output.append(UInt8(ascii: "\""))
    return true
  }

  private func signBytes(_ count: Int) -> [UInt8] {
    Array(repeating: UInt8(ascii: "#"), count: count)
  }

  /// Code in an interpolation is left out with the literal around it.
  private mutating func skipInterpolation() {
    var depth = 0
    repeat {
      if input[position] == UInt8(ascii: "(") { depth += 1 }
      if input[position] == UInt8(ascii: ")") { depth -= 1 }
      step()
    } while depth > 0 && position < input.count
  }
}
