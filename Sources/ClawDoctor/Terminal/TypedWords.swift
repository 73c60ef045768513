import ArgumentParser
import DoctorKit

/// What a user has typed, so that a message about wrong usage repeats none of it that could be a
/// secret: a token is easily pasted where the name of an option was meant.
struct TypedWords {
  /// Shorter words give nothing away.
  private static let minimumLength = 6

  /// What was typed and may not be repeated, the longest first, each with what stands for it.
  private let hidden: [(word: String, label: String)]

  /// Judges the words of a command line.
  ///
  /// - Parameters:
  ///   - arguments: without the name of the program.
  ///   - known: texts of ours: a word that is like one in them may be repeated.
  init(_ arguments: [String], known: [String]) {
    let words = Set(
      known.flatMap { text in
        text.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }.map(String.init)
      })
    var hidden: [(word: String, label: String)] = []
    for (position, argument) in arguments.enumerated() {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      for part in Set(parts + [argument]) {
        let name = String(part.drop { $0 == "-" })
        guard name.utf8.count >= Self.minimumLength, !words.contains(part),
          !words.contains(where: { Self.isLike(name, $0) })
        else { continue }
        let label = "‹argument \(position + 1)›"
        hidden.append((part, label))
        if name != part { hidden.append((name, label)) }
      }
    }
    self.hidden = hidden.sorted { $0.word.utf8.count > $1.word.utf8.count }
  }

  /// A message without the words that must not be repeated.
  func redact(_ message: String) -> String {
    var message = message
    for (word, label) in hidden {
      message = Self.replacing(word, with: label, in: message)
    }
    return Doctor.redacted(message)
  }

  /// A misspelt option differs in a letter or two from one that exists.
  private static func isLike(_ word: String, _ known: String) -> Bool {
    let known = Array(known.utf8.drop { $0 == UInt8(ascii: "-") })
    let word = Array(word.utf8)
    guard known.count >= 3, abs(known.count - word.count) < 3 else { return false }
    return known == word || distance(word, known) <= min(2, word.count / 4)
  }

  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var row = Array(0...other.count)
    for (line, byte) in one.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, match) in other.enumerated() {
        let cost = min(row[column], row[column + 1]) + 1
        let next = min(cost, diagonal + (byte == match ? 0 : 1))
        diagonal = row[column + 1]
        row[column + 1] = next
      }
    }
    return row[other.count]
  }

  private static func replacing(_ word: String, with label: String, in text: String) -> String {
    let word = Array(word.utf8)
    let text = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    while position < text.count {
      if position + word.count <= text.count,
        text[position..<position + word.count].elementsEqual(word)
      {
        result += label.utf8
        position += word.count
      } else {
        result.append(text[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
