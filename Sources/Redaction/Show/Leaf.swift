import ConfigDocument

/// One value of a document with what its surroundings say about it.
struct Leaf {
  let node: NodeID
  let sensitivity: Sensitivity
  let hints: SecretFinder.Hints
}
