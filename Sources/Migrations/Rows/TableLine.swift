internal import ConfigDocument
internal import ConfigSchema

/// A line of a table of migrations, taken apart when a cell is asked for.
///
/// The table is looked at in every run and only a few of its lines concern a given config, so
/// nothing but the ends of lines and the cell with the pattern is read ahead.
struct TableLine: Sendable {
  /// The columns in order; the first line of the table names them.
  enum Column: Int {
    case id, from, introduced, refused, until, action, source, target, kinds, conflict, map, prune
    case summary, why, before, after, unsafe
  }

  /// The columns of `Tables/removals.tsv`, which says of a key only what its removal needs.
  enum RemovalColumn: Int {
    case id, from, refused, source, up, unsafe, why
  }

  private let bytes: ArraySlice<UInt8>
  /// Whether the columns are those of removals.
  let isRemoval: Bool

  init(_ bytes: ArraySlice<UInt8>, isRemoval: Bool = false) {
    self.bytes = bytes
    self.isRemoval = isRemoval
  }

  /// The bytes of a cell; none when the line ends before it or the table has no such column.
  func cell(_ column: Column) -> ArraySlice<UInt8> {
    guard isRemoval else { return cell(number: column.rawValue) }
    let place: RemovalColumn? =
      switch column {
      case .id: .id
      case .from: .from
      case .introduced, .refused: .refused
      case .source: .source
      case .map, .why: .why
      case .unsafe: .unsafe
      case .until, .action, .target, .kinds, .conflict, .prune, .summary, .before, .after: nil
      }
    return place.map { cell(number: $0.rawValue) } ?? []
  }

  private func cell(number: Int) -> ArraySlice<UInt8> {
    var rest = bytes
    for _ in 0..<number {
      guard let tab = rest.firstIndex(of: UInt8(ascii: "\t")) else { return [] }
      rest = rest[(tab + 1)...]
    }
    return rest.prefix { $0 != UInt8(ascii: "\t") }
  }

  /// How many objects above a removed key go with it.
  private var levels: Int {
    Int(String(decoding: cell(number: RemovalColumn.up.rawValue), as: UTF8.self)) ?? 0
  }

  func text(_ column: Column) -> String { String(decoding: cell(column), as: UTF8.self) }

  /// The objects above a removed key that go with it, innermost first.
  private var emptied: [String] {
    var parents: [String] = []
    var rest = text(.source)[...]
    for _ in 0..<levels {
      guard let dot = rest.lastIndex(of: ".") else { break }
      rest = rest[..<dot]
      parents.append(String(rest))
    }
    return parents
  }

  func release(_ column: Column) -> Release? { Release(text(column)) }
}

extension TableLine {
  /// The step of the line and what it is limited to.
  ///
  /// - Parameter reason: why the values of a removal go, where its line does not say it.
  /// - Returns: nil when the action is unknown, which a test reports.
  func row(removedBecause reason: String) -> RowMigration.Row? {
    let source = text(.source)
    if isRemoval {
      return RowMigration.Row(
        step: .remove(source: source, reason: cell(.why).isEmpty ? reason : text(.why)), kinds: nil,
        pruned: emptied, from: nil)
    }
    let target = cell(.target).isEmpty ? source : text(.target)
    let conflict: Transform.Conflict = text(.conflict) == "keep-both" ? .keepBoth : .targetWins
    let step: Step
    switch text(.action) {
    case "move": step = .move(source: source, target: target, conflict: conflict)
    case "merge": step = .merge(source: source, target: target)
    case "unite": step = .unite(source: source, target: target)
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
