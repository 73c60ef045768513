import Testing

@testable import Redaction

/// The self-test of a stream.
@Suite struct ProofTests {
  /// Smaller windows make the test of a debug build bearable.
  private static let small = RedactionStream.Sizes(window: 8192, lookahead: 4096)

  @Test func aStreamIsProved() {
    let stream = RedactionStream(knowing: StreamText.knowing(["kanarien-vogel"]), sizes: Self.small)
    let proof = stream.prove()
    #expect(proof.survivors == [])
    #expect(proof.planted > 400)
    #expect(stream.counts == [:])
  }

  @Test("Every kind has a canary, and one that is not masked is named")
  func survivors() {
    let kinds = Set(StreamCanary.all.map(\.kind))
    for format in TokenFormats.known.formats where format.label != nil {
      #expect(kinds.contains(format.id))
    }
    for canary in StreamCanary.all {
      let text = Array((canary.before + canary.secret + canary.behind).utf8)
      #expect(canary.survives(in: text), "\(canary.kind) is not seen in its own text")
      #expect(!canary.survives(in: Array("before ‹\(canary.kind) 1› behind".utf8)))
    }
  }
}
