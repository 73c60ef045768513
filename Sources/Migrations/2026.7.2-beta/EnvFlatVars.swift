internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves variables of `env` under `env.vars`.
///
/// ## Why
/// 2026.7.2 refuses variables beside the settings of the section.
///
/// ## What it keeps
/// Each value as it is written and its comments; one that is set under `vars` stays. What is no
/// text stays and is reported.
package struct EnvFlatVars: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "env-flat-vars",
      life: Life(introduced: "2026.7.2-beta", refused: "2026.7.2-beta"),
      summary: "Move variables of env under env.vars",
      why: "variables stand under `env.vars` since 2026.7.2")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          env: {
            // for the weather
            WEATHER_KEY: "${WEATHER_KEY}",
            shellEnv: { enabled: true },
          },
        }
        """,
        """
        {
          env: {
            vars: {
              // for the weather
              WEATHER_KEY: "${WEATHER_KEY}",
            },
            shellEnv: { enabled: true },
          },
        }
        """),
      MigrationExample(
        """
        { env: { A: "1", vars: { A: "2" } } }
        """,
        """
        { env: { vars: { A: "2" } } }
        """),
      MigrationExample(
        unchanged: """
          { env: { A: 1 } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("env")
  }

  package func apply(to transform: inout Transform) {
    let env = Transform.path("env")
    let variables = env.appending(key: "vars")
    for key in transform.draft.keys(at: env) where key != "vars" && key != "shellEnv" {
      let source = env.appending(key: key)
      guard transform.expect(source, .string) else { continue }
      transform.move(source, to: variables.appending(key: key))
    }
  }
}
