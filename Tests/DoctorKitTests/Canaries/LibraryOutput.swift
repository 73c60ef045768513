import Canaries
import DoctorKit
import Foundation
import Testing

/// Something that the library gives out about a config, with everything in it as text: whatever a
/// format may make of it later.
///
/// A new command gets a line in `all`.
struct LibraryOutput: Sendable, CustomTestStringConvertible {
  let name: String
  /// Whether it writes, so that it needs a place of its own.
  var writes = false
  let run: @Sendable (CanaryPlace) -> String
  var testDescription: String { name }

  static let all: [LibraryOutput] = [
    reading("diagnose") { text($0.doctor.diagnose($0.request())) },
    reading("diagnose for the oldest release") {
      text($0.doctor.diagnose($0.request { $0.release = "2026.1.20" }))
    },
    reading("diagnose for the newest release") {
      text($0.doctor.diagnose($0.request { $0.release = "2026.6.11" }))
    },
    reading("dry run with a difference") {
      text(
        $0.doctor.fix(
          $0.request {
            $0.isDryRun = true
            $0.wantsDiff = true
            $0.allowsUnsafe = true
            $0.pinsDefaults = true
          }
        ).report)
    },
    reading("filter") { place in
      text(
        place.doctor.fix(
          place.request {
            $0.source = .bytes(Array(place.text.utf8))
            $0.wantsDiff = true
          }
        ).report)
    },
    reading("validate") { text($0.doctor.validate($0.request())) },
    reading("validate for an old release") {
      text($0.doctor.validate($0.request { $0.release = "2026.2.26" }))
    },
    reading("config get") { text($0.doctor.get(nil, as: nil, $0.request())) },
    reading("config get as JSON") { text($0.doctor.get(nil, as: .json, $0.request())) },
    reading("config get of each path") { place in
      place.getPaths.map { path in
        text(place.doctor.get(path, as: nil, place.request()))
          + text(place.doctor.get(path, as: .json, place.request()))
      }.joined()
    },
    reading("config file") { text($0.doctor.configFile($0.request())) },
    reading("token") { text($0.doctor.token($0.request())) },
    reading("upgrade") {
      text(
        $0.doctor.upgrade(
          $0.request {
            $0.from = "2026.1.20"
            $0.release = "2026.4.22"
          }))
    },
    reading("bundle") { text($0.doctor.bundle(to: nil, $0.request())) },
    reading("config get as YAML") { text($0.doctor.get(nil, as: .yaml, $0.request())) },
    reading("edit that is refused") { edited($0, "gateway.port", "x") },
    reading("difference from nothing") { place in
      let empty = place.place.folder.appending(path: "empty.json5")
      try? Data("{}".utf8).write(to: empty)
      return text(place.doctor.diff(empty.path, nil, withLines: true, place.request()))
    },
    writing("edit, and put back what a mask replaced") {
      edited($0, "logging.level", "info")
        + text(
          $0.doctor.edit(
            EditRequest(.restore(bytes: Array($0.text.utf8), name: "backup.json5")),
            $0.request { $0.wantsDiff = true }
          ).report)
    },
    reading("explain") { place in
      place.canaries.prefix(40).map { text(Doctor.explain($0.text) as Any) }.joined()
    },
    writing("fix") {
      text($0.doctor.fix($0.request { $0.wantsDiff = true }).report)
        + text($0.doctor.backups($0.request()))
        + text($0.doctor.undo(to: nil, isForced: false, $0.request()))
    },
    writing("fix for an older release, parking") {
      text(
        $0.doctor.fix(
          $0.request {
            $0.release = "2026.2.26"
            $0.parks = true
            $0.wantsDiff = true
          }
        ).report)
    },
    writing("generate a token") {
      text($0.doctor.generateGatewayToken(TokenRequest(), $0.request { $0.wantsDiff = true }))
    },
  ]

  private static func reading(
    _ name: String, _ run: @escaping @Sendable (CanaryPlace) -> String
  ) -> LibraryOutput {
    LibraryOutput(name: name, run: run)
  }

  private static func writing(
    _ name: String, _ run: @escaping @Sendable (CanaryPlace) -> String
  ) -> LibraryOutput {
    LibraryOutput(name: name, writes: true, run: run)
  }

  /// All texts in a value, those of its parts too, one a line.
  private static func edited(_ place: CanaryPlace, _ path: String, _ value: String) -> String {
    let edit = EditRequest(.set([.init(path: path, value: Array(value.utf8), isExposed: true)]))
    return text(place.doctor.edit(edit, place.request { $0.wantsDiff = true }).report)
  }

  private static func text(_ value: Any) -> String {
    var result = ""
    dump(value, to: &result)
    // A hash that no format shows, and that could hold the digits of a number by chance.
    return result.replacing(#/repairKey: .*\n.*- some: -?[0-9]+\n/#, with: "")
  }
}

/// A folder with a config full of canaries, and a doctor for it.
struct CanaryPlace {
  let place: Workplace
  let text: String
  let canaries: [Canary]
  /// What `config get` is asked for.
  var getPaths: [String] = []
  var variables: [String: String] = [:]
  /// The config, where it is not the one of the folder.
  var config: String?

  init(_ text: String, _ canaries: [Canary]) throws {
    place = try Workplace(text)
    self.text = text
    self.canaries = canaries
  }

  var doctor: Doctor { place.doctor(variables) }

  func request(_ change: (inout DoctorRequest) -> Void = { _ in }) -> DoctorRequest {
    place.request {
      if let config { $0.config = config }
      change(&$0)
    }
  }

  /// The text and names of all files that may hold no secret: all but the config, its `.env` and
  /// its backups.
  func otherFiles() throws -> String {
    let names = try place.files()
    let others = names.filter { name in
      !(name == "openclaw.json" || name.hasSuffix(".env")
        || name.contains("/backups/") && name.hasSuffix(".json5"))
    }
    return try names.joined(separator: "\n")
      + others.filter { !$0.hasSuffix("/backups") && !isFolder($0) }.map {
        try place.read($0)
      }.joined(separator: "\n")
  }

  private func isFolder(_ name: String) -> Bool {
    (try? place.folder.appending(path: name).resourceValues(forKeys: [.isDirectoryKey]))?
      .isDirectory ?? false
  }
}
