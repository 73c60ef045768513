internal import ConfigStore

extension Doctor {
  /// Reads a document that lies beside the config: a patch, a backup, another config.
  ///
  /// - Parameters:
  ///   - path: its path; links are followed.
  ///   - request: which config; a file may be called like one of its secrets.
  /// - Returns: the bytes, or a report on why they cannot be read.
  public func contents(
    ofFile path: String, _ request: DoctorRequest
  ) -> Result<[UInt8], ReportError> {
    do throws(StoreError) {
      return .success(try store.load(path).bytes)
    } catch {
      var builder = ReportBuilder(knowing: redactor(for: request))
      builder.add(error)
      return .failure(ReportError(report: builder.finished(threshold: .error)))
    }
  }
}
