import ConfigDocument
import Diagnostics
import Testing

/// What setting a variable does to a `.env` file, and what it leaves.
@Suite struct DotEnvSettingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let before: String
    let name: String
    let value: String
    let after: String
    var testDescription: String { "\(name) in \(before.debugDescription)" }

    init(_ before: String, _ name: String, _ value: String, _ after: String) {
      self.before = before
      self.name = name
      self.value = value
      self.after = after
    }
  }

  static let replaced = [
    Case("A=1", "A", "2", "A=2"),
    Case("A = 1 \t# one\r\nB=2\r\n", "A", "abc", "A = abc \t# one\r\nB=2\r\n"),
    Case("A=1#one", "A", "2", "A=2#one"),
    Case("\u{FEFF}export A=1\n", "A", "2", "\u{FEFF}export A=2\n"),
    Case("A: 1\n", "A", "2", "A: 2\n"),
    Case("A='1' # x\n", "A", "2", "A='2' # x\n"),
    Case("A=\"1\"\n", "A", "a b", "A=\"a b\"\n"),
    Case("A=`1`\n", "A", "it's \"x\"", "A=`it's \"x\"`\n"),
    Case("A='1'\n", "A", "it's", "A=\"it's\"\n"),
    Case("A=1\n", "A", "a b", "A='a b'\n"),
    Case("A=1\n", "A", "a#b", "A='a#b'\n"),
    Case("A=1\n", "A", "$B", "A='$B'\n"),
    Case("A=\"1\"\n", "A", "a\\nb", "A='a\\nb'\n"),
    Case("A=\"a\nb\"\nB=2", "A", "c", "A=\"c\"\nB=2"),
    Case("A=\nB=2", "A", "1", "A=1\nB=2"),
    Case("A=''\n", "A", "1", "A='1'\n"),
    Case("A=1\n", "A", "", "A=\n"),
    Case("A= # none\n", "A", "1", "A=1 # none\n"),
    Case("A=# none\n", "A", "1", "A=1 # none\n"),
    Case("A=1\nA=2\nB=3\n", "A", "4", "A=1\nA=4\nB=3\n"),
    Case("A=\"x\nB=2\n", "A", "1", "A=1\nB=2\n"),
    Case("A=\n'1'\n", "A", "2", "A=\n'2'\n"),
    Case("A=\u{A0}1\u{A0}\n", "A", "2", "A=\u{A0}2\u{A0}\n"),
  ]

  static let added = [
    Case("", "A", "1", "A=1\n"),
    Case("\u{FEFF}", "A", "1", "\u{FEFF}A=1\n"),
    Case("B=2\n", "A", "1", "B=2\nA=1\n"),
    Case("B=2", "A", "1", "B=2\nA=1\n"),
    Case("B=2\r\nC=3", "A", "1", "B=2\r\nC=3\r\nA=1\r\n"),
    Case("B=2\r", "A", "1", "B=2\rA=1\r"),
    Case("export B=2\nexport C=3\n", "A", "1", "export B=2\nexport C=3\nexport A=1\n"),
    Case("export B=2\nC=3\n", "A", "1", "export B=2\nC=3\nA=1\n"),
    Case("# A=1\n", "A", "x y", "# A=1\nA='x y'\n"),
    Case("X=\"x\nA=a\"b\nB=z\"\n", "A", "1", "X=\"x\nA=\"1\"\nB=z\"\n"),
    Case("B:\n", "A", "1", "B:\n\nA=1\n"),
    Case("a=1\n", "A", "1", "a=1\nA=1\n"),
    Case("B='x\n", "A", "1", "B='x\nA=1\n"),
    Case("B='x\n", "A", "x y", "B='x\nA='x y'\n"),
  ]

  @Test("A variable is set, and every other byte stays", arguments: replaced + added)
  func setting(_ example: Case) throws {
    let file = DotEnvDocument(Array(example.before.utf8))
    let result = try file.setting(example.name, to: example.value)
    #expect(String(decoding: result, as: UTF8.self) == example.after)
    #expect(DotEnvDocument(result).value(of: example.name) == example.value)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let before: String
    let name: String
    let value: String
    let error: DotEnvError
    var testDescription: String { "\(error)" }
  }

  static let refusals = [
    Refusal(before: "", name: "", value: "1", error: .invalidName("")),
    Refusal(before: "", name: "A B", value: "1", error: .invalidName("A B")),
    Refusal(before: "", name: "A=1\nB", value: "1", error: .invalidName("A=1\nB")),
    Refusal(before: "", name: "A", value: "1\nB=2", error: .controlCharacter("A")),
    Refusal(before: "", name: "A", value: "\0", error: .controlCharacter("A")),
    Refusal(before: "", name: "A", value: "'\"`", error: .notQuotable("A")),
    Refusal(before: "", name: "A", value: "a b\\", error: .notQuotable("A")),
    // Whatever replaces the quotes of A, one of those that are open before it reaches behind it.
    Refusal(
      before: "X=\"x\nY='x\nZ=`x\nA=a\"b'c`d\nB=z\"\nC=z'\nD=z`\n", name: "A", value: "1",
      error: .wouldChangeOthers("A", line: 4)),
  ]

  @Test("What cannot be written is refused, without the value", arguments: refusals)
  func refusing(_ refusal: Refusal) {
    let file = DotEnvDocument(Array(refusal.before.utf8))
    #expect(throws: refusal.error) { try file.setting(refusal.name, to: refusal.value) }
    for sentence in [refusal.error.message, refusal.error.help] {
      #expect(!sentence.segments.isEmpty)
      #expect(!sentence.segments.contains(.outside(refusal.value)))
    }
  }

  // MARK: - The law, over random files

  private static let pieces = [
    "A", "B", "C_1", "export ", "=", " = ", "=", "\n", "\n", "\r\n", "'", "\"", "`", "\\'", "\\n",
    "\\", "#", " # c", ": ", " ", "foo", "bar baz", "\u{A0}", "é", "=\n", "='x'", "=\"y\"", "\n\n",
  ]
  private static let values = [
    "0123456789abcdef", "word", "two words", "it's", "a#b", "", "\"", "é", "\\x", "$X", " a ",
  ]

  @Test("Setting changes no other byte, and reading gives the value back", arguments: 0..<8)
  func law(block: UInt64) throws {
    var random = SplitMix64(seed: block)
    for _ in 0..<400 {
      let text = (0..<random.below(24)).map { _ in random.pick(Self.pieces) }.joined()
      let file = DotEnvDocument(Array(text.utf8))
      let name = random.pick(["A", "B", "N"])
      let value = random.pick(Self.values)
      let result: [UInt8]
      do throws(DotEnvError) {
        result = try file.setting(name, to: value)
      } catch {
        guard case .wouldChangeOthers = error else {
          Issue.record("\(error) for \(text.debugDescription)")
          continue
        }
        continue
      }
      let after = DotEnvDocument(result)
      #expect(after.value(of: name) == value, "\(name) in \(text.debugDescription)")
      if let entry = file.entry(name) {
        // All that may change lies between the quotes, with the quotes.
        let head = file.bytes[..<max(0, entry.valueRange.lowerBound - 1)]
        let tail = file.bytes[min(file.bytes.count, entry.valueRange.upperBound + 1)...]
        #expect(result.starts(with: head), "\(name) in \(text.debugDescription)")
        #expect(result.reversed().starts(with: tail.reversed()), "\(text.debugDescription)")
      } else {
        #expect(result.starts(with: file.bytes), "\(name) in \(text.debugDescription)")
      }
      let others = { (file: DotEnvDocument) in
        let place = file.entries.lastIndex { $0.name == name }
        return file.entries.indices.filter { $0 != place }
          .map { [file.entries[$0].name, file.entries[$0].value] }
      }
      #expect(others(after) == others(file), "\(name) in \(text.debugDescription)")
    }
  }

  @Test("What people write is hardly ever refused")
  func refusalsAreRare() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<200 {
      let lines = (0..<random.below(8)).map { number in
        random.pick([
          "", "# note's", "V\(number)=abc", "V\(number)='a b'", "export V\(number)=\"x\"",
        ])
      }
      let file = DotEnvDocument(Array(lines.joined(separator: "\n").utf8))
      #expect(throws: Never.self) { try file.setting("V3", to: "0123456789abcdef") }
    }
  }
}
