internal import Diagnostics

extension Draft {
  /// The container at a path, taken apart so that it can be edited.
  mutating func open(_ path: ConfigPath) throws(EditError) -> Int {
    var index = try opened(root, at: .root)
    root = .container(index)
    for (depth, step) in path.steps.enumerated() {
      let here = ConfigPath(Array(path.steps[...depth]))
      let place = try memberPlace(step, in: index, at: here)
      let inner = try opened(containers[index].members[place].value, at: here)
      containers[index].members[place].value = .container(inner)
      index = inner
    }
    return index
  }

  private mutating func opened(
    _ value: DraftValue, at path: ConfigPath
  ) throws(EditError) -> Int {
    switch value {
    case .container(let index): return index
    case .source(let node) where document.kind(node).isContainer:
      if let obstacle = obstacle(toOpening: node) { throw EditError(obstacle, path) }
      containers.append(DraftContainer(node, of: document))
      return containers.count - 1
    case .source, .scalar, .text: throw EditError(.notAContainer, path)
    }
  }

  /// The one place of a step among the members of a container.
  func memberPlace(
    _ step: ConfigPath.Step, in container: Int, at path: ConfigPath
  ) throws(EditError) -> Int {
    guard let place = memberIndex(step, in: container) else {
      throw EditError(borrowed(step, in: container) == nil ? .noSuchPath : .mergeKey, path)
    }
    if case .key(let key) = step, containers[container].kind == .object,
      containers[container].places(of: key)?.first != place
    {
      throw EditError(.duplicateKey, path)
    }
    return place
  }
}
