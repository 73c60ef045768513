import ConfigDocument
import Testing

/// What unit files give to the gateway.
@Suite struct SystemdUnitTests {
  /// Lines of section `[Service]`, and the variables that come of them, with their lines.
  struct Case: Sendable, CustomTestStringConvertible {
    let lines: String
    let variables: [String]
    var testDescription: String { lines.debugDescription }

    init(_ lines: String, _ variables: String...) {
      self.lines = lines
      self.variables = variables
    }
  }

  static let plain = [
    Case("Environment=A=1", "2 A=1"),
    Case("Environment = A=1 ", "2 A=1"),
    Case("  Environment=A=1\tB=2", "2 A=1", "2 B=2"),
    Case("Environment=A=1\nEnvironment=A=2 B=", "2 A=1", "3 A=2", "3 B="),
    Case("Environment=A=b=c", "2 A=b=c"),
    Case("Environment=A=1\nEnvironment=\nEnvironment=B=2", "4 B=2"),
    Case("Environment=A=1\r\nEnvironment=B=2\r\n", "2 A=1", "3 B=2"),
    Case("#Environment=A=1\n; Environment=A=1\nEnvironment=B=2", "4 B=2"),
    Case("Environment=A=1 # no comment", "2 A=1"),
    Case("Environment=A 9=1 A-B=1 =1 _a9=1", "2 _a9=1"),
    Case("environment=A=1\nEnvironments=A=1\nPassEnvironment=A"),
    Case("Environment=A=100%%%%x %h=1 B=%h%%", "2 A=100%%x", "2 B=%h%"),
    Case("Environment=A=$B ${C}", "2 A=$B"),
    Case("[Unit]\nEnvironment=A=1\n[Service]\nEnvironment=B=2", "5 B=2"),
  ]

  static let quoted = [
    Case(#"Environment="A=one two" 'B=x "y"'"#, "2 A=one two", #"2 B=x "y""#),
    Case(#"Environment=A="one two"B C='3'"#, "2 A=one twoB", "2 C=3"),
    Case(#"Environment="A=1""B=2""#, "2 A=1B=2"),
    Case(#"Environment=A=\x41\101\u00e9\U0001F600"#, "2 A=AAé😀"),
    Case(#"Environment="A=a\"b\\c\sd\te" B=x\ y"#, "2 A=a\"b\\c d\te"),
    Case(#"Environment=A=1 B=\q C=3"#, "2 A=1"),
    Case(#"Environment=A=1 "B=2 C=3"#, "2 A=1"),
    Case(#"Environment=A=1 B=\x00 C=3"#, "2 A=1"),
    Case(#"Environment=A=1 B=\x4"#, "2 A=1"),
    Case(#"Environment=A=\uD800"#),
    Case("Environment=A=''", "2 A="),
  ]

  static let continued = [
    Case("Environment=A=1 \\\n  B=2 \\\n\tC=3", "2 A=1", "3 B=2", "4 C=3"),
    Case("Environment=A=1 \\\n# B=2 \\\n;x\n  C=3\nEnvironment=D=4", "2 A=1", "5 C=3", "6 D=4"),
    Case("Environment=\\\nA=1", "3 A=1"),
    Case("Environment=\"A=one\\\n two\"", "2 A=one two"),
    Case("Environment=A=1\\\\\nEnvironment=B=2", "2 A=1\\", "3 B=2"),
    Case("Environment=A=1 \\\n\nEnvironment=B=2", "2 A=1", "4 B=2"),
    Case("Environment=A=1 \\", "2 A=1"),
    Case("X=\\\nEnvironment=A=1"),
  ]

  @Test("A section gives these variables", arguments: plain + quoted + continued)
  func variables(_ example: Case) {
    let unit = SystemdUnit(Array("[Service]\n\(example.lines)".utf8))
    #expect(unit.variables.map { "\($0.line) \($0.name)=\($0.value)" } == example.variables)
  }

  @Test("A whole unit gives variables and files")
  func whole() {
    let text = """
      # made by hand
      [Unit]
      Description=Gateway
      EnvironmentFile=/etc/elsewhere

      [Service]
      ExecStart=/usr/bin/openclaw gateway --port 18789
      Environment=OPENCLAW_GATEWAY_TOKEN=demo-not-a-secret-unit
      EnvironmentFile=/etc/first
      EnvironmentFile=
      EnvironmentFile=-%h/.openclaw/my file.env
      EnvironmentFile = /etc/second%%
      EnvironmentFile=-

      [Install]
      WantedBy=default.target
      """
    let unit = SystemdUnit([0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(
      unit.variables == [
        ServiceVariable(
          name: "OPENCLAW_GATEWAY_TOKEN", value: "demo-not-a-secret-unit", line: 8)
      ])
    #expect(
      unit.environmentFiles.map { "\($0.line) \($0.path) \($0.isOptional)" } == [
        "11 %h/.openclaw/my file.env true", "12 /etc/second% false",
      ])
  }

  @Test(
    "Hostile bytes are read in linear time",
    arguments: [
      "Environment=A=1\\\n", "\\", "\\\n", "\"", "Environment=A=\"\n", "A=1 ", "#\\\n", "\0", "=",
      "Environment=\\\n", "\u{FF}", "Environment=A=1 B=2 \\\n",
    ])
  func hostile(_ piece: String) {
    let unit = Array(piece.utf8)
    let head = Array("[Service]\nEnvironment=".utf8)
    let bytes = head + [[UInt8]](repeating: unit, count: 400_000 / unit.count).joined()
    let time = ContinuousClock().measure { _ = SystemdUnit(bytes) }
    #expect(time < .seconds(20))
    for count in 0..<64 { _ = SystemdUnit(Array(bytes.prefix(count))) }
  }
}
