import Foundation
import Testing

/// What a run says of modes, and which modes it gives.
@Suite(.needsBinary) struct ModeTests {
  @Test(
    "FM-38: what is written is private, whatever the umask; what was there is tightened",
    arguments: ["000", "022", "077"])
  func umask(_ umask: String) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let folder = scratch.folder
    let script = """
      umask \(umask); mkdir .openclaw; cat > real.json; cp real.json .openclaw/plain.json
      ln -s ../real.json .openclaw/linked.json
      for name in plain linked; do
        "$0" --fix --config .openclaw/$name.json >&2 || exit 1
        "$0" --fix --config .openclaw/$name.json --output new-$name.json >&2 || exit 1
      done
      test -L .openclaw/linked.json || exit 1
      find . -mindepth 1 ! -type l -perm /077
      """
    let shell = try Tool.run(
      ["-c", script, try #require(Tool.binary).path], in: folder,
      input: Array(Sample.old.utf8), program: URL(filePath: "/bin/sh"))
    #expect(shell.status == 0, "\(shell.everything)")
    #expect(shell.output == "", "something is left open")
  }

  @Test("A run that only changes modes says so, in words and in JSON")
  func words() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    // A token stands in it: a config without a secret may be open where it is only named.
    let config = try scratch.file(
      "openclaw.json",
      Array(
        "{ gateway: { auth: { mode: 'token', token: '3f9c1e7ab24d5608f1e2d3c4b5a69788' } } }".utf8))
    let open = [FileAttributeKey.posixPermissions: 0o640]
    try FileManager.default.setAttributes(open, ofItemAtPath: config.path)
    let place = ["--config", config.path]
    let diagnosis = try Tool.run(place, in: scratch.folder)
    #expect(diagnosis.status == 1)
    #expect(diagnosis.output.contains("Next: clawdoctor --fix"))
    let run = try Tool.run(["--fix"] + place, in: scratch.folder)
    #expect(run.status == 0)
    #expect(
      run.output.contains(
        "  openclaw.json set the mode of `openclaw.json` from 640 to 600 [config-mode]"))
    #expect(
      run.output.hasSuffix("Done; the config itself is as it was; nothing is left to do.\n"))
    #expect(try scratch.names() == ["openclaw.json"])
    try FileManager.default.setAttributes(open, ofItemAtPath: config.path)
    let json = try Tool.run(["--fix", "--json"] + place, in: scratch.folder)
    let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    let report = try #require(value as? [String: Any])
    #expect(report["written"] as? Bool == false && report["ok"] as? Bool == true)
    let change = try #require((report["changes"] as? [[String: Any]])?.first)
    #expect(change["action"] as? String == "set" && change["file"] as? String == config.path)
    let finding = try #require((report["findings"] as? [[String: Any]])?.first)
    #expect(finding["fixed"] as? Bool == true && finding["file"] as? String == config.path)
  }
}
