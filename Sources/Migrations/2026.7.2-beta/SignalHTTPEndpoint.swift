internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Unites `httpHost` and `httpPort` of Signal as `httpUrl`.
///
/// ## Why
/// Since 2026.7.2 the endpoint is one address, and the old keys are refused.
///
/// ## What it keeps
/// Host, port and comments; what an account lacks comes from the channel. An address that is set
/// stays. Where nothing says whether Signal is started it goes on being started.
package struct SignalHTTPEndpoint: Migration {
  package var facts: MigrationFacts {
    MigrationFacts(
      "signal-http-endpoint",
      life: Life(introduced: "2026.7.2-beta", refused: "2026.7.2-beta"),
      summary: "Unite httpHost and httpPort of Signal as httpUrl",
      why: "the endpoint of Signal is one address since 2026.7.2")
  }

  package var examples: [MigrationExample] {
    [
      MigrationExample(
        """
        {
          channels: {
            signal: {
              httpHost: "10.0.0.5", // the box
              httpPort: 8090,
            },
          },
        }
        """,
        """
        {
          channels: {
            signal: {
              httpUrl: "http://10.0.0.5:8090", // the box
              autoStart: true,
            },
          },
        }
        """),
      MigrationExample(
        """
        { channels: { signal: { httpUrl: "http://h:1", httpPort: 2 } } }
        """,
        """
        { channels: { signal: { httpUrl: "http://h:1" } } }
        """),
      MigrationExample(
        unchanged: """
          { channels: { signal: { httpUrl: "http://h:1" } } }
          """),
    ]
  }

  package func mayConcern(_ vocabulary: KeyVocabulary) -> Bool {
    vocabulary.holds("httpHost") || vocabulary.holds("httpPort")
  }

  package func apply(to transform: inout Transform) {
    let channel = Transform.path("channels.signal")
    for scope in transform.matches("channels.signal.accounts.*") + [channel] {
      let host = scope.appending(key: "httpHost")
      let port = scope.appending(key: "httpPort")
      guard transform.has(host) || transform.has(port) else { continue }
      let own = scope.appending(key: "httpUrl")
      let shared = channel.appending(key: "httpUrl")
      if let url = [own, shared].first(where: { transform.has($0) }) {
        transform.resolve(host, against: url, .targetWins)
        transform.resolve(port, against: url, .targetWins)
      } else {
        unite(host, port, as: own, beside: channel, in: &transform)
      }
    }
  }

  private func unite(
    _ host: ConfigPath, _ port: ConfigPath, as url: ConfigPath, beside channel: ConfigPath,
    in transform: inout Transform
  ) {
    let name =
      transform.text(host) ?? transform.text(channel.appending(key: "httpHost")) ?? "127.0.0.1"
    let number =
      transform.draft.spelling(at: port)
      ?? transform.draft.spelling(at: channel.appending(key: "httpPort")) ?? "8080"
    guard !transform.has(host) || transform.expect(host, .string),
      !transform.has(port) || transform.expect(port, .number)
    else { return }
    let part = name.contains(":") && !name.hasPrefix("[") ? "[\(name)]" : name
    let source = transform.has(host) ? host : port
    guard transform.convert(source, to: url, .string("http://\(part):\(number)")) else { return }
    transform.resolve(port, against: url, .targetWins)
    if let scope = url.parent {
      transform.add(
        scope.appending(key: "autoStart"), .boolean(true),
        because: "OpenClaw starts Signal beside an address only where this says so")
    }
  }
}
