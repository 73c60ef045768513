extension ConfigStore {
  /// Makes a new file that is no config: nobody else may read it, it has no backups, and nothing is
  /// made beside it.
  ///
  /// - Parameters:
  ///   - bytes: what is to be in it.
  ///   - path: where; its folder must exist, and nothing may stand there, not even a link.
  /// - Throws: `StoreError`; the file is gone again when it could not be written whole.
  package func make(_ bytes: [UInt8], at path: String) throws(StoreError) {
    do throws(FileError) {
      let file = try files.open(path, for: .creating)
      defer { files.close(file) }
      do throws(FileError) {
        try files.write(bytes, to: file)
        try files.synchronize(file)
      } catch {
        try? files.remove(path)
        throw error
      }
    } catch {
      throw error == .exists ? .exists(path) : .failed(path, error)
    }
  }
}
