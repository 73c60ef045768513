/// What a unit file of systemd gives to the gateway: its variables and the files that hold more.
///
/// Reads section `[Service]` as `systemd.exec(5)` and `systemd.syntax(7)` describe it: continued
/// lines, comments between them, quotes, escapes, several assignments in a line, and an empty
/// `Environment=` or `EnvironmentFile=` that takes back all before it. What systemd would ignore is
/// ignored. Specifiers other than `%%` stay as they are written. Drop-in files and
/// `UnsetEnvironment=` are not looked at.
package struct SystemdUnit: Sendable, Hashable {
  /// A file of variables; what stands there wins over `Environment=`.
  package struct EnvironmentFile: Sendable, Hashable {
    /// The path as it is written, without the hyphen.
    package let path: String
    /// Whether it may be missing: a hyphen stands in front.
    package let isOptional: Bool
    /// Where the assignment begins, from 1.
    package let line: Int
  }

  /// The assignments of `Environment=` in the order of the text; the last one of a name counts.
  package private(set) var variables: [ServiceVariable] = []
  /// The files of `EnvironmentFile=` in order; the last one that has a name counts.
  package private(set) var environmentFiles: [EnvironmentFile] = []

  /// Reads a unit file.
  ///
  /// - Parameter bytes: any bytes; what is no unit file has no variables.
  package init(_ bytes: [UInt8]) {
    var lines = SystemdLines(bytes)
    var isService = false
    while let line = lines.next() {
      if line.text.first == UInt8(ascii: "[") {
        isService = Self.trimmed(line.text[...]).elementsEqual("[Service]".utf8)
        continue
      }
      guard isService, let sign = line.text.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let key = Self.trimmed(line.text[..<sign])
      let value = Self.trimmed(line.text[(sign + 1)...])
      if key.elementsEqual("Environment".utf8) {
        addVariables(value, in: line)
      } else if key.elementsEqual("EnvironmentFile".utf8) {
        addFile(value, in: line)
      }
    }
  }

  private mutating func addVariables(_ value: ArraySlice<UInt8>, in line: SystemdLine) {
    if value.isEmpty { variables = [] }
    var words = SystemdWords(value)
    while let (word, start) = words.next() {
      guard let sign = word.firstIndex(of: UInt8(ascii: "=")), Self.isName(word[..<sign]) else {
        continue
      }
      variables.append(
        ServiceVariable(
          name: String(decoding: word[..<sign], as: UTF8.self),
          value: String(decoding: Self.withoutDoubledPercent(word[(sign + 1)...]), as: UTF8.self),
          line: line.number(at: start)))
    }
  }

  private mutating func addFile(_ value: ArraySlice<UInt8>, in line: SystemdLine) {
    if value.isEmpty { environmentFiles = [] }
    let isOptional = value.first == UInt8(ascii: "-")
    let path = Self.withoutDoubledPercent(isOptional ? value.dropFirst() : value)
    guard !path.isEmpty else { return }
    environmentFiles.append(
      EnvironmentFile(
        path: String(decoding: path, as: UTF8.self), isOptional: isOptional,
        line: line.number(at: value.startIndex)))
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text.drop { SystemdLines.isSpace($0) }
    while let last = text.last, SystemdLines.isSpace(last) { text.removeLast() }
    return text
  }

  /// Whether this is a name that systemd takes: letters, digits and underscores, no digit first.
  private static func isName(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, !(0x30...0x39).contains(first) else { return false }
    return text.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
      default: false
      }
    }
  }

  private static func withoutDoubledPercent(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var isSpecifier = false
    for byte in text {
      if isSpecifier && byte == UInt8(ascii: "%") {
        isSpecifier = false
        continue
      }
      isSpecifier = byte == UInt8(ascii: "%")
      output.append(byte)
    }
    return output
  }
}
