internal import Diagnostics

/// What became of the value at a path, by the ledger.
enum PathFate {
  /// It stands here unchanged.
  case kept(ConfigPath)
  /// What it became stands here.
  case converted(ConfigPath)
  /// It went away, as the ledger says.
  case gone

  /// Follows a path through events in order.
  init(of path: ConfigPath, through events: [Ledger.Event]) {
    var path = path
    var isConverted = false
    for event in events {
      switch event {
      case .moved(let source, let target):
        if let moved = path.replacingPrefix(source, with: target) {
          path = moved
        } else {
          path = Self.shifted(path, without: source)
        }
      case .converted(let source, let target):
        if source.isPrefix(of: path) {
          path = target
          isConverted = true
        }
      case .superseded(let source, _), .removed(let source):
        if source.isPrefix(of: path) {
          self = .gone
          return
        }
        path = Self.shifted(path, without: source)
      case .emptied(let source):
        // Only an object without members may go this way: a value inside it would be lost.
        if source == path {
          self = .gone
          return
        }
      case .added: break
      }
    }
    self = isConverted ? .converted(path) : .kept(path)
  }

  /// Items behind one that left an array move up.
  private static func shifted(_ path: ConfigPath, without removed: ConfigPath) -> ConfigPath {
    guard case .index(let gap)? = removed.steps.last, let array = removed.parent,
      array.isPrefix(of: path), path.steps.count > array.steps.count,
      case .index(let index) = path.steps[array.steps.count], index > gap
    else { return path }
    var steps = path.steps
    steps[array.steps.count] = .index(index - 1)
    return ConfigPath(steps)
  }
}
