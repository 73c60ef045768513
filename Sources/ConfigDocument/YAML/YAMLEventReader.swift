internal import CLibYAML

/// The event parser of libyaml over a text in memory.
///
/// It owns the parser of the C library and every event until it is read; both are given back
/// whatever happens.
struct YAMLEventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let characters: CharacterMap

  /// Begins to read; nil when there is no memory.
  ///
  /// - Parameter input: UTF-8 without a byte order mark; it must outlive the reader.
  init?(_ input: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    characters = CharacterMap(input)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event.
  ///
  /// - Throws: `YAMLProblem` where the text is no YAML; nothing can be read after that.
  mutating func next() throws(YAMLProblem) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw problem() }
    defer { yaml_event_delete(&event) }
    return read(event)
  }

  private func read(_ event: yaml_event_t) -> YAMLEvent {
    var result = YAMLEvent(
      kind: .streamEnd, start: characters.offset(event.start_mark.index),
      end: characters.offset(event.end_mark.index), column: event.end_mark.column)
    switch event.type {
    case YAML_STREAM_START_EVENT: result.kind = .streamStart
    case YAML_DOCUMENT_START_EVENT: result.kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: result.kind = .documentEnd
    case YAML_ALIAS_EVENT:
      result.kind = .alias
      result.anchor = Self.text(event.data.alias.anchor)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      result.kind = .scalar
      result.anchor = Self.text(scalar.anchor)
      result.tag = Self.text(scalar.tag)
      result.isEmpty = scalar.length == 0 && scalar.style == YAML_PLAIN_SCALAR_STYLE
      result.style = Self.style(scalar.style)
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      result.kind = .sequenceStart
      result.anchor = Self.text(sequence.anchor)
      result.tag = Self.text(sequence.tag)
      result.style = sequence.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block
    case YAML_SEQUENCE_END_EVENT: result.kind = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      result.kind = .mappingStart
      result.anchor = Self.text(mapping.anchor)
      result.tag = Self.text(mapping.tag)
      result.style = mapping.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block
    case YAML_MAPPING_END_EVENT: result.kind = .mappingEnd
    default: break
    }
    return result
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLStyle {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private func problem() -> YAMLProblem {
    let parser = parser.pointee
    let message = parser.problem.map { String(cString: $0) } ?? ""
    switch parser.error {
    case YAML_READER_ERROR:
      return YAMLProblem(kind: .reader, message: message, offset: Int(parser.problem_offset))
    case YAML_MEMORY_ERROR: return YAMLProblem(kind: .memory, message: message, offset: 0)
    default:
      return YAMLProblem(
        kind: .grammar, message: message, offset: characters.offset(parser.problem_mark.index),
        context: parser.context == nil ? nil : characters.offset(parser.context_mark.index))
    }
  }
}

/// Where and why libyaml stopped.
struct YAMLProblem: Error {
  enum Kind {
    /// A character that YAML does not allow.
    case reader
    case grammar
    case memory
  }

  var kind: Kind
  /// A fixed text of libyaml; it holds nothing of the input.
  var message: String
  var offset: Int
  /// Where the construct that could not be finished begins.
  var context: Int?
}
