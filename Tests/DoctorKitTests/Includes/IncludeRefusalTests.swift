import DoctorKit
import Foundation
import Testing

@Suite struct IncludeRefusalTests {
  /// A config whose include is refused.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var root = "{\n  tools: { bash: {} },\n  agents: { $include: './a.json5' } }"
    var files: [String: String] = [:]
    /// What is done to the folder before.
    var prepare: @Sendable (URL) throws -> Void = { _ in }
    var release = "2026.4.22"
    /// The message, with the folder left out.
    let message: String
    var spot = "openclaw.json:3:23"
    var severity = Report.Severity.error
    var testDescription: String { name }
  }

  static let chain: [String: String] = {
    var files: [String: String] = [:]
    for number in 0...10 {
      files["d\(number).json5"] = "{ x: { $include: 'd\(number + 1).json5' } }"
    }
    files["d11.json5"] = "{}"
    return files
  }()

  static let cases = [
    Case(name: "missing", message: "the included file ./a.json5 does not exist"),
    Case(
      name: "outside", root: "{ tools: { bash: {} }, a: { $include: '../a.json5' } }",
      message: "the included file ../a.json5 lies outside of .", spot: "openclaw.json:1:39"),
    Case(
      name: "outside, before the rule",
      root: "{ tools: { bash: {} }, a: { $include: '/etc/hostname' } }",
      release: "2026.2.16", message: "the included file /etc/hostname lies outside of .",
      spot: "openclaw.json:1:39", severity: .warning),
    Case(
      name: "outside through a link",
      prepare: { folder in
        try FileManager.default.createSymbolicLink(
          atPath: folder.appending(path: "a.json5").path, withDestinationPath: "/etc/hostname")
      }, message: "the included file ./a.json5 lies outside of ."),
    Case(
      name: "hard link", files: ["b.json5": "{}"],
      prepare: { folder in
        try FileManager.default.linkItem(
          at: folder.appending(path: "b.json5"), to: folder.appending(path: "a.json5"))
      }, message: "the included file ./a.json5 has several names (hard links)"),
    Case(
      name: "hard link, before the rule", files: ["b.json5": "{}"],
      prepare: { folder in
        try FileManager.default.linkItem(
          at: folder.appending(path: "b.json5"), to: folder.appending(path: "a.json5"))
      }, release: "2026.2.25",
      message: "the included file ./a.json5 has several names (hard links)", severity: .warning),
    Case(
      name: "folder", files: ["a.json5/x": "{}"],
      message: "the included path ./a.json5 is no file"),
    Case(
      name: "too large", files: ["a.json5": "{}" + String(repeating: " ", count: 2 << 20)],
      message: "the included file ./a.json5 has more than 2 MiB"),
    Case(
      name: "no JSON5", files: ["a.json5": "{ a: "],
      message: "the included file ./a.json5 is no JSON5"),
    Case(
      name: "cycle", files: ["a.json5": "{ b: { $include: 'sub/../a.json5' } }"],
      message: "the included file sub/../a.json5 includes, at the end, itself",
      spot: "a.json5:1:18"),
    Case(
      name: "the config itself", files: ["a.json5": "{ b: { $include: 'openclaw.json' } }"],
      message: "the included file openclaw.json includes, at the end, itself",
      spot: "a.json5:1:18"),
    Case(
      name: "too deep", root: "{ tools: { bash: {} }, a: { $include: 'd0.json5' } }", files: chain,
      message: "the included file d10.json5 is the eleventh in a chain of includes",
      spot: "d9.json5:1:18"),
    Case(
      name: "no path", root: "{ tools: { bash: {} }, a: { $include: 5 } }",
      message: "`$include` is neither a path nor a list of paths", spot: "openclaw.json:1:39"),
    Case(
      name: "a list with a number", root: "{ tools: { bash: {} }, a: { $include: ['a', 5] } }",
      message: "`$include` is neither a path nor a list of paths", spot: "openclaw.json:1:39"),
    Case(
      name: "empty", root: "{ tools: { bash: {} }, a: { $include: '' } }",
      message: "`$include` holds a text that is no path", spot: "openclaw.json:1:39"),
  ]

  @Test(
    "each refused include is reported at its place, and holds nothing else back", arguments: cases)
  func refused(_ test: Case) throws {
    let config = try SplitConfig(test.files.merging(["openclaw.json": test.root]) { $1 })
    try test.prepare(config.place.folder)
    let report = config.fix(test.release)
    let found = report.findings.filter { $0.checkID == "include-refused" }
    let folder = config.place.folder.path
    #expect(
      found.map { $0.message.replacing(folder + "/", with: "").replacing(folder, with: ".") }
        == [test.message])
    #expect(found.first.flatMap(config.spot) == test.spot)
    #expect(found.first?.severity == test.severity)
    #expect(found.first?.fixHint != nil)
    #expect(try config.read("openclaw.json") == test.root.replacing("bash", with: "exec"))
  }

  @Test("OPENCLAW_INCLUDE_ROOTS opens further folders from 2026.5.2 on")
  func extraRoots() throws {
    let other = try Workplace()
    try other.write("{ sandbox: { perSession: true } }", to: "d.json5")
    let path = other.folder.appending(path: "d.json5").path
    let config = try SplitConfig([
      "openclaw.json": "{ agents: { defaults: { $include: '\(path)' } } }"
    ])
    let doctor = config.place.doctor(["OPENCLAW_INCLUDE_ROOTS": "/nowhere:" + other.folder.path])
    func fix(_ release: String) -> Report {
      doctor.fix(config.place.request { $0.release = release }).report
    }
    #expect(fix("2026.4.22").findings.contains { $0.checkID == "include-refused" })
    #expect(try other.read("d.json5") == "{ sandbox: { perSession: true } }")
    let report = fix("2026.5.2")
    #expect(!report.findings.contains { $0.checkID == "include-refused" })
    #expect(try other.read("d.json5") == "{ sandbox: { scope: \"session\" } }")
  }

  @Test("the errors of an included file stand at their places in it")
  func syntax() throws {
    let config = try SplitConfig([
      "openclaw.json": "{ a: { $include: 'a.json5' } }", "a.json5": "{\n  a: 1\n  b: 2\n}",
    ])
    let report = config.diagnose()
    #expect(report.findings.map(config.spot).contains("a.json5:3:3"))
    #expect(report.status == .findings)
  }

  @Test("standard input has no folder: nothing is followed, nothing below an include is changed")
  func standardInput() throws {
    let place = try Workplace()
    var request = DoctorRequest()
    let text = "{ tools: { $include: 'a.json5', bash: {} } }"
    request.source = .bytes(Array(text.utf8))
    request.release = "2026.4.22"
    let outcome = place.doctor().fix(request)
    #expect(outcome.filtered == Array(text.utf8))
    #expect(outcome.report.config.includes == [])
  }
}
