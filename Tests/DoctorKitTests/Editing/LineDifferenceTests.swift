import Testing

@testable import DoctorKit

/// What goes and what comes makes one text of the other, however long they are.
@Suite struct LineDifferenceTests {
  /// The new text by the old one and what a difference says of both.
  private func hold(_ old: [Substring], _ new: [Substring]) -> LineDifference {
    let difference = LineDifference(from: old, to: new)
    let stays = old.indices.filter { !difference.removed.contains($0) }.map { old[$0] }
    let known = new.indices.filter { !difference.inserted.contains($0) }.map { new[$0] }
    #expect(stays == known)
    return difference
  }

  @Test(
    "Short texts are compared exactly",
    arguments: [
      ("a b c", "a b c", 0, 0), ("a b c", "a c", 1, 0), ("a c", "a b c", 0, 1),
      ("a b c d", "a x c y", 2, 2), ("", "a", 0, 1), ("a", "", 1, 0),
    ])
  func short(_ old: String, _ new: String, _ removed: Int, _ inserted: Int) {
    let difference = hold(old.split(separator: " "), new.split(separator: " "))
    #expect(difference.removed.count == removed && difference.inserted.count == inserted)
  }

  @Test("Long texts that have nothing in common take no time", .timeLimit(.minutes(1)))
  func foreign() {
    let old = (0..<60_000).map { "old \($0)"[...] }
    let new = (0..<60_000).map { "new \($0)"[...] }
    let difference = hold(old, new)
    #expect(difference.removed.count == 60_000 && difference.inserted.count == 60_000)
  }

  @Test("A long text with some changes shows those alone", .timeLimit(.minutes(1)))
  func long() {
    let old = (0..<60_000).map { $0 % 7 == 0 ? "}"[...] : "line \($0)"[...] }
    var new = old
    for number in stride(from: 100, to: 60_000, by: 5_000) { new[number] = "changed \(number)" }
    new.remove(at: 30_001)
    let difference = hold(old, new)
    #expect(difference.removed.count == 13 && difference.inserted.count == 12)
  }
}
