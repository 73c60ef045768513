package import Diagnostics

/// What became of the value at a path, by the ledger.
package enum PathFate: Sendable, Hashable {
  /// It stands here unchanged.
  case kept(ConfigPath)
  /// What it became stands here.
  case converted(ConfigPath)
  /// It went away, as the ledger says.
  case gone
}

/// The events of a ledger, found by the paths that they are about.
package struct EventIndex {
  private let events: [Ledger.Event]
  /// Numbers of events by the path of the value that they are about, or, where an item leaves an
  /// array or moves in it, by the array: other items get other positions.
  private var sources = PathTrie()

  /// Makes an index.
  ///
  /// - Parameter events: of a ledger, in order.
  package init(_ events: [Ledger.Event]) {
    self.events = events
    for (number, event) in events.enumerated() {
      if let source = event.shiftedArray ?? event.source { sources.insert(source, number) }
    }
  }

  /// Follows a path through the events in order.
  ///
  /// - Parameters:
  ///   - path: a path before the first of these events.
  ///   - first: the number of the first event to look at.
  /// - Returns: where the value, or what it became, stands in the end, or that it is gone.
  package func fate(of path: ConfigPath, from first: Int = 0) -> PathFate {
    var path = path
    var isConverted = false
    var number = first
    while let next = sources.next(onWayTo: path, from: number) {
      number = next + 1
      switch events[next] {
      case .moved(let source, let target):
        path =
          path.replacingPrefix(source, with: target) ?? Self.shifted(path, without: source)
      case .converted(let source, let target):
        if source.isPrefix(of: path) {
          path = target
          isConverted = true
        } else if !source.isPrefix(of: target) {
          path = Self.shifted(path, without: source)
        }
      case .superseded(let source, _), .removed(let source):
        if source.isPrefix(of: path) { return .gone }
        path = Self.shifted(path, without: source)
      case .emptied(let source):
        // Only an object without members may go this way: a value inside it would be lost.
        if source == path { return .gone }
      case .reordered(let array, let from, let to):
        path = Self.reordered(path, in: array, from: from, to: to)
      case .added: break
      }
    }
    return isConverted ? .converted(path) : .kept(path)
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

  /// The item that moves in an array, and those that make room for it.
  private static func reordered(
    _ path: ConfigPath, in array: ConfigPath, from: Int, to: Int
  ) -> ConfigPath {
    guard array.isPrefix(of: path), path.steps.count > array.steps.count,
      case .index(let index) = path.steps[array.steps.count]
    else { return path }
    let place =
      switch index {
      case from: to
      case to..<max(from, to): index + 1
      case (min(from, to) + 1)..<(max(from, to) + 1) where from < to: index - 1
      default: index
      }
    var steps = path.steps
    steps[array.steps.count] = .index(place)
    return ConfigPath(steps)
  }
}
