import ConfigDocument
import Testing

/// What property lists of launchd give to the gateway.
@Suite struct LaunchdPlistTests {
  private static func list(_ members: String) -> [UInt8] {
    Array("<plist version=\"1.0\">\n<dict>\n\(members)\n</dict>\n</plist>\n".utf8)
  }

  private static func variables(_ pairs: String) -> String {
    "<key>EnvironmentVariables</key><dict>\(pairs)</dict>"
  }

  @Test("A whole list gives variables and the mask")
  func whole() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" \
      "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      <plist version="1.0">
        <dict>
          <key>Label</key> <string>ai.openclaw.gateway</string>
          <!-- <key>Umask</key><integer>18</integer> -->
          <key>ProgramArguments</key>
          <array><string>node</string><string>a &amp; b</string><dict/></array>
          <key>KeepAlive</key> <true/>
          <key>EnvironmentVariables</key>
          <dict>
            <key>OPENCLAW_GATEWAY_TOKEN</key>
            <string>demo-not-a-secret-plist</string>
            <key>EMPTY</key> <string/>
            <key>OPENCLAW_GATEWAY_TOKEN</key>
            <string>demo-not-a-secret-&lt;&#x32;&#51;&gt;&quot;&apos;</string>
            <key>BLOCK</key> <string>a<![CDATA[<&]]>b<!-- c -->c</string>
          </dict>
          <key>Umask</key> <integer>63</integer>
        </dict>
      </plist>
      """
    let plist = try #require(LaunchdPlist([0xEF, 0xBB, 0xBF] + Array(text.utf8)))
    #expect(
      plist.variables.map { "\($0.line) \($0.name)=\($0.value)" } == [
        "12 OPENCLAW_GATEWAY_TOKEN=demo-not-a-secret-plist", "14 EMPTY=",
        "15 OPENCLAW_GATEWAY_TOKEN=demo-not-a-secret-<23>\"'", "17 BLOCK=a<&bc",
      ])
    #expect(plist.umask == .integer(63))
    #expect(plist.umask?.isOwnerOnly == true)
  }

  @Test("The last of two dictionaries counts; only strings are values")
  func later() throws {
    let first = Self.variables("<key>A</key><string>1</string>")
    let second = Self.variables(
      "<key>B</key><integer>2</integer><key>C</key><string>3</string>"
        + "<key>D</key><dict><key>E</key><string>4</string></dict>")
    let plist = try #require(LaunchdPlist(Self.list(first + second)))
    #expect(plist.variables.map(\.name) == ["C"])
    #expect(try #require(LaunchdPlist(Self.list(""))).variables.isEmpty)
    #expect(try #require(LaunchdPlist(Self.list(""))).umask == nil)
  }

  @Test(
    "A mask is decimal as an integer and octal as a string",
    arguments: [
      ("<integer>63</integer>", 0o077, true), ("<integer>77</integer>", 0o115, false),
      ("<string>77</string>", 0o077, true), ("<string>077</string>", 0o077, true),
      ("<string>63</string>", 0o063, false), ("<integer> 511 </integer>", 0o777, true),
      ("<integer>18</integer>", 0o022, false), ("<integer>-1</integer>", nil, false),
      ("<string>99</string>", nil, false), ("<string>1777</string>", nil, false),
      ("<string></string>", nil, false), ("<true/>", nil, false),
    ] as [(String, Int?, Bool)])
  func umask(_ value: String, _ mode: Int?, _ isOwnerOnly: Bool) throws {
    let plist = try #require(LaunchdPlist(Self.list("<key>Umask</key>\(value)")))
    #expect(plist.umask?.mode == mode)
    #expect((plist.umask?.isOwnerOnly ?? false) == isOwnerOnly)
  }

  static let unreadable = [
    "", "bplist00\u{1}\u{2}", "{ A = 1; }", "<plist/>", "<plist></plist>", "<plist><dict>",
    "<plist><dict/></plist><plist><dict/></plist>", "<plist><array/></plist>",
    "<plist><dict/><dict/></plist>", "<dict/>", "text<plist><dict/></plist>",
    "<plist><dict><key>A</key></dict></plist>", "<plist><dict><string>A</string></dict></plist>",
    "<plist><dict><key>A</key><string>&b;</string></dict></plist>",
    "<plist><dict><key>A</key><string>&#0;</string></dict></plist>",
    "<plist><dict><key>A</key><string>&#xD800;</string></dict></plist>",
    "<plist><dict><key>A</key><string>&</string></dict></plist>",
    "<plist><dict><key>A</key><string>1</key></dict></plist>",
    "<plist><dict><key>A</key>text<string>1</string></dict></plist>",
    "<plist><dict><key>A<b/></key><string>1</string></dict></plist>",
    "<!DOCTYPE plist [<!ENTITY a \"b\">]><plist><dict/></plist>", "<!-- <plist><dict/></plist>",
    "<plist><dict/></plist", "<plist a=\"><dict/></plist>", "< plist><dict/></plist>",
    "<plist><dict>" + variables("<key>A</key>") + "</dict></plist>",
    "<plist><dict>" + variables("<string>A</string>") + "</dict></plist>",
  ]

  @Test("What is no property list in XML is none", arguments: unreadable)
  func refusing(_ text: String) {
    #expect(LaunchdPlist(Array(text.utf8)) == nil)
  }

  @Test("UTF-16 is none")
  func otherEncodings() {
    let wide: [UInt8] = Array(Self.list("").map { [$0, 0] }.joined())
    #expect(LaunchdPlist([0xFF, 0xFE] + wide) == nil)
    #expect(LaunchdPlist(wide) == nil)
  }

  @Test(
    "Hostile bytes are read in linear time",
    arguments: [
      "<dict>", "<array>", "<!--", "<![CDATA[", "&", "&amp;", "<a b=\"", "<", "</", "<?", "<a/>",
      "<key>A</key>", "<key>A</key><string>1</string>",
    ])
  func hostile(_ piece: String) {
    for head in ["", "<plist><dict><key>EnvironmentVariables</key><dict><key>A</key><string>"] {
      let bytes =
        Array(head.utf8) + [[UInt8]](repeating: Array(piece.utf8), count: 40_000).joined()
      let time = ContinuousClock().measure { _ = LaunchdPlist(bytes) }
      #expect(time < .seconds(20))
    }
  }

  @Test("Every beginning of a list is read or refused")
  func beginnings() {
    let whole = Self.list(Self.variables("<key>A</key><string>&#x41;<![CDATA[x]]></string>"))
    #expect(LaunchdPlist(whole)?.variables.first?.value == "Ax")
    for count in 0..<whole.count - 2 {
      #expect(LaunchdPlist(Array(whole.prefix(count))) == nil, "\(count)")
    }
  }
}
