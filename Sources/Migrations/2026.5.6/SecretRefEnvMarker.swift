internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Turns texts like `secretref-env:NAME` into references.
///
/// ## Why
/// Since about 2026.5.6 a secret that comes from the environment is an object that names its
/// source.
///
/// ## What it keeps
/// Which variable is meant, and the comments. A text that is more than such a mark stays, and so do
/// variables under `env`.
package struct SecretRefEnvMarker: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "secretref-env-marker",
      life: Life(introduced: "2026.5.6"),
      summary: "Turn marks of environment secrets into references",
      why: "a secret of the environment is a reference since about 2026.5.6")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          gateway: { auth: { token: "secretref-env:GATEWAY_TOKEN" } }, // ours
        }
        """,
        """
        {
          gateway: { auth: { token: { source: "env", provider: "default", id: "GATEWAY_TOKEN" } } }, // ours
        }
        """),
      MigrationExample(
        """
        { secrets: { defaults: { env: "vault" } }, channels: { slack: { botToken: "secretref-env:SLACK" } } }
        """,
        """
        { secrets: { defaults: { env: "vault" } }, channels: { slack: { botToken: { source: "env", provider: "vault", id: "SLACK" } } } }
        """),
      MigrationExample(
        unchanged: """
          { env: { vars: { A: "secretref-env:B" } }, messages: { responsePrefix: "secretref-env:lower" } }
          """),
    ]
  }

  package func apply(to transform: inout Transform) {
    guard transform.mentions(Self.mark) else { return }
    let provider = transform.text(Transform.path("secrets.defaults.env")) ?? "default"
    for key in transform.draft.keys(at: .root) where key != "env" {
      visit(ConfigPath([.key(key)]), provider, in: &transform)
    }
  }

  private static let mark = "secretref-env:"

  private func visit(_ path: ConfigPath, _ provider: String, in transform: inout Transform) {
    switch transform.kind(path) {
    case .object:
      for key in transform.draft.keys(at: path) {
        visit(path.appending(key: key), provider, in: &transform)
      }
    case .array:
      for index in 0..<transform.draft.count(at: path) {
        visit(path.appending(index: index), provider, in: &transform)
      }
    case .string:
      guard let text = transform.text(path), text.hasPrefix(Self.mark) else { return }
      let name = text.dropFirst(Self.mark.count)
      let isName = name.utf8.allSatisfy { byte in
        byte &- UInt8(ascii: "A") < 26 || byte &- UInt8(ascii: "0") < 10
          || byte == UInt8(ascii: "_")
      }
      guard isName, let first = name.utf8.first, first &- UInt8(ascii: "A") < 26 else { return }
      transform.convert(
        path, to: path,
        .object([
          .init("source", .string("env")), .init("provider", .string(provider)),
          .init("id", .string(String(name))),
        ]))
    case .number, .boolean, .null, nil: return
    }
  }
}
