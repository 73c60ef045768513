import ConfigDocument
import Diagnostics
import Testing

/// Whatever the bytes are, the parser answers: soon, with at most ten errors inside the text.
@Suite struct RobustnessTests {
  /// What is wrong with the answer; nil when it is in order.
  static func flaw(_ bytes: [UInt8]) -> String? {
    do throws(SyntaxFailure) {
      let document = try ConfigDocument(parsing: bytes)
      return Draft(document).render() == bytes ? nil : "rendered differently"
    } catch {
      if error.errors.isEmpty || error.errors.count > 10 { return "\(error.errors.count) errors" }
      for fault in error.errors {
        let spans = [fault.span] + (fault.related.map { [$0.span] } ?? [])
        for span in spans
        where span.range.upperBound > bytes.count || span.line < 1 || span.column < 1 {
          return "\(fault.code) at \(span)"
        }
      }
      return nil
    }
  }

  /// Documents of all spellings of 1 to 4 KB.
  static let seeds: [[UInt8]] = (0..<40).map { seed in
    var generator = DocumentGenerator(seed: UInt64(seed))
    return Array(generator.document().text.utf8)
  }.sorted { $0.count > $1.count }

  @Test("FM-28: a text that is cut off anywhere gives errors inside the text")
  func truncations() {
    for seed in Self.seeds.filter({ $0.count < 2_500 }).prefix(3) {
      for end in 0...seed.count {
        let flaw = Self.flaw(Array(seed[..<end]))
        if let flaw { Issue.record("cut at \(end): \(flaw) \(Laws.shown(seed))") }
      }
    }
  }

  /// 200,000 in an optimised build; there the whole suite takes seconds.
  #if DEBUG
  static let mutationsPerBlock = 2_500
  #else
  static let mutationsPerBlock = 50_000
  #endif

  @Test("FM-28: a text with one byte changed is read or refused", arguments: 0..<4)
  func mutations(block: Int) {
    var random = SplitMix64(seed: UInt64(block))
    let seeds = Self.seeds.dropFirst(12).filter { (40..<200).contains($0.count) }
    let odd: [UInt8] = Array("{}[],:\"'\\/*#\n\r`=<>;".utf8) + [0, 0x80, 0xE2, 0xFF, 0xF0, 0xEF]
    for number in 0..<Self.mutationsPerBlock {
      var bytes = seeds[number % seeds.count]
      bytes[random.below(bytes.count)] =
        random.oneIn(2) ? random.pick(odd) : UInt8(truncatingIfNeeded: random.next())
      let flaw = Self.flaw(bytes)
      guard let flaw else { continue }
      Issue.record("block \(block), \(number): \(flaw) \(Laws.shown(bytes))")
      return
    }
  }

  /// Texts that an attacker or an accident makes large, of so many repetitions.
  static let repetitions: [(name: String, text: @Sendable (Int) -> [UInt8])] = [
    ("braces", { Array(repeating: UInt8(ascii: "{"), count: $0) }),
    ("brackets", { Array(repeating: UInt8(ascii: "["), count: $0) }),
    ("closing braces", { Array(repeating: UInt8(ascii: "}"), count: $0) }),
    ("double quotes", { Array(repeating: UInt8(ascii: "\""), count: $0) }),
    ("one unclosed string", { Array("{a:\"".utf8) + Array(repeating: 0x78, count: $0) }),
    ("unclosed strings", { Array("{".utf8) + cycle("\"a\n", $0) }),
    ("unclosed comment", { Array("{/*".utf8) + Array(repeating: 0x2A, count: $0) }),
    ("commas in an array", { Array("[".utf8) + Array(repeating: UInt8(ascii: ","), count: $0) }),
    ("commas in an object", { Array("{".utf8) + Array(repeating: UInt8(ascii: ","), count: $0) }),
    ("no commas", { Array("[".utf8) + cycle("1 ", $0) }),
    ("backslashes", { Array(repeating: UInt8(ascii: "\\"), count: $0) }),
    ("slashes", { Array(repeating: UInt8(ascii: "/"), count: $0) }),
    ("conflict markers", { Array("{\n".utf8) + cycle("<<<<<<<\n", $0) }),
    ("equals signs", { Array("{\n".utf8) + Array(repeating: UInt8(ascii: "="), count: $0) }),
    ("curly quotes", { Array("[".utf8) + cycle("“", $0) }),
    ("deep and open", { cycle("{\"a\":\n", 999) + cycle("{},\"a\":", $0) }),
    ("long lines of containers", { cycle("[\n", 900) + cycle("[\n],", $0) }),
    ("closed on one line", { cycle("[\n", 900) + cycle("[1],", $0) + cycle("]", 800) }),
    ("lines without a document", { cycle("- a: 1\n", $0) }),
    ("damaged UTF-8", { Array("{a:\"".utf8) + Array(repeating: 0xFF, count: $0) }),
  ]

  static func cycle(_ text: String, _ count: Int) -> [UInt8] {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * count)
    for _ in 0..<count { result += bytes }
    return result
  }

  @Test(
    "FM-28: a large text is answered in time that grows with its size",
    arguments: repetitions.indices)
  func large(_ index: Int) {
    let (name, text) = Self.repetitions[index]
    func time(_ count: Int) -> Duration {
      let bytes = text(count)
      return ContinuousClock().measure {
        let flaw = Self.flaw(bytes)
        #expect(flaw == nil, "\(name)")
      }
    }
    // Linear is ten times; a hundred times would be quadratic. Short times say nothing.
    let short = time(100_000)
    let long = time(1_000_000)
    #expect(long < .milliseconds(400) || long < short * 40, "\(name): \(short), then \(long)")
  }

  @Test("a text of 64 MiB and one byte is refused")
  func tooLarge() {
    #expect(throws: SyntaxFailure.self) {
      try ConfigDocument(parsing: Array(repeating: 0x20, count: ConfigDocument.byteLimit + 1))
    }
  }
}
