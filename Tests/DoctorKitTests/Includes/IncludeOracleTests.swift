import ConfigDocument
import DoctorKit
import Foundation
import Testing

/// What OpenClaw's own loader did with recorded configs; they lie outside of the repository.
@Suite struct IncludeOracleTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "../shared/facts/include-oracle").standardized

  static let isThere = FileManager.default.fileExists(atPath: folder.path)

  @Test(
    "a config is refused where the loader refused it, and nowhere else",
    .enabled(if: isThere, "the recordings are not here"),
    arguments: ["2026.1.30", "2026.2.26"])
  func resolution(_ release: String) throws {
    let url = Self.folder.appending(path: "cases-\(release).jsonl")
    var count = 0
    for line in String(decoding: try Data(contentsOf: url), as: UTF8.self).split(separator: "\n") {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let files = try #require(object["files"] as? [String: Any])
      // No test writes there.
      if files.keys.contains(where: { $0.hasPrefix("/etc") }), release < "2026.2.17" { continue }
      let config = try SplitConfig([:])
      let top = config.place.folder.path
      func text(_ value: Any) throws -> String {
        if let text = value as? String { return text.replacing("/cfg/", with: top + "/cfg/") }
        let data = try JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed)
        return String(decoding: data, as: UTF8.self).replacing("\\/", with: "/")
          .replacing("/cfg/", with: top + "/cfg/")
      }
      try config.write(try text(object["root"] as Any), to: "cfg/openclaw.json")
      for (name, value) in files where name != "/etc/x.json" {
        let inside = name.hasPrefix("/cfg/") ? String(name.dropFirst(5)) : name
        let target = inside.hasPrefix("../") ? String(inside.dropFirst(3)) : "cfg/" + inside
        try config.write(try text(value), to: target)
      }
      let report = config.diagnose(release) {
        $0.config = top + "/cfg/openclaw.json"
      }
      let refused = report.findings.filter { $0.checkID == "include-refused" }
      // Outside of the folder nothing is read, even for releases that did.
      let isOutside = refused.allSatisfy { $0.message.contains("outside") } && !refused.isEmpty
      let isError = object["error"] != nil
      let id = object["id"] as? String ?? ""
      if isOutside, !isError {
        #expect(refused.allSatisfy { $0.severity == .warning }, "\(id)")
      } else {
        #expect(!refused.isEmpty == isError, "\(id): \(refused.map(\.message))")
        #expect(refused.allSatisfy { $0.severity == .error }, "\(id)")
      }
      count += 1
    }
    #expect(count > 0)
  }
}
