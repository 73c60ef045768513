import ConfigDocument
import Diagnostics

/// Gives the YAML parser and the edits texts that nobody would write.
///
///     YAMLFuzz COUNT SEED
///
/// Each text is one of the samples with a few bytes changed. It must be refused, or rendered as it
/// was; an edit of it must be refused, or give a text that can be read.
@main
struct YAMLFuzz {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
    let count = arguments.first ?? 100_000
    var random = SplitMix64(state: arguments.dropFirst().first ?? 1)
    let samples = Samples.texts.map { Array($0.utf8) }
    var tally = Tally()
    for number in 0..<count {
      var bytes = samples[random.below(samples.count)]
      for _ in 0...random.below(3) { mutate(&bytes, with: &random, samples) }
      if let flaw = flaw(bytes, with: &random, &tally) {
        print("text \(number): \(flaw): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
        return
      }
    }
    print(
      "\(count) texts: \(tally.read) read, \(tally.refused) refused;",
      "\(tally.edited) edits made, \(tally.unmade) refused; no flaw")
  }

  struct Tally {
    var read = 0
    var refused = 0
    var edited = 0
    var unmade = 0
  }

  private static func mutate(
    _ bytes: inout [UInt8], with random: inout SplitMix64, _ samples: [[UInt8]]
  ) {
    let odd: [UInt8] =
      Array("{}[],:\"'\\*&!|>-?#%@`<=~ \n\n  \r\t.0".utf8) + [0, 0x80, 0xC2, 0x85, 0xE2, 0xFF]
    guard !bytes.isEmpty else { return bytes = [odd[random.below(odd.count)]] }
    let place = random.below(bytes.count)
    switch random.below(6) {
    case 0: bytes.remove(at: place)
    case 1: bytes.insert(odd[random.below(odd.count)], at: place)
    case 2:
      let end = min(bytes.count, place + random.below(24))
      bytes.removeSubrange(place..<end)
    case 3:
      let other = samples[random.below(samples.count)]
      let start = random.below(other.count)
      bytes.insert(contentsOf: other[start...].prefix(random.below(40)), at: place)
    default: bytes[place] = odd[random.below(odd.count)]
    }
  }

  /// What is wrong with the answer to a text; nil when it is in order.
  private static func flaw(
    _ bytes: [UInt8], with random: inout SplitMix64, _ tally: inout Tally
  ) -> String? {
    guard let document = try? ConfigDocument(yaml: bytes) else {
      tally.refused += 1
      return nil
    }
    tally.read += 1
    var draft = Draft(document)
    if draft.render() != bytes { return "rendered differently" }
    _ = document.comments()
    _ = document.yamlTraps()
    let path = path(in: document, with: &random)
    do throws(EditError) {
      switch random.below(6) {
      case 0: try draft.remove(path)
      case 1: try draft.set(.string("it's: new"), at: path)
      case 2: try draft.set(.object([.init("k", .array([.null]))]), at: path)
      case 3: try draft.move(path, to: ConfigPath([.key("new"), .key("place")]))
      case 4: try draft.setScalarText(path, to: "{\n  a: 1,\n}\n")
      default: try draft.move(path, to: path.appending(key: "inner"))
      }
      tally.edited += 1
    } catch {
      tally.unmade += 1
      return draft.render() == bytes ? nil : "a refused edit changed the text"
    }
    let output = draft.render()
    guard let after = try? ConfigDocument(yaml: output) else { return "an edit broke the text" }
    return after.comments().count == document.comments().count ? nil : "an edit lost a comment"
  }

  private static func path(
    in document: ConfigDocument, with random: inout SplitMix64
  ) -> ConfigPath {
    var node = document.root
    for _ in 0..<6 {
      let children = Array(document.children(node))
      guard !children.isEmpty, random.below(4) > 0 else { break }
      node = children[random.below(children.count)]
    }
    return document.path(to: node)
  }
}

/// A small generator with a seed, so that every failing text can be made again.
struct SplitMix64 {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
