import DoctorKit
import Foundation
import Testing

/// Single values of configs in YAML and inside other files: nothing else in the file changes.
@Suite struct CarrierEditTests {
  private static let map = """
    apiVersion: v1
    kind: ConfigMap
    data:
      openclaw.json: |
        {
          // the gateway
          "gateway": { "mode": "local", "port": 18789 },
        }
      OTHER: "x" # stays

    """
  private static let yaml = """
    gateway: # mine
      mode: local
      port: 18789 # the port
    channels: {}

    """

  /// A file by a name that a config of the gateway does not have, and how to ask for it.
  private func place(
    _ text: String, name: String = "file.yaml"
  ) throws -> (place: Workplace, choose: (inout DoctorRequest) -> Void) {
    let place = try Workplace()
    try place.write(text, to: name)
    return (place, { $0.config = place.folder.appending(path: name).path })
  }

  @Test("A value is set where it stands", arguments: [map, yaml])
  func set(_ text: String) throws {
    let (place, choose) = try place(text)
    #expect(place.set([("gateway.port", "19001")], "2026.4.22", choose).isWritten)
    #expect(try place.read("file.yaml") == text.replacing("18789", with: "19001"))
  }

  @Test("A patch changes one value, and takes it out", arguments: [map, yaml])
  func patch(_ text: String) throws {
    let (place, choose) = try place(text)
    #expect(place.patch("{ gateway: { port: 7 } }", "2026.4.22", choose).isWritten)
    #expect(try place.read("file.yaml") == text.replacing("18789", with: "7"))
    #expect(place.patch("{ gateway: { port: null } }", "2026.4.22", choose).isWritten)
    let left = try place.read("file.yaml")
    #expect(!left.contains("port:") && !left.contains("\"port\""))
    #expect(left.split(separator: "\n").last == text.split(separator: "\n").last)
  }

  @Test("From standard input the whole file comes out", arguments: [map, yaml])
  func filter(_ text: String) throws {
    let place = try Workplace()
    var request = DoctorRequest()
    request.source = .bytes(Array(text.utf8))
    request.release = "2026.4.22"
    let outcome = place.doctor().edit(
      EditRequest(
        .set([
          EditRequest.Assignment(path: "gateway.port", value: Array("19001".utf8), isExposed: false)
        ])), request)
    #expect(
      outcome.filtered.map { String(decoding: $0, as: UTF8.self) }
        == text.replacing("18789", with: "19001"))
  }

  @Test("A template is never edited")
  func template() throws {
    let text = "{ \"gateway\": { \"port\": {{ port }}, \"mode\": \"local\" } }\n"
    let (place, choose) = try place(text, name: "file.json.j2")
    let report = place.set([("gateway.mode", "remote")], "2026.4.22", choose)
    #expect(report.status == .refused)
    #expect(try place.read("file.json.j2") == text)
  }

  @Test("Configs inside files are compared")
  func difference() throws {
    let (place, choose) = try place(Self.map)
    try place.write(Self.map.replacing("18789", with: "1"), to: "old.yaml")
    let entries = try place.doctor().diff(
      place.folder.appending(path: "old.yaml").path, nil, withLines: false, place.request(choose)
    ).get().entries
    #expect(entries.map(\.newPath) == ["gateway.port"])
  }
}
