import DoctorKit
import Testing

/// `config validate`, and what a diagnosis says of the schema.
@Suite struct ValidateTests {
  private func request(_ place: Workplace, _ release: String) -> DoctorRequest {
    var request = place.request()
    request.release = release
    return request
  }

  @Test("A validation names the release, the violations and the releases that accept the file")
  func validate() throws {
    let place = try Workplace("{\n  gateway: { mode: \"local\", bnd: 1 },\n}\n")
    let report = place.doctor().validate(request(place, "2026.4.22"))
    #expect(report.config.targetRelease == "2026.4.22")
    #expect(report.findings.map(\.checkID) == ["schema.unknown-key"])
    #expect(report.findings.map(\.path) == ["gateway.bnd"])
    #expect(report.findings.first?.place?.line == 2)
    #expect(report.findings.first?.place?.column == 29)
    #expect(report.config.acceptedBy?.first == "2026.1.5")
    #expect(report.config.acceptedBy?.last == "2026.1.16-2")
    #expect(report.status == .findings)
  }

  @Test("For a release without a table the nearest one before it stands in, and that is said")
  func standIn() throws {
    let place = try Workplace("{ nonsense: 1 }")
    let report = place.doctor().validate(request(place, "2026.4.26"))
    #expect(report.findings.map(\.severity) == [.warning])
    #expect(report.config.targetNotes.contains { $0.contains("2026.4.22") })
  }

  @Test(
    "A diagnosis does not say twice what a migration mends, and never takes an unknown key away")
  func diagnosis() throws {
    let text = "{\n  browser: { ssrfPolicy: { allowPrivateNetwork: true, mine: 1 } },\n}\n"
    let place = try Workplace(text)
    let report = place.doctor().diagnose(request(place, "2026.4.22"))
    let schema = report.findings.filter { $0.checkID.hasPrefix("schema.") }
    #expect(schema.map(\.path) == ["browser.ssrfPolicy.mine"])
    #expect(report.findings.count == 2)
    let fixed = place.doctor().fix(request(place, "2026.4.22")).report
    #expect(fixed.isWritten)
    #expect(fixed.status == .findings)
    #expect(try place.read().contains("mine: 1"))
  }

  @Test("A schema finding can be left out by its identifier")
  func skip() throws {
    let place = try Workplace("{ nonsense: 1 }")
    var request = request(place, "2026.4.22")
    request.skipped = ["schema.unknown-key"]
    #expect(place.doctor().diagnose(request).findings.isEmpty)
    #expect(Doctor.knows("schema.unknown-key"))
    #expect(Doctor.knows("schema.open-policy-needs-star"))
    #expect(!Doctor.knows("schema.nonsense"))
  }

  @Test("An upgrade tells what is new, and only counts what the old release refuses too")
  func upgrade() throws {
    let place = try Workplace(
      "{ tools: { web: { fetch: { firecrawl: { mine: 1 } } } }, nonsense: 1, gateway: { port: 1 } }"
    )
    var request = request(place, "2026.4.5")
    request.from = "2026.4.1"
    let report = place.doctor().upgrade(request)
    #expect(report.findings.allSatisfy { $0.path != "nonsense" })
    #expect(report.notes.contains { $0.contains("2026.4.1 already") })
    request.from = "2026.1.5"
    let wider = place.doctor().upgrade(request)
    #expect(!wider.findings.isEmpty)
  }
}
