internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns `sessionArg` of CLI backends into the list `sessionArgs`.
///
/// ## Why
/// Since 2026.7.2 the arguments are a list in which the id of the session has its place.
///
/// ## What it keeps
/// The argument and its comments; a list that is set stays. What is no text stays and is reported.
package struct CLIBackendSessionArg: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "cli-backend-session-arg",
      life: Life(introduced: "2026.7.2-beta", refused: "2026.7.2-beta"),
      summary: "Turn sessionArg of CLI backends into sessionArgs",
      why: "arguments for the session are a list since 2026.7.2")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          agents: { defaults: { cliBackends: { x: {
            sessionArg: "--session", // of x
          } } } },
        }
        """,
        """
        {
          agents: { defaults: { cliBackends: { x: {
            sessionArgs: [
              "--session", // of x
              "{sessionId}",
            ],
          } } } },
        }
        """),
      MigrationExample(
        """
        { agents: { defaults: { cliBackends: { x: { sessionArg: "-s", sessionArgs: ["-t", "{sessionId}"] } } } } }
        """,
        """
        { agents: { defaults: { cliBackends: { x: { sessionArgs: ["-t", "{sessionId}"] } } } } }
        """),
      MigrationExample(
        unchanged: """
          { agents: { defaults: { cliBackends: { x: { sessionArg: 1 } } } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("sessionArg")
  }

  package func apply(to transform: inout Transform) {
    for source in transform.matches("agents{.defaults,.list[],.entries.*}.cliBackends.*.sessionArg")
    {
      guard transform.expect(source, .string), let backend = source.parent else { continue }
      let target = backend.appending(key: "sessionArgs")
      if transform.has(target) {
        transform.resolve(source, against: target, .targetWins)
        continue
      }
      transform.together { transform in
        transform.makeArray(target) && transform.move(source, to: target.appending(index: 0))
          && transform.add(
            target.appending(index: 1), .string("{sessionId}"), because: "\(ours: facts.why)")
      }
    }
  }
}
