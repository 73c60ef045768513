internal import Diagnostics
internal import Migrations

/// What a plan does to the files of a config: which it touches, where their values stand, and what
/// would go from one into another.
struct MountFates {
  /// A step that must not be taken: it would carry a value from one file into another, or do away
  /// with an include.
  struct Crossing: Hashable {
    /// The migration.
    let id: String
    /// What it would carry or remove.
    let path: ConfigPath
    /// The number of the file that has it.
    let from: Int
    /// The number of the file that would get it; nil where an include would go.
    let to: Int?
  }

  /// Where the value of each mount stands after the plan, in the order of the mounts.
  private(set) var paths: [ConfigPath]
  /// The numbers of the files in which something is done.
  private(set) var touched: Set<Int> = []
  /// What must not be done.
  private(set) var crossings: [Crossing] = []
  private let mounts: [Mount]
  private var id = ""
  /// By migration: files that got a new value, and files in which one went away or was replaced.
  private var gains: [String: Set<Int>] = [:]
  private var losses: [String: [(path: ConfigPath, file: Int)]] = [:]

  /// Follows the events of a ledger.
  ///
  /// - Parameters:
  ///   - mounts: which files stand where before it.
  ///   - ledger: what is done.
  init(_ mounts: [Mount], through ledger: Ledger) {
    self.mounts = mounts
    paths = mounts.map(\.path)
    for entry in ledger.entries {
      id = entry.migration
      look(at: entry.event)
      move(by: entry.event)
    }
    // A value that a migration writes anew in one file while one goes away in another may be the
    // same. What a check wants is made, not taken from elsewhere.
    for (id, losses) in losses.sorted(by: { $0.key < $1.key }) where gains[id] != nil {
      guard MigrationChain.all.contains(where: { $0.id == id }) else { continue }
      for loss in losses {
        guard let other = (gains[id] ?? []).subtracting([loss.file]).min() else { continue }
        crossings.append(Crossing(id: id, path: loss.path, from: loss.file, to: other))
      }
    }
  }

  /// The file that holds the member or item at a path: that of the innermost mount around it.
  private func owner(of path: ConfigPath) -> Int {
    var found: (depth: Int, file: Int) = (-1, 0)
    for (mount, place) in zip(mounts, paths)
    where place != path && place.isPrefix(of: path) && place.steps.count >= found.depth {
      found = (place.steps.count, mount.child)
    }
    return found.file
  }

  /// The file whose whole value stands at a path, where no other file's lies in that.
  private func innermost(_ path: ConfigPath) -> Int? {
    let inside = zip(mounts, paths).filter { path.isPrefix(of: $0.1) }
    return inside.count == 1 && inside[0].1 == path ? inside[0].0.child : nil
  }

  private func holdsMount(_ path: ConfigPath) -> Bool {
    paths.contains { path.isPrefix(of: $0) }
  }

  private mutating func look(at event: Ledger.Event) {
    switch event {
    case .moved(let source, let target):
      cross(source, target)
    case .converted(let source, let target) where source == target:
      // Replaced at its place, the value of a file is replaced in that file.
      if let inner = innermost(source) {
        lose(source, in: inner)
      } else {
        lose(source, in: owner(of: source))
        if holdsMount(source) { remove(source) }
      }
    case .converted(let source, let target):
      cross(source, target)
      lose(source, in: owner(of: source))
      if holdsMount(source) { remove(source) }
    case .superseded(let source, _), .removed(let source):
      lose(source, in: owner(of: source))
      if holdsMount(source) { remove(source) }
    case .emptied(let source):
      touched.insert(owner(of: source))
      if holdsMount(source) { remove(source) }
    case .added(let target):
      touched.insert(owner(of: target))
      gains[id, default: []].insert(owner(of: target))
    case .reordered(let array, let from, _):
      touched.insert(owner(of: array.appending(index: from)))
    }
  }

  private mutating func cross(_ source: ConfigPath, _ target: ConfigPath) {
    let (from, to) = (owner(of: source), owner(of: target))
    touched.formUnion([from, to])
    if from != to { crossings.append(Crossing(id: id, path: source, from: from, to: to)) }
  }

  private mutating func lose(_ path: ConfigPath, in file: Int) {
    touched.insert(file)
    losses[id, default: []].append((path, file))
  }

  private mutating func remove(_ path: ConfigPath) {
    crossings.append(Crossing(id: id, path: path, from: owner(of: path), to: nil))
  }

  private mutating func move(by event: Ledger.Event) {
    let index = EventIndex([event])
    for number in paths.indices {
      switch index.fate(of: paths[number]) {
      case .kept(let place), .converted(let place): paths[number] = place
      case .gone: break
      }
    }
  }
}
