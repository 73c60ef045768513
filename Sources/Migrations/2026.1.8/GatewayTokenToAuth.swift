internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves `gateway.token` under `gateway.auth`.
///
/// ## Why
/// Since 2026.1.8 all that lets somebody in stands in one object with a mode.
///
/// ## What it keeps
/// The token as it is written, a `${VAR}` or a reference too, with its comments. A token under
/// `auth` stays and the old one goes, named in the report. `mode: "token"` is written when no mode
/// is set, as OpenClaw does, but not beside a password: there the mode decides which of the two
/// counts, and without one it is the password.
///
/// An `auth` that is no object is left; OpenClaw throws it away.
package struct GatewayTokenToAuth: Migration {
  package let facts = MigrationFacts(
    "gateway-token", life: Life(introduced: "2026.1.8", refused: "2026.1.8"),
    summary: "Move gateway.token under gateway.auth",
    why: "what lets somebody in stands under gateway.auth since 2026.1.8")

  package let examples = [
    MigrationExample(
      """
      {
        gateway: {
          port: 18789,
          // from the password manager
          token: "${GATEWAY_TOKEN}",
        },
      }
      """,
      """
      {
        gateway: {
          port: 18789,
          auth: {
            mode: "token",
            // from the password manager
            token: "${GATEWAY_TOKEN}",
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // not what it was meant to be
          gateway: { auth: "token", token: "${GATEWAY_TOKEN}" },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    let source = Transform.path("gateway.token")
    let auth = Transform.path("gateway.auth")
    let target = auth.appending(key: "token")
    guard let kind = transform.kind(source) else { return }
    guard kind == .string || kind == .object else {
      return transform.noteKind(of: source, expected: "a string or a reference")
    }
    let isFree = !transform.has(target)
    guard transform.move(source, to: target), isFree,
      !transform.has(auth.appending(key: "password"))
    else { return }
    transform.add(
      auth.appending(key: "mode"), .string("token"), placement: .first,
      because: "a token was what let somebody in")
  }
}
