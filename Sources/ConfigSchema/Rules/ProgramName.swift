/// Names of programs that a gateway may start.
enum ProgramName {
  /// Whether a text is a path or a plain name, without anything that a shell or a terminal reads.
  static func isSafe(_ text: String) -> Bool {
    let text = TextForm.trimmed(text)
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }),
      !text.utf8.contains(where: { ";&|`$<>\"'".utf8.contains($0) })
    else { return false }
    let isPath =
      isAbsolute(text) || text.hasPrefix(".") || text.hasPrefix("~")
      || text.contains("/") || text.contains("\\")
    if isPath { return true }
    return !text.hasPrefix("-")
      && text.utf8.allSatisfy {
        ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || "._+-".utf8.contains($0)
      }
  }

  /// Whether a path begins at a root: of POSIX, of a drive, or of a share.
  static func isAbsolute(_ text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(3))
    if bytes.first == UInt8(ascii: "/") || text.hasPrefix("\\\\") { return true }
    return bytes.count == 3 && (bytes[0] | 0x20) &- 0x61 < 26 && bytes[1] == UInt8(ascii: ":")
      && (bytes[2] == UInt8(ascii: "\\") || bytes[2] == UInt8(ascii: "/"))
  }
}
