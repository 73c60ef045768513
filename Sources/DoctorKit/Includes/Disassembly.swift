internal import ConfigDocument
internal import Diagnostics

/// Gives the pieces of a result back to the files that they belong to.
struct Disassembly {
  let mounts: [Mount]
  /// The files as they were read.
  let files: [SourceFile]
  /// Where the value of each mount stands in the result.
  let paths: [ConfigPath]
  /// The result.
  let after: ConfigDocument

  /// The new bytes of a file: what stood around its value stays around it, and each include in it
  /// is the include that it was.
  ///
  /// - Parameter number: the config (0) or a mounted file.
  /// - Returns: nil when the result has no such value any more.
  func bytes(of number: Int) -> [UInt8]? {
    guard number != 0 else { return slice(0..<after.bytes.count, of: 0) }
    guard let index = mounts.firstIndex(where: { $0.child == number }),
      let node = after.node(at: paths[index]), let value = slice(after.range(node), of: number)
    else { return nil }
    let old = files[number].document
    let range = old.range(old.root)
    return Array(old.bytes[..<range.lowerBound]) + value + old.bytes[range.upperBound...]
  }

  /// A part of the result with the includes of a file in the places of the files that it includes.
  private func slice(_ range: Range<Int>, of number: Int) -> [UInt8]? {
    var inner: [(range: Range<Int>, mount: Mount)] = []
    for (mount, path) in zip(mounts, paths) where mount.parent == number {
      guard let node = after.node(at: path) else { return nil }
      inner.append((after.range(node), mount))
    }
    inner.sort { $0.range.lowerBound < $1.range.lowerBound }
    var bytes: [UInt8] = []
    var position = range.lowerBound
    let old = files[number].document
    for (place, mount) in inner {
      guard place.lowerBound >= position, place.upperBound <= range.upperBound else { return nil }
      bytes += after.bytes[position..<place.lowerBound]
      bytes += old.bytes[old.range(mount.node)]
      position = place.upperBound
    }
    return bytes + after.bytes[position..<range.upperBound]
  }
}
