import DoctorKit
import Foundation
import Testing

/// One old config in all the files that people keep configs in; every secret is made up.
struct CarrierFixture: Sendable, CustomTestStringConvertible {
  let name: String
  /// The name of the file.
  let file: String
  /// The text, with `@` in front of the key `slack`, which is old.
  let text: String
  let kind: String
  let at: String
  let format: String
  var testDescription: String { name }

  var content: String { text.replacing("@", with: "") }

  /// Where the old key stands.
  var place: (line: Int, column: Int) {
    let before = text.prefix { $0 != "@" }
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.count, (lines.last?.unicodeScalars.count ?? 0) + 1)
  }

  static let secret = "demo-not-a-secret-slack"

  static let all = [
    CarrierFixture(
      name: "ConfigMap", file: "configmap.yaml",
      text: """
        # who: é
        apiVersion: v1
        kind: ConfigMap
        data:
          openclaw.json: |
            {
              // the club
              "gateway": { "mode": "remote" },
              @"slack": { "botToken": "\(secret)" }, // mine
            }
          AGENTS.md: |
            slack: no config

        """, kind: "configmap", at: "data[\"openclaw.json\"]", format: "json5"),
    CarrierFixture(
      name: "ConfigMap in quotes, second document", file: "all.yml",
      text: """
        apiVersion: v1
        kind: Service
        ---
        apiVersion: v1
        kind: ConfigMap
        data: { openclaw.json: '{ gateway: { mode: "remote" }, @slack: { botToken: "\(secret)" } }' }
        ---
        apiVersion: v1
        kind: Pod

        """, kind: "configmap", at: "data[\"openclaw.json\"]", format: "json5"),
    CarrierFixture(
      name: "Secret, plain", file: "secret.yaml",
      text: """
        apiVersion: v1
        kind: Secret
        stringData:
          openclaw.json: |-
            { gateway: { mode: "remote" },
              @slack: { botToken: "\(secret)" } }

        """, kind: "secret", at: "stringData[\"openclaw.json\"]", format: "json5"),
    CarrierFixture(
      name: "values of a chart", file: "values.yaml",
      text: """
        image:
          tag: latest
        openclaw:
          config: # openclaw.json
            gateway:
              mode: remote
            # the club
            @slack:
              botToken: \(secret) # mine
          other: true

        """, kind: "helm-values", at: "openclaw.config", format: "yaml"),
    CarrierFixture(
      name: "compose", file: "compose.yaml",
      text: """
        services:
          openclaw:
            image: openclaw
            configs: [openclaw]
        configs:
          openclaw:
            content: |
              { gateway: { mode: "remote" },
                @slack: { botToken: "\(secret)" } }

        """, kind: "compose", at: "configs.openclaw.content", format: "json5"),
    CarrierFixture(
      name: "YAML in a scalar", file: "vars.yml",
      text: """
        openclaw_user: me
        openclaw_config: |
          gateway:
            mode: remote
          @slack:
            botToken: \(secret)

        """, kind: "ansible", at: "openclaw_config", format: "yaml"),
    CarrierFixture(
      name: "ConfigMap in JSON", file: "configmap.json",
      text: """
        { "apiVersion": "v1", "kind": "ConfigMap", "data": {
            "openclaw.json": "{ gateway: { mode: 'remote' },\\n @slack: { botToken: '\(secret)' } }" } }

        """, kind: "configmap", at: "data[\"openclaw.json\"]", format: "json5"),
  ]
}

extension Workplace {
  /// A request for another file of this folder.
  func request(for file: String, _ change: (inout DoctorRequest) -> Void = { _ in })
    -> DoctorRequest
  {
    request {
      $0.config = folder.appending(path: file).path
      change(&$0)
    }
  }
}
