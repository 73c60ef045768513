internal import ConfigDocument
internal import ConfigStore
internal import Diagnostics
internal import Redaction

extension Doctor {
  /// Says what differs between two configs, with secrets masked; nothing is written.
  ///
  /// - Parameters:
  ///   - first: the path of the first, or the number of a backup of the config.
  ///   - second: the path of the second, or such a number; nil for the config itself.
  ///   - hasLines: whether the lines that differ are wanted too.
  ///   - request: which config.
  /// - Returns: the differences, or why one of the two cannot be read.
  public func diff(
    _ first: String, _ second: String?, withLines hasLines: Bool, _ request: DoctorRequest
  ) -> Result<ConfigDifference, ReportError> {
    var builder = ReportBuilder()
    var redactor = Redactor()
    let old: (name: String, document: ConfigDocument)
    let new: (name: String, document: ConfigDocument)
    do throws(OpenFailure) {
      old = try side(first, request, &builder)
      redactor.learn(old.document)
      new = try side(second, request, &builder)
      redactor.learn(new.document)
    } catch {
      builder.know(self.redactor(for: request, beside: redactor))
      builder.add(error)
      return .failure(ReportError(report: builder.finished(threshold: .error)))
    }
    let finder = DifferenceFinder(
      old: old.document, new: new.document,
      knowing: self.redactor(for: request, beside: redactor))
    let entries = finder.entries
    redactor = finder.redactor
    let names = [old.name, new.name].map { redactor.render("\(outside: $0)").text }
    return .success(
      ConfigDifference(
        first: names[0], second: names[1], entries: entries,
        hasSameText: old.document.bytes == new.document.bytes,
        lines: hasLines
          ? MaskedDiff.lines(
            from: redactor.redact(old.document), to: redactor.redact(new.document), name: names[0],
            newName: names[1]) : []))
  }

  private func side(
    _ word: String?, _ request: DoctorRequest, _ builder: inout ReportBuilder
  ) throws(OpenFailure) -> (name: String, document: ConfigDocument) {
    guard let word else {
      let opened = try open(request, describing: &builder)
      return (opened.snapshot?.path ?? "-", opened.document)
    }
    var path = word
    let bytes: [UInt8]
    do throws(StoreError) {
      if store.destination(of: word) == nil, let id = Int(word) {
        path = try store.backupPath(id, of: try locate(request).path)
      }
      builder.setPath(path)
      bytes = try store.load(path).bytes
    } catch {
      throw .store(error)
    }
    return (path, try read(bytes, path: path, request).document)
  }
}
