/// Lines of `key=value`, as the records of this room hold them.
struct RecordLines {
  private var values: [Substring: [Substring]] = [:]

  /// Reads lines; what is not of the form is left out.
  init(_ bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      guard let sign = line.firstIndex(of: "=") else { continue }
      values[line[..<sign], default: []].append(line[line.index(after: sign)...])
    }
  }

  /// The value of a key; the last one when it stands there more than once.
  subscript(key: Substring) -> Substring? { values[key]?.last }

  /// The values of a key that may stand there more than once, in order.
  func all(_ key: Substring) -> [Substring] { values[key] ?? [] }

  /// Writes lines in the order given.
  static func bytes(_ lines: KeyValuePairs<String, String>) -> [UInt8] {
    Array(lines.map { "\($0)=\($1)\n" }.joined().utf8)
  }
}
