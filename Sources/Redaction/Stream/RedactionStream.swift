/// Hides secrets in a text of any size and any kind, as it passes.
///
/// The text goes in in pieces of any size and comes out with labels in the place of secrets; the
/// pieces make no difference to what comes out. Lines may be of any length and bytes of any kind:
/// what is not hidden comes out byte for byte. Memory is bounded, whatever passes.
///
/// ```swift
/// var stream = RedactionStream()
/// var output: [UInt8] = []
/// stream.redact(Array("see sk-demo-not-a-secret, ".utf8), into: &output)
/// stream.finish(into: &output)  // see ‹api-key 1›,
/// ```
///
/// A secret is known by the format of its kind, by the name before it, by its place in a URL, by
/// being random, or because a config holds it (`init(knowing:)`). Checksums, commits, ids and data
/// in Base64, of which logs are full, are shown.
public struct RedactionStream: Sendable {
  /// How much of a text is at hand.
  struct Sizes {
    /// The bytes that are searched at a time.
    var window = 1 << 18
    /// The bytes that are looked at behind a place before it is judged.
    var lookahead = 1 << 15
  }

  let sizes: Sizes
  /// Whether characters that cannot be seen are written as `\u{…}`.
  private let showsInvisible: Bool
  var redactor: Redactor
  private var scanner: StreamScanner
  /// Bytes that were given out, for looking behind, and those that were not.
  private var window: [UInt8] = []
  private var given = 0
  /// How many secrets of each kind were hidden so far, by the word of the label.
  public private(set) var counts: [String: Int] = [:]

  /// Makes a stream.
  ///
  /// - Parameters:
  ///   - redactor: the secrets that it has learned are hidden wherever they stand, however they
  ///     are encoded.
  ///   - showsInvisible: whether characters that cannot be seen, or that change the order in which
  ///     others are seen, are written as `\u{…}`.
  public init(knowing redactor: Redactor = Redactor(), showsInvisible: Bool = false) {
    self.init(knowing: redactor, showsInvisible: showsInvisible, sizes: Sizes())
  }

  init(knowing redactor: Redactor, showsInvisible: Bool = false, sizes: Sizes) {
    self.sizes = sizes
    self.showsInvisible = showsInvisible
    self.redactor = redactor
    var exact = ExactSecrets()
    for (secret, label) in redactor.known.secrets { exact.add(secret, label) }
    scanner = StreamScanner(exact: exact, lookahead: sizes.lookahead)
    window.reserveCapacity(sizes.window)
  }

  /// Takes the next piece of a text.
  ///
  /// - Parameters:
  ///   - piece: any number of bytes.
  ///   - output: gets what may be shown of the text so far; the rest comes later.
  public mutating func redact(_ piece: UnsafeRawBufferPointer, into output: inout [UInt8]) {
    let bytes = piece.bindMemory(to: UInt8.self)
    var position = 0
    while position < bytes.count {
      let end = min(bytes.count, position + sizes.window - window.count)
      window.append(contentsOf: bytes.part(position..<end))
      position = end
      if window.count == sizes.window {
        process(until: window.count - sizes.lookahead, .more, &output)
        slide()
      }
    }
  }

  /// Takes the next piece of a text.
  ///
  /// - Parameters:
  ///   - piece: any number of bytes.
  ///   - output: gets what may be shown of the text so far; the rest comes later.
  public mutating func redact(_ piece: [UInt8], into output: inout [UInt8]) {
    piece.withUnsafeBytes { redact($0, into: &output) }
  }

  /// Ends a text; another one may follow, in which equal secrets get equal labels.
  ///
  /// - Parameter output: gets what is left.
  public mutating func finish(into output: inout [UInt8]) {
    process(until: window.count, .all, &output)
    window.removeAll(keepingCapacity: true)
    given = 0
    scanner = scanner.restarted()
  }

  /// Gives out the lines of a text that comes slowly, as far as nothing that may yet come can make
  /// a part of them a secret.
  ///
  /// What comes out in the end is the same, but for the labels of secrets longer than what is at
  /// hand.
  ///
  /// - Parameter output: gets what may be shown.
  public mutating func flush(into output: inout [UInt8]) {
    guard let end = window.withUnsafeBufferPointer({ CertainLines.end(of: $0, from: given) }) else {
      return
    }
    process(until: end, .slow, &output)
    slide()
  }

  // MARK: Windows

  private mutating func process(
    until limit: Int, _ supply: StreamScanner.Supply, _ output: inout [UInt8]
  ) {
    let window = self.window
    window.withUnsafeBufferPointer { text in
      repeat {
        if scanner.isInSecret {
          scanner.passOver(text, until: limit)
          given = scanner.position
        }
        if scanner.isInSecret { break }
        scanner.scan(text, until: limit, supply)
        give(text, supply, &output)
      } while scanner.isInSecret
    }
  }

  /// Forgets what is no longer looked at.
  private mutating func slide() {
    let start = min(given, scanner.position) - StreamScanner.lookbehind
    guard start > 0 else { return }
    window.removeSubrange(..<start)
    given -= start
    scanner.move(by: start)
  }

  /// Gives out the text as far as it was searched, or to a find that may yet grow.
  private mutating func give(
    _ text: TextBytes, _ supply: StreamScanner.Supply, _ output: inout [UInt8]
  ) {
    var finds = scanner.finds
    StreamFind.merge(&finds)
    let isSettled = supply == .all || scanner.isInSecret
    // Lines hold what begins in them; else a secret may begin before the place that gives it away.
    let margin = isSettled || supply == .slow ? 0 : StreamScanner.margin
    let settled = scanner.position - margin
    let pending =
      isSettled
      ? finds.count : finds.firstIndex { $0.range.upperBound > settled } ?? finds.count
    for find in finds[..<pending] { hide(find, text, &output) }
    scanner.finds = Array(finds[pending...])
    let end = min(scanner.finds.first.map(\.range.lowerBound) ?? settled, settled)
    show(text, until: max(given, end), isSettled, &output)
  }

  private mutating func show(
    _ text: TextBytes, until end: Int, _ isSettled: Bool, _ output: inout [UInt8]
  ) {
    guard showsInvisible else {
      output.append(contentsOf: text.part(given..<end))
      given = end
      return
    }
    let end = isSettled ? end : max(given, VisibleText.boundary(text, before: end))
    VisibleText.append(text.part(given..<end), to: &output)
    given = end
  }

  private mutating func hide(_ find: StreamFind, _ text: TextBytes, _ output: inout [UInt8]) {
    let around = max(0, find.range.lowerBound - 128)..<find.range.upperBound
    let islands = Islands.scan(text, in: around)
    for piece in Find.cut([Find(find.range, find.label)], by: islands, in: text) {
      guard piece.range.upperBound > given else { continue }
      show(text, until: max(given, piece.range.lowerBound), true, &output)
      let label =
        find.net == .exact
        ? find.label : redactor.streamLabel(text.part(piece.range), find.label)
      output.append(contentsOf: label.utf8)
      counts[Self.kind(label), default: 0] += 1
      given = piece.range.upperBound
    }
  }

  /// The word of a label: `‹token 1›`.
  private static func kind(_ label: String) -> String {
    // Bytes, for there may be a secret in every line: the mark in front of the word has three.
    String(Substring(label.utf8.dropFirst(3).prefix { $0 != UInt8(ascii: " ") }))
  }
}
