import ConfigDocument
import Foundation
import Testing

/// The JSON5 project's parse cases: the extension of each file says what is expected of it.
@Suite struct ConformanceTests {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/conformance/json5-tests")

  static var files: [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.allObjects as? [URL] ?? [])
      .filter { ["json", "json5", "js", "txt"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }

  @Test(
    "A file of the JSON5 suite is read or refused as its extension says",
    .enabled(if: !files.isEmpty, "../shared/conformance is absent"), arguments: files)
  func suite(file: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: file))
    let isValid = ["json", "json5"].contains(file.pathExtension)
    do throws(SyntaxFailure) {
      let document = try ConfigDocument(parsing: bytes)
      #expect(isValid, "\(file.lastPathComponent) was read")
      #expect(document.syntax == .json || file.pathExtension == "json5")
    } catch {
      #expect(!isValid, "\(file.lastPathComponent): \(error.errors)")
    }
  }
}
