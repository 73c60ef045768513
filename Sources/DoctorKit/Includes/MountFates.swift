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
  /// The migrations that do something in the config itself, besides moving what holds an included
  /// file.
  private(set) var outside: Set<String> = []
  /// Those that do something in an included file.
  private(set) var inside: Set<String> = []
  /// Those that move what holds an included file.
  private(set) var moving: Set<String> = []
  /// Where the includes stand after the plan that are merged and not in the places of their objects.
  private(set) var directives: [ConfigPath]
  private let mounts: [Mount]
  private var id = ""
  /// By migration: files that got a new value, and files in which one went away or was replaced.
  private var gains: [String: Set<Int>] = [:]
  private var losses: [String: [(path: ConfigPath, file: Int)]] = [:]

  /// Follows the events of a ledger.
  ///
  /// - Parameters:
  ///   - mounts: which files stand where before it.
  ///   - directives: where includes stand that must not go away either.
  ///   - ledger: what is done.
  init(_ mounts: [Mount], keeping directives: [ConfigPath] = [], through ledger: Ledger) {
    self.mounts = mounts
    self.directives = directives
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
    paths.contains { path.isPrefix(of: $0) } || directives.contains { path.isPrefix(of: $0) }
  }

  private mutating func touch(_ file: Int) {
    touched.insert(file)
    if file == 0 { outside.insert(id) } else { inside.insert(id) }
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
      // What was emptied by a move of the files that it held is no loss of its own.
      let file = owner(of: source)
      if file == 0 { touched.insert(0) } else { touch(file) }
      if holdsMount(source) { remove(source) }
    case .added(let target):
      touch(owner(of: target))
      gains[id, default: []].insert(owner(of: target))
    case .reordered(let array, let from, _):
      touch(owner(of: array.appending(index: from)))
    }
  }

  private mutating func cross(_ source: ConfigPath, _ target: ConfigPath) {
    let (from, to) = (owner(of: source), owner(of: target))
    if holdsMount(source), from == 0, to == 0, !directives.contains(source) {
      touched.insert(0)
      moving.insert(id)
    } else {
      touch(from)
      touch(to)
    }
    if directives.contains(source) { remove(source) }
    if from != to { crossings.append(Crossing(id: id, path: source, from: from, to: to)) }
  }

  private mutating func lose(_ path: ConfigPath, in file: Int) {
    touch(file)
    losses[id, default: []].append((path, file))
  }

  private mutating func remove(_ path: ConfigPath) {
    crossings.append(Crossing(id: id, path: path, from: owner(of: path), to: nil))
  }

  private mutating func move(by event: Ledger.Event) {
    let index = EventIndex([event])
    func follow(_ path: inout ConfigPath) {
      switch index.fate(of: path) {
      case .kept(let place), .converted(let place): path = place
      case .gone: break
      }
    }
    for number in paths.indices { follow(&paths[number]) }
    for number in directives.indices { follow(&directives[number]) }
  }
}
