import ConfigDocument
import Diagnostics

/// The promises of a draft, as questions with the broken promise as the answer.
enum Laws {
  /// What an edit of a text breaks; nil when it keeps every promise.
  ///
  /// `refusals` counts the edits that only the notation stands in the way of.
  static func violation(
    of edit: RandomEdit, on text: [UInt8], _ notation: Notation, _ refusals: inout Int
  ) -> String? {
    guard let before = try? notation.parse(text) else { return "the input is unreadable" }
    let tree = Tree(before, before.root)
    var draft = Draft(before)
    let expected = edit.apply(to: tree)
    do throws(EditError) {
      try edit.apply(to: &draft)
    } catch {
      if draft.render() != text { return "a refused edit changed the text" }
      if error.isOfNotation {
        refusals += 1
        return notation == .yaml ? nil : "refused for its notation"
      }
      return expected == nil ? nil : "refused with \(error.code) at \(error.path)"
    }
    guard let expected else { return "made an edit that it should refuse" }
    let output = draft.render()
    guard let after = try? notation.parse(output) else {
      return "the output is unreadable: \(shown(output))"
    }
    if Tree(after, after.root).sorted != expected.sorted {
      return "the values are wrong: \(shown(output))"
    }
    if before.syntax == .json, after.syntax != .json {
      return "JSON became JSON5: \(shown(output))"
    }
    let lost = lostComments(before, after)
    if !lost.isEmpty { return "comments are lost or made: \(lost): \(shown(output))" }
    if case .merge = edit {
    } else if let change = strayChange(before, after, edit) {
      return "\(change): \(shown(output))"
    }
    return repetition(of: edit, after: draft, output)
  }

  static func shown(_ text: [UInt8]) -> String {
    String(decoding: text, as: UTF8.self).debugDescription
  }

  /// The comments of a text, in alphabetical order.
  static func comments(_ document: ConfigDocument) -> [String] {
    document.comments().map { String(decoding: document.bytes[$0], as: UTF8.self) }.sorted()
  }

  private static func lostComments(
    _ before: ConfigDocument, _ after: ConfigDocument
  ) -> [String] {
    comments(after).difference(from: comments(before)).map {
      switch $0 {
      case .insert(_, let text, _): "+" + text
      case .remove(_, let text, _): "-" + text
      }
    }
  }

  /// A second time, an edit has nothing to do or is refused.
  private static func repetition(
    of edit: RandomEdit, after draft: Draft, _ output: [UInt8]
  ) -> String? {
    var again = draft
    var isRefused = false
    do throws(EditError) { try edit.apply(to: &again) } catch { isRefused = true }
    switch edit {
    case .set where isRefused: return "setting twice is refused"
    case .set where again.render() != output:
      return "setting twice changes the text: \(shown(output)) to \(shown(again.render()))"
    case .insert where !isRefused: return "inserting twice is not refused"
    default: return isRefused && again.render() != output ? "a refusal changed the text" : nil
    }
  }
}

/// Locality: what no edit touches keeps its bytes, its order and the text between.
extension Laws {
  static func strayChange(
    _ before: ConfigDocument, _ after: ConfigDocument, _ edit: RandomEdit
  ) -> String? {
    let ends = (before.range(before.root), after.range(after.root))
    let head = before.bytes[..<ends.0.lowerBound]
    // In front of a new root stand the comments of the old one.
    // So do those of the first member of a YAML text that is removed.
    if edit.touched.contains(.root) || before.syntax == .yaml && ends.1.lowerBound > head.count {
      return after.bytes.starts(with: head) ? nil : "the text before the root changed"
    }
    guard head == after.bytes[..<ends.1.lowerBound] else {
      return "the text before the root changed"
    }
    let tails = (before.bytes[ends.0.upperBound...], after.bytes[ends.1.upperBound...])
    guard
      tails.0 == tails.1
        || before.syntax == .yaml && tails.1.reversed().starts(with: tails.0.reversed())
    else { return "the text behind the root changed" }
    return Locality(before: before, after: after, edit: edit)
      .change(before.root, after.root, at: .root)
  }

  private struct Locality {
    let before: ConfigDocument
    let after: ConfigDocument
    let edit: RandomEdit

    /// The first stray change in a container on the way to a touched place.
    func change(_ old: NodeID, _ new: NodeID, at path: ConfigPath) -> String? {
      guard isOnWay(path), before.kind(old).isContainer, before.kind(old) == after.kind(new) else {
        return before.text(old) == after.text(new) ? nil : "the value at \(path) changed"
      }
      return before.kind(old) == .object
        ? changeInObject(old, new, at: path) : changeInArray(old, new, at: path)
    }

    private func isOnWay(_ path: ConfigPath) -> Bool {
      edit.touched.contains { path.isPrefix(of: $0) }
    }

    private func changeInObject(_ old: NodeID, _ new: NodeID, at path: ConfigPath) -> String? {
      let olds = kept(before, old, at: path)
      let news = kept(after, new, at: path)
      guard olds.map(\.key) == news.map(\.key) else {
        return "the members of \(path) changed their order"
      }
      for (number, (left, right)) in zip(olds, news).enumerated() {
        let here = path.appending(key: left.key)
        if let stray = change(left.node, right.node, at: here) { return stray }
        guard number > 0, left.isAdjacent, right.isAdjacent else { continue }
        let gaps = (gap(before, olds[number - 1], left), gap(after, news[number - 1], right))
        // In YAML nothing closes a collection: comments of what was removed from its end stand
        // behind it.
        let isSame =
          isOnWay(path.appending(key: olds[number - 1].key)) && before.syntax == .yaml
          ? gaps.1.reversed().starts(with: gaps.0.reversed()) : gaps.0 == gaps.1
        if !isSame { return "the text in front of \(here) changed" }
      }
      return nil
    }

    /// Items that follow one that goes get other numbers; new ones go to the end.
    private func changeInArray(_ old: NodeID, _ new: NodeID, at path: ConfigPath) -> String? {
      let news = Array(after.children(new))
      var shift = 0
      for (index, item) in before.children(old).enumerated() {
        let here = path.appending(index: index)
        if edit.taken == here {
          shift = 1
        } else if !edit.touched.contains(here) {
          guard news.indices.contains(index - shift) else { return "\(here) is gone" }
          if let stray = change(item, news[index - shift], at: here) { return stray }
        }
      }
      return nil
    }

    private struct Kept {
      let key: String
      let node: NodeID
      /// Whether its neighbour before is kept too.
      let isAdjacent: Bool
    }

    /// Members that the edit does not take, put or replace.
    private func kept(_ document: ConfigDocument, _ node: NodeID, at path: ConfigPath) -> [Kept] {
      var kept: [Kept] = []
      var isAdjacent = false
      for child in document.children(node) {
        let key = document.key(child) ?? ""
        let here = path.appending(key: key)
        // What stands on the way to a new place may be new too.
        let isKept =
          !edit.touched.contains(here) && (!isOnWay(here) || before.node(at: here) != nil)
        if isKept { kept.append(Kept(key: key, node: child, isAdjacent: isAdjacent)) }
        isAdjacent = isKept
      }
      return kept
    }

    /// The text between two members.
    private func gap(_ document: ConfigDocument, _ left: Kept, _ right: Kept) -> ArraySlice<UInt8> {
      let start = document.keyRange(right.node)?.lowerBound ?? document.range(right.node).lowerBound
      let value = document.range(left.node)
      // An alias has the range of what it stands for, which is elsewhere.
      let key = document.keyRange(left.node)?.lowerBound ?? value.lowerBound
      return key <= value.lowerBound && value.upperBound <= start
        ? document.bytes[value.upperBound..<start] : []
    }
  }
}
