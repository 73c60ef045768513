internal import ConfigDocument
internal import ConfigSchema

/// A line of `Tables/migrations.tsv`, taken apart when a cell is asked for.
///
/// The table is looked at in every run and only a few of its lines concern a given config, so
/// nothing but the ends of lines and the cell with the pattern is read ahead.
struct TableLine: Sendable {
  /// The columns in order; the first line of the table names them.
  enum Column: Int {
    case id, from, introduced, refused, until, action, source, target, kinds, conflict, map, prune
    case summary, why, before, after
  }

  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  /// The bytes of a cell; none when the line ends before it.
  func cell(_ column: Column) -> ArraySlice<UInt8> {
    var rest = bytes
    for _ in 0..<column.rawValue {
      guard let tab = rest.firstIndex(of: UInt8(ascii: "\t")) else { return [] }
      rest = rest[(tab + 1)...]
    }
    return rest.prefix { $0 != UInt8(ascii: "\t") }
  }

  func text(_ column: Column) -> String { String(decoding: cell(column), as: UTF8.self) }

  func release(_ column: Column) -> Release? { Release(text(column)) }
}

extension TableLine {
  /// The step of the line and what it is limited to; nil when the action is unknown, which a test
  /// reports.
  var row: RowMigration.Row? {
    let source = text(.source)
    let target = cell(.target).isEmpty ? source : text(.target)
    let conflict: Transform.Conflict = text(.conflict) == "keep-both" ? .keepBoth : .targetWins
    let step: Step
    switch text(.action) {
    case "move": step = .move(source: source, target: target, conflict: conflict)
    case "merge": step = .merge(source: source, target: target)
    case "map": step = .map(source: source, target: target, pairs: pairs, conflict: conflict)
    case "remove": step = .remove(source: source, reason: text(.map))
    default: return nil
    }
    let kinds = text(.kinds).split(separator: "|").compactMap { Self.kind(named: $0) }
    return RowMigration.Row(
      step: step, kinds: kinds.isEmpty ? nil : Set(kinds),
      pruned: text(.prune).split(separator: " ").map(String.init), from: release(.from))
  }

  private var pairs: [ValuePair] {
    text(.map).split(separator: ";").compactMap { pair in
      let sides = pair.split(separator: "=")
      guard sides.count == 2 else { return nil }
      return ValuePair(old: String(sides[0]), new: String(sides[1]))
    }
  }

  private static func kind(named name: Substring) -> NodeKind? {
    switch name {
    case "object": .object
    case "array": .array
    case "string": .string
    case "number": .number
    case "boolean": .boolean
    case "null": .null
    default: nil
    }
  }
}
