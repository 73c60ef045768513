import DoctorKit

/// Lets files through a redaction to standard output.
struct RedactionFilter {
  let redaction: TextRedaction
  let errors: Console

  private let output = Console(.standardOutput, color: .never)

  init(redaction: TextRedaction, errors: Console) {
    self.redaction = redaction
    self.errors = errors
  }

  /// Says what a self-test came to.
  func tell(_ proof: TextRedaction.Proof) -> ExitStatus {
    if proof.survivors.isEmpty {
      errors.write("proved: all of \(proof.planted) planted secrets were masked\n")
      return .clean
    }
    errors.write(
      "not proved: secrets of these kinds came out: \(proof.survivors.joined(separator: ", "))\n"
        + "nothing was written\n")
    return .refused
  }

  /// Lets files through, one after the other.
  ///
  /// - Parameter files: their paths; `-` is standard input.
  /// - Returns: `unreadable` when one could not be read; the others were.
  func run(_ files: [String]) -> ExitStatus {
    var status = ExitStatus.clean
    for file in files {
      do throws(InputFile.Failure) {
        switch try pass(file) {
        case .done: break
        case .readerGone: return status
        case .failed:
          errors.write("clawdoctor: standard output cannot be written\n")
          return .writeFailed
        }
      } catch {
        errors.write("clawdoctor: \(redaction.shown(file)): \(error.text)\n")
        status = .unreadable
      }
    }
    return status
  }

  private func pass(_ path: String) throws(InputFile.Failure) -> Console.Outcome {
    let file = try InputFile(path)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 64)
    defer { buffer.deallocate() }
    var masked: [UInt8] = []
    var failure: InputFile.Failure?
    while failure == nil {
      var count = 0
      do throws(InputFile.Failure) {
        count = try file.read(into: buffer)
      } catch {
        failure = error
      }
      if count == 0 { break }
      redaction.redact(UnsafeRawBufferPointer(rebasing: buffer[..<count]), into: &masked)
      // Somebody may watch a log grow.
      if count < buffer.count, file.isSlow { redaction.flush(into: &masked) }
      let outcome = output.write(bytes: masked)
      guard outcome == .done else { return outcome }
      masked.removeAll(keepingCapacity: true)
    }
    // What was read before a failure is shown too, and the next file begins a text of its own.
    redaction.finish(into: &masked)
    let outcome = output.write(bytes: masked)
    if let failure { throw failure }
    return outcome
  }
}
