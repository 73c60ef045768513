import ConfigDocument
import Testing

/// What a `.env` file says, as the dotenv library of Node reads it.
@Suite struct DotEnvReadingTests {
  /// A file, and the names and values that a program gets from it, in order.
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let pairs: [[String]]
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ pairs: [String]...) {
      self.text = text
      self.pairs = pairs
    }
  }

  static let bare = [
    Case(""), Case("\n\n"), Case("# A=1"), Case("no assignment"), Case("A"), Case("=1"),
    Case("A=1", ["A", "1"]),
    Case("A=1\nB=2\n", ["A", "1"], ["B", "2"]),
    Case("A=1\r\nB=2\r\n", ["A", "1"], ["B", "2"]),
    Case("A=1\rB=2", ["A", "1"], ["B", "2"]),
    Case("  A =  1 \t\nB\t=\t2", ["A", "1"], ["B", "2"]),
    Case("A=", ["A", ""]), Case("A=\nB=2", ["A", ""], ["B", "2"]), Case("A=   ", ["A", ""]),
    Case("A=a b  c", ["A", "a b  c"]), Case("A=b=c==", ["A", "b=c=="]),
    Case("A=1 # one", ["A", "1"]), Case("A=1#one", ["A", "1"]), Case("A=#one", ["A", ""]),
    Case("A= # one\nB=2", ["A", ""], ["B", "2"]),
    Case("a.b-C_9=1", ["a.b-C_9", "1"]), Case("9=1", ["9", "1"]), Case("-=1", ["-", "1"]),
    Case("A B=1"), Case("A+B=1"), Case("A;B=1\nC=2", ["C", "2"]), Case("é=1"),
    Case("A: 1", ["A", "1"]), Case("A:1"), Case("A :1"), Case("A:"), Case("A: ", ["A", ""]),
    Case("A: = 1", ["A", "= 1"]),
    Case("export A=1", ["A", "1"]), Case("  export\t A=1", ["A", "1"]),
    Case("export=1", ["export", "1"]), Case("export =1", ["export", "1"]),
    Case("exportA=1", ["exportA", "1"]), Case("export A"), Case("EXPORT A=1"),
    Case("export export=1", ["export", "1"]), Case("export A: 1", ["A", "1"]),
    Case("A=$B ${C}", ["A", "$B ${C}"]), Case(#"A=a\nb"#, ["A", #"a\nb"#]),
    Case("A=é‹ü›", ["A", "é‹ü›"]), Case("A=it's", ["A", "it's"]),
    Case(#"A=5" x"#, ["A", #"5" x"#]),
    Case("A=1\nA=2\nA=", ["A", "1"], ["A", "2"], ["A", ""]),
    Case("\u{FEFF}A=1", ["A", "1"]), Case("A=\u{A0}1\u{3000}", ["A", "1"]),
    Case("# c\u{2028}A=1", ["A", "1"]), Case("// A=1"),
    Case("A=1\n- B=2\nC=3", ["A", "1"], ["C", "3"]),
  ]

  static let quoted = [
    Case("A='1'", ["A", "1"]), Case(#"A="1""#, ["A", "1"]), Case("A=`1`", ["A", "1"]),
    Case("A=''", ["A", ""]), Case(#"A="""#, ["A", ""]), Case("A=' 1 '", ["A", " 1 "]),
    Case("A = '1' # one", ["A", "1"]), Case("A='1'# one", ["A", "1"]),
    Case("A='a # b' # c", ["A", "a # b"]), Case("A='1' # it's", ["A", "1"]),
    Case("A='\"`'", ["A", "\"`"]), Case("A=`'\"`", ["A", "'\""]),
    Case("A='a\nb'\nB=2", ["A", "a\nb"], ["B", "2"]),
    Case("A=\"a\r\nB=b\r\n\"\r\nC=3", ["A", "a\nB=b\n"], ["C", "3"]),
    Case("A=`a\n#b\n`", ["A", "a\n#b\n"]),
    Case(#"A="a\nb\rc\td""#, ["A", "a\nb\rc\\td"]), Case(#"A='a\nb'"#, ["A", #"a\nb"#]),
    Case(#"A="\\n""#, ["A", "\\\n"]), Case(#"A=`\n`"#, ["A", #"\n"#]),
    Case(#"A="a\"b""#, ["A", #"a\"b"#]), Case(#"A='it\'s'"#, ["A", #"it\'s"#]),
    Case("A='C:\\'\nB=2", ["A", #"C:\"#], ["B", "2"]),
    Case("A='C:\\'\nB='2'", ["A", "C:\\"], ["B", "2"]),
    Case("A='x' y", ["A", "'x' y"]), Case("A='x' 'y'", ["A", "x' 'y"]),
    Case("A='x\nB=2", ["A", "'x"], ["B", "2"]), Case(#"A="a\nb"#, ["A", "\"a\nb"]),
    Case("A='", ["A", "'"]), Case("A='x\nB=y'", ["A", "x\nB=y"]),
    Case("A='x\nB=y' z", ["A", "'x"], ["B", "y' z"]),
  ]

  /// Corners where a value begins behind the end of its line.
  static let acrossLines = [
    Case("A\n=1", ["A", "1"]), Case("A=\n'1'\nB=2", ["A", "1"], ["B", "2"]),
    Case("A:\nB=2", ["A", "B=2"]), Case("A:\r\n\r\nB=2", ["A", ""], ["B", "2"]),
    Case("export\nA=1", ["A", "1"]), Case("A=\n\n  \"1\" # one", ["A", "1"]),
  ]

  @Test("A file says this", arguments: bare + quoted + acrossLines)
  func reading(_ example: Case) {
    let file = DotEnvDocument(Array(example.text.utf8))
    #expect(file.entries.map { [$0.name, $0.value] } == example.pairs)
    #expect(file.bytes == Array(example.text.utf8))
    for entry in file.entries {
      #expect(file.bytes[entry.nameRange].elementsEqual(entry.name.utf8))
    }
  }

  @Test("Names, values and lines are found where they stand")
  func places() throws {
    let text = "\u{FEFF}# top\r\nexport A = 'one' # x\r\n\rB:\tzwei é \nC=\"a\nb\"\nD=\n"
    let bytes = Array(text.utf8)
    let file = DotEnvDocument(bytes)
    #expect(file.entries.map(\.line) == [2, 4, 5, 7])
    #expect(file.entries.map(\.isExported) == [true, false, false, false])
    let values = file.entries.map { String(decoding: bytes[$0.valueRange], as: UTF8.self) }
    #expect(values == ["one", "zwei é", "a\nb", ""])
    let last = try #require(file.entry("D"))
    #expect(last.valueRange == bytes.count - 1..<bytes.count - 1)
  }

  @Test("The last assignment of a name counts, an empty one too")
  func lastWins() {
    let file = DotEnvDocument(Array("A=1\nB=2\nA=3\nB=\n".utf8))
    #expect(file.value(of: "A") == "3")
    #expect(file.entry("A")?.line == 3)
    #expect(file.value(of: "B") == "")
    #expect(file.value(of: "C") == nil)
    #expect(file.value(of: "a") == nil)
  }

  @Test("Damaged UTF-8 and NUL are read and kept")
  func damaged() {
    let bytes: [UInt8] = [0x41, 0x3D, 0xFF, 0x00, 0xE2, 0x80, 0x0A, 0xFE, 0x3D, 0x31, 0x0A]
    let file = DotEnvDocument(bytes)
    #expect(file.bytes == bytes)
    #expect(file.value(of: "A") == "\u{FFFD}\0\u{FFFD}")
    #expect(file.entries.count == 1)
  }

  @Test(
    "A large hostile file is read in linear time",
    arguments: [
      "A='", "A='\\'", "A=\"\\\"\n", "A\n", "export\n", "A:\n", "\\'", "\u{2028}", "#", "=", "'",
      "A= \t", "export ",
    ])
  func linear(_ piece: String) {
    let unit = Array(piece.utf8)
    let bytes =
      Array("A='\n".utf8) + [[UInt8]](repeating: unit, count: 400_000 / unit.count).joined()
    let clock = ContinuousClock()
    let time = clock.measure { #expect(DotEnvDocument(bytes).bytes.count == bytes.count) }
    // Quadratic, this would be minutes; the limit leaves room for a busy machine.
    #expect(time < .seconds(20))
  }
}
