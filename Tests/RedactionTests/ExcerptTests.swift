import Testing

@testable import Redaction

@Suite struct ExcerptTests {
  static func shown(_ line: some StringProtocol) -> String {
    var redactor = Redactor()
    return redactor.excerpt(line: Array(line.utf8)).text
  }

  @Test(arguments: [
    ("  \"port\": 18789, enabled: true,", "  \"port\": 18789, enabled: true,"),
    ("  \"token\": \"hunter2\",\r\n", "  \"token\": \"•••••••\","),
    ("\tname: 'Jürgen 🦞' }", "\tname: '••••••••' }"),
    ("gateway { port: 1", "gateway { port: 1"), ("mode: local", "mode: •••••"),
    ("debug: True", "debug: True"), ("a: 1 // hunter two", "a: 1 //•••••••••••"),
    ("hunter2\", port: 18789", "•••••••\"•••••••••••••"),
    ("correct horse battery staple", "••••••• ••••• ••••••• ••••••"),
    ("hunter2\", password: \"x", "•••••••\"••••••••••••\"•"),
    ("\"a\": \"unclosed, secret: yes", "\"•\": \"•••••••••••••••••••••"),
    ("\u{1B}[31m{", "•[•••{"),
  ])
  func exactOutput(line: String, expected: String) {
    #expect(Self.shown(line) == expected)
  }

  @Test(arguments: [
    "  \"token\": \"ka%r-7i$en!vo(gel)\", \"port\": 18789, // x",
    "  apiKey: 'kanarienvogel', port: 1", "{\"a\":{\"password\":\"kanarien vogel\"},\"b\":[1,2]}",
    "  a: 'kanarien\\'vogel', b: \"it's kanarien\"", "  kanarien: vogelvogel kanarien",
    "  // see kanarien7vogel", "kanarienvogel", "\"sk-kanarienvogel\": 1",
  ])
  func nothingSurvivesACutAnywhere(line: String) {
    for start in line.indices {
      let rest = line[start...]
      let shown = Self.shown(rest)
      #expect(shown.unicodeScalars.count == rest.unicodeScalars.count)
      // A line that starts in the middle of a value may show nothing of it.
      for piece in ["rienvo", "nvogel", "ogelvo", "vogelv", "r-7i$e", "ien vo", "en!vo("] {
        #expect(!shown.contains(piece), "\(shown)")
      }
    }
  }
}
