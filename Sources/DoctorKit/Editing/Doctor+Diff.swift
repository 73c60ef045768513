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
      old = try side(first, request, &builder, &redactor)
      new = try side(second, request, &builder, &redactor)
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

  /// Reads a side, and what is secret around it.
  private func side(
    _ word: String?, _ request: DoctorRequest, _ builder: inout ReportBuilder,
    _ redactor: inout Redactor
  ) throws(OpenFailure) -> (name: String, document: ConfigDocument) {
    var request = request
    if let word {
      request.source = .file
      request.config = try path(of: word, request)
      (request.stateFolder, request.profile) = (nil, nil)
    }
    let opened = try open(request, describing: &builder)
    learn(opened, request, isPart: true, &redactor)
    return (opened.snapshot?.path ?? "-", opened.document)
  }

  /// The path that a word means: that of a file, else that of a backup of this number.
  private func path(
    of word: String, _ request: DoctorRequest
  ) throws(OpenFailure) -> String {
    do throws(StoreError) {
      guard store.destination(of: word) == nil, let id = Int(word) else { return word }
      return try store.backupPath(id, of: try locate(request).path)
    } catch {
      throw .store(error)
    }
  }
}
