import Canaries
import DoctorKit
import Foundation
import Testing

/// FM-09: secrets that stand around a config: in URLs, in names of files and folders, in variables,
/// in included files; and secrets that are easy to guess.
@Suite struct SurroundingCanaryTests {
  @Test("Credentials in URLs are hidden, wherever the URL stands")
  func urls() throws {
    var source = CanarySource(seed: 21)
    // The name of a user and a parameter each; the path of a webhook is its token.
    let patterns = SecretPatterns.urls.filter { !$0.contains("<") }
    let trees = CanaryTree.grown(over: patterns) { source.next(.letters) }
    let scanner = LeakScanner(source.made)
    for form in ["https://V@h.example/", "wss://u:V@h.example", "http://h.example/x?token=V&a=b"] {
      for tree in trees {
        let text = tree.paths.reduce(SecretSpelling.doubleQuoted.config(tree)) {
          $0.replacing(
            "\"\($1.canary.text)\"", with: "\"\(form.replacing("V", with: $1.canary.text))\"")
        }
        for output in LibraryOutput.all where !output.writes {
          let place = try CanaryPlace(text, source.made)
          #expect(scanner.leaks(in: output.run(place)) == [], "\(output.name), \(form)")
        }
      }
    }
  }

  @Test("A secret that is easy to guess is hidden for its key, and every other value stays")
  func weak() throws {
    let weak = ["a", "hunter2-demo", "1234", "admin", "letmein", "türkis", "   x", "p w", "***"]
    for (number, pattern) in SecretPatterns.strings.enumerated() {
      var tree = CanaryTree()
      let secret = weak[number % weak.count]
      _ = tree.insert(Canary(text: secret, hidden: secret), at: pattern)
      let place = try CanaryPlace(SecretSpelling.doubleQuoted.config(tree), [])
      let path = tree.paths[0].path
      guard case .value(let shown) = place.doctor.get(path, as: .json, place.request()) else {
        Issue.record("nothing at \(path)")
        continue
      }
      #expect(shown.wholeMatch(of: #/"‹[a-z0-9-]+ 1›"/#) != nil, "\(path): \(shown)")
    }
  }

  @Test(
    "A folder or a file that is called like a secret of the config", arguments: LibraryOutput.all)
  func paths(_ output: LibraryOutput) throws {
    var source = CanarySource(seed: 22)
    let (known, token) = (source.next(.letters), source.next(.token))
    let place = try Workplace()
    let folder = place.folder.appending(path: "\(known.text)/\(token.text)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let include = source.next(.letters)
    let text = """
      {
        gateway: { auth: { token: "\(known.text)", password: "\(include.text)" } },
        slack: { botToken: "x" },
        hooks: { $include: "./\(include.text).json5" },
      }
      """
    let relative = "\(known.text)/\(token.text)"
    try place.write(text, to: "\(relative)/openclaw.json")
    try place.write("{ token: \"\(known.text)\" }", to: "\(relative)/\(include.text).json5")
    try place.write("A=1\n", to: "\(relative)/.env")
    var canaries = try CanaryPlace(text, source.made)
    canaries.config = folder.appending(path: "openclaw.json").path
    canaries.variables["OPENCLAW_STATE_DIR"] = folder.path
    let leaks = LeakScanner(source.made).leaks(in: output.run(canaries))
    #expect(leaks == [])
  }

  // Of standard input no folder is known, and so nothing around it.
  @Test(
    "Secrets of variables, of .env files and of included files",
    arguments: LibraryOutput.all.filter { $0.name != "filter" })
  func variables(_ output: LibraryOutput) throws {
    var source = CanarySource(seed: 23)
    let secrets = (0..<6).map { _ in source.next(.letters) }
    let text = """
      {
        // \(secrets[0].text) \(secrets[1].text) \(secrets[2].text) \(secrets[3].text)
        gateway: { auth: { mode: "token", token: "${OPENCLAW_GATEWAY_TOKEN}" } },
        channels: { $include: "./channels.json5" },
        "\(secrets[4].text)": 1, remarks: ["\(secrets[2].text)", "\(secrets[5].text)"],
      }
      """
    var canaries = try CanaryPlace(text, source.made)
    try canaries.place.write(
      "{ slack: { botToken: \"\(secrets[2].text)\" }, x: { $include: './more.json5' } }",
      to: "channels.json5")
    try canaries.place.write("{ token: \"\(secrets[4].text)\" }", to: "more.json5")
    try canaries.place.write(
      "OPENCLAW_GATEWAY_TOKEN=\(secrets[0].text)\nSLACK_BOT_TOKEN='\(secrets[3].text)'\n",
      to: ".env")
    canaries.variables = [
      "OPENCLAW_GATEWAY_TOKEN": secrets[1].text, "OPENCLAW_GATEWAY_PASSWORD": secrets[5].text,
      "OPENCLAW_STATE_DIR": canaries.place.folder.path,
    ]
    let leaks = LeakScanner(source.made).leaks(in: output.run(canaries))
    #expect(leaks == [])
  }
}
