import ConfigDocument
import Testing

/// Stand-ins for what a template fills in.
@Suite struct TemplateTests {
  @Test(
    "JSON5 with stand-ins can be read, and is as long as the template",
    arguments: [
      ("{ a: {{ port }} }", "{ a: \"${XXXXX}\" }"),
      ("{ a: {{x}} }", "{ a: \"XXX\" }"),
      ("{ a: \"x{{ name }}y\" }", "{ a: \"x${XXXXXXX}y\" }"),
      ("{ a: \"${{ name }}\" }", "{ a: \"${XXXXXXXX}\" }"),
      ("{ a: \"${T_{{ name }}}\" }", "{ a: \"${T_XXXXXXXXXX}\" }"),
      ("{ a: ${PORT} }", "{ a: \"$PORT\" }"),
      ("{ a: \"${PORT}\", b: ${B:-1} }", "{ a: \"${PORT}\", b: \"$B:-1\" }"),
      ("{ a: 1{% if b %}, b: 2{% endif %} }", "{ a: 1          , b: 2            }"),
      (
        "{% if a %}{ b: 1 }{% else %}{ c: 2 }{% endif %}",
        "          { b: 1 }                             "
      ),
      (
        "{ {{- if .a }} a: 1, {{- end }} b: {{ .b }} }",
        "{              a: 1,            b: \"${XXX}\" }"
      ),
      ("{# it's \"so\" #}{ a: {{ b | default({'c': {'d': 1}}) }} }", nil),
      ("{{/* it's */}}{ a: {{ .b }} }", "              { a: \"${XXX}\" }"),
      ("{{ $x := 1 }}{ a: {{ $x }} }", "             { a: \"${XXX}\" }"),
      ("{ a: {{ b(\n  1) }} }", "{ a: \"XXX\"\n        }"),
    ])
  func json(_ text: String, _ wanted: String?) throws {
    let template = try #require(TemplateText(Array(text.utf8), isYAML: false))
    let result = String(decoding: template.bytes, as: UTF8.self)
    if let wanted { #expect(result == wanted) }
    #expect(template.bytes.count == text.utf8.count)
    #expect(throws: Never.self) { try ConfigDocument(parsing: template.bytes) }
  }

  @Test(
    "So can YAML",
    arguments: [
      ("a: {{ b }}", "a: ${XXXX}"),
      ("a: {{ b }}/c", "a: ${XXXX}/c"),
      ("a: \"{{ b }}\"", "a: \"${XXXX}\""),
      ("{% if a %}\nb: 1\n{% endif %}\n", "#         \nb: 1\n#          \n"),
      ("a:\n  {{- include \"b\" . }}\n", "a:\n#                     \n"),
      ("a: [{{ b }}]", "a: [XXXXXXX]"),
      (
        "a: |\n  {{- if .b }}\n    { c: 1 }\n  {{- end }}\n",
        "a: |\n    #         \n    { c: 1 }\n#           \n"
      ),
    ])
  func yaml(_ text: String, _ wanted: String) throws {
    let template = try #require(TemplateText(Array(text.utf8), isYAML: true))
    #expect(String(decoding: template.bytes, as: UTF8.self) == wanted)
    #expect(throws: Never.self) { try ConfigDocument(yaml: template.bytes) }
  }

  @Test(
    "The languages are told apart",
    arguments: [
      ("{ a: {{ b | quote }} }", TemplateText.Language.jinja),
      ("{% set a = 1 %}{ a: {{ a }} }", .jinja),
      ("{ a: {{ .Values.a }} }", .go),
      ("{ {{- if eq .a 1 }} a: 1 {{- end }} }", .go),
      ("{ a: ${A} }", .variables),
    ])
  func languages(_ text: String, _ language: TemplateText.Language) throws {
    #expect(TemplateText(Array(text.utf8), isYAML: false)?.language == language)
  }

  @Test(
    "What has no marks or does not close them is no template",
    arguments: [
      "{ a: 1 }", "{ a: \"${A}\" }", "{ a: {{ b }", "{% if a %}{ b: 1 }", "{ a: 1 }{% endif %}",
      "{{", "{%", "{{ \"", "{", "", "${",
    ])
  func none(_ text: String) {
    #expect(TemplateText(Array(text.utf8), isYAML: false) == nil)
  }

  @Test("Places that are filled in are known by their bytes")
  func regions() throws {
    let text = "{ a: {{ b }}, c: 1 }"
    let template = try #require(TemplateText(Array(text.utf8), isYAML: false))
    #expect(template.regions == [5..<12])
    #expect(template.touches(11..<13) && template.touches(5..<5) && !template.touches(12..<20))
    #expect(!template.touches(0..<5))
  }

  @Test("Any cut of a template is read without a crash, and keeps its length")
  func cuts() {
    let text = Array(
      "{% if a %}{ b: {{ c | d('{') }}, \"e\": \"${f}{{ g }}\" }{% else %}{# h #}{% endif %}\n".utf8
    )
    for end in text.indices {
      for start in 0...end {
        for isYAML in [false, true] {
          let cut = Array(text[start...end])
          let count = TemplateText(cut, isYAML: isYAML)?.bytes.count ?? cut.count
          #expect(count == cut.count)
        }
      }
    }
  }
}
