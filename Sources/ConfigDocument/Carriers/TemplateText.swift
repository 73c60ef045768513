/// A config that a program fills in before OpenClaw reads it: with stand-ins for what is filled in, it
/// can be read and diagnosed.
///
/// A stand-in has as many bytes as what it stands for, so that places are those of the file. Such a
/// text is never written.
public struct TemplateText: Sendable {
  /// The languages, as far as they are told apart.
  public enum Language: String, Sendable {
    /// `{% if … %}`, `{{ … | filter }}`, `{# … #}`: Jinja, as Ansible uses it.
    case jinja
    /// `{{- if … }}`, `{{ .Values.a }}`: templates of Go, as Helm uses them.
    case go
    /// `${NAME}` outside of a string, for envsubst.
    case variables
  }

  /// The language.
  public let language: Language
  /// The text with stand-ins.
  public let bytes: [UInt8]
  /// What was replaced, in order.
  public let regions: [Range<Int>]

  /// Whether a text has marks of a template anywhere, also where they mean nothing.
  ///
  /// - Parameter bytes: any text.
  /// - Returns: false when it certainly is no template.
  public static func hasMarks(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { input in
      for position in input.indices.dropLast() {
        let (first, second) = (input[position], input[position + 1])
        if first == UInt8(ascii: "{"), "{%#".utf8.contains(second) { return true }
        if first == UInt8(ascii: "$"), second == UInt8(ascii: "{") { return true }
      }
      return false
    }
  }

  /// Puts stand-ins into a text; nil when there is nothing to replace, or a mark is not closed.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - isYAML: whether it becomes YAML; else JSON5.
  public init?(_ text: [UInt8], isYAML: Bool) {
    var writer = TemplateWriter(text, isYAML: isYAML)
    guard writer.run(), !writer.regions.isEmpty else { return nil }
    language = writer.language
    bytes = writer.bytes
    regions = writer.regions
  }

  /// Whether a range touches what a template fills in.
  ///
  /// - Parameter range: byte offsets.
  /// - Returns: whether they have a byte in common.
  public func touches(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = regions.count
    while low < high {
      let middle = (low + high) / 2
      if regions[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < regions.count
      && regions[low].lowerBound < max(range.upperBound, range.lowerBound + 1)
  }
}

extension TemplateText {
  /// The text of a config in this text with the marks of the template in their places again.
  ///
  /// - Parameters:
  ///   - carrier: a config in `bytes`.
  ///   - original: the text before anything was replaced.
  /// - Returns: the text of the config.
  public static func restored(_ carrier: Carrier, from original: [UInt8]) -> [UInt8] {
    carrier.bytes.indices.map { index in
      let place = carrier.offset(of: index)
      guard place < original.count, carrier.outer.bytes[place] == carrier.bytes[index] else {
        return carrier.bytes[index]
      }
      return original[place]
    }
  }

  /// The same for a part of the text that is a document by itself.
  ///
  /// - Parameter section: a section of `bytes`.
  /// - Returns: the text of the section, with the places that were replaced in it.
  public func within(_ section: Carrier) -> TemplateText {
    let shift = section.place.range.lowerBound - section.place.padding
    return TemplateText(
      language: language, bytes: section.bytes,
      regions: regions.filter { section.place.range.overlaps($0) }.map {
        max(0, $0.lowerBound - shift)..<max(1, $0.upperBound - shift)
      })
  }

  private init(language: Language, bytes: [UInt8], regions: [Range<Int>]) {
    self.language = language
    self.bytes = bytes
    self.regions = regions
  }
}
