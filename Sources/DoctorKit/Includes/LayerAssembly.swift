internal import ConfigDocument
internal import Diagnostics

/// Puts the files of a config in their places: those that stand for an object in the config itself,
/// those that are merged in layers.
struct LayerAssembly {
  private struct Draft {
    let file: Int
    let place: ConfigPath
    let site: Int
    var mounts: [Mount] = []
  }

  /// As many layers are looked at: files that include each other crosswise make more than a disk
  /// holds.
  static let limit = 1_000

  private let files: [SourceFile]
  private let table: IncludeTable
  private var mounts: [Mount] = []
  private var sites: [MergeSite] = []
  private var drafts: [Draft] = []
  private var isComplete: Bool

  /// Finds out which file stands where.
  ///
  /// - Parameters:
  ///   - files: all files that were read, the config first.
  ///   - table: which file each include means.
  init(_ files: [SourceFile], _ table: IncludeTable) {
    self.files = files
    self.table = table
    isComplete = table.isComplete
    visit(0, at: .root, in: 0, below: [0])
  }

  /// The config, with its layers where all files of it are known.
  func config() -> MountedConfig {
    var config = MountedConfig(files: files, mounts: mounts)
    guard isComplete, !sites.isEmpty, config.mounts.count == mounts.count else { return config }
    let layers = drafts.compactMap { draft in
      Layer(
        draft.file, at: draft.place, site: draft.site, files: files, mounts: draft.mounts)
    }
    if layers.count == drafts.count {
      config.layers = ConfigLayers(table: table, sites: sites, layers: layers)
    }
    return config
  }

  private mutating func visit(
    _ number: Int, at base: ConfigPath, in text: Int, below chain: [Int]
  ) {
    let document = files[number].document
    for include in IncludeOccurrence.all(in: document) {
      let own = document.path(to: include.node)
      // Of a key that stands twice only the last one counts.
      guard let names = include.names, document.node(at: own) == include.node else { continue }
      let place = ConfigPath(base.steps + own.steps)
      let children = names.compactMap { table.child($0.text, in: number) }
        .filter { !chain.contains($0) }
      if children.count < names.count { isComplete = false }
      if include.isPlain, let child = children.first, table.isSingle(child) {
        let mount = Mount(parent: number, child: child, node: include.node, path: place)
        if text == 0 { mounts.append(mount) } else { drafts[text - 1].mounts.append(mount) }
        visit(child, at: place, in: text, below: chain + [child])
      } else if isComplete {
        sites.append(MergeSite(text: text, place: place))
        let site = sites.count - 1
        for child in children {
          guard drafts.count < Self.limit else {
            isComplete = false
            return
          }
          drafts.append(Draft(file: child, place: place, site: site))
          visit(child, at: place, in: drafts.count, below: chain + [child])
        }
      }
    }
  }
}
