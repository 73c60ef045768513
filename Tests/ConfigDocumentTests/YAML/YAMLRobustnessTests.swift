import CLibYAML
import ConfigDocument
import Diagnostics
import Testing

/// Whatever the bytes are, the YAML parser answers: soon, and with an error inside the text.
@Suite struct YAMLRobustnessTests {
  /// What is wrong with the answer; nil when it is in order.
  static func flaw(_ bytes: [UInt8]) -> String? {
    do throws(SyntaxFailure) {
      let document = try ConfigDocument(yaml: bytes)
      for comment in document.comments() where document.bytes[comment.lowerBound] != 0x23 {
        return "\(comment) is no comment"
      }
      _ = document.yamlTraps()
      if Draft(document).render() != bytes { return "rendered differently" }
      if LawTests.opened(document).render() != bytes { return "taken apart, rendered differently" }
      return difference(document)
    } catch {
      guard let fault = error.errors.first, error.errors.count == 1 else {
        return "\(error.errors.count) errors"
      }
      let spans = [fault.span] + (fault.related.map { [$0.span] } ?? [])
      for span in spans
      where span.range.upperBound > bytes.count || span.line < 1 || span.column < 1 {
        return "\(fault.code) at \(span)"
      }
      return nil
    }
  }

  /// Where our content of a scalar is not that of libyaml.
  static func difference(_ document: ConfigDocument) -> String? {
    var ours: [Int: String] = [:]
    func collect(_ node: NodeID) {
      if document.kind(node).isContainer {
        for child in document.children(node) { collect(child) }
      } else if let text = document.scalarText(node), !document.range(node).isEmpty {
        ours[document.range(node).lowerBound] = String(decoding: text.bytes, as: UTF8.self)
      }
    }
    collect(document.root)
    for (offset, text) in scalars(document.bytes) {
      if let mine = ours[offset], mine != text { return "\(mine) at \(offset) should be \(text)" }
    }
    return nil
  }

  /// The scalars without properties that libyaml finds, by the byte where each begins.
  private static func scalars(_ bytes: [UInt8]) -> [(Int, String)] {
    let base = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = Array(bytes[base...])
    var starts: [Int] = []
    for (offset, byte) in text.enumerated() where byte & 0xC0 != 0x80 { starts.append(offset) }
    var found: [(Int, String)] = []
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return [] }
    defer { yaml_parser_delete(&parser) }
    text.withUnsafeBufferPointer { input in
      yaml_parser_set_input_string(&parser, input.baseAddress, input.count)
      var isDone = false
      var documents = 0
      while !isDone {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { return }
        if event.type == YAML_DOCUMENT_START_EVENT { documents += 1 }
        isDone = event.type == YAML_STREAM_END_EVENT || documents > 1
        if event.type == YAML_SCALAR_EVENT, event.data.scalar.tag == nil,
          event.data.scalar.anchor == nil, event.start_mark.index < starts.count
        {
          let value = UnsafeBufferPointer(
            start: event.data.scalar.value, count: event.data.scalar.length)
          found.append(
            (starts[event.start_mark.index] + base, String(decoding: value, as: UTF8.self)))
        }
        yaml_event_delete(&event)
      }
    }
    return found
  }

  static let seeds: [[UInt8]] = (0..<60).map { seed in
    Array(Notation.yaml.example(seed: seed).text.utf8)
  }

  #if DEBUG
  static let large = 20_000
  static let truncationStep = 13
  static let mutationsPerBlock = 300
  #else
  static let large = 400_000
  static let truncationStep = 1
  static let mutationsPerBlock = 25_000
  #endif

  @Test("FM-28: YAML that is cut off anywhere gives an error inside the text")
  func truncations() {
    let long = Array(Self.seeds.filter { $0.count < 700 }.prefix(8).joined())
    for seed in [long] + Self.seeds.filter({ $0.count < 700 }).prefix(6) {
      for end in stride(from: 0, through: seed.count, by: Self.truncationStep) {
        let flaw = Self.flaw(Array(seed[..<end]))
        if let flaw { Issue.record("cut at \(end): \(flaw) \(Laws.shown(seed))") }
      }
    }
  }

  @Test("FM-28: YAML with some bytes changed is read or refused", arguments: 0..<4)
  func mutations(block: Int) {
    var random = SplitMix64(seed: UInt64(block))
    let seeds = Self.seeds.filter { (40..<400).contains($0.count) }
    let odd: [UInt8] =
      Array("{}[],:\"'\\*&!|>-?#%@`<=~ \n\n  \r\t".utf8) + [0, 0x80, 0xC2, 0x85, 0xE2, 0xFF]
    for number in 0..<Self.mutationsPerBlock {
      var bytes = seeds[number % seeds.count]
      for _ in 0...random.below(3) {
        let place = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(random.pick(odd), at: place)
        default: bytes[place] = random.pick(odd)
        }
        if bytes.isEmpty { bytes = [0x61] }
      }
      let flaw = Self.flaw(bytes)
      guard let flaw else { continue }
      Issue.record("block \(block), \(number): \(flaw) \(Laws.shown(bytes))")
      return
    }
  }

  static func cycle(_ text: String, _ count: Int) -> [UInt8] {
    RobustnessTests.cycle(text, count)
  }

  static let repetitions: [(name: String, text: @Sendable (Int) -> [UInt8])] = [
    ("flow sequences", { cycle("[", $0) }),
    ("flow mappings", { cycle("{a: ", $0) }),
    ("dashes", { cycle("- ", $0) }),
    ("explicit keys", { cycle("? ", $0) }),
    ("a long key", { cycle("a", $0) + Array(": 1\n".utf8) }),
    ("long plain lines", { Array("a: ".utf8) + cycle("word ", $0) }),
    ("lines of plain text", { Array("a: x\n".utf8) + cycle("  word\n", $0) }),
    ("empty lines", { Array("a: |\n  x\n".utf8) + cycle("\n", $0) }),
    ("comments", { cycle("# c\n", $0) }),
    ("comments below each value", { cycle("- a\n  # c\n", $0) }),
    ("empty values", { cycle("- \n", $0) }),
    (
      "keys",
      { count in
        Array((0..<count / 8).map { "key\($0): v\n" }.joined().utf8)
      }
    ),
    (
      "anchors",
      { count in
        Array((0..<count / 8).map { "- &a\($0) {}\n" }.joined().utf8)
      }
    ),
    ("aliases", { Array("- &a x\n".utf8) + cycle("- *a\n", $0) }),
    ("merges", { Array("- &a {b: 1}\n".utf8) + cycle("- <<: *a\n", $0) }),
    (
      "merges in one mapping",
      { count in
        Array("a: &a {b: 1}\nc:\n".utf8) + cycle("  <<: *a\n", count / 40)
      }
    ),
    ("tags", { cycle("- !t\n", $0) }),
    ("properties on lines", { cycle("&a\n", $0) }),
    ("directives", { cycle("%X y\n", $0) }),
    ("documents", { cycle("---\n", $0) }),
    ("quotes", { cycle("- \"a\\n\"\n", $0) }),
    ("one open quote", { Array("a: \"".utf8) + cycle("x", $0) }),
    ("deep and wide", { cycle("[", 900) + cycle("x, ", $0) + cycle("]", 900) }),
    ("non-ASCII", { cycle("- é\n", $0) }),
    ("templates", { cycle("- {{ a }}\n", $0) }),
    ("block scalars", { cycle("- |\n  x\n", $0) }),
  ]

  @Test(
    "FM-28: a large YAML text is answered in time that grows with its size",
    arguments: repetitions.indices)
  func large(_ index: Int) {
    let (name, text) = Self.repetitions[index]
    func time(_ count: Int) -> Duration {
      let bytes = text(count)
      return ContinuousClock().measure {
        _ = try? ConfigDocument(yaml: bytes)
      }
    }
    let short = time(Self.large / 10)
    // The better of two: other tests run at the same time.
    let long = min(time(Self.large), time(Self.large))
    #expect(long < .seconds(1) || long < short * 40, "\(name): \(short), then \(long)")
  }

  @Test("FM-28: aliases of aliases are refused soon")
  func billionLaughs() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<40 {
      let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(items)]\n"
    }
    let time = ContinuousClock().measure {
      #expect {
        _ = try ConfigDocument(yaml: Array(text.utf8))
      } throws: { error in
        (error as? SyntaxFailure)?.errors.map(\.code) == ["too-many-aliases"]
      }
    }
    #expect(time < .seconds(1))
  }

  @Test("YAML of 8 MiB and one byte is refused")
  func tooLarge() {
    #expect {
      _ = try ConfigDocument(yaml: Array(repeating: 0x20, count: 8 << 20 | 1))
    } throws: { error in
      (error as? SyntaxFailure)?.errors.map(\.code) == ["too-large"]
    }
  }
}
