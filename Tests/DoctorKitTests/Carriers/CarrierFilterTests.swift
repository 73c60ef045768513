import DoctorKit
import Foundation
import Testing

/// Files around configs as standard input: what is not changed comes out byte for byte.
@Suite struct CarrierFilterTests {
  static let template = "{\n  gateway: { mode: 'local', port: {{ port }} },\n}\n"
  static let compose =
    "services:\n  openclaw:\n    image: openclaw\n    environment:\n      TZ: UTC # here\n"
  static let values = "# chart\nopenclaw:\n  gateway:\n    mode: local\n  agents: {}\n"

  private func filter(_ text: String, _ change: (inout DoctorRequest) -> Void = { _ in }) throws
    -> FixOutcome
  {
    let place = try Workplace("{}")
    return place.doctor().fix(
      place.request {
        $0.source = .bytes(Array(text.utf8))
        change(&$0)
      })
  }

  @Test("What needs no repair comes out as it went in", arguments: [template, compose, values])
  func unchanged(_ text: String) throws {
    let outcome = try filter(text)
    #expect(outcome.report.changes.isEmpty && outcome.report.status.rawValue <= 1)
    #expect(outcome.filtered.map { String(decoding: $0, as: UTF8.self) } == text)
  }

  @Test("A dry run gives out nothing", arguments: [template, compose, values])
  func dryRun(_ text: String) throws {
    #expect(try filter(text) { $0.isDryRun = true }.filtered == nil)
  }

  @Test("A template that needs a repair is refused, and nothing comes out")
  func refused() throws {
    let outcome = try filter("{ slack: { botToken: '{{ token }}', enabled: {{ on }} } }\n")
    #expect(outcome.report.status == .refused && outcome.filtered == nil)
  }

  @Test("An edit that changes nothing gives a template out as it is")
  func edit() throws {
    let place = try Workplace("{}")
    let outcome = place.doctor().edit(
      EditRequest(
        .set([.init(path: "gateway.mode", value: Array("local".utf8), isExposed: false)])),
      place.request { $0.source = .bytes(Array(Self.template.utf8)) })
    #expect(outcome.filtered.map { String(decoding: $0, as: UTF8.self) } == Self.template)
  }

  @Test("Who asks for a config where there is none hears that, and not that all is well")
  func noConfig() throws {
    let place = try Workplace("{}")
    let request = place.request { $0.source = .bytes(Array(Self.compose.utf8)) }
    let outcome = place.doctor().edit(
      EditRequest(
        .set([.init(path: "gateway.mode", value: Array("local".utf8), isExposed: false)])),
      request)
    #expect(outcome.report.status == .unreadable && outcome.filtered == nil)
    #expect(place.doctor().validate(request).status == .unreadable)
    guard case .unreadable(let report) = place.doctor().get(nil, as: nil, request) else {
      Issue.record("something is shown")
      return
    }
    #expect(report.status == .unreadable && report.findings.map(\.checkID) == ["no-config"])
  }
}
