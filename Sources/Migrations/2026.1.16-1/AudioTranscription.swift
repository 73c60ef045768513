internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns `audio.transcription` into a media model.
///
/// ## Why
/// Media models came with 2026.1.16-1, and the key at the root is refused from 2026.7.2-beta on.
/// OpenClaw migrates it since 2026.2.13, but only when another old key is in the file.
///
/// ## What it keeps
/// The command and its arguments as they are written, and the comments: see `AudioCommand`.
package struct AudioTranscription: Migration {
  package let facts = MigrationFacts(
    "audio-transcription",
    life: Life(introduced: "2026.1.16-1", refused: "2026.7.2-beta", from: "2026.2.13"),
    summary: "Turn audio.transcription into a media model",
    why: "speech is turned into text by media models since 2026.1.16-1")

  package let examples = [
    MigrationExample(
      """
      {
        audio: {
          transcription: {
            command: ["whisper"], // local
          },
        },
        tools: {
          media: {
            audio: {
              enabled: false,
            },
          },
        },
      }
      """,
      """
      {
        // local
        tools: {
          media: {
            audio: {
              enabled: false,
              models: [
                {
                  type: "cli",
                  command: "whisper",
                },
              ],
            },
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // an option is no program
          audio: { transcription: { command: ["-x"] } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    let source = Transform.path("audio.transcription")
    guard transform.has(source), AudioCommand.move(source, in: &transform) else { return }
    transform.prune(Transform.path("audio"))
  }
}
