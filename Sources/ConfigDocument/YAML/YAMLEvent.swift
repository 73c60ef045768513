/// One step of libyaml through a text, with byte ranges in the place of character counts.
struct YAMLEvent {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd
    case alias, scalar, sequenceStart, sequenceEnd, mappingStart, mappingEnd
  }

  var kind: Kind
  /// From the first property (`&anchor`, `!tag`) of a node on.
  var start: Int
  var end: Int
  /// Characters in front of the end on its line: for the start of a block collection, the column of
  /// its first key or dash.
  var column: Int
  /// How a scalar or collection is written.
  var style = YAMLStyle.plain
  /// The anchor that is defined, or that an alias names.
  var anchor: String?
  /// The resolved tag.
  var tag: String?
  /// Whether a scalar has no text at all: `key:`.
  var isEmpty = false
}

/// How a node is written.
enum YAMLStyle: UInt8 {
  case plain, singleQuoted, doubleQuoted, literal, folded
  /// In brackets.
  case flow
  /// By indentation.
  case block
  /// One pair in a flow sequence, without braces: `[a: 1]`.
  case pair
  /// A placeholder of a template language that only looks like a mapping: `{{ .Values.a }}`.
  case template

  var isBlockScalar: Bool { self == .literal || self == .folded }
}
