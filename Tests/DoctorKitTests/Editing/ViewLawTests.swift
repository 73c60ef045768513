import ConfigDocument
import Diagnostics
import Foundation
import Migrations
import Redaction
import Testing

@testable import DoctorKit

/// Whatever is done to a view, the config becomes what the same would have made of it, or the view
/// is refused: no secret gets to another place, and no mask is written.
@Suite struct ViewLawTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// A value with secrets at some keys and in some lists; names and contents repeat.
  private func value(_ generator: inout Generator, depth: Int) -> String {
    let kind = Int.random(in: 0..<(depth == 0 ? 3 : 8), using: &generator)
    if kind < 2 { return "\(Int.random(in: 0..<3, using: &generator))" }
    if kind == 2 { return "'plain'" }
    if kind == 3 {
      let count = Int.random(in: 0..<4, using: &generator)
      return "{ tokens: [" + (0..<count).map { _ in secret(&generator) }.joined(separator: ", ")
        + "] }"
    }
    if kind < 6 {
      let count = Int.random(in: 0..<4, using: &generator)
      return "["
        + (0..<count).map { _ in
          var members: [String] = []
          if Int.random(in: 0..<3, using: &generator) == 0 {
            members.append("id: '\(generator.next() % 4)'")
          }
          if Bool.random(using: &generator) { members.append("token: \(secret(&generator))") }
          members.append("v: \(value(&generator, depth: depth - 1))")
          return "{ " + members.joined(separator: ", ") + " }"
        }.joined(separator: ", ") + "]"
    }
    let keys = ["a", "b", "token", "password", "c"].filter { _ in Bool.random(using: &generator) }
    return "{ "
      + keys.map { key in
        let isSecret = key == "token" || key == "password"
        return "\(key): "
          + (isSecret ? secret(&generator) : value(&generator, depth: depth - 1))
      }.joined(separator: ", ") + " }"
  }

  private func secret(_ generator: inout Generator) -> String {
    "'demo-not-a-secret-\(generator.next() % 9)'"
  }

  /// An edit that a person could make in an editor, at a place that a view shows.
  private func edit(_ generator: inout Generator, _ view: ConfigDocument) -> ConfigEdit? {
    var nodes: [NodeID] = []
    view.forEachNode { nodes.append($0) }
    guard let node = nodes.randomElement(using: &generator), node != view.root else { return nil }
    let path = view.path(to: node)
    let isMask = view.string(node).map(Redactor.containsLabel) == true
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return .remove(path)
    case 1 where !view.kind(node).isContainer && !isMask: return .set(.number("7"), at: path)
    case 2 where view.kind(node) == .array:
      return .insert(.number("8"), at: path.appending(index: 0))
    case 3:
      guard case .index? = path.steps.last, let array = path.parent,
        let holder = view.node(at: array)
      else { return nil }
      // Two items that look the same change places without a trace.
      let looks = view.children(holder).map { Self.withSentinels(view.text($0)) }
      guard looks.count(where: { $0 == Self.withSentinels(view.text(node)) }) == 1 else {
        return nil
      }
      let target = Int.random(in: 0..<view.childCount(holder), using: &generator)
      return .move(path, to: array.appending(index: target))
    default: return nil
    }
  }

  private static func withSentinels(_ text: String) -> String {
    text.replacing(#/'‹[^']*›'/#, with: "'__OPENCLAW_REDACTED__'")
  }

  private struct Count {
    var same = 0
    var refused = 0
  }

  private func run(_ seed: Int, usesSentinel: Bool) throws -> Count {
    var generator = Generator(state: UInt64(seed) &* 7_919 &+ 3)
    var count = Count()
    for number in 0..<150 {
      let text = "{ r: \(value(&generator, depth: 4)) }"
      let config = try ConfigDocument(parsing: Array(text.utf8))
      var redactor = Redactor()
      let shown = redactor.redact(config).text
      var truth = EditSession(config, id: "truth")
      var view = EditSession(try ConfigDocument(parsing: Array(shown.utf8)), id: "view")
      for _ in 0..<Int.random(in: 1..<4, using: &generator) {
        guard let edit = edit(&generator, try view.document()) else { continue }
        try truth.make(edit)
        try view.make(edit)
      }
      var edited = String(decoding: try view.document().bytes, as: UTF8.self)
      if usesSentinel {
        edited = Self.withSentinels(edited)
      }
      let patch = try ConfigDocument(parsing: Array(edited.utf8))
      let own = try #require(MaskedView(of: config, in: config, mounts: []))
      var difference = ValueDiff(
        ValueComparison(new: patch, old: config, masks: Masks(in: patch), rule: .view(own)))
      difference.compare(patch.root, with: config.root, at: .root, .exact)
      guard difference.refusals.isEmpty else {
        count.refused += 1
        continue
      }
      var session = EditSession(config, id: "test")
      for edit in difference.edits { try session.make(edit) }
      let after = try session.plan().after
      let wanted = try truth.document()
      let comparison = ValueComparison(
        new: wanted, old: after, masks: Masks(in: wanted), rule: .text)
      let note: Comment =
        "\(seed).\(number): \(text)\n\(edited)\n\(String(decoding: after.bytes, as: UTF8.self))"
      let isSame = comparison.isSame(wanted.root, after.root)
      #expect(isSame, note)
      #expect(!Redactor.containsLabel(String(decoding: after.bytes, as: UTF8.self)), note)
      count.same += 1
    }
    return count
  }

  @Test("With our labels next to nothing has to be refused", arguments: 0..<5)
  func labels(_ seed: Int) throws {
    let count = try run(seed, usesSentinel: false)
    #expect(count.same > 120, "\(count)")
  }

  @Test("With OpenClaw's sentinel only what cannot be told is refused", arguments: 0..<5)
  func sentinel(_ seed: Int) throws {
    let count = try run(seed, usesSentinel: true)
    #expect(count.same > 75, "\(count)")
  }
}
