extension RedactionStream {
  /// What a self-test came to.
  public struct Proof: Sendable, Hashable {
    /// How many made-up secrets were planted.
    public let planted: Int
    /// The kinds of those of which something came out; none when all is well.
    public let survivors: [String]
  }

  /// Plants made-up secrets of every kind in made-up text, lets it through a stream like this one,
  /// and looks for them in what comes out.
  ///
  /// Each is planted where it crosses the border of a window, and elsewhere. The secrets that this
  /// stream was told of are planted too, in every way in which a text may spell them; of those only
  /// the label is named.
  ///
  /// - Returns: what survived.
  public func prove() -> Proof {
    var told = redactor
    told.known.add(StreamCanary.known, told.labels.label(StreamCanary.known, "secret"))
    let stream = RedactionStream(knowing: told, sizes: sizes)
    var survivors: [String] = []
    let canaries = StreamCanary.all
    for canary in canaries {
      let border = sizes.window - sizes.lookahead
      let length = (canary.before + canary.secret).utf8.count
      for count in [0, border - length / 2, border - length + 2, border - 2] {
        let text = Self.filler(count) + Array((canary.before + canary.secret + canary.behind).utf8)
        if canary.survives(in: stream.through(text)) { survivors.append(canary.kind) }
      }
    }
    var planted = canaries.count * 4
    for (secret, label) in redactor.known.secrets {
      for canary in StreamCanary.spellings(secret, label) {
        planted += 1
        let text = Array((canary.before + canary.secret + canary.behind).utf8)
        if canary.survives(in: stream.through(text)) { survivors.append(canary.kind) }
      }
    }
    return Proof(
      planted: planted,
      survivors: survivors.reduce(into: []) { kinds, kind in
        if !kinds.contains(kind) { kinds.append(kind) }
      })
  }

  private func through(_ text: [UInt8]) -> [UInt8] {
    var stream = self
    var output: [UInt8] = []
    stream.redact(text, into: &output)
    stream.finish(into: &output)
    return output
  }

  /// Lines in which nothing is hidden.
  private static func filler(_ count: Int) -> [UInt8] {
    let line = Array("12:34:56 a line of a log, of which nothing is hidden\n".utf8)
    var text: [UInt8] = []
    while text.count < count { text += line }
    // The line before the canary ends with it: a token begins a word.
    return Array(text.prefix(max(0, count - 1))) + (count > 0 ? [0x20] : [])
  }
}
