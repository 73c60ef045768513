import ConfigDocument
import Diagnostics
import Foundation
import Testing

/// Configs in base64, as `data` of a Secret has them.
@Suite struct Base64Tests {
  static let path = try? ConfigPath(parsing: "data.c")

  static func carrier(_ scalar: String) throws -> Carrier? {
    let document = try ConfigDocument(yaml: Array("data:\n  c: \(scalar)\n  d: 1\n".utf8))
    return Carrier(document, at: try #require(path), as: .base64)
  }

  @Test("All lengths decode to what Foundation encoded, and encode to the same", arguments: 1..<40)
  func lengths(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: 0x41 + $0 * 7 % 50) }
    let text = Data(bytes).base64EncodedString()
    let carrier = try #require(try Self.carrier("\"\(text)\""))
    #expect(carrier.bytes == bytes)
    let other = Array("{ a: \(count) }".utf8)
    let written = try carrier.replacing(with: other)
    #expect(
      String(decoding: written, as: UTF8.self)
        == "data:\n  c: \"\(Data(other).base64EncodedString())\"\n  d: 1\n")
  }

  @Test("Lines stay as long as they were")
  func lines() throws {
    let old = Data(String(repeating: "{ a: 1 }", count: 12).utf8)
    let new = Data(String(repeating: "{ bb: 2 }", count: 14).utf8)
    func block(_ data: Data) -> String {
      let text = Array(data.base64EncodedString())
      return stride(from: 0, to: text.count, by: 32).map {
        "\n    " + String(text[$0..<min($0 + 32, text.count)])
      }.joined()
    }
    let carrier = try #require(try Self.carrier("|" + block(old)))
    #expect(carrier.bytes == Array(old))
    let written = try carrier.replacing(with: Array(new))
    #expect(
      String(decoding: written, as: UTF8.self) == "data:\n  c: |\(block(new))\n  d: 1\n")
    // The first byte is in the first four characters.
    #expect(carrier.outer.span(carrier.range(of: 0..<1)).line == 3)
    #expect(carrier.outer.span(carrier.range(of: 24..<25)).line == 4)
  }

  @Test(
    "What is no base64 of one kind is not taken for it",
    arguments: ["abc", "\"ab c\"", "a===", "ab=c", "YQ", "YR==", "\"-_-_\"", "{}", "\"\""])
  func others(_ scalar: String) throws {
    #expect(try Self.carrier(scalar) == nil)
  }
}
