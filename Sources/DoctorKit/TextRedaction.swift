internal import Diagnostics
internal import Redaction

/// Hides secrets in texts of any size, as they pass.
///
/// A class, because what is on its way through is in one place only.
public final class TextRedaction {
  /// What a self-test came to.
  public struct Proof: Sendable {
    /// How many made-up secrets were planted.
    public let planted: Int
    /// The kinds of those of which something came out; none when all is well.
    public let survivors: [String]
  }

  private var stream: RedactionStream
  /// Shows names of files and the like.
  private var redactor: Redactor

  init(knowing redactor: Redactor, showsInvisible: Bool) {
    stream = RedactionStream(knowing: redactor, showsInvisible: showsInvisible)
    self.redactor = redactor
  }

  /// How many secrets of each kind were hidden so far, by the word of the label.
  public var counts: [String: Int] { stream.counts }

  /// Takes the next piece of a text.
  ///
  /// - Parameters:
  ///   - piece: any number of bytes.
  ///   - output: gets what may be shown of the text so far; the rest comes later.
  public func redact(_ piece: UnsafeRawBufferPointer, into output: inout [UInt8]) {
    stream.redact(piece, into: &output)
  }

  /// Gives out the lines of a text that comes slowly, as far as nothing that may yet come can make
  /// a part of them a secret.
  ///
  /// - Parameter output: gets what may be shown.
  public func flush(into output: inout [UInt8]) {
    stream.flush(into: &output)
  }

  /// Ends a text; another one may follow.
  ///
  /// - Parameter output: gets what is left.
  public func finish(into output: inout [UInt8]) {
    stream.finish(into: &output)
  }

  /// Plants made-up secrets of every kind in made-up text and looks for them in what comes out.
  ///
  /// - Returns: what survived.
  public func prove() -> Proof {
    let proof = stream.prove()
    return Proof(planted: proof.planted, survivors: proof.survivors)
  }

  /// The name of a file as it may be shown.
  ///
  /// - Parameter name: the name, as the user wrote it.
  /// - Returns: the name with what looks secret hidden and control characters escaped.
  public func shown(_ name: String) -> String {
    redactor.render("\(outside: name)").text
  }
}
