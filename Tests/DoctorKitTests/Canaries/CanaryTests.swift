import Canaries
import DoctorKit
import Foundation
import Testing

/// FM-09: a secret at every path, in every spelling, through everything that the library gives out.
@Suite struct CanaryTests {
  /// An old config, so that there is something to migrate and to complain of.
  static let extra = """
      meta: { lastTouchedVersion: "2026.1.24" },
      unknownKey: { maxTokens: 4096 },

    """

  /// Every path gets another kind of secret in the next spelling.
  @Test("No view of a config shows six bytes of a secret", arguments: SecretSpelling.allCases)
  func views(_ spelling: SecretSpelling) throws {
    let views = LibraryOutput.all.filter {
      ["config get", "config get as JSON"].contains($0.name)
    }
    try Self.check(spelling, SecretPatterns.strings, views)
  }

  /// All outputs with all paths would take minutes: with each spelling another quarter of the paths.
  @Test("No output shows six bytes of a secret", arguments: SecretSpelling.allCases)
  func outputs(_ spelling: SecretSpelling) throws {
    let turn = SecretSpelling.allCases.firstIndex(of: spelling) ?? 0
    let paths = SecretPatterns.strings.enumerated().filter { $0.offset % 4 == turn % 4 }
    try Self.check(spelling, paths.map(\.element), LibraryOutput.all)
  }

  @Test("No output shows a secret that is a number")
  func numbers() throws {
    var source = CanarySource(seed: 8)
    let trees = CanaryTree.grown(over: SecretPatterns.numbers) { source.next(.digits) }
    try Self.check(
      trees, source,
      { tree in
        tree.paths.reduce(SecretSpelling.doubleQuoted.config(tree, extra: Self.extra)) {
          $0.replacing("\"\($1.canary.text)\"", with: $1.canary.text)
        }
      }, LibraryOutput.all)
  }

  private static func check(
    _ spelling: SecretSpelling, _ patterns: [String], _ outputs: [LibraryOutput]
  ) throws {
    var source = CanarySource(seed: 7)
    let kinds: [CanarySource.Kind] = [.letters, .password, .token, .short]
    var number = (SecretSpelling.allCases.firstIndex(of: spelling) ?? 0) / 4
    let trees = CanaryTree.grown(over: patterns) {
      number += 1
      return source.next(kinds[number % kinds.count])
    }
    try check(trees, source, { spelling.config($0, extra: extra) }, outputs)
  }

  private static func check(
    _ trees: [CanaryTree], _ source: CanarySource, _ config: (CanaryTree) -> String,
    _ outputs: [LibraryOutput]
  ) throws {
    let scanner = LeakScanner(source.made)
    for (number, tree) in trees.enumerated() {
      let text = config(tree)
      var reading = try CanaryPlace(text, source.made)
      reading.getPaths = stride(from: 3, to: tree.paths.count, by: 40).map { tree.paths[$0].path }
      for output in outputs {
        let place = output.writes ? try CanaryPlace(text, source.made) : reading
        let leaks = scanner.leaks(in: output.run(place))
        #expect(leaks == [], "\(output.name), tree \(number)")
        let files = scanner.leaks(in: try place.otherFiles())
        #expect(files == [], "files of \(output.name)")
      }
    }
  }
}
