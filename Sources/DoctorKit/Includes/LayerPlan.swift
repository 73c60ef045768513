internal import ConfigDocument
internal import ConfigStore
internal import Diagnostics
internal import Migrations

/// What is done in one of the texts that OpenClaw merges.
struct LayerPlan {
  /// The text: the config with its files, or a layer.
  let config: MountedConfig
  /// What is done.
  let plan: MigrationPlan
  /// What that does to its files.
  let fates: MountFates
  /// What is put into which file.
  let parts: [FileChange]
  /// Where the value of a layer stands before and after.
  let places: [ConfigPath]

  /// Whether a finding or change is about this layer, and not about the config around it that was
  /// made up.
  func isOwn(_ span: SourceSpan?, _ path: ConfigPath?) -> Bool {
    if let span { return config.place(span).file != 0 }
    return path.map { path in places.contains { $0.isPrefix(of: path) } } ?? false
  }
}

extension ConfigLayers {
  /// What the other texts hold, for each: the config is number 0, layer 0 is 1.
  ///
  /// - Parameter config: the config.
  /// - Returns: as many as there are texts.
  func surroundings(in config: MountedConfig) -> [MergedLayers] {
    let texts = [config] + layers.map(\.config)
    func layer(_ text: Int, at place: ConfigPath) -> MergedLayers.Layer {
      let config = texts[text]
      let document = config.document
      return MergedLayers.Layer(place: place, document: document) { node in
        config.files[config.place(document.span(document.range(node))).file].path
      }
    }
    var entries: [(text: Int, layer: MergedLayers.Layer)] = []
    for (number, own) in layers.enumerated() {
      entries.append((number + 1, layer(number + 1, at: own.place)))
    }
    for site in sites { entries.append((site.text, layer(site.text, at: site.place))) }
    return texts.indices.map { text in
      let places =
        sites.filter { $0.text == text }.map(\.place)
        + (text > 0 ? [layers[text - 1].place] : [])
      var owners: [NodeID: ConfigPath] = [:]
      for place in places {
        if let node = texts[text].document.node(at: place) { owners[node] = place }
      }
      return MergedLayers(
        owners: owners, others: entries.filter { $0.text != text }.map(\.layer))
    }
  }
}
