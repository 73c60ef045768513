import DoctorKit
import Foundation

/// A folder of its own for a test, with a config in it; removed at the end.
final class Workplace: Sendable {
  let folder: URL
  var config: URL { folder.appending(path: "openclaw.json") }

  init(_ text: String? = nil) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "clawdoctor-kit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    if let text { try write(text, to: "openclaw.json") }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// A doctor that knows nothing but this folder.
  func doctor(_ variables: [String: String] = [:], now: Int64 = 1_795_000_000) -> Doctor {
    var variables = variables
    variables["HOME"] = variables["HOME"] ?? folder.path
    return Doctor(
      environment: Environment(variables: variables, now: now, randomBytes: Self.counted))
  }

  /// Bytes that are the same in every run: the token of them is `Workplace.token`.
  static let counted: @Sendable (Int) -> [UInt8]? = { (0..<$0).map { UInt8($0) } }
  static let token = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"

  /// A request for the config of this folder.
  func request(_ change: (inout DoctorRequest) -> Void = { _ in }) -> DoctorRequest {
    var request = DoctorRequest()
    request.config = config.path
    change(&request)
    return request
  }

  func read(_ name: String = "openclaw.json") throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  /// Writes a file with mode 0600, whatever the umask.
  func write(_ text: String, to name: String) throws {
    let url = folder.appending(path: name)
    try Data(text.utf8).write(to: url)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
  }

  /// Every file below the folder, by its path from there.
  func files() throws -> [String] {
    let all = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    return all.sorted()
  }

  func mode(_ name: String) throws -> Int {
    let path = folder.appending(path: name).path
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? Int ?? 0) & 0o7777
  }
}
