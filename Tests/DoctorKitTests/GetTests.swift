import DoctorKit
import Testing

@Suite struct GetTests {
  static let config = """
    {
      gateway: { port: 18789, auth: { mode: 'token', token: 'demo-not-a-secret-0123456789' } },
      list: [ 'a', { b: 0x10 } ], // the list
    }

    """

  @Test(
    "A value is shown masked, in the text's own spelling or as JSON",
    arguments: [
      ("gateway.port", false, "18789"), ("gateway.auth.mode", false, "token"),
      ("gateway.auth.mode", true, "\"token\""), ("gateway.auth.token", false, "‹token 1›"),
      ("list", false, "[ 'a', { b: 0x10 } ]"), ("list[1].b", true, "16"), ("/list/0", false, "a"),
      ("gateway.auth", false, "{ mode: 'token', token: '‹token 1›' }"),
    ])
  func value(_ path: String, _ isJSON: Bool, _ expected: String) throws {
    let place = try Workplace(Self.config)
    guard
      case .value(let text) = place.doctor().get(path, as: isJSON ? .json : nil, place.request())
    else {
      Issue.record("nothing was found at \(path)")
      return
    }
    #expect(text == expected)
  }

  @Test("FM-09: the whole config keeps its layout, and the secret is gone")
  func whole() throws {
    let place = try Workplace(Self.config)
    guard case .value(let text) = place.doctor().get(nil, as: nil, place.request()) else {
      Issue.record("nothing was found")
      return
    }
    #expect(
      text == Self.config.replacing("demo-not-a-secret-0123456789", with: "‹token 1›"))
  }

  @Test(
    "A missing path comes with paths that are like it",
    arguments: [
      ("gateway.prot", ["gateway.port"]), ("gatway.port", ["gateway"]),
      ("token", ["gateway.auth.token"]),
      ("list[7]", []), ("nothing.like.it", []),
    ])
  func missing(_ path: String, _ expected: [String]) throws {
    let place = try Workplace(Self.config)
    guard
      case .missing(_, let suggestions) = place.doctor().get(path, as: nil, place.request())
    else {
      Issue.record("\(path) was found")
      return
    }
    #expect(suggestions == expected)
  }

  @Test("A malformed path is not guessed", arguments: ["a..b", "a[", "a.b]", ".a", "a[\"b]"])
  func malformed(_ path: String) throws {
    let place = try Workplace(Self.config)
    guard case .malformed = place.doctor().get(path, as: nil, place.request()) else {
      Issue.record("\(path) was taken")
      return
    }
  }
}
