internal import Redaction

extension Doctor {
  /// A text with everything hidden that looks like a secret.
  ///
  /// - Parameter text: any text, for instance a message about a command line.
  /// - Returns: the text with labels in the place of secrets.
  public static func redacted(_ text: String) -> String {
    var redactor = Redactor()
    return redactor.redact(text: text).text
  }
}
