import DoctorKit
import Foundation
import Testing

/// Files around a config that are only read, or hold none.
@Suite struct HostTests {
  static let jinja = """
    {
      // {{ ansible_managed }}
      "gateway": { "mode": "remote", "port": {{ port }} },
      {% if slack %}
      "slack": { "botToken": "{{ token }}" },
      {% endif %}
      "logging": { "level": {{ level | to_json }}, "unheard": 1 }
    }

    """

  @Test(
    "A template is diagnosed as far as it is known, and never written",
    arguments: ["openclaw.json.j2", "openclaw.json", "x.tmpl", "stdin"])
  func template(_ name: String) throws {
    let place = try Workplace()
    try place.write(Self.jinja, to: name)
    let report = place.doctor().diagnose(place.request(for: name))
    #expect(report.config.isTemplate)
    let places = report.findings.map { "\($0.checkID) \($0.place?.line ?? 0)" }
    #expect(places.contains("providers-to-channels 5"), "\(places)")
    #expect(places.contains("schema.unknown-key 7"))
    #expect(places.contains("template 2"))
    #expect(!places.contains { $0.hasPrefix("schema.wrong-type") })
    #expect(!report.findings.contains { $0.isFixable })
    let fixed = place.doctor().fix(place.request(for: name)).report
    #expect(fixed.status == .refused && !fixed.isWritten)
    #expect(try place.read(name) == Self.jinja)
    #expect(try place.files() == [name])
  }

  @Test("So is one whose marks stand in the config inside a file")
  func helm() throws {
    let file = """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: {{ include "a.name" . }}
        labels:
          {{- include "a.labels" . | nindent 4 }}
      data:
        openclaw.json: |
          {
            {{- if .Values.slack }}
            "slack": { "enabled": true },
            {{- end }}
            "gateway": { "mode": "remote", "port": {{ .Values.port }} }
          }

      """
    let place = try Workplace()
    try place.write(file, to: "configmap.yaml")
    let report = place.doctor().fix(place.request(for: "configmap.yaml")).report
    #expect(report.status == .refused)
    #expect(report.config.kind == "configmap" && report.config.isTemplate)
    #expect(report.findings.first { $0.path == "slack" }?.place?.line == 11)
    #expect(report.findings.first { $0.path == "slack" }?.place?.column == 7)
    #expect(try place.read("configmap.yaml") == file)
  }

  @Test("Marks in a config that can be read are its own")
  func ownMarks() throws {
    let place = try Workplace("{ hooks: { mappings: [ { messageTemplate: 'From {{from}}' } ] } }")
    let report = place.doctor().diagnose(place.request())
    #expect(!report.config.isTemplate && report.config.kind == nil)
  }

  @Test("A broken config is no template")
  func broken() throws {
    let place = try Workplace("{ gateway: { port: 1 mode: '{{x}}' } }")
    let report = place.doctor().diagnose(place.request())
    #expect(report.findings.map(\.checkID) == ["syntax.missing-comma"])
  }

  @Test(
    "What is encrypted is said to be, and stays",
    arguments: [
      ("x.yaml", "a: ENC[x]\nsops:\n    mac: ENC[y]\n    version: 3.9.0\n", "sops"),
      ("x.json", "{ \"a\": \"ENC[x]\", \"sops\": { \"mac\": \"ENC[y]\" } }", "sops"),
      ("x.yml", "$ANSIBLE_VAULT;1.1;AES256\n6162\n", "ansible-vault"),
    ])
  func encrypted(_ name: String, _ text: String, _ tool: String) throws {
    let place = try Workplace()
    try place.write(text, to: name)
    let report = place.doctor().fix(place.request(for: name)).report
    #expect(report.status == .unreadable)
    #expect(report.findings.map(\.message) == ["the file is encrypted by \(tool)"])
    #expect(try place.read(name) == text)
  }

  @Test(
    "A file without a config is said to have none", arguments: ["a: 1\n", "- a\n", "# nothing\n"])
  func none(_ text: String) throws {
    let place = try Workplace()
    try place.write(text, to: "x.yaml")
    let report = place.doctor().diagnose(place.request(for: "x.yaml"))
    #expect(report.status == .unreadable)
    #expect(report.findings.map(\.checkID) == ["no-config"])
  }

  @Test("Any beginning of a file is answered, and none is written", arguments: CarrierFixture.all)
  func cuts(_ fixture: CarrierFixture) throws {
    let place = try Workplace()
    let bytes = Array(fixture.content.utf8)
    for end in stride(from: 0, to: bytes.count, by: 5) {
      let request = place.request { $0.source = .bytes(Array(bytes[..<end])) }
      let report = place.doctor().diagnose(request)
      #expect(report.status != .writeFailed && report.status != .usage)
      #expect(!"\(report)".contains(CarrierFixture.secret))
    }
  }

  // MARK: Compose

  static let compose = """
    services:
      openclaw:
        image: openclaw
        environment:
          OPENCLAW_GATEWAY_TOKEN: change-me
          SLACK_BOT_TOKEN: demo-not-a-secret-slack
          ANTHROPIC_API_KEY: ${ANTHROPIC_API_KEY:-}
      cli:
        image: openclaw
        environment:
          - OPENCLAW_GATEWAY_TOKEN=${TOKEN:-change-me-now}
          - CLAWDBOT_GATEWAY_TOKEN=${OTHER}
          - OPENCLAW_GATEWAY_PASSWORD=${FROM_FILE}

    """

  @Test("A compose file is diagnosed without a config, with the .env beside it")
  func environment() throws {
    let place = try Workplace()
    try place.write(Self.compose, to: "compose.yaml")
    try place.write("A=1\nFROM_FILE=change-me-too\nFROM_FILE=your-password\n", to: ".env")
    let report = place.doctor().diagnose(place.request(for: "compose.yaml"))
    #expect(report.config.kind == "compose" && report.config.format == nil)
    #expect(report.status == .findings)
    let found = report.findings.map { finding in
      let file = finding.place?.file.split(separator: "/").last ?? ""
      return "\(file):\(finding.place?.line ?? 0):\(finding.place?.column ?? 0) \(finding.checkID)"
    }
    #expect(
      Set(found) == [
        "compose.yaml:5:7 environment-placeholder", "compose.yaml:6:7 environment-secret",
        "compose.yaml:11:9 environment-placeholder", "compose.yaml:12:9 environment-unset",
        ".env:3:1 environment-placeholder",
      ])
    #expect(!"\(report)".contains("demo-not-a-secret"))
  }

  @Test("Variables of Kubernetes are looked at too")
  func kubernetes() throws {
    let place = try Workplace()
    try place.write(
      """
      apiVersion: apps/v1
      kind: Deployment
      spec:
        containers:
          - env:
              - name: OPENCLAW_GATEWAY_TOKEN
                value: change-me
              - name: OPENAI_API_KEY
                valueFrom: { secretKeyRef: { name: a, key: b } }

      """, to: "deploy.yaml")
    let report = place.doctor().diagnose(place.request(for: "deploy.yaml"))
    #expect(report.findings.map(\.checkID) == ["environment-placeholder"])
    #expect(report.findings.first?.place?.line == 7)
  }

  // MARK: Types

  @Test("Values that readers of YAML differ about are named")
  func traps() throws {
    let place = try Workplace()
    try place.write(
      """
      gateway:
        mode: remote
        port: 0o17
      commands:
        native: off
        text: "off"
        restart: true

      """, to: "openclaw.yaml")
    let report = place.doctor().diagnose(place.request(for: "openclaw.yaml"))
    let traps = report.findings.filter { $0.checkID == "yaml-type" }
    #expect(
      traps.map { "\($0.path ?? "") \($0.place?.line ?? 0):\($0.place?.column ?? 0)" } == [
        "gateway.port 3:9", "commands.native 5:11",
      ])
  }

  @Test("Includes of a config inside a file are left alone, and that is said")
  func includes() throws {
    let place = try Workplace()
    try place.write("{ a: 1 }", to: "other.json5")
    try place.write(
      "data:\n  openclaw.json: |\n    { gateway: { mode: 'remote' }, $include: './other.json5' }\n",
      to: "c.yaml")
    let report = place.doctor().diagnose(place.request(for: "c.yaml"))
    #expect(report.findings.contains { $0.checkID == "include-not-read" && $0.place?.line == 3 })
    #expect(report.config.includes.isEmpty)
  }
}
