/// Goes through a property list and keeps what a `LaunchdPlist` has.
struct LaunchdPlistReader {
  private(set) var variables: [ServiceVariable] = []
  private(set) var umask: LaunchdPlist.Umask?

  private var scanner: XMLScanner
  /// The open elements, from `plist`.
  private var stack: [[UInt8]] = []
  /// The text of the innermost element.
  private var text: [UInt8] = []
  /// The keys whose values come next: of the list, and of `EnvironmentVariables`.
  private var key: String?
  private var variable: (name: String, line: Int)?
  private var hasDictionary = false
  private var isDone = false

  private static let depthLimit = 512

  init(_ bytes: [UInt8]) {
    scanner = XMLScanner(bytes)
  }

  /// Reads all; false when it is no property list with a dictionary.
  mutating func read() -> Bool {
    while true {
      let line = scanner.line()
      switch scanner.next() {
      case .open(let name, let isEmpty):
        guard open(name) else { return false }
        if isEmpty, !close(name, line: line) { return false }
      case .close(let name):
        guard close(name, line: line) else { return false }
      case .text(let piece):
        let isContainer = stack.last.map(Self.isContainer) ?? true
        if isContainer {
          guard piece.allSatisfy(XMLScanner.isSpace) else { return false }
        } else {
          text += piece
        }
      case .end: return isDone
      case .malformed: return false
      }
    }
  }

  private mutating func open(_ name: [UInt8]) -> Bool {
    guard !isDone, stack.count < Self.depthLimit else { return false }
    switch stack.count {
    case 0: guard Self.isWord(name, "plist") else { return false }
    case 1:
      guard !hasDictionary, Self.isWord(name, "dict") else { return false }
      hasDictionary = true
    case 2:
      // A key and a value take turns.
      guard (key == nil) == Self.isWord(name, "key") else { return false }
      if key == "EnvironmentVariables" { variables = [] }
    case 3 where isAmongVariables:
      guard (variable == nil) == Self.isWord(name, "key") else { return false }
    default: break
    }
    if let last = stack.last, !Self.isContainer(last) { return false }
    stack.append(name)
    text = []
    return true
  }

  private mutating func close(_ name: [UInt8], line: Int) -> Bool {
    guard stack.last == name else { return false }
    if stack.count == 3 && isAmongVariables && variable != nil { return false }
    stack.removeLast()
    switch stack.count {
    case 0:
      isDone = true
      return hasDictionary
    case 1: guard key == nil else { return false }
    case 2: closeMember(name)
    case 3 where isAmongVariables: closeVariable(name, line: line)
    default: break
    }
    text = []
    return true
  }

  /// A key of the list, or its value, is complete.
  private mutating func closeMember(_ name: [UInt8]) {
    let content = String(decoding: text, as: UTF8.self)
    guard key != nil else {
      key = content
      return
    }
    if key == "Umask" {
      if Self.isWord(name, "string") { umask = .string(content) }
      if Self.isWord(name, "integer") { umask = Self.integer(text).map { .integer($0) } }
    }
    key = nil
  }

  /// A name of a variable, or its value, is complete; only strings are values.
  private mutating func closeVariable(_ name: [UInt8], line: Int) {
    let content = String(decoding: text, as: UTF8.self)
    guard let known = variable else {
      variable = (content, line)
      return
    }
    if Self.isWord(name, "string") {
      variables.append(ServiceVariable(name: known.name, value: content, line: known.line))
    }
    variable = nil
  }

  /// Whether the third element is the dictionary of variables.
  private var isAmongVariables: Bool {
    stack.count >= 3 && key == "EnvironmentVariables" && Self.isWord(stack[2], "dict")
  }

  private static func integer(_ text: [UInt8]) -> Int? {
    let digits = text.filter { !XMLScanner.isSpace($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  private static func isContainer(_ name: [UInt8]) -> Bool {
    isWord(name, "plist") || isWord(name, "dict") || isWord(name, "array")
  }

  private static func isWord(_ name: [UInt8], _ word: StaticString) -> Bool {
    word.withUTF8Buffer { name.elementsEqual($0) }
  }
}
