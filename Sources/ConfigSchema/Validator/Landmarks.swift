/// Places of the catalogue that are treated by themselves.
struct Landmarks {
  private let channels: Range<Int>
  private let coreOfChannels: [Range<Int>]
  private let plugins: Range<Int>
  private let anyPlugin: Range<Int>
  /// The settings of all channels.
  let channelsNode: KeyTree.Node?

  init(_ tree: KeyTree) {
    func range(_ names: String...) -> (KeyTree.Node, Range<Int>)? {
      var node = tree.root
      for name in names {
        guard let next = tree.child(of: node, named: name) else { return nil }
        node = next
      }
      return (node, tree.range(of: node))
    }
    let channels = range("channels")
    channelsNode = channels?.0
    self.channels = channels.map { ($0.1.lowerBound + 1)..<$0.1.upperBound } ?? 0..<0
    coreOfChannels = [range("channels", "defaults"), range("channels", "modelByChannel")]
      .compactMap { $0?.1 }
    plugins =
      range("plugins", "entries").map { ($0.1.lowerBound + 1)..<$0.1.upperBound } ?? 0..<0
    anyPlugin = range("plugins", "entries", "*")?.1 ?? 0..<0
  }

  /// Whether a key belongs to a channel or to the settings of one plugin, which core tables do not
  /// know.
  func isOfPlugin(_ node: KeyTree.Node) -> Bool {
    let offset = node.offset
    if channels.contains(offset) { return !coreOfChannels.contains { $0.contains(offset) } }
    return plugins.contains(offset) && !anyPlugin.contains(offset)
  }
}
