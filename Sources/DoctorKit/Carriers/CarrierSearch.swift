internal import ConfigDocument
internal import Diagnostics

/// Finds the configs in the documents of a file.
struct CarrierSearch {
  /// A config that was found.
  struct Found {
    /// The document that it is in.
    let outer: ConfigDocument
    /// Where it stands; nil when it is the whole document.
    let carrier: Carrier?
    /// What the document is.
    let kind: HostFile.Kind
    /// How much its key says that it is one.
    let rank: Rank
  }

  /// What a key says of its value.
  enum Rank: Int {
    /// Nothing.
    case none
    /// That it is some config.
    case usual
    /// That it is the config of OpenClaw.
    case named
  }

  /// Configs in scalars and whole documents, in the order of the file.
  private(set) var configs: [Found] = []
  /// Values of keys that look like configs.
  private(set) var sections: [Found] = []

  /// Keys that a config stands under, whatever it looks like.
  private static let names: Set<String> = [
    "openclaw.json", "openclaw.json5", "clawdbot.json", "moltbot.json", "moldbot.json",
    "openclaw.yaml", "openclaw.yml",
  ]
  /// Keys that many charts and roles have for it.
  private static let usualKeys: Set<String> = [
    "config", "openclawConfig", "openclaw_config", "configuration", "extraConfig", "settings",
  ]

  /// - Parameters:
  ///   - documents: all documents of the file.
  ///   - isNamedConfig: whether the name of the file says that it is a config.
  init(_ documents: [ConfigDocument], isNamedConfig: Bool) {
    for document in documents { search(document, isNamedConfig && documents.count == 1) }
  }

  private mutating func search(_ document: ConfigDocument, _ isNamed: Bool) {
    let kind = FileKind.of(document)
    let likeness = ConfigLikeness(document, document.root)
    let isPlain = kind == .yaml || kind == .json
    if isPlain, likeness.isConfig(atLeast: 1) || isNamed && likeness.total > 0 {
      configs.append(
        Found(outer: document, carrier: nil, kind: kind, rank: isNamed ? .named : .none))
      return
    }
    var covered = 0
    document.forEachNode { node in
      let range = document.range(node)
      guard node != document.root, range.lowerBound >= covered else { return }
      if let found = text(document, node, kind) {
        configs.append(found)
      } else if document.kind(node) == .object, let found = section(document, node, kind) {
        sections.append(found)
        covered = range.upperBound
      }
    }
  }

  private func section(
    _ document: ConfigDocument, _ node: NodeID, _ kind: HostFile.Kind
  ) -> Found? {
    let key = document.key(node) ?? ""
    let rank: Rank =
      Self.names.contains(key) ? .named : Self.usualKeys.contains(key) ? .usual : .none
    let likeness = ConfigLikeness(document, node)
    guard
      likeness.isConfig(atLeast: rank == .none ? 2 : 1) && (rank != .none || likeness.isTelling)
        || rank == .named && likeness.known > 0,
      let carrier = Carrier(document, at: document.path(to: node), as: .section)
    else { return nil }
    return Found(outer: document, carrier: carrier, kind: kind, rank: rank)
  }

  private func text(
    _ document: ConfigDocument, _ node: NodeID, _ kind: HostFile.Kind
  ) -> Found? {
    guard document.kind(node) == .string, document.range(node).count > 2 else { return nil }
    let key = document.key(node) ?? ""
    let isNamed = Self.names.contains(key)
    let path = { document.path(to: node) }
    if kind == .secret {
      let path = path()
      if path.steps.first == .key("data") {
        guard let carrier = Carrier(document, at: path, as: .base64),
          isNamed || looksLikeConfig(carrier)
        else { return nil }
        return Found(
          outer: document, carrier: carrier, kind: kind, rank: isNamed ? .named : .none)
      }
    }
    guard isNamed || mayBeConfig(document, node),
      let carrier = Carrier(document, at: path(), as: .text),
      isNamed && carrier.bytes.contains(where: { $0 > 0x20 }) || looksLikeConfig(carrier)
    else { return nil }
    return Found(outer: document, carrier: carrier, kind: kind, rank: isNamed ? .named : .none)
  }

  /// A cheap look, so that not every string is read as a config.
  private func mayBeConfig(_ document: ConfigDocument, _ node: NodeID) -> Bool {
    let range = document.range(node)
    let text = document.bytes[range]
    guard range.count > 16, text.contains(UInt8(ascii: ":")) else { return false }
    return text.contains(UInt8(ascii: "{")) || text.contains(0x0A)
  }

  private func looksLikeConfig(_ carrier: Carrier) -> Bool {
    guard let inner = try? carrier.parsed() else { return false }
    return ConfigLikeness(inner, inner.root).isConfig(atLeast: inner.syntax == .yaml ? 2 : 1)
  }
}
