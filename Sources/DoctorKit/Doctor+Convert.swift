internal import ConfigDocument
internal import ConfigStore
internal import Diagnostics
internal import Redaction

/// A notation to write a config in.
public enum ConfigNotation: String, Sendable, CaseIterable {
  /// Strict JSON.
  case json
  /// JSON5.
  case json5
  /// YAML.
  case yaml

  var syntax: ConfigDocument.Syntax {
    switch self {
    case .json: .json
    case .json5: .json5
    case .yaml: .yaml
    }
  }
}

extension Doctor {
  /// Writes a config in another notation, into a new file of mode 0600.
  ///
  /// The result is the config with its secrets: it is never shown.
  ///
  /// - Parameters:
  ///   - notation: what to write.
  ///   - output: the new file; nil to get the text back, for standard output.
  ///   - dropsComments: whether comments may be lost where the notation has none.
  ///   - request: which config.
  /// - Returns: the report, and the text where no file was named.
  public func convert(
    to notation: ConfigNotation, output: String?, dropsComments: Bool, _ request: DoctorRequest
  ) -> FixOutcome {
    var request = request
    request.takesAnything = true
    var builder = ReportBuilder()
    let bytes: [UInt8]
    do throws(OpenFailure) {
      let opened = try open(request, describing: &builder)
      builder.describe(opened)
      guard opened.host?.isTemplate != true else {
        builder.refuse(
          "template", "a template is not converted: what it fills in is not known",
          help: "let the template be filled in, and convert the result")
        return FixOutcome(report: builder.finished(threshold: .error), filtered: nil)
      }
      bytes = try converted(opened.document, notation, dropsComments)
    } catch {
      builder.add(error)
      return FixOutcome(report: builder.finished(threshold: .error), filtered: nil)
    }
    guard let output else {
      return FixOutcome(report: builder.finished(threshold: .error), filtered: bytes)
    }
    do throws(StoreError) {
      let receipt = try store.create(bytes, at: output, reason: "convert")
      var report = builder.finished(threshold: .error)
      var redactor = Redactor()
      report.isWritten = receipt.isWritten
      report.writtenTo = redactor.render("\(outside: receipt.path)").text
      report.writtenFiles = report.writtenTo.map { [$0] } ?? []
      return FixOutcome(report: report, filtered: nil)
    } catch {
      builder.add(error)
      return FixOutcome(report: builder.finished(threshold: .error), filtered: nil)
    }
  }

  private func converted(
    _ document: ConfigDocument, _ notation: ConfigNotation, _ dropsComments: Bool
  ) throws(OpenFailure) -> [UInt8] {
    do throws(ConversionError) {
      return try Conversion(document, to: notation.syntax, dropsComments: dropsComments).text()
    } catch {
      throw .conversion(error)
    }
  }
}

extension ConversionError {
  /// What is in the way.
  var message: Message {
    switch self {
    case .comments(let count):
      "JSON has no comments, and \(count) \(ours: count == 1 ? "comment" : "comments") would be lost"
    case .notFinite(let path): "JSON has no number for the value at \(path)"
    case .duplicateKey(let path): "the key at \(path) stands in its object twice"
    case .loneSurrogate(let path): "the text at \(path) has half of a surrogate pair"
    case .unproven: "the result would not be read as the same config"
    }
  }

  var help: Message {
    switch self {
    case .comments: "convert to json5 or yaml, or give --drop-comments"
    case .notFinite: "convert to json5 or yaml, or give it a finite value"
    case .duplicateKey: "take one of them out"
    case .loneSurrogate: "write the character in full"
    case .unproven: "report the defect; nothing was written"
    }
  }
}
