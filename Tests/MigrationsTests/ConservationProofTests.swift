import ConfigDocument
import ConfigSchema
import Diagnostics
import Migrations
import Testing

/// A result that somebody or something has tampered with.
struct Forgery: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let before: String
  let after: String
  let events: [Ledger.Event]
  let violations: [ConservationProof.Violation]

  private static func at(_ text: String) -> ConfigPath { Transform.path(text) }

  static let all = [
    Forgery(
      testDescription: "a value lost", before: "{a: 1, b: 2}", after: "{a: 1}", events: [],
      violations: [.lost(at("b"))]),
    Forgery(
      testDescription: "a value altered", before: "{a: 1, b: 2}", after: "{a: 1, b: 3}", events: [],
      violations: [.altered(at("b"))]),
    Forgery(
      testDescription: "a value invented", before: "{a: 1}", after: "{a: 1, b: 2}", events: [],
      violations: [.invented(at("b"))]),
    Forgery(
      testDescription: "a number spelled anew", before: "{a: 805422583936421918}",
      after: "{a: 805422583936421900}", events: [], violations: [.altered(at("a"))]),
    Forgery(
      testDescription: "a variable replaced", before: "{a: \"${A}\"}", after: "{b: \"x\"}",
      events: [.moved(at("a"), to: at("b"))], violations: [.altered(at("a"))]),
    Forgery(
      testDescription: "a section dropped",
      before: "{channels: {telegram: {botToken: \"t\"}}, meta: {}}", after: "{meta: {}}",
      events: [],
      violations: [.lost(at("channels"))]),
    Forgery(
      testDescription: "a section said to be empty that was not", before: "{a: {b: 1}}",
      after: "{}",
      events: [.emptied(at("a"))], violations: [.lost(at("a.b"))]),
    Forgery(
      testDescription: "a move that did not arrive", before: "{a: 1}", after: "{}",
      events: [.moved(at("a"), to: at("b"))], violations: [.lost(at("a"))]),
    Forgery(
      testDescription: "a conversion that did not arrive", before: "{a: 1}", after: "{}",
      events: [.converted(at("a"), to: at("b"))], violations: [.lost(at("a"))]),
    Forgery(
      testDescription: "a value given up for another one that is not there", before: "{a: 1}",
      after: "{}", events: [.superseded(at("a"), by: at("b"))], violations: [.lost(at("a"))]),
    Forgery(
      testDescription: "a comment lost", before: "{a: 1 /* mine */}", after: "{b: 1}",
      events: [.moved(at("a"), to: at("b"))], violations: [.comments(1)]),
    Forgery(
      testDescription: "an item that took another's place", before: "{a: [1, 2, 3]}",
      after: "{a: [1, 3]}", events: [.removed(at("a[0]"))],
      violations: [.altered(at("a[1]"))]),
  ]
}

@Suite struct ConservationProofTests {
  @Test("FM-05: a forged result is found, and nothing else", arguments: Forgery.all)
  func forgery(_ forgery: Forgery) throws {
    var ledger = Ledger()
    for event in forgery.events { ledger.record(event, by: "forger") }
    let violations = ConservationProof.violations(
      before: try ConfigDocument(parsing: Array(forgery.before.utf8)),
      after: try ConfigDocument(parsing: Array(forgery.after.utf8)), ledger: ledger)
    #expect(Set(violations) == Set(forgery.violations))
  }

  @Test("An honest result passes")
  func honest() throws {
    var ledger = Ledger()
    ledger.record(.converted(Transform.path("a[0]"), to: Transform.path("m.x")), by: "test")
    ledger.record(.moved(Transform.path("a[0]"), to: Transform.path("b[1]")), by: "test")
    ledger.record(.emptied(Transform.path("a")), by: "test")
    let violations = ConservationProof.violations(
      before: try ConfigDocument(parsing: Array("{a: [\"x\", \"y\"], b: [0]}".utf8)),
      after: try ConfigDocument(parsing: Array("{b: [0, \"y\"], m: {x: {}}}".utf8)), ledger: ledger)
    #expect(violations.isEmpty)
  }

  @Test(
    "A moved object with a key that stands twice keeps both values",
    arguments: ["{botToken: 'a', botToken: 'b'}", "{x: {b: 1, b: 2, b: 1}}", "{b: {}, b: 3}"])
  func movedTwins(_ text: String) throws {
    let result = try migrate("{telegram: \(text)}", to: "2026.4.22")
    #expect(result.text.contains(text))
    #expect(result.plan.changes.count == 1)
  }

  @Test("One of two values of a key that is lost on a move is found")
  func lostTwin() throws {
    var ledger = Ledger()
    ledger.record(.moved(Transform.path("a"), to: Transform.path("z")), by: "test")
    let violations = ConservationProof.violations(
      before: try ConfigDocument(parsing: Array("{a: {b: 1, b: 2}}".utf8)),
      after: try ConfigDocument(parsing: Array("{z: {b: 2}}".utf8)), ledger: ledger)
    #expect(violations == [.altered(Transform.path("a.b"))])
  }
}
