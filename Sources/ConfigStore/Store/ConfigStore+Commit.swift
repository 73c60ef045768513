extension ConfigStore {
  /// Puts new bytes in the place of those that were read.
  ///
  /// - Parameters:
  ///   - bytes: what is to be there.
  ///   - snapshot: what was read, from `load`.
  ///   - reason: why, in a word or a short sentence without anything of the config; for `history`.
  /// - Returns: what was done; nothing at all when the bytes are those that were read.
  /// - Throws: `StoreError`; only `notConfirmed` and `damaged` mean that the file was touched.
  package func commit(_ bytes: [UInt8], over snapshot: Snapshot, reason: String)
    throws(StoreError) -> Receipt
  {
    if bytes == snapshot.bytes {
      return .unchanged(path: snapshot.path, target: snapshot.target)
    }
    guard bytes.count <= settings.byteLimit else {
      throw .tooLarge(snapshot.path, limit: settings.byteLimit)
    }
    let found = try resolve(snapshot.path)
    guard found.target == snapshot.target,
      found.status?.isSameFile(as: snapshot.status) == true
    else { throw .changedMeanwhile(snapshot.path) }
    return try Transaction(
      files: files, settings: settings, found: found, path: snapshot.path, original: snapshot,
      bytes: bytes, reason: reason
    ).run()
  }

  /// Makes a config where there is none, with mode 0600.
  ///
  /// - Parameters:
  ///   - bytes: what is to be there.
  ///   - path: where; its folder must exist.
  ///   - reason: why, in a word or a short sentence without anything of the config.
  /// - Returns: what was done.
  /// - Throws: `StoreError`, `exists` among others.
  package func create(_ bytes: [UInt8], at path: String, reason: String)
    throws(StoreError) -> Receipt
  {
    guard bytes.count <= settings.byteLimit else {
      throw .tooLarge(path, limit: settings.byteLimit)
    }
    let found = try resolve(path)
    guard found.status == nil else { throw .exists(path) }
    guard found.linkFolders.isEmpty else { throw .dangling(path, found.target) }
    return try Transaction(
      files: files, settings: settings, found: found, path: path, original: nil, bytes: bytes,
      reason: reason
    ).run()
  }
}
