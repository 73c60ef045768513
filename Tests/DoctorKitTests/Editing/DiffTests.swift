import DoctorKit
import Foundation
import Testing

/// `config diff`: what differs, with equal secrets seen as equal and changed ones as changed.
@Suite struct DiffTests {
  private func lines(_ old: String, _ new: String) throws -> [String] {
    let place = try Workplace(new)
    try place.write(old, to: "old.json5")
    let difference = try place.doctor().diff(
      place.folder.appending(path: "old.json5").path, nil, withLines: true, place.request()
    ).get()
    return difference.entries.map { entry in
      let path = [entry.oldPath, entry.newPath].compactMap { $0 }
      let paths = path.first == path.last ? path.suffix(1).joined() : path.joined(separator: " ")
      return "\(entry.kind) \(paths): \(entry.old ?? "") -> \(entry.new ?? "")"
    }
  }

  @Test(
    "Values are compared, whatever their spelling, order and comments",
    arguments: [
      ("{ a: 1, b: 'x' }", "{\n  // c\n  \"b\": \"\\x78\", 'a': 0x1,\n}", []),
      ("{ a: 1 }", "{ a: 2 }", ["changed a: 1 -> 2"]),
      (
        "{ a: 9007199254740993 }", "{ a: 9007199254740992 }",
        ["changed a: 9007199254740993 -> 9007199254740992"]
      ),
      (
        "{ a: 1, c: {} }", "{ b: [1, 2], a: 1 }",
        ["added b:  -> an array with 2 items", "removed c: an object without members -> "]
      ),
      (
        "{ l: [{ id: 'a', n: 1 }, { id: 'b' }] }", "{ l: [{ id: 'b' }, { id: 'a', n: 2 }] }",
        [
          "moved l[0] l[1]: an object with 2 members -> an object with 2 members",
          "changed l[0].n l[1].n: 1 -> 2",
        ]
      ),
      ("{ l: [1, 2, 3] }", "{ l: [1, 3] }", ["removed l[1]: 2 -> "]),
      ("{ a: { b: 1 } }", "{ a: 'x' }", ["changed a: an object with 1 member -> \"x\""]),
    ] as [(String, String, [String])])
  func values(_ old: String, _ new: String, _ expected: [String]) throws {
    #expect(try lines(old, new) == expected)
  }

  @Test("Equal secrets have equal labels, wherever they stand; changed ones are told apart")
  func secrets() throws {
    let old = "{ a: { token: 'demo-not-a-secret-one' }, b: { token: 'demo-not-a-secret-two' } }"
    let new = "{ a: { token: 'demo-not-a-secret-two' }, c: { token: 'demo-not-a-secret-one' } }"
    #expect(
      try lines(old, new) == [
        "changed a.token: \"‹token 1›\" -> \"‹token 2›\"",
        "added c:  -> an object with 1 member", "removed b: an object with 1 member -> ",
      ])
    #expect(
      try lines(old, old.replacing("two", with: "2")) == [
        "changed b.token: \"‹token 2›\" -> \"‹token 3›\""
      ])
    #expect(try lines(old, old.replacing("{ a", with: "{  a")) == [])
  }

  @Test("The lines are masked too, and only the text may differ")
  func text() throws {
    let place = try Workplace("{\n  a: { token: 'demo-not-a-secret-one' }, // new\n}\n")
    try place.write("{\n  a: { token: 'demo-not-a-secret-one' },\n}\n", to: "old.json5")
    let old = place.folder.appending(path: "old.json5").path
    let difference = try place.doctor().diff(old, nil, withLines: true, place.request()).get()
    #expect(difference.entries == [] && !difference.hasSameText)
    #expect(
      difference.lines.suffix(3) == [
        "-  a: { token: '‹token 1›' },", "+  a: { token: '‹token 1›' }, // new", " }",
      ])
    #expect(difference.lines.prefix(2) == ["--- \(old)", "+++ \(place.config.path)"])
    #expect(!"\(difference)".contains("demo-not-a-secret"))
  }

  @Test("A number is a backup, where no file has that name")
  func backup() throws {
    let place = try Workplace("{ gateway: { port: 1 } }")
    place.set("gateway.port", "2")
    let difference = try place.doctor().diff("1", nil, withLines: true, place.request()).get()
    #expect(difference.entries.map(\.newPath) == ["gateway.port"])
    #expect(difference.entries.first?.old == "1")
    try place.write("{ gateway: { port: 2 } }", to: "7")
    let file = place.folder.appending(path: "7").path
    #expect(
      try place.doctor().diff(file, nil, withLines: true, place.request()).get().entries == [])
  }

  @Test("What cannot be read is named", arguments: ["absent.json", "broken.json", "99"])
  func unreadable(_ name: String) throws {
    let place = try Workplace("{}")
    try place.write("{ a: ", to: "broken.json")
    let path = Int(name) == nil ? place.folder.appending(path: name).path : name
    guard
      case .failure(let error) = place.doctor().diff(path, nil, withLines: true, place.request())
    else {
      Issue.record("\(name) was compared")
      return
    }
    #expect(error.report.status == .unreadable)
    #expect("\(error.report.findings)".contains(name) || name == "99")
  }

  @Test("What lies around each of two named configs is as secret as with config get")
  func surroundings() throws {
    let (one, two) = (try Workplace("{ a: 'demonotasecretone' }"), try Workplace("{ a: 'x' }"))
    try one.write("DISCORD_BOT_TOKEN=demonotasecretone\n", to: ".env")
    try two.write("{ b: [{ $include: './more.json5' }, 'demonotasecrettwo'] }", to: "openclaw.json")
    try two.write("{ token: 'demonotasecrettwo' }", to: "more.json5")
    let difference = try Workplace("{}").doctor().diff(
      one.config.path, two.config.path, withLines: true, DoctorRequest()
    ).get()
    #expect(difference.entries.count == 2)
    #expect(!"\(difference)".contains("demonotasecret"))
  }
}
