import DoctorKit
import Foundation
import Testing

/// Members that a release does not know, turned into comments and back.
@Suite struct ParkingTests {
  static let config = """
    {
      gateway: { mode: "remote" },
      mystery: { token: "demo-not-a-secret", n: 12345678 }, // mine
      tools: { exec: { host: "gateway", unheard: "of" } },
    }

    """
  static let parked = """
    {
      gateway: { mode: "remote" },
      /*clawdoctor:parked mystery: { token: "demo-not-a-secret", n: 12345678 },*/ // mine
      tools: { exec: { host: "gateway", /*clawdoctor:parked unheard: "of"*/ } },
    }

    """

  @Test("--park makes the config one that the release accepts, --unpark gives the same bytes again")
  func roundTrip() throws {
    let place = try Workplace(Self.config)
    let doctor = place.doctor()
    #expect(doctor.validate(place.request()).status == .findings)
    let report = doctor.fix(place.request { $0.parks = true }).report
    #expect(try place.read() == Self.parked)
    #expect(report.status == .clean, "\(report.findings)")
    #expect(report.changes.map(\.source) == ["mystery", "tools.exec.unheard"])
    #expect(report.findings.filter(\.isFixed).map(\.place?.line) == [3, 4])
    #expect(doctor.validate(place.request()).status == .clean)
    #expect(!doctor.fix(place.request { $0.parks = true }).report.isWritten)
    _ = doctor.fix(place.request { $0.unparks = true })
    #expect(try place.read() == Self.config)
  }

  @Test("Nothing is parked unasked")
  func unasked() throws {
    let place = try Workplace(Self.config)
    _ = place.doctor().fix(place.request())
    #expect(try place.read() == Self.config)
  }

  @Test("What is parked is shown with its values hidden")
  func hidden() throws {
    let place = try Workplace(Self.parked)
    guard case .value(let text) = place.doctor().get(nil, as: nil, place.request()) else {
      Issue.record("nothing was shown")
      return
    }
    #expect(
      text.contains(
        "/*clawdoctor:parked mystery: { token: \"‹token 1›\", n: \"‹short-secret 1›\" },*/ // mine")
    )
    #expect(!text.contains("demo-not-a-secret") && !text.contains("12345678"))
  }

  @Test("A member whose key was written anew stays parked, and the report says so")
  func conflict() throws {
    let config = Self.parked.replacing("// mine", with: "mystery: 1, // mine")
    let place = try Workplace(config)
    let report = place.doctor().fix(place.request { $0.unparks = true }).report
    #expect(try place.read() == config)
    #expect(report.findings.contains { $0.checkID == "parked-members" && !$0.isFixed })
  }
}
