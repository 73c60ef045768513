internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Moves `webhookPort` and `webhookHost` of channels under `legacyWebhook`.
///
/// ## Why
/// About 2026.9 has one section for listeners with a port of their own.
///
/// ## What it keeps
/// Host, port and comments. A host without a port gets the port that was usual for its channel; the
/// section needs one.
package struct WebhookListenerPorts: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "webhook-listener-ports",
      life: Life(introduced: "2026.9.1", refused: "2026.9.1"),
      summary: "Move ports of webhook listeners under legacyWebhook",
      why: "ports of webhook listeners stand under `legacyWebhook` since about 2026.9")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          channels: {
            telegram: {
              webhookPort: 8790, // open in the firewall
            },
          },
        }
        """,
        """
        {
          channels: {
            telegram: {
              legacyWebhook: {
                port: 8790, // open in the firewall
              },
            },
          },
        }
        """),
      MigrationExample(
        """
        { channels: { feishu: { webhookHost: "0.0.0.0" } } }
        """,
        """
        { channels: { feishu: { legacyWebhook: { host: "0.0.0.0", port: 3000 } } } }
        """),
      MigrationExample(
        unchanged: """
          { channels: { telegram: { legacyWebhook: { port: 1 } } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("webhookPort") || vocabulary.holds("webhookHost")
      || vocabulary.holds("webhook")
  }

  package func apply(to transform: inout Transform) {
    let ports = [("feishu", "3000"), ("nextcloud-talk", "8788"), ("telegram", "8787")]
    for (id, usual) in ports {
      let channel = Transform.path("channels").appending(key: id)
      let section = channel.appending(key: "legacyWebhook")
      let port = section.appending(key: "port")
      transform.move(channel.appending(key: "webhookPort"), to: port)
      let host = channel.appending(key: "webhookHost")
      if transform.move(host, to: section.appending(key: "host")) {
        transform.add(
          port, .number(usual), because: "a host needs a port, and this was the usual one")
      }
    }
    transform.move(
      Transform.path("channels.msteams.webhook.port"),
      to: Transform.path("channels.msteams.legacyWebhook.port"))
  }
}
