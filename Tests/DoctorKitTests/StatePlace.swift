import DoctorKit
import Foundation

/// A home folder with a state folder in it, whose modes are as given whatever the umask.
struct StatePlace {
  let place: Workplace
  var home: URL { place.folder }

  init(
    _ config: String = "{ gateway: { mode: 'remote' } }\n", mode: Int = 0o600, folder: Int = 0o700
  )
    throws
  {
    place = try Workplace()
    try add(".openclaw/openclaw.json", mode: mode, config)
    try set(".openclaw", folder)
  }

  /// Makes a file; its folders get mode 0755 where they are new.
  func add(_ path: String, mode: Int, _ text: String = "{}\n") throws {
    let url = home.appending(path: path)
    var missing: [URL] = []
    var folder = url.deletingLastPathComponent()
    while !FileManager.default.fileExists(atPath: folder.path) {
      missing.append(folder)
      folder = folder.deletingLastPathComponent()
    }
    for folder in missing.reversed() {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      try set(folder, 0o755)
    }
    try Data(text.utf8).write(to: url)
    try set(url, mode)
  }

  func set(_ path: String, _ mode: Int) throws { try set(home.appending(path: path), mode) }

  private func set(_ url: URL, _ mode: Int) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: url.path)
  }

  func own(_ path: String, uid: Int? = nil, gid: Int? = nil) throws {
    var attributes: [FileAttributeKey: Any] = [:]
    if let uid { attributes[.ownerAccountID] = uid }
    if let gid { attributes[.groupOwnerAccountID] = gid }
    try FileManager.default.setAttributes(attributes, ofItemAtPath: home.appending(path: path).path)
  }

  /// The modes of everything below the home, links left out.
  func modes() throws -> [String: String] {
    var modes: [String: String] = [:]
    for name in try place.files() {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: home.appending(path: name).path)
      guard attributes[.type] as? FileAttributeType != .typeSymbolicLink else { continue }
      modes[name] = String(try place.mode(name), radix: 8)
    }
    return modes
  }

  func diagnose(_ change: (inout DoctorRequest) -> Void = { _ in }) -> Report {
    place.doctor().diagnose(request(change))
  }

  func fix(
    _ variables: [String: String] = [:], _ change: (inout DoctorRequest) -> Void = { _ in }
  ) -> Report {
    place.doctor(variables).fix(request(change)).report
  }

  func request(_ change: (inout DoctorRequest) -> Void = { _ in }) -> DoctorRequest {
    var request = DoctorRequest()
    change(&request)
    return request
  }
}
