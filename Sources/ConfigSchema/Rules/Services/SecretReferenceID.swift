internal import ConfigDocument
internal import Diagnostics

/// The id of a reference to a secret has the form that its source needs.
///
/// Since 2026.2.26; segments `.` and `..` are refused since 2026.3.11.
struct SecretReferenceID: CrossFieldRule {
  let id = "secret-reference-id"
  let since: Release = "2026.2.26"

  func breaches(in context: RuleContext) -> [RuleBreach] {
    context.objects(below: nil).compactMap { object in
      guard context.document.childCount(object) == 3,
        let source = context.text(context.value("source", of: object)),
        context.value("provider", of: object) != nil,
        let node = context.value("id", of: object), let text = context.text(node),
        !isValid(text, source: source, context)
      else { return nil }
      return RuleBreach(
        rule: id, node: node,
        message: "the id of a reference to a secret has not the form of its source",
        help: source == "file"
          ? "write \"value\" or a JSON pointer that begins with /"
          : "write letters, digits, and . _ : / - between them", since: since)
    }
  }

  private func isValid(_ text: String, source: String, _ context: RuleContext) -> Bool {
    let bytes = Array(text.utf8)
    switch source {
    case "file":
      if text == "value" { return true }
      guard bytes.first == UInt8(ascii: "/") else { return false }
      return bytes.indices.allSatisfy { place in
        guard bytes[place] == UInt8(ascii: "~") else { return true }
        return place + 1 < bytes.count && (bytes[place + 1] == 0x30 || bytes[place + 1] == 0x31)
      }
    case "exec":
      func isWord(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
      guard let first = bytes.first, isWord(first), bytes.count <= 256,
        bytes.allSatisfy({ isWord($0) || "._:/-".utf8.contains($0) })
      else { return false }
      return context.release < "2026.3.11"
        || !text.split(separator: "/").contains { $0 == "." || $0 == ".." }
    default: return true
    }
  }
}
