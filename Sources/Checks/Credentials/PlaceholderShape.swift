/// Tells a placeholder by its shape.
enum PlaceholderShape {
  /// - Parameter text: not empty, and no reference that OpenClaw replaces.
  /// - Returns: nil for what has no such shape.
  static func match(_ text: CredentialText) -> Placeholder? {
    if isMask(text.bytes) { return Placeholder(.redactionMark, "the label of a hidden value") }
    if isTemplate(text.bytes) {
      return Placeholder(
        .unexpandedReference, "a reference in a form that OpenClaw does not replace")
    }
    if isBracketed(text.bytes) {
      return Placeholder(.pattern, "a description in brackets that stands for a value")
    }
    if isCut(text.bytes) { return Placeholder(.pattern, "a value that was cut off") }
    if isRepeated(text) { return Placeholder(.pattern, "one character, repeated") }
    if PlaceholderRequest.matches(text.small) {
      return Placeholder(.pattern, "a text that asks to be replaced")
    }
    return nil
  }

  /// Three and more stars or bullets, and labels between the angle quotes of clawdoctor.
  private static func isMask(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    if text.count >= 3, text.allSatisfy({ $0 == "*" || $0 == "•" }) { return true }
    return text.first == "‹" && text.last == "›"
  }

  /// `$NAME`, `${lower}`, `${NAME:-default}`, `$(command)`, `{{ name }}`, `%NAME%`, and `$${NAME}`,
  /// which OpenClaw takes for the text `${NAME}`.
  private static func isTemplate(_ bytes: [UInt8]) -> Bool {
    let inner = { (head: String, tail: String) -> ArraySlice<UInt8>? in
      let (first, last) = (head.utf8.count, tail.utf8.count)
      guard bytes.count > first + last, bytes.starts(with: head.utf8),
        bytes[(bytes.count - last)...].elementsEqual(tail.utf8)
      else { return nil }
      return bytes[first..<bytes.count - last]
    }
    if let name = inner("$", ""), CredentialText.isVariable(name) { return true }
    if let name = inner("$${", "}"), CredentialText.isVariable(name) { return true }
    if let name = inner("${", "}"), !name.contains(UInt8(ascii: "}")) { return true }
    if let name = inner("%", "%"), isPercentName(name) { return true }
    return inner("$(", ")") != nil || inner("{{", "}}") != nil
  }

  private static func isPercentName(_ name: ArraySlice<UInt8>) -> Bool {
    name.allSatisfy {
      (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
    }
  }

  /// `<a token>` and `[a token]`, without further brackets of the kind inside.
  private static func isBracketed(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 3, let first = bytes.first, let last = bytes.last else { return false }
    let inner = bytes[1..<bytes.count - 1]
    switch (first, last) {
    case (UInt8(ascii: "<"), UInt8(ascii: ">")):
      return !inner.contains { $0 == first || $0 == last }
    case (UInt8(ascii: "["), UInt8(ascii: "]")): return !inner.contains(last)
    default: return false
    }
  }

  /// Dots at the end, or a run of x or stars there: `sk-...`, `AIza…`, `xoxb-xxxxxxxx`.
  private static func isCut(_ bytes: [UInt8]) -> Bool {
    if bytes.reversed().starts(with: "...".utf8) { return true }
    if bytes.reversed().starts(with: "…".utf8.reversed()) { return true }
    guard let last = bytes.last, "xX*".utf8.contains(last) else { return false }
    return bytes.reversed().prefix { $0 == last }.count >= 8
  }

  /// `xxxx`, `0`, and any character eight times and more.
  private static func isRepeated(_ text: CredentialText) -> Bool {
    if text.small.count >= 4, text.small.allSatisfy({ $0 == UInt8(ascii: "x") }) { return true }
    if text.bytes.allSatisfy({ $0 == UInt8(ascii: "0") }) { return true }
    let scalars = String(decoding: text.bytes, as: UTF8.self).unicodeScalars
    return scalars.count >= 8 && scalars.allSatisfy { $0 == scalars.first }
  }
}
