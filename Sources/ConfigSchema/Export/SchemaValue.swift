/// A JSON value of an exported schema; objects keep the order of their members.
indirect enum SchemaValue: Sendable {
  /// Text that is JSON already.
  case raw(String)
  case string(String)
  case array([SchemaValue])
  case object([(String, SchemaValue)])

  static let yes = SchemaValue.raw("true")
  static let no = SchemaValue.raw("false")

  /// Strict JSON, one space a level; what has no members of its own stays on its line.
  func write(to text: inout String, indentation: String = "") {
    let inner = indentation + " "
    switch self {
    case .raw(let json): text += json
    case .string(let content): text += Self.quoted(content)
    case .array(let items):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += ", " }
        item.write(to: &text, indentation: indentation)
      }
      text += "]"
    case .object(let members):
      guard !members.isEmpty else { return text += "{}" }
      text += "{\n"
      for (index, member) in members.enumerated() {
        text += "\(inner)\(Self.quoted(member.0)): "
        member.1.write(to: &text, indentation: inner)
        text += index + 1 < members.count ? ",\n" : "\n"
      }
      text += indentation + "}"
    }
  }

  static func quoted(_ content: String) -> String {
    var result = "\""
    for scalar in content.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
