import ConfigDocument
import Diagnostics

/// One edit with what it must mean.
enum RandomEdit: CustomStringConvertible {
  case set(ConfigPath, NewValue)
  case insert(ConfigPath, NewValue, Draft.Placement)
  case remove(ConfigPath)
  case rename(ConfigPath, String)
  case move(ConfigPath, ConfigPath)
  case merge(ConfigPath, ConfigPath)

  /// An edit at paths that exist in a tree, or nearly.
  init(for tree: Tree, with random: inout SplitMix64) {
    let paths = tree.paths()
    let some = paths.isEmpty ? .root : random.pick(paths)
    let fresh = Self.fresh(below: random.oneIn(5) ? .root : some, in: tree, with: &random)
    switch random.below(8) {
    case 0, 1: self = .set(random.oneIn(2) ? fresh : some, Self.value(with: &random))
    case 2:
      let placement = random.pick([Draft.Placement.last, .first, .index(1)])
      let isItem = if case .index? = fresh.steps.last { true } else { false }
      self = .insert(fresh, Self.value(with: &random), isItem ? .last : placement)
    case 3, 4: self = .remove(some)
    case 5: self = .rename(some, random.pick(["a", "b", "new", "a-b", "", "it's", "中"]))
    case 6: self = .move(some, fresh)
    default:
      let other = paths.isEmpty ? .root : random.pick(paths)
      self = .merge(some, random.oneIn(3) ? fresh : other)
    }
  }

  /// A path at which nothing stands, below a path or beside it.
  private static func fresh(
    below path: ConfigPath, in tree: Tree, with random: inout SplitMix64
  ) -> ConfigPath {
    var path = path
    while let value = tree[path], !value.isContainer, let parent = path.parent { path = parent }
    if case .array(let items)? = tree[path] {
      path = path.appending(index: items.count)
    } else {
      path = path.appending(key: random.pick(["new", "n-2", "", "中", "a"]))
    }
    if random.oneIn(3) { path = path.appending(key: "deep") }
    if random.oneIn(6) { path = path.appending(index: 0) }
    return path
  }

  private static func value(with random: inout SplitMix64, depth: Int = 0) -> NewValue {
    switch random.below(depth < 2 ? 7 : 5) {
    case 0: .string(random.pick(["", "x", "it's \"q\"", "\n\u{2028}", "中😀"]))
    case 1: .number(random.pick(["0", "805422583936421918", "1e3"]))
    case 2: .boolean(random.oneIn(2))
    case 3: .null
    case 4: .string("// no comment")
    case 5: .array((0..<random.below(4)).map { _ in value(with: &random, depth: depth + 1) })
    default:
      .object(
        (0..<random.below(4)).map { .init("k\($0)", value(with: &random, depth: depth + 1)) })
    }
  }

  /// Makes the edit.
  func apply(to draft: inout Draft) throws(EditError) {
    switch self {
    case .set(let path, let value): try draft.set(value, at: path)
    case .insert(let path, let value, let placement):
      try draft.insert(value, at: path, placement: placement)
    case .remove(let path): try draft.remove(path)
    case .rename(let path, let key): try draft.renameKey(path, to: key)
    case .move(let source, let target): try draft.move(source, to: target)
    case .merge(let source, let target): _ = try draft.merge(source, into: target)
    }
  }

  var description: String {
    switch self {
    case .set(let path, let value): "set \(path) to \(value)"
    case .insert(let path, let value, let placement): "insert \(path) \(value) \(placement)"
    case .remove(let path): "remove \(path)"
    case .rename(let path, let key): "rename \(path) to \(key.debugDescription)"
    case .move(let source, let target): "move \(source) to \(target)"
    case .merge(let source, let target): "merge \(source) into \(target)"
    }
  }
}

/// What an edit means to a tree; nil when it must be refused.
extension RandomEdit {
  func apply(to tree: Tree) -> Tree? {
    switch self {
    case .set(let path, let value):
      tree.changing(path.steps[...]) { _ in .some(Tree(value)) }
    case .insert(let path, let value, _):
      tree.changing(path.steps[...]) { $0 == nil ? .some(Tree(value)) : nil }
    case .remove(let path):
      path.steps.isEmpty
        ? nil : tree.changing(path.steps[...]) { $0 == nil ? nil : .some(nil) }
    case .rename(let path, let key):
      path.lastKey == nil
        ? nil
        : path.parent.flatMap {
          Self.moving(path, to: $0.appending(key: key), in: tree)
        }
    case .move(let source, let target): Self.moving(source, to: target, in: tree)
    case .merge(let source, let target):
      Self.merging(source, into: target, in: tree).map(\.tree)
    }
  }

  private static func moving(
    _ source: ConfigPath, to target: ConfigPath, in tree: Tree
  ) -> Tree? {
    guard let value = tree[source], !source.steps.isEmpty else { return nil }
    if source.isPrefix(of: target) {
      let inner = target.steps.dropFirst(source.steps.count)
      guard !inner.isEmpty, inner.allSatisfy({ if case .key = $0 { true } else { false } })
      else { return nil }
      return tree.changing(source.steps[...]) { _ in
        Tree.object([]).changing(inner) { _ in .some(value) }
      }
    }
    guard tree[target] == nil else { return nil }
    // The target is named as the tree is before the move; what is removed from an array afterwards
    // shifts the rest.
    let hole = Tree.word("hole")
    return tree.changing(source.steps[...]) { _ in .some(hole) }
      .flatMap { tree in tree.changing(target.steps[...]) { $0 == nil ? .some(value) : nil } }
      .flatMap { $0.changing(source.steps[...]) { _ in .some(nil) } }
  }

  private static func merging(
    _ source: ConfigPath, into target: ConfigPath, in tree: Tree
  ) -> (tree: Tree, moved: Bool)? {
    guard let wanted = tree[target] else {
      return moving(source, to: target, in: tree).map { ($0, true) }
    }
    guard case .object = wanted, case .object(let members)? = tree[source] else {
      return (tree, false)
    }
    var tree = tree
    var anyMoved = false
    for member in members {
      let inner = source.appending(key: member.key)
      guard tree[inner] != nil else { continue }
      guard let (next, moved) = merging(inner, into: target.appending(key: member.key), in: tree)
      else { return nil }
      tree = next
      anyMoved = anyMoved || moved
      if moved, tree[inner] == .object([]) {
        guard let next = tree.changing(inner.steps[...], { _ in .some(nil) }) else { return nil }
        tree = next
      }
    }
    return (tree, anyMoved)
  }

  /// The paths at which the text may change.
  var touched: [ConfigPath] {
    switch self {
    case .set(let path, _), .insert(let path, _, _), .remove(let path): [path]
    case .rename(let path, let key):
      [path, path.parent?.appending(key: key)].compactMap { $0 }
    case .move(let source, let target), .merge(let source, let target): [source, target]
    }
  }

  /// The path from which a value goes away.
  var taken: ConfigPath? {
    switch self {
    case .remove(let path): path
    case .move(let source, let target): source.isPrefix(of: target) ? nil : source
    case .set, .insert, .rename, .merge: nil
    }
  }
}
