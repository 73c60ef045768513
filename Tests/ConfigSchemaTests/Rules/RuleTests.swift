import ConfigDocument
import Testing

@testable import ConfigSchema

/// Rules about several keys.
@Suite struct RuleTests {
  @Test(
    "A rule points at the marked spots and at nothing else",
    arguments: RuleExample.general + RuleExample.channels)
  func example(_ example: RuleExample) throws {
    var plain: [UInt8] = []
    var spots: [Int] = []
    let arrow = Array("↓".utf8)
    var rest = Array(example.config.utf8)[...]
    while let byte = rest.first {
      if rest.starts(with: arrow) {
        spots.append(plain.count)
        rest = rest.dropFirst(arrow.count)
      } else {
        plain.append(byte)
        rest = rest.dropFirst()
      }
    }
    let document = try ConfigDocument(parsing: plain)
    let breaches = RuleBook.breaches(in: document, KeySet(example.release))
      .filter { $0.rule == example.rule }
    let found = breaches.map { breach in
      (document.keyRange(breach.node) ?? document.range(breach.node)).lowerBound
    }
    #expect(found.sorted() == spots)
  }

  @Test(
    "Every rule has an example that it refuses, and its own name", arguments: RuleBook.all.map(\.id)
  )
  func isShown(_ rule: String) {
    let examples = (RuleExample.general + RuleExample.channels).filter { $0.rule == rule }
    #expect(examples.contains { $0.config.contains("↓") })
    #expect(RuleBook.all.count { $0.id == rule } == 1)
  }

  @Test("After the newest release whose rules are known, nothing is refused by one")
  func later() throws {
    let document = try ConfigDocument(
      parsing: Array(#"{ channels: { signal: { dmPolicy: "open" } } }"#.utf8))
    #expect(RuleBook.breaches(in: document, KeySet("2026.4.22")).map(\.isRefused) == [true])
    #expect(RuleBook.breaches(in: document, KeySet("2026.6.11")).map(\.isRefused) == [false])
  }
}
