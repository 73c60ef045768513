import ConfigDocument
import Diagnostics
import Testing

/// Members that are turned into comments and back.
@Suite struct ParkTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let before: String
    let parked: String
    var keys: [String] = ["x"]
    var testDescription: String { before }
  }

  static let rows = [
    Row(before: "{ a: 1, x: 2, b: 3 }", parked: "{ a: 1, /*clawdoctor:parked x: 2,*/ b: 3 }"),
    Row(before: "{ x: 2 }", parked: "{ /*clawdoctor:parked x: 2*/ }"),
    Row(before: "{ a: 1, x: 2 }", parked: "{ a: 1, /*clawdoctor:parked x: 2*/ }"),
    Row(
      before: "{\r\n  \"a\": 1,\r\n  \"x\": { \"y\": [1] } ,\r\n}\r\n",
      parked: "{\r\n  \"a\": 1,\r\n  /*clawdoctor:parked \"x\": { \"y\": [1] } ,*/\r\n}\r\n"),
    Row(
      before: "{ x: 2 /* two */ , a: 1 } // end",
      parked: "{ /*clawdoctor:parked~ x: 2 /* two *~/ ,*/ a: 1 } // end"),
    Row(
      before: "{ x: '*/ ~ *~/ ~~', }",
      parked: "{ /*clawdoctor:parked~ x: '*~/ ~~ *~~/ ~~~~',*/ }"),
    Row(
      before: "{\n  // mine\n  x: 2, // two\n  a: 1,\n}",
      parked: "{\n  // mine\n  /*clawdoctor:parked x: 2,*/ // two\n  a: 1,\n}"),
    Row(
      before: "{ x: 1, y: 2 }",
      parked: "{ /*clawdoctor:parked x: 1,*/ /*clawdoctor:parked y: 2*/ }", keys: ["x", "y"]),
    Row(
      before: "{ x: { y: 2 }, a: 1 }", parked: "{ /*clawdoctor:parked x: { y: 2 },*/ a: 1 }",
      keys: ["x", "x.y"]),
  ]

  @Test("A member becomes a comment, and the same bytes again", arguments: rows)
  func roundTrip(_ row: Row) throws {
    let document = try ConfigDocument(parsing: Array(row.before.utf8))
    let nodes = try row.keys.map { try #require(document.node(at: ConfigPath(parsing: $0))) }
    let parked = ParkedMembers.park(nodes, in: document)
    #expect(String(decoding: parked, as: UTF8.self) == row.parked)
    let again = try ConfigDocument(parsing: parked)
    for key in row.keys { #expect(try again.node(at: ConfigPath(parsing: key)) == nil) }
    #expect(ParkedMembers.unpark(again) == document.bytes)
  }

  @Test(
    "Other comments stay what they are",
    arguments: [
      "{ /* clawdoctor:parked x: 2 */ }", "{ a: '/*clawdoctor:parked x: 2*/' }", "{} // x",
      "/*clawdoctor:parked*/ {}",
    ])
  func others(_ text: String) throws {
    let document = try ConfigDocument(parsing: Array(text.utf8))
    #expect(ParkedMembers.unpark(document) == document.bytes)
  }
}
