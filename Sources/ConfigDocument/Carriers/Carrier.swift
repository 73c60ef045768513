public import Diagnostics

/// A config inside another file: in a scalar, in base64 in a scalar, or under a key.
///
/// It gives the text of the config, says where each byte of it stands in the file, and writes another
/// text into the same place. Every byte of the file outside the place stays.
public struct Carrier: Sendable {
  /// How the config stands in the file.
  public enum Form: String, Sendable {
    /// The content of a scalar: `openclaw.json: |`.
    case text
    /// The content of a scalar, in base64: `data` of a Kubernetes Secret.
    case base64
    /// The value of a key, in the notation of the file: `config:` in the values of a chart.
    case section
  }

  /// The document of the file that the config stands in.
  public let outer: ConfigDocument
  /// Where in it.
  public let path: ConfigPath
  /// How.
  public let form: Form
  /// The text of the config.
  public let bytes: [UInt8]
  let place: CarrierPlace

  /// Takes the text of the config out; nil when nothing stands there in that form.
  ///
  /// So it is where a container stands and a scalar is meant, a text that is no base64, the root, and
  /// what stands there only through an alias.
  ///
  /// - Parameters:
  ///   - outer: the document.
  ///   - path: where the config stands in it.
  ///   - form: how it stands there.
  public init?(_ outer: ConfigDocument, at path: ConfigPath, as form: Form) {
    guard !path.steps.isEmpty, let node = outer.node(at: path), !outer.isBorrowed(node),
      let place = CarrierPlace(outer, node, form)
    else { return nil }
    self.outer = outer
    self.path = path
    self.form = form
    self.place = place
    bytes = place.bytes
  }

  /// The place in the file that a byte of the config comes from.
  ///
  /// - Parameter offset: into `bytes`.
  /// - Returns: a byte offset into the file.
  public func offset(of offset: Int) -> Int { place.offset(of: offset) }

  /// A range of the config as a range of the file.
  ///
  /// - Parameter range: byte offsets into `bytes`.
  /// - Returns: byte offsets into the file.
  public func range(of range: Range<Int>) -> Range<Int> {
    let start = min(offset(of: range.lowerBound), outer.bytes.count)
    return start..<min(max(start, offset(of: range.upperBound)), outer.bytes.count)
  }

  /// Whether the config is in YAML: a section of YAML is, and a text that does not begin like JSON5.
  public var isYAML: Bool {
    if form == .section { return outer.syntax == .yaml }
    guard let first = bytes.first(where: { $0 > 0x20 }) else { return false }
    return first != UInt8(ascii: "{") && first != UInt8(ascii: "[") && first != UInt8(ascii: "/")
      && first < 0x80
  }

  /// Reads the config.
  ///
  /// - Parameter text: the text of the config with stand-ins in it; nil for the text itself.
  /// - Returns: its document.
  /// - Throws: `SyntaxFailure`.
  public func parsed(_ text: [UInt8]? = nil) throws(SyntaxFailure) -> ConfigDocument {
    let text = text ?? bytes
    return isYAML ? try ConfigDocument(yaml: text) : try ConfigDocument(parsing: text)
  }

  /// The file with another text in the place of the config.
  ///
  /// - Parameter text: the new text of the config.
  /// - Returns: the bytes of the file; proven to give back exactly this text, and to have every other
  ///   byte and value as before.
  /// - Throws: `CarrierError`.
  public func replacing(with text: [UInt8]) throws(CarrierError) -> [UInt8] {
    if text == bytes { return outer.bytes }
    let result = try written(text)
    try prove(result, text)
    return result
  }

  private func written(_ text: [UInt8]) throws(CarrierError) -> [UInt8] {
    if form == .section {
      return Array(outer.bytes[..<place.range.lowerBound]) + text.dropFirst(place.padding)
        + outer.bytes[place.range.upperBound...]
    }
    let content = place.base64?.encode(text) ?? text
    let string = String(decoding: content, as: UTF8.self)
    guard string.utf8.elementsEqual(content) else { throw .style }
    var draft = Draft(outer)
    do throws(EditError) {
      try draft.setScalarText(path, to: string)
    } catch {
      throw error.code == .inexpressible ? .style : .obstacle(error.code)
    }
    return draft.render()
  }

  /// Reads the new file, and compares.
  private func prove(_ result: [UInt8], _ text: [UInt8]) throws(CarrierError) {
    let range = place.range
    let tail = outer.bytes.count - range.upperBound
    guard result.count >= range.lowerBound + tail,
      result.prefix(range.lowerBound).elementsEqual(outer.bytes.prefix(range.lowerBound)),
      result.suffix(tail).elementsEqual(outer.bytes.suffix(tail)),
      let new = try? outer.reading(result),
      new.placeInStream == outer.placeInStream, new.isSame(as: outer, except: path)
    else { throw .unproven }
    // Another style would have been a guess at what the author likes.
    if form != .section {
      guard let node = new.node(at: path),
        result[new.range(node).lowerBound] == outer.bytes[place.scalarStart]
      else { throw .style }
    }
    guard let again = Carrier(new, at: path, as: form), again.bytes == text else {
      throw .unproven
    }
  }
}
