internal import Diagnostics

/// A set of paths that is asked by prefix, in time that depends on the depth of a path alone: a
/// large config can have as many ledger entries as values.
struct PathTrie {
  private struct Node {
    var children: [ConfigPath.Step: Int] = [:]
    /// Numbers that were given to this path, ascending.
    var numbers: [Int] = []
  }

  private var nodes = [Node()]

  /// Adds a path.
  ///
  /// - Parameters:
  ///   - path: the path.
  ///   - number: a number to find there again; they come in ascending order.
  mutating func insert(_ path: ConfigPath, _ number: Int) {
    var position = 0
    for step in path.steps {
      if let next = nodes[position].children[step] {
        position = next
      } else {
        nodes.append(Node())
        nodes[position].children[step] = nodes.count - 1
        position = nodes.count - 1
      }
    }
    nodes[position].numbers.append(number)
  }

  /// Whether a path, one of its ancestors or something below it is in the set.
  func touches(_ path: ConfigPath) -> Bool {
    var position = 0
    for step in path.steps {
      if !nodes[position].numbers.isEmpty { return true }
      guard let next = nodes[position].children[step] else { return false }
      position = next
    }
    return true
  }

  /// Whether a path or one of its ancestors is in the set.
  func covers(_ path: ConfigPath) -> Bool {
    next(onWayTo: path, from: 0) != nil
  }

  /// The least number, not below a limit, of a path that leads to this one or is this one.
  func next(onWayTo path: ConfigPath, from limit: Int) -> Int? {
    var position = 0
    var found = least(nodes[0].numbers, limit)
    for step in path.steps {
      guard let next = nodes[position].children[step] else { break }
      position = next
      if let number = least(nodes[position].numbers, limit) {
        found = found.map { min($0, number) } ?? number
      }
    }
    return found
  }

  private func least(_ numbers: [Int], _ limit: Int) -> Int? {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < limit { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count ? numbers[low] : nil
  }
}
