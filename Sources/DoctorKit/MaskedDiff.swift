internal import Redaction

/// A unified difference of two texts that may be shown.
enum MaskedDiff {
  private static let context = 3

  private struct Line {
    var mark: Character
    var text: Substring
    /// Numbers of the line in the old and the new text, from 0.
    var old: Int
    var new: Int
  }

  /// - Parameters:
  ///   - old: the text before.
  ///   - new: the text after.
  ///   - name: the name of the file, for the head.
  ///   - newName: the name of the new text; nil for that of a repair.
  ///   - linesBefore: lines of the file in front of the texts.
  /// - Returns: the lines of the difference with head and hunks; empty when the texts are equal.
  static func lines(
    from old: RedactedText, to new: RedactedText, name: String, newName: String? = nil,
    linesBefore: Int = 0
  ) -> [String] {
    let lines = merged(split(old.text), split(new.text))
    let changed = lines.indices.filter { lines[$0].mark != " " }
    guard !changed.isEmpty else { return [] }
    var output = ["--- \(name)", "+++ \(newName ?? name + " (fixed)")"]
    var start = changed[0]
    var end = changed[0]
    for index in changed.dropFirst() + [Int.max] {
      if index != Int.max, index - end <= 2 * context {
        end = index
        continue
      }
      let hunk = lines[max(0, start - context)...min(lines.count - 1, end + context)]
      output += head(hunk, linesBefore) + hunk.map { "\($0.mark)\($0.text)" }
      start = index
      end = index
    }
    return output
  }

  /// A line end with a carriage return is one Character, so that lines are split by scalars.
  private static func split(_ text: String) -> [Substring] {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Substring($0) }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func merged(_ old: [Substring], _ new: [Substring]) -> [Line] {
    let difference = LineDifference(from: old, to: new)
    let (removed, inserted) = (difference.removed, difference.inserted)
    var lines: [Line] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if removed.contains(left) {
        lines.append(Line(mark: "-", text: old[left], old: left, new: right))
        left += 1
      } else if inserted.contains(right) {
        lines.append(Line(mark: "+", text: new[right], old: left, new: right))
        right += 1
      } else {
        lines.append(Line(mark: " ", text: new[right], old: left, new: right))
        left += 1
        right += 1
      }
    }
    return lines
  }

  private static func head(_ hunk: ArraySlice<Line>, _ linesBefore: Int) -> [String] {
    guard let first = hunk.first else { return [] }
    let old = hunk.count { $0.mark != "+" }
    let new = hunk.count { $0.mark != "-" }
    let oldStart = linesBefore + (old == 0 ? first.old : first.old + 1)
    let newStart = linesBefore + (new == 0 ? first.new : first.new + 1)
    return ["@@ -\(oldStart),\(old) +\(newStart),\(new) @@"]
  }
}
