/// What the name of a file says of its notation.
struct FileName {
  /// `.yaml`, `.yml`, with or without the ending of a template behind it.
  let isYAML: Bool
  /// `.json`, `.json5`, with anything behind it.
  let isJSON: Bool
  /// `.j2`, `.tmpl` and the like.
  let isTemplate: Bool
  /// `openclaw.yaml` and the like.
  let isConfig: Bool

  /// A first look without any work: whether the last letter is that of such an ending.
  static func mayBeTemplate(_ path: String) -> Bool {
    switch path.utf8.last {
    case UInt8(ascii: "2"), UInt8(ascii: "a"), UInt8(ascii: "l"), UInt8(ascii: "e"): true
    default: false
    }
  }

  init(_ path: String) {
    var parts = (path.split(separator: "/").last ?? "").lowercased().split(separator: ".")
    let endings: Set<Substring> = ["j2", "jinja", "jinja2", "tmpl", "tpl", "gotmpl", "template"]
    isTemplate = parts.count > 1 && parts.last.map(endings.contains) == true
    if isTemplate { parts.removeLast() }
    isYAML = parts.count > 1 && (parts.last == "yaml" || parts.last == "yml")
    isJSON = parts.dropFirst().contains { $0 == "json" || $0 == "json5" }
    isConfig =
      parts.count == 2 && ["openclaw", "clawdbot", "moltbot", "moldbot"].contains(parts[0])
  }
}
