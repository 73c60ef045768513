internal import ConfigDocument
internal import Diagnostics
internal import Migrations

/// A file that OpenClaw merges with others, looked at by itself: in a config that holds nothing
/// else, at the place at which it is included.
struct Layer: Sendable {
  /// The number of the file.
  let file: Int
  /// Where it is included.
  let place: ConfigPath
  /// The number of the include that names it.
  let site: Int
  /// The file's value at that place, with what it includes itself.
  ///
  /// The config of it, file 0, is made up.
  let config: MountedConfig

  /// Makes a layer; nil when the files of it together are too large or too deep.
  ///
  /// - Parameters:
  ///   - file: the number of the file.
  ///   - place: where it is included.
  ///   - site: the number of the include that names it.
  ///   - files: all files of the config, the config first.
  ///   - mounts: what the file includes, at its place in the config.
  init?(
    _ file: Int, at place: ConfigPath, site: Int, files: [SourceFile], mounts: [Mount]
  ) {
    guard let frame = try? ConfigDocument(parsing: Self.frame(place)),
      let node = frame.node(at: place), let root = files.first
    else { return nil }
    var files = files
    files[0] = SourceFile(
      path: root.path, snapshot: root.snapshot, document: frame, place: .root)
    let own = Mount(parent: 0, child: file, node: node, path: place)
    let config = MountedConfig(files: files, mounts: [own] + mounts)
    guard !config.mounts.isEmpty else { return nil }
    self.file = file
    self.place = place
    self.site = site
    self.config = config
  }

  /// A config with an include at a place and nothing else; in front of an item are nulls.
  private static func frame(_ place: ConfigPath) -> [UInt8] {
    place.steps.reversed().reduce(Array("{\"$include\":\"\"}".utf8)) { inner, step in
      switch step {
      case .key(let key): Array("{".utf8) + FileStyle.quoted(key) + Array(":".utf8) + inner + [0x7D]
      case .index(let index):
        Array(("[" + String(repeating: "null,", count: index)).utf8) + inner + [0x5D]
      }
    }
  }

  /// Whether a place in the document is one of a file, and not of the config that was made up.
  func holds(_ span: SourceSpan) -> Bool { config.place(span).file != 0 }
}

/// An object into which OpenClaw merges files: several of a list, those beside which it has keys of
/// its own, or one that other places include too.
struct MergeSite: Sendable {
  /// The number of the text that has the object: 0 for the config, layer 0 is 1.
  let text: Int
  /// Where it stands.
  let place: ConfigPath
  /// Its `$include`.
  var directive: ConfigPath { place.appending(key: "$include") }
}

/// What OpenClaw merges to make a config.
struct ConfigLayers: Sendable {
  /// Which file each include means.
  let table: IncludeTable
  /// The objects into which files are merged.
  let sites: [MergeSite]
  /// The files, each after the one that includes it; in the order of a list.
  let layers: [Layer]
}
