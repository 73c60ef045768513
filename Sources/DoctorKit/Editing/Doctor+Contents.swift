internal import ConfigStore

extension Doctor {
  /// Reads a document that lies beside the config: a patch, a backup, another config.
  ///
  /// - Parameter path: its path; links are followed.
  /// - Returns: the bytes, or a report on why they cannot be read.
  public func contents(ofFile path: String) -> Result<[UInt8], ReportError> {
    do throws(StoreError) {
      return .success(try store.load(path).bytes)
    } catch {
      var builder = ReportBuilder()
      builder.add(error)
      return .failure(ReportError(report: builder.finished(threshold: .error)))
    }
  }
}
