import ConfigDocument
import Diagnostics
import Testing

@testable import Redaction

@Suite struct ExplainTests {
  @Test func everyMaskHasItsReason() throws {
    let random = "q7Rz2Lk9" + "Vb4Xt1Np" + "8Wm3Hs6Jd5Fc0"
    let token = "ghp_" + String(repeating: "aB3", count: 12)
    let text = """
      {
        token: 'kanarienvogel-lied', // kanarienvogel-lied
        'kanarienvogel-lied': 1,
        note: '\(token)', b: ['\(random)'],
        c: 'run it with --password zeisig', d: 'https://u:zeisig@h.example', e: '${X}',
        apiKey: '${X}', password: '',
      }
      """
    var redactor = Redactor()
    let document = try ConfigDocument(parsing: Array(text.utf8))
    let masks = redactor.explain(document)
    #expect(
      masks.map { "\($0.span.line) \($0.path?.description ?? "comment") \($0.label) \($0.reason)" }
        == [
          "2 token ‹token 1› key", "2 comment ‹token 1› repetition",
          "3 kanarienvogel-lied ‹token 1› repetition",
          "4 note ‹github-token 1› look(\"github-token\")",
          "4 b[0] ‹random 1› entropy", "5 c ‹short-password 1› name",
          "5 d ‹url-credential 1› look(\"url-credential\")",
        ])
    #expect(masks.filter(\.isKey).count == 1)
    // What is explained is what is shown.
    let shown = redactor.redact(document).text
    for mask in masks { #expect(shown.contains(mask.label)) }
  }
}
