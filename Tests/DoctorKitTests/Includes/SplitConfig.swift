import DoctorKit
import Foundation

/// A config in several files, in a folder of its own.
struct SplitConfig {
  let place: Workplace

  /// Writes the files; folders that their names need are made.
  init(_ files: [String: String]) throws {
    place = try Workplace()
    for (name, text) in files { try write(text, to: name) }
  }

  func write(_ text: String, to name: String) throws {
    let folder = place.folder.appending(path: name).deletingLastPathComponent()
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try place.write(text, to: name)
  }

  func read(_ name: String) throws -> String { try place.read(name) }

  /// The texts of all files but our own, by their names.
  func texts() throws -> [String: String] {
    var texts: [String: String] = [:]
    for name in try place.files() where !name.contains(".clawdoctor") {
      if let text = try? place.read(name) { texts[name] = text }
    }
    return texts
  }

  func diagnose(
    _ release: String = "2026.4.22", _ change: (inout DoctorRequest) -> Void = { _ in }
  ) -> Report {
    place.doctor().diagnose(request(release, change))
  }

  func fix(
    _ release: String = "2026.4.22", _ change: (inout DoctorRequest) -> Void = { _ in }
  ) -> Report {
    place.doctor().fix(request(release, change)).report
  }

  func undo() -> Report { place.doctor().undo(to: nil, isForced: false, place.request()) }

  private func request(
    _ release: String, _ change: (inout DoctorRequest) -> Void
  ) -> DoctorRequest {
    place.request {
      $0.release = release
      change(&$0)
    }
  }

  /// A path from the folder of the config.
  func name(_ path: String) -> String {
    path.hasPrefix(place.folder.path + "/")
      ? String(path.dropFirst(place.folder.path.count + 1)) : path
  }

  /// Where something stands: `channels.json5:2:3`.
  func spot(_ finding: Report.Finding) -> String? {
    finding.place.map { "\(name($0.file)):\($0.line):\($0.column)" }
  }
}
