internal import ConfigDocument
internal import ConfigSchema
internal import Redaction

extension Doctor {
  /// A redactor that knows what around a config is secret: included files, variables.
  ///
  /// - Parameters:
  ///   - opened: the config as it was read.
  ///   - request: which config.
  ///   - isPart: whether only a part of the config is to be shown, which may repeat a secret whose
  ///     key stands elsewhere in it; the whole is read anyway when it is shown.
  /// - Returns: the redactor; its labels are numbered in the order of the config.
  func redactor(for opened: OpenedConfig, _ request: DoctorRequest, isPart: Bool) -> Redactor {
    var redactor = Redactor()
    learn(opened, request, isPart: isPart, &redactor)
    return redactor
  }

  /// Reads what is secret in and around a config.
  func learn(
    _ opened: OpenedConfig, _ request: DoctorRequest, isPart: Bool, _ redactor: inout Redactor
  ) {
    let included = followingIncludes(opened, request).includes?.files.dropFirst() ?? []
    // Which release is meant decides about one file of variables, and here the most files count.
    let variables = surroundings(of: opened, for: ReleaseCatalogue.newest, request).secretVariables
    if isPart || !included.isEmpty || !variables.isEmpty { redactor.learn(opened.document) }
    for file in included { redactor.learn(file.document, at: file.place) }
    for (name, value) in variables { redactor.learn(value, ofVariable: name) }
  }

  /// A redactor that knows the config at a path, where it can be read.
  ///
  /// - Parameters:
  ///   - request: which config.
  ///   - redactor: what is known already; its labels stay.
  /// - Returns: one that knows both.
  func redactor(for request: DoctorRequest, beside redactor: Redactor = Redactor()) -> Redactor {
    var redactor = redactor
    var builder = ReportBuilder()
    guard let opened = try? open(request, describing: &builder) else { return redactor }
    learn(opened, request, isPart: true, &redactor)
    return redactor
  }
}
