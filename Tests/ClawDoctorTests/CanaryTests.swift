import Canaries
import Foundation
import Testing

/// FM-09: what the built program prints, in every format and on every way to fail.
@Suite(.needsBinary) struct CanaryTests {
  /// A command line; `C` is the config, `F` its folder, `S` a secret of the config, `T` a token that
  /// stands nowhere, `W` a word that could be a password.
  struct Line: Sendable, CustomTestStringConvertible {
    let words: [String]
    init(_ text: String) { words = text.split(separator: " ").map(String.init) }
    var testDescription: String { words.joined(separator: " ") }
  }

  /// A new command gets its lines here.
  static let lines: [Line] = [
    // What works.
    "--config C", "--config C --json", "--config C --verbose", "--config C --quiet --color always",
    "doctor --config C --format json --verbose", "--config C --lint --severity-min info",
    "--fix --dry-run --diff --config C", "--fix --dry-run --diff --json --config C --unsafe",
    "--fix --diff --config C --park --release 2026.2.26", "--fix --config C --json --diff",
    "--fix --output F/S.json --config C", "config get --config C", "config get --json --config C",
    "config get gateway.auth --config C", "config get gateway.auth.token --json --config C",
    "config validate --config C --verbose", "config validate --config C --json",
    "config file --config C", "token --config C", "token --json --config C",
    "upgrade --from 2026.1.20 --to 2026.4.22 --config C --json", "undo --list --config C",
    "--generate-gateway-token --config C", "--state-dir F --verbose", "--profile T",
    "config set gateway.port S --config C", "config set gateway.auth.token S --diff --config C",
    "config unset W.S --config C", "config unset gateway.port --diff --json --config C",
    "config diff C --unified", "config diff C S", "config diff T --config C",
    "config patch S --config C",
    "config get --format yaml --config C", "convert C --to W", "convert C --to json --output F/T/x",
    "redact S --config C", "redact T", "redact --prove --report --json --config C S",
    "bundle --config C", "bundle --output - --config C", "bundle --json --config C",
    "migrations --format markdown", "explain gateway.auth.token --json",
    // Wrong usage, with a secret in the wrong place.
    "--only T --config C", "--only W --fix --config C", "--skip S", "--config C --release T",
    "--release=W", "--T", "--W=S", "-W", "T", "W", "S T", "config T", "config W", "config get W T",
    "--color T", "--format=W", "--severity-min S", "--config C --from W", "upgrade --to W",
    "undo --to T", "undo W", "token --release S", "token W", "explain W", "explain T",
    "config set W",
    "migrations --from T", "migrations --format W", "help W", "--help W", "--only", "W --help",
    "config schema --release W", "config schema T", "--generate-gateway-token --print W",
    // Paths of keys that do not exist or cannot be read.
    "config get W --config C", "config get gateway.W.T --config C", "config get ..W --config C",
    "config get W[ --config C", "config get S --json --config C",
    "config get gateway.auth[\"S\"] --config C",
    // Files that are not there or cannot be used. A folder may be called by any word, so that only
    // what looks like a token can be told there.
    "--config F/T/openclaw.json", "--fix --config F/T", "config get --config T --json",
    "undo --config F/T.json", "token --config F/T --json", "--fix --output F/T/x/y --config C",
    "--state-dir F/T --json", "--config F", "bundle --config F/T", "bundle W --config C",
    "bundle --output F/T/x --config C --json",
  ].map(Line.init)

  @Test("No way to call it shows six bytes of a secret", arguments: lines)
  func line(_ line: Line) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    var source = CanarySource(seed: 31)
    let (known, token, typed) = (
      source.next(.letters), source.next(.token), source.next(.letters)
    )
    let text = Self.config(&source, known)
    let config = try scratch.file("openclaw.json", Array(text.utf8))
    _ = try scratch.file(".env", Array("SOME_API_KEY=\(source.next(.letters).text)\n".utf8))
    let words = try line.words.map { word in
      var text = word
      for (mark, meaning) in [
        ("C", config.path), ("F", scratch.folder.path), ("S", known.text), ("T", token.text),
        ("W", typed.text),
      ] {
        text = text.replacing(try Regex("\\b\(mark)\\b"), with: meaning)
      }
      return text
    }
    let run = try Tool.run(words, in: scratch.folder)
    #expect(LeakScanner(source.made).leaks(in: run.everything) == [], "\(run.everything)")
    #expect(run.status != 1 || !run.everything.isEmpty)
  }

  @Test(
    "A config that cannot be read is not repeated",
    arguments: [
      "", "--json", "--verbose", "config get", "config validate --json", "--fix --diff", "token",
    ])
  func broken(_ command: String) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for damage in ["\"", "}", ",", ":", "token", "{"] {
      var source = CanarySource(seed: 32)
      let known = source.next(.letters)
      var text = Self.config(&source, known)
      guard let spot = text.range(of: damage, options: .backwards) else { continue }
      text.replaceSubrange(spot, with: " ")
      let config = try scratch.file("openclaw.json", Array(text.utf8))
      let words = command.split(separator: " ").map(String.init)
      for (arguments, input) in [
        (words + ["--config", config.path], ""), (words + ["--config", "-"], text),
      ] {
        let run = try Tool.run(arguments, in: scratch.folder, input: Array(input.utf8))
        // A filter gives out the config itself, where it could be read all the same.
        if words.first == "--fix", arguments.last == "-", run.status < 2 { continue }
        #expect(LeakScanner(source.made).leaks(in: run.everything) == [], "\(run.everything)")
      }
    }
  }

  private static func config(_ source: inout CanarySource, _ known: Canary) -> String {
    var tree = CanaryTree()
    _ = tree.insert(known, at: "gateway.auth.token")
    for (pattern, kind) in [
      ("gateway.auth.password", CanarySource.Kind.password), ("slack.botToken", .short),
      ("models.providers.*.apiKey", .token), ("env.vars.*", .letters),
      ("mcp.servers.*.headers.*", .letters), ("channels.googlechat.serviceAccount", .password),
    ] {
      _ = tree.insert(source.next(kind), at: pattern)
    }
    return SecretSpelling.lineComment.config(
      tree, extra: "  browser: { ssrfPolicy: { allowPrivateNetwork: true } },\n")
  }
}
