import ConfigDocument
import Diagnostics
import DoctorKit
import Foundation
import Testing

/// A view with its secrets hidden that is edited and given back (FM-03): a mask stands for what is
/// there, or nothing is written.
@Suite struct ViewTests {
  static let config = """
    {
      // demo-not-a-secret-in-no-comment
      gateway: { port: 1, auth: { mode: 'token', token: 'demo-not-a-secret-gateway-0123456789' } },
      channels: { telegram: { accounts: {
        one: { botToken: 'demo-not-a-secret-one' }, // one
        two: { botToken: "demo-not-a-secret-two" },
      } } },
      models: { providers: {
        x: { baseUrl: 'https://user:demo-not-a-secret-pass@x.example/v1', apiKey: 'demo-not-a-secret-x', models: [] },
      } },
      hooks: { mappings: [
        { id: 'm1', sessionKey: 'demo-not-a-secret-m1', name: 'One' },
        { id: 'm2', sessionKey: 'demo-not-a-secret-m2' },
        { sessionKey: 'demo-not-a-secret-m3', channel: 'last' },
      ] },
      extra: null,
    }

    """

  @Test("A view with one key edited changes that key, as it was written", arguments: [false, true])
  func roundTrip(_ isJSON: Bool) throws {
    let place = try Workplace(Self.config)
    let view = try #require(place.view(asJSON: isJSON))
    #expect(!view.contains("demo-not-a-secret-gateway"))
    #expect(place.patch(view).isWritten == false)
    let port = isJSON ? "\"port\": 1" : "port: 1"
    let report = place.patch(view.replacing(port, with: port.replacing("1", with: "2")))
    #expect(report.status == .clean, "\(report.findings)")
    #expect(try place.read() == Self.config.replacing("port: 1", with: "port: 2"))
  }

  @Test(
    "Edits of a view beside its masks",
    arguments: [
      // A new secret in the place of a label.
      (
        "'LABEL0'", "'demo-not-a-secret-new'", "'demo-not-a-secret-gateway-0123456789'",
        "'demo-not-a-secret-new'"
      ),
      // A key beside masks in an item with an id, and in one without.
      ("name: 'One'", "name: 'Eins'", "name: 'One'", "name: 'Eins'"),
      ("channel: 'last'", "channel: 'telegram'", "channel: 'last'", "channel: 'telegram'"),
    ])
  func edit(_ shown: String, _ edited: String, _ old: String, _ new: String) throws {
    let place = try Workplace(Self.config)
    let view = try #require(place.view())
    let shown = filled(shown, try labels(place))
    #expect(view.contains(shown), "\(view)")
    let report = place.patch(view.replacing(shown, with: edited))
    #expect(report.isWritten, "\(report.findings)")
    #expect(try place.read() == Self.config.replacing(old, with: new))
  }

  @Test("Items that change places are known by their id or label, not by their position")
  func reorder() throws {
    let place = try Workplace(Self.config)
    let view = try #require(place.view())
    let lines = view.split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex { $0.contains("id: 'm1'") })
    var moved = lines
    moved.swapAt(first, first + 2)
    moved.remove(at: first + 1)
    let report = place.patch(moved.joined(separator: "\n"))
    #expect(report.isWritten, "\(report.findings)")
    let after = try place.read()
    let third = try #require(after.range(of: "demo-not-a-secret-m3"))
    let one = try #require(after.range(of: "demo-not-a-secret-m1"))
    #expect(third.lowerBound < one.lowerBound)
    #expect(!after.contains("demo-not-a-secret-m2"))
  }

  @Test("What a whole view does not have goes; without that it stays")
  func whole() throws {
    let place = try Workplace(Self.config)
    let view = try #require(place.view())
    let less = view.replacing(#/    two: { botToken: "‹[^›]*›" },\n/#, with: "")
    #expect(less != view, "\(view)")
    #expect(!place.patch(less).isWritten)
    let report = place.patch(less, isWhole: true)
    #expect(report.isWritten, "\(report.findings)")
    #expect(
      try place.read()
        == Self.config.replacing("    two: { botToken: \"demo-not-a-secret-two\" },\n", with: ""))
  }

  /// The labels of a view in its order: two of them are the gateway's and the first account's.
  private func labels(_ place: Workplace) throws -> [String] {
    let view = try #require(place.view())
    return view.matches(of: #/‹[^›]*›/#).map { String($0.0) }
  }

  private func filled(_ text: String, _ labels: [String]) -> String {
    labels.enumerated().reduce(text) { $0.replacing("LABEL\($1.offset)", with: $1.element) }
  }

  @Test(
    "A mask that stands for nothing certain is refused with its path",
    arguments: [
      // A label at another place, two that changed places, one of a new member.
      (
        "{ channels: { telegram: { accounts: { one: { botToken: 'LABEL0' } } } } }",
        "channels.telegram.accounts.one.botToken"
      ),
      (
        "{ channels: { telegram: { accounts: { one: { botToken: 'LABEL2' }, two: { botToken: 'LABEL1' } } } } }",
        "channels.telegram.accounts.one.botToken"
      ),
      ("{ channels: { discord: { token: 'LABEL1' } } }", "channels.discord.token"),
      ("{ channels: { discord: { token: '__OPENCLAW_REDACTED__' } } }", "channels.discord.token"),
      // An edited text around a label, a label in a text that had none.
      (
        "{ models: { providers: { x: { baseUrl: 'https://LABEL3@y.example/v1' } } } }",
        "models.providers.x.baseUrl"
      ),
      ("{ gateway: { mode: 'LABEL0' } }", "gateway.mode"),
      // A sentinel in an item that nothing else tells from the others.
      (
        "{ hooks: { mappings: [{ sessionKey: '__OPENCLAW_REDACTED__', channel: 'other' }] } }",
        "hooks.mappings[0].sessionKey"
      ),
      ("{ 'LABEL0': 1 }", "[\"LABEL0\"]"),
    ])
  func refused(_ patch: String, _ path: String) throws {
    let place = try Workplace(Self.config)
    let labels = try self.labels(place)
    let report = place.patch(filled(patch, labels))
    #expect(report.status == .refused)
    #expect(
      report.findings.map(\.checkID).allSatisfy { $0 == "masked-input" }, "\(report.findings)")
    #expect(report.findings.first?.path == filled(path, labels), "\(report.findings)")
    #expect(report.findings.first?.place?.file == "patch.json5")
    #expect(try place.read() == Self.config)
    #expect(try place.files() == ["openclaw.json"])
  }

  @Test("OpenClaw's sentinel stands for what is there, numbers and references among it")
  func sentinel() throws {
    let text = """
      { gateway: { auth: { token: 'demo-not-a-secret-a' }, port: 0x10 },
        hooks: { mappings: [{ id: 'a', sessionKey: 'demo-not-a-secret-b' }, { id: 'b', sessionKey: 'demo-not-a-secret-c' }] },
        talk: { apiKey: { source: 'env', provider: 'default', id: 'KEY' } } }
      """
    let place = try Workplace(text)
    let mask = "'__OPENCLAW_REDACTED__'"
    let view = """
      { gateway: { auth: { token: \(mask) }, port: \(mask), mode: 'local' },
        hooks: { mappings: [{ id: 'b', sessionKey: \(mask) }, { id: 'a', sessionKey: \(mask) }] },
        talk: { apiKey: \(mask) } }
      """
    let report = place.patch(view)
    #expect(report.isWritten, "\(report.findings)")
    #expect(
      try place.read() == """
        { gateway: { auth: { token: 'demo-not-a-secret-a' }, port: 0x10, mode: 'local' },
          hooks: { mappings: [{ id: 'b', sessionKey: 'demo-not-a-secret-c' }, { id: 'a', sessionKey: 'demo-not-a-secret-b' }] },
          talk: { apiKey: { source: 'env', provider: 'default', id: 'KEY' } } }
        """)
  }

  @Test("A view of a part comes back to its place", arguments: ["channels", "models.providers.x"])
  func part(_ path: String) throws {
    let place = try Workplace(Self.config)
    guard case .value(let view) = place.doctor().get(path, as: nil, place.request()) else {
      Issue.record("nothing stands at \(path)")
      return
    }
    #expect(view.contains("‹") && !view.contains("demo-not-a-secret"))
    #expect(!place.patch(view, at: path, isWhole: true).isWritten)
    let report = place.patch(view.replacing(#/}$/#, with: ", enabled: true }"), at: path)
    #expect(report.findings.map(\.checkID) != ["masked-input"], "\(report.findings)")
    #expect(place.patch(view).status == .refused)
    #expect(try place.read().contains("demo-not-a-secret-two"))
  }

  @Test("An item with another id is another item, although the name is the same")
  func otherID() throws {
    let text =
      "{ hooks: { mappings: [{ id: 'a', name: 'n', sessionKey: 'demo-not-a-secret-a' }] } }"
    let place = try Workplace(text)
    let view = "{ hooks: { mappings: [{ id: 'b', name: 'n', sessionKey: 'MASK' }] } }"
    let vague = place.patch(view.replacing("MASK", with: "__OPENCLAW_REDACTED__"))
    #expect(vague.status == .refused && vague.findings.map(\.checkID) == ["masked-input"])
    #expect(try place.read() == text)
    // A label tells which value it was; the item got another id.
    let label = try #require(try labels(place).first)
    #expect(place.patch(view.replacing("MASK", with: label)).isWritten)
    #expect(try place.read() == text.replacing("id: 'a'", with: "id: 'b'"))
  }

  @Test("Masks never get into a list of operations, and a config that is a view is not edited")
  func operations() throws {
    let place = try Workplace(Self.config)
    let label = try #require(try labels(place).first)
    let report = place.patch("[{ op: 'add', path: '/gateway/mode', value: '\(label)' }]")
    #expect(report.status == .refused && report.findings.map(\.checkID) == ["masked-input"])
    let view = try #require(place.view())
    let piped = place.patch("{ gateway: { port: 2 } }") { $0.source = .bytes(Array(view.utf8)) }
    #expect(piped.status == .refused && piped.findings.map(\.checkID) == ["redacted-input"])
  }

  @Test("A view of a config in several files keeps its includes")
  func includes() throws {
    let config = try SplitConfig([
      "openclaw.json":
        "{ channels: { $include: './c.json5' }, gateway: { port: 1, auth: { token: 'demo-not-a-secret-g' } } }",
      "c.json5": "{ telegram: { botToken: 'demo-not-a-secret-t' } }",
    ])
    let view = try #require(config.place.view())
    #expect(!config.place.patch(view, isWhole: true).isWritten)
    let report = config.place.patch(view.replacing("port: 1", with: "port: 2"), isWhole: true)
    #expect(report.isWritten, "\(report.findings)")
    #expect(
      try config.read("openclaw.json").contains("port: 2, auth: { token: 'demo-not-a-secret-g' }"))
    #expect(try config.read("c.json5") == "{ telegram: { botToken: 'demo-not-a-secret-t' } }")
    let other = config.place.patch(view.replacing("c.json5", with: "d.json5"))
    #expect(other.status == .refused)
  }

  // MARK: Real configs

  static let wild: [URL] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let given = ProcessInfo.processInfo.environment["CLAWDOCTOR_SHARED"]
    let shared = given.map { URL(filePath: $0) } ?? root.appending(path: "../shared")
    let found = try? FileManager.default.contentsOfDirectory(
      at: shared.appending(path: "corpus/wild"), includingPropertiesForKeys: nil)
    return (found ?? []).sorted { $0.path < $1.path }
  }()

  /// The text with another key edited: one that all releases have.
  private static func withPort(_ document: ConfigDocument) throws -> [UInt8] {
    var draft = Draft(document)
    try draft.set(.number("20001"), at: ConfigPath([.key("gateway"), .key("port")]))
    return draft.render()
  }

  @Test(
    "Every real config comes back from its view byte for byte but for the edited key",
    .enabled(if: !wild.isEmpty, "no ../shared/corpus/wild and no CLAWDOCTOR_SHARED"),
    arguments: [false, true])
  func corpus(_ isJSON: Bool) throws {
    var (done, masked, skipped) = (0, 0, 0)
    // The text of all; of views in JSON every third is enough.
    for (number, file) in Self.wild.enumerated() where !isJSON || number % 3 == 0 {
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      let name = file.lastPathComponent
      guard let document = try? ConfigDocument(parsing: Array(text.utf8)),
        document.kind(document.root) == .object, let expected = try? Self.withPort(document)
      else {
        skipped += 1
        continue
      }
      let place = try Workplace(text)
      let view = try #require(place.view(asJSON: isJSON), "\(name)")
      let same = place.patch(view, isView: true, isWhole: true)
      #expect(same.status == .clean && !same.isWritten, "\(name): \(same.findings)")
      let edited = try Self.withPort(ConfigDocument(parsing: Array(view.utf8)))
      let report = place.patch(
        String(decoding: edited, as: UTF8.self), isView: true, isWhole: true)
      #expect(report.isWritten, "\(name): \(report.findings)")
      #expect(Array(try place.read().utf8) == expected, "\(name)")
      done += 1
      if view.contains("›") || view.contains("__OPENCLAW_REDACTED__") { masked += 1 }
    }
    #expect(skipped == 0 && done > 0)
    if let path = ProcessInfo.processInfo.environment["CLAWDOCTOR_COUNTS"] {
      try "\(done) configs, \(masked) with masks, \(skipped) left out\n".write(
        toFile: "\(path)-\(isJSON)", atomically: true, encoding: .utf8)
    }
  }
}
