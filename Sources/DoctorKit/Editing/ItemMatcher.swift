internal import ConfigDocument
internal import Diagnostics

/// Says which item of an old array a new one is, by what it is and never by its position alone.
struct ItemMatcher {
  /// What an item is.
  enum Match: Equatable {
    /// The item of the old array at this position, perhaps changed.
    case old(Int)
    /// None of them.
    case none
    /// One of several, and which one cannot be told.
    case ambiguous
  }

  /// The keys that name an item, in this order: what a release itself tells items apart by
  /// (`agents.list[].id`, OpenClaw since 2026.1.9), then what people do.
  private static let names = ["id", "name", "key"]

  let comparison: ValueComparison
  private let news: [NodeID]
  private let olds: [NodeID]
  private var matches: [Match]
  private var isTaken: [Bool]

  /// Matches the items of two arrays.
  ///
  /// - Parameters:
  ///   - comparison: the documents, and what masks are equal to.
  ///   - new: an array of the new document.
  ///   - old: an array of the old one.
  init(_ comparison: ValueComparison, new: NodeID, old: NodeID) {
    self.comparison = comparison
    news = Array(comparison.new.children(new))
    olds = Array(comparison.old.children(old))
    matches = Array(repeating: .none, count: news.count)
    isTaken = Array(repeating: false, count: olds.count)
    if matchWhole() { return }
    matchEnds()
    matchByName()
    matchByContent()
    matchByLabels()
  }

  /// For each new item the old one that it is.
  var result: [Match] { matches }

  private mutating func take(_ position: Int, for number: Int) {
    matches[number] = .old(position)
    isTaken[position] = true
  }

  /// A list in which nothing was changed; where masks say nothing of what they hide, all around
  /// them must be the same.
  private mutating func matchWhole() -> Bool {
    if case .anything = comparison.rule { return false }
    guard news.count == olds.count,
      zip(news, olds).allSatisfy({ comparison.isSame($0, $1) })
    else { return false }
    for number in news.indices { take(number, for: number) }
    return true
  }

  /// Equal items at both ends: most edits are in the middle of a list.
  private mutating func matchEnds() {
    func isSame(_ number: Int, _ position: Int) -> Bool {
      !comparison.isVague(news[number]) && comparison.isSame(news[number], olds[position])
    }
    let shared = min(news.count, olds.count)
    var first = 0
    while first < shared, isSame(first, first) {
      take(first, for: first)
      first += 1
    }
    var last = 1
    while last <= shared - first, isSame(news.count - last, olds.count - last) {
      take(olds.count - last, for: news.count - last)
      last += 1
    }
  }

  private mutating func matchByName() {
    for name in Self.names {
      let known = Self.named(name, olds, in: comparison.old)
      for (text, number) in Self.named(name, news, in: comparison.new)
      where matches[number] == .none {
        if let position = known[text], !isTaken[position] { take(position, for: number) }
      }
    }
  }

  /// Items by what stands at a key; what stands at two of them names neither.
  private static func named(
    _ name: String, _ items: [NodeID], in document: ConfigDocument
  ) -> [[UInt8]: Int] {
    var found: [[UInt8]: Int] = [:]
    var repeated: Set<[UInt8]> = []
    for (number, item) in items.enumerated() {
      guard let member = document.member(name, of: item),
        document.kind(member) == .string || document.kind(member) == .number
      else { continue }
      let text = Array((document.string(member) ?? document.text(member)).utf8)
      if found.updateValue(number, forKey: text) != nil { repeated.insert(text) }
    }
    for text in repeated { found[text] = nil }
    return found
  }

  private mutating func matchByContent() {
    for number in news.indices where matches[number] == .none {
      let fitting = olds.indices.filter {
        !isTaken[$0] && comparison.isSame(news[number], olds[$0])
      }
      guard let first = fitting.first else { continue }
      // A mask alone is like everything: it says something only in a list of the same length.
      if case .anything = comparison.rule, comparison.mask(news[number]) != nil,
        news.count != olds.count
      {
        matches[number] = .ambiguous
        continue
      }
      let texts = Set(fitting.map { comparison.old.text(olds[$0]) })
      if texts.count > 1, comparison.isVague(news[number]) {
        matches[number] = .ambiguous
      } else {
        take(fitting.contains(number) ? number : first, for: number)
      }
    }
  }

  /// An item that was changed around labels which only one old item has at the same places.
  private mutating func matchByLabels() {
    guard case .view(let view) = comparison.rule else { return }
    let new = comparison.new
    for number in news.indices where matches[number] == .none {
      let item = news[number]
      let masks = comparison.masks.within(new.subtree(item)).map { NodeID($0) }
      guard !masks.isEmpty, !comparison.isVague(item), new.kind(item) == .object else { continue }
      let depth = new.path(to: item).steps.count
      let labels = new.paths(to: masks).map { Array($0.steps.dropFirst(depth)) }
      let fitting = olds.indices.filter { position in
        !isTaken[position]
          && zip(masks, labels).allSatisfy { mask, way in
            comparison.old.node(at: ConfigPath(way), below: olds[position])
              .map { view.text(of: $0) == new.string(mask) } ?? false
          }
      }
      if fitting.count == 1 { take(fitting[0], for: number) }
      if fitting.count > 1 { matches[number] = .ambiguous }
    }
  }
}
