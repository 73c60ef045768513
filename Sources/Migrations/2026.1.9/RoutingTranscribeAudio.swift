internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns `routing.transcribeAudio` into a media model.
///
/// ## Why
/// `routing` was divided in 2026.1.9. The command went to `audio.transcription` first and became an
/// entry of `tools.media.audio.models` in 2026.1.16-1; a target in between gets the former.
///
/// ## What it keeps
/// The command and its arguments as they are written, and the comments: see `AudioCommand`. A
/// command that OpenClaw would refuse stays and is reported; OpenClaw deletes it.
package struct RoutingTranscribeAudio: Migration {
  package let facts = MigrationFacts(
    "routing-transcribe-audio", life: Life(introduced: "2026.1.9", refused: "2026.1.9"),
    summary: "Turn routing.transcribeAudio into a media model",
    why: "speech is turned into text by media models since 2026.1.16-1")

  package let examples = [
    MigrationExample(
      """
      {
        routing: {
          // runs on the small machine
          transcribeAudio: {
            command: ["whisper", "--model", "base", "{input}"],
            timeoutSeconds: 60,
          },
        },
      }
      """,
      """
      {
        // runs on the small machine
        tools: {
          media: {
            audio: {
              enabled: true,
              models: [
                {
                  type: "cli",
                  command: "whisper",
                  args: ["--model", "base", "{input}"],
                  timeoutSeconds: 60,
                },
              ],
            },
          },
        },
      }
      """, target: "2026.2.14"),
    MigrationExample(
      unchanged: """
        {
          // a line for a shell
          routing: { transcribeAudio: { command: ["whisper $1 > out", "x"] } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    let source = Transform.path("routing.transcribeAudio")
    guard transform.has(source) else { return }
    let isGone =
      transform.target < "2026.1.16-1"
      ? transform.move(source, to: Transform.path("audio.transcription"))
      : AudioCommand.move(source, in: &transform)
    if isGone { transform.prune(Transform.path("routing")) }
  }
}
