internal import ConfigDocument
internal import ConfigStore
internal import Diagnostics
internal import Migrations

/// A config with its included files in their places: one document to examine and to edit, and the
/// way back into the files.
struct MountedConfig: Sendable {
  /// A run of bytes of the document that comes from one file.
  struct Piece: Sendable, Hashable {
    /// Where it begins in the document.
    let start: Int
    /// The number of the file.
    let file: Int
    /// Where it begins in the file.
    let offset: Int
  }

  /// All files that were read, the config first.
  let files: [SourceFile]
  /// The files that stand in the document; each parent before its children.
  let mounts: [Mount]
  /// The files that OpenClaw merges into one another or into it; nil where there are none, or not
  /// all files could be read.
  var layers: ConfigLayers?
  /// The config with the values of the mounted files in the places of their includes.
  let document: ConfigDocument
  private let pieces: [Piece]
  private let lines: [LineIndex]

  /// Puts the files together.
  ///
  /// - Parameters:
  ///   - files: all files that were read, the config first.
  ///   - mounts: which of them stand where.
  init(files: [SourceFile], mounts: [Mount]) {
    var text = Assembly(files: files, mounts: mounts)
    text.add(0, 0..<files[0].document.bytes.count)
    self.files = files
    let used = Set(mounts.map(\.child))
    lines = files.enumerated().map { number, file in
      LineIndex(number == 0 || used.contains(number) ? file.document.bytes : [])
    }
    if !mounts.isEmpty, let document = try? ConfigDocument(parsing: text.bytes) {
      self.mounts = mounts
      self.document = document
      pieces = text.pieces
    } else {
      // Together they are too large or too deep: each include stays an include.
      self.mounts = []
      document = files[0].document
      pieces = [Piece(start: 0, file: 0, offset: 0)]
    }
  }

  /// The folder of the config; nil when only a relative path is known.
  var folder: String? {
    let path = files[0].snapshot.path
    return path.hasPrefix("/") ? FilePath.folder(of: FilePath.normalized(path)) : nil
  }

  /// The values in the document that stand in files of their own, and these.
  var values: [NodeID: ConfigDocument] {
    var values: [NodeID: ConfigDocument] = [:]
    for mount in mounts {
      guard let node = document.node(at: mount.path) else { continue }
      values[node] = files[mount.child].document
    }
    return values
  }

  /// Where a place of the document stands in its file.
  ///
  /// - Parameter span: a place in the document.
  /// - Returns: the number of the file, and the place there.
  func place(_ span: SourceSpan) -> (file: Int, span: SourceSpan) {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].start <= span.range.lowerBound { low = middle } else { high = middle }
    }
    let piece = pieces[low]
    let start = piece.offset + span.range.lowerBound - piece.start
    let end = min(start + span.range.count, files[piece.file].document.bytes.count)
    return (piece.file, lines[piece.file].span(start..<max(start, end)))
  }

  /// Takes a result apart into its files.
  ///
  /// - Parameters:
  ///   - plan: what was planned on `document`.
  ///   - fates: where the values of the files stand now.
  /// - Returns: for each file that is to change its new bytes, the config first; nil when the files
  ///   would not give the result that was planned and proven.
  func parts(of plan: MigrationPlan, _ fates: MountFates) -> [FileChange]? {
    guard plan.hasChanges else { return [] }
    guard fates.crossings.isEmpty else { return nil }
    let taking = Disassembly(mounts: mounts, files: files, paths: fates.paths, after: plan.after)
    var changes: [FileChange] = []
    var after = files
    for number in [0] + mounts.map(\.child) {
      let old = files[number]
      // Where a value moves as a whole, its indentation changes in the result: the file keeps its.
      guard fates.touched.contains(number) else { continue }
      guard let new = taking.bytes(of: number),
        let written = try? ConfigDocument(parsing: new)
      else { return nil }
      let bytes = FileStyle(of: old.document).applied(to: written)
      guard let document = try? ConfigDocument(parsing: bytes) else { return nil }
      after[number] = SourceFile(
        path: old.path, snapshot: old.snapshot, document: document, place: old.place)
      if bytes != old.snapshot.bytes { changes.append(FileChange(old.snapshot, to: bytes)) }
    }
    guard gives(plan.after, after, fates) else { return nil }
    return changes
  }

  /// Whether files, put together again, are the result value by value.
  private func gives(
    _ result: ConfigDocument, _ files: [SourceFile], _ fates: MountFates
  ) -> Bool {
    var again: [Mount] = []
    for (mount, path) in zip(mounts, fates.paths) {
      var below = path
      if let parent = mounts.firstIndex(where: { $0.child == mount.parent }) {
        let outer = fates.paths[parent]
        guard outer.isPrefix(of: path) else { return false }
        below = ConfigPath(Array(path.steps.dropFirst(outer.steps.count)))
      }
      guard let node = files[mount.parent].document.node(at: below),
        files[mount.parent].document.text(node)
          == self.files[mount.parent].document.text(mount.node)
      else { return false }
      again.append(Mount(parent: mount.parent, child: mount.child, node: node, path: path))
    }
    let whole = MountedConfig(files: files, mounts: again)
    return whole.mounts.count == mounts.count && whole.document.hasSameValues(as: result)
  }
}

/// The text of a config with its included files in their places.
private struct Assembly {
  let files: [SourceFile]
  let mounts: [Mount]
  var bytes: [UInt8] = []
  var pieces: [MountedConfig.Piece] = []

  init(files: [SourceFile], mounts: [Mount]) {
    self.files = files
    self.mounts = mounts
  }

  /// Adds a part of a file; as deep as includes may be nested.
  mutating func add(_ number: Int, _ range: Range<Int>) {
    let document = files[number].document
    var position = range.lowerBound
    let inner = mounts.filter { $0.parent == number }
      .sorted { document.range($0.node).lowerBound < document.range($1.node).lowerBound }
    for mount in inner {
      let object = document.range(mount.node)
      append(number, position..<object.lowerBound)
      let child = files[mount.child].document
      add(mount.child, child.range(child.root))
      position = object.upperBound
    }
    append(number, position..<range.upperBound)
  }

  private mutating func append(_ number: Int, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    pieces.append(MountedConfig.Piece(start: bytes.count, file: number, offset: range.lowerBound))
    bytes += files[number].document.bytes[range]
  }
}

extension ConfigDocument {
  /// Whether two documents have the same keys and scalars in the same order; all but strings
  /// spelled alike.
  func hasSameValues(as other: ConfigDocument) -> Bool {
    guard nodeCount == other.nodeCount else { return false }
    return (0..<nodeCount).allSatisfy { index in
      let node = NodeID(index)
      guard kind(node) == other.kind(node), subtree(node) == other.subtree(node),
        hasSameKey(node, as: other)
      else { return false }
      if kind(node).isContainer || bytes[range(node)] == other.bytes[other.range(node)] {
        return true
      }
      // A strict file has other quotes than the whole.
      return kind(node) == .string
        && (string(node) ?? "").utf8.elementsEqual((other.string(node) ?? "").utf8)
    }
  }

  private func hasSameKey(_ node: NodeID, as other: ConfigDocument) -> Bool {
    (key(node) ?? "").utf8.elementsEqual((other.key(node) ?? "").utf8)
  }
}
