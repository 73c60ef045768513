package import Diagnostics

/// Why a variable was not set in a `.env` file.
///
/// Neither the value nor anything else of the file is part of it.
package enum DotEnvError: Error, Sendable, Hashable {
  /// The name holds something else than `A-Z a-z 0-9 _ . -`, or nothing.
  case invalidName(String)
  /// The value for this name holds a line end or another control character.
  case controlCharacter(String)
  /// No spelling gives the value for this name back.
  case notQuotable(String)
  /// Another assignment would be read differently: an open quote elsewhere reaches for this name.
  case wouldChangeOthers(String, line: Int)

  /// What is wrong.
  package var message: Message {
    switch self {
    case .invalidName(let name): "`\(outside: name)` is no name of a variable"
    case .controlCharacter(let name):
      "the value for `\(outside: name)` holds a line end or another control character"
    case .notQuotable(let name):
      "the value for `\(outside: name)` cannot be written in a .env file: it holds all three quotes"
    case .wouldChangeOthers(let name, let line):
      "setting `\(outside: name)` would change what else the .env file says, around line \(line)"
    }
  }

  /// What to do about it.
  package var help: Message {
    switch self {
    case .invalidName: "use letters, digits and underscores"
    case .controlCharacter: "use a value of one line"
    case .notQuotable: "use a value without quotes, such as hexadecimal digits"
    case .wouldChangeOthers(_, let line):
      "close the quote that is open in or before line \(line), then try again"
    }
  }
}
