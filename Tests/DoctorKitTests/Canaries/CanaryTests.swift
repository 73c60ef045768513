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

  private static let always = [
    "diagnose", "dry run with a difference", "config get", "config get as JSON",
  ]

  /// Every path gets another kind of secret in the next spelling.
  @Test("No output shows six bytes of a secret", arguments: SecretSpelling.allCases)
  func outputs(_ spelling: SecretSpelling) throws {
    var source = CanarySource(seed: 7)
    let kinds: [CanarySource.Kind] = [.letters, .password, .token, .short]
    var number = SecretSpelling.allCases.firstIndex(of: spelling) ?? 0
    let trees = CanaryTree.grown(over: SecretPatterns.strings) {
      number += 1
      return source.next(kinds[number % kinds.count])
    }
    // All outputs with all spellings would take minutes: the rarer ones take turns.
    let turn = SecretSpelling.allCases.firstIndex(of: spelling) ?? 0
    let outputs = LibraryOutput.all.enumerated().filter { place, output in
      Self.always.contains(output.name) || place % 4 == turn % 4
    }
    try Self.check(
      trees, source, { spelling.config($0, extra: Self.extra) }, outputs.map(\.element))
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

  static func check(
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
