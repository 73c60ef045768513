/// Where a value stands in the catalogue.
///
/// The settings of a plugin stand below its own name, everything else of `plugins.entries.<id>`
/// below the wildcard: such a place has both.
struct Place {
  let node: KeyTree.Node
  var fallback: KeyTree.Node?
}
