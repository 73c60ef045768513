package import ConfigSchema

/// What OpenClaw makes of a string with `${NAME}` in it.
///
/// Names are upper case; `$${NAME}` stands for the text `${NAME}`; nothing else is special and a
/// substituted value is not looked at again. Before 2026.1.16 nothing was substituted
/// (`facts`: includes and environment, `${VAR}` substitution; recorded cases).
package struct Substitution: Sendable, Hashable {
  /// The text after substitution; what is missing keeps its spelling, as from 2026.3.7 on.
  package let text: String
  /// The names in the text, in order.
  package let names: [String]
  /// Those of them that nothing known sets, or sets to nothing.
  package let missing: [String]

  /// Substitutes.
  ///
  /// - Parameters:
  ///   - text: a string of a config.
  ///   - release: the release that reads it.
  ///   - scope: the variables.
  package init(_ text: String, release: Release, scope: VariableScope) {
    guard release >= "2026.1.16", text.utf8.contains(UInt8(ascii: "$")) else {
      self.text = text
      names = []
      missing = []
      return
    }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var names: [String] = []
    var missing: [String] = []
    var position = 0
    while position < bytes.count {
      if let end = Self.reference(bytes, position + 1), bytes[position] == UInt8(ascii: "$") {
        result += bytes[position + 1..<end]
        position = end
      } else if let end = Self.reference(bytes, position) {
        let name = String(decoding: bytes[position + 2..<end - 1], as: UTF8.self)
        names.append(name)
        let value = scope.find(name)?.value ?? ""
        if value.isEmpty {
          missing.append(name)
          result += bytes[position..<end]
        } else {
          result += value.utf8
        }
        position = end
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    self.text = String(decoding: result, as: UTF8.self)
    self.names = names
    self.missing = missing
  }

  /// The end of a reference that begins here; nil when none does.
  private static func reference(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 3 < bytes.count, bytes[start] == UInt8(ascii: "$"),
      bytes[start + 1] == UInt8(ascii: "{"), isName(bytes[start + 2], isFirst: true)
    else { return nil }
    var end = start + 3
    while end < bytes.count, isName(bytes[end], isFirst: false) { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "}") else { return nil }
    return end + 1
  }

  private static func isName(_ byte: UInt8, isFirst: Bool) -> Bool {
    byte &- UInt8(ascii: "A") < 26 || byte == UInt8(ascii: "_")
      || (!isFirst && byte &- UInt8(ascii: "0") < 10)
  }
}
