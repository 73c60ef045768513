import Foundation
import Testing

/// What no file may hold: ways to die, to write past the console, to grow without bound.
@Suite struct StyleTests {
  /// A construct that is not used, and what is used instead.
  struct Ban: Sendable, CustomTestStringConvertible {
    let name: String
    /// A part of everything that the pattern finds: looking for it first is faster.
    let part: String
    let pattern: String
    let instead: String
    var testDescription: String { name }
  }

  static let bans = [
    Ban(
      name: "print", part: "(", pattern: #"\b(debugPrint|print|dump)\("#, instead: "Console writes"),
    Ban(
      name: "traps", part: "(", pattern: #"\b(fatalError|preconditionFailure|assertionFailure)\("#,
      instead: "throw a typed error"),
    Ban(name: "try!", part: "try!", pattern: #"\btry!"#, instead: "handle the error"),
    Ban(name: "as!", part: "as!", pattern: #"\bas!"#, instead: "use as? or a better type"),
    Ban(
      name: "@unchecked Sendable", part: "@unchecked", pattern: #"@unchecked\s+Sendable"#,
      instead: "let the compiler prove it"),
    Ban(
      name: "unsafe flags", part: "nonisolated", pattern: #"nonisolated\(unsafe\)"#,
      instead: "use a value type"),
    Ban(
      name: "force unwrap", part: "!", pattern: #"[\w\)\]\}"?]!(?![=\w])"#,
      instead: "use guard, `??` or a better type"),
  ]

  private static let lineLimit = 400

  @Test("A construct is not used in Sources", arguments: bans)
  func ban(_ ban: Ban) throws {
    let pattern = try Regex(ban.pattern)
    for file in Repository.sources where !file.isGenerated {
      for line in file.lines where line.code.contains(ban.part) && line.code.contains(pattern) {
        Issue.record(
          "\(file.path):\(line.number): \(ban.instead): \(line.text.trimmingCharacters(in: .whitespaces))"
        )
      }
    }
  }

  @Test("The bans find what they are for")
  func bansWork() throws {
    let bad = [
      "print(a)", "fatalError()", "try! f()", "a as! B", "@unchecked Sendable",
      "nonisolated(unsafe) var", "a!.b",
    ]
    for (ban, text) in zip(Self.bans, bad) {
      #expect(try text.contains(Regex(ban.pattern)), "\(ban.name) does not find `\(text)`")
    }
    let good = ["a != b", "!a", "(!a)", "a!=b", "blueprint(a)"]
    for ban in Self.bans {
      for text in good {
        #expect(try !text.contains(Regex(ban.pattern)), "\(ban.name) finds `\(text)`")
      }
    }
  }

  @Test("A file has at most 400 lines", arguments: Repository.sources.filter { !$0.isGenerated })
  func length(_ file: SourceFile) {
    let count = file.lines.count
    #expect(count <= Self.lineLimit, "\(file.path) has \(count) lines: give its parts files")
  }
}
