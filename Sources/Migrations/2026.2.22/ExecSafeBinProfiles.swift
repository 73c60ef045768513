internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Writes an empty profile for each program of `safeBins` that has none.
///
/// ## Why
/// Since 2026.2.22 a profile says with which arguments a safe program may run unasked.
///
/// ## What it keeps
/// The lists and the profiles that are there. An empty profile sets no limit, so none is written
/// unasked. Interpreters run whatever they are given and get none at all.
package struct ExecSafeBinProfiles: Migration {
  package let facts = MigrationFacts(
    "exec-safe-bin-profiles", life: Life(introduced: "2026.2.22"),
    summary: "Write empty profiles for programs of safeBins without one",
    why: "each program of safeBins has a profile since 2026.2.22",
    safety: .unsafe("the programs run unasked with any arguments afterwards"))

  package let examples = [
    MigrationExample(
      """
      {
        tools: {
          exec: {
            safeBins: ["mytool", "Other", "python3"], // ours
            safeBinProfiles: { other: { maxPositional: 1 } },
          },
        },
      }
      """,
      """
      {
        tools: {
          exec: {
            safeBins: ["mytool", "Other", "python3"], // ours
            safeBinProfiles: { other: { maxPositional: 1 }, mytool: {} },
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // the common profile is for all agents
          tools: { exec: { safeBinProfiles: { mytool: {} } } },
          agents: { list: [{ id: "a", tools: { exec: { safeBins: ["mytool"] } } }] },
        }
        """),
  ]

  /// Programs that run what they are given, as OpenClaw lists them.
  private static let interpreters: Set<String> = [
    "ash", "awk", "bash", "busybox", "bun", "cmd", "cscript", "dash", "deno", "fish", "gawk",
    "gsed", "ksh", "lua", "mawk", "nawk", "node", "nodejs", "perl", "php", "powershell", "pypy",
    "pwsh", "python", "ruby", "sed", "sh", "toybox", "wscript", "zsh",
  ]

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool { vocabulary.holds("safeBins") }

  package func apply(to transform: inout Transform) {
    let common = Transform.path("tools.exec.safeBinProfiles")
    for list in transform.matches(
      "{tools,agents.list[].tools,agents.entries.*.tools}.exec.safeBins")
    {
      guard let owner = list.parent else { continue }
      let profiles = owner.appending(key: "safeBinProfiles")
      let missing = (0..<transform.draft.count(at: list)).compactMap { index in
        transform.text(list.appending(index: index))?.lowercased()
      }.filter { name in
        !name.contains("${") && !isInterpreter(name)
          && ![common, profiles].contains { transform.has($0.appending(key: name)) }
      }
      guard !missing.isEmpty else { continue }
      let change = Change(
        migration: facts.id, action: .set, source: nil, target: profiles, span: nil,
        message: "set empty profiles in \(profiles): \(ours: facts.why)")
      transform.together(change) { transform in
        missing.allSatisfy { name in
          let profile = profiles.appending(key: name)
          return transform.has(profile) || transform.add(profile, .object([]), because: nil)
        }
      }
    }
  }

  /// `python3.12` and `/usr/bin/perl` are interpreters too.
  private func isInterpreter(_ name: String) -> Bool {
    var file = name[...]
    if let slash = file.lastIndex(where: { $0 == "/" || $0 == "\\" }) {
      file = file[file.index(after: slash)...]
    }
    for ending in [".exe", ".cmd", ".bat", ".com"] where file.hasSuffix(ending) {
      file = file.dropLast(ending.count)
    }
    while let last = file.last, last.isNumber || last == "." { file = file.dropLast() }
    return Self.interpreters.contains(String(file))
  }
}
