import ConfigDocument
import Foundation

/// Parses a file several times and prints how fast, as one JSON object.
///
///     ParseBenchmark FILE [TIMES]
@main
struct ParseBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let path = arguments.first else {
      FileHandle.standardError.write(Data("usage: ParseBenchmark FILE [TIMES]\n".utf8))
      exit(64)
    }
    let times = arguments.dropFirst().first.flatMap { Int($0) } ?? 5
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    let clock = ContinuousClock()
    var durations: [Double] = []
    var isRead = true
    for _ in 0..<max(1, times) {
      let duration = try clock.measure {
        let document = try ConfigDocument(parsing: bytes)
        isRead = isRead && document.kind(document.root) == .object
      }
      durations.append(duration / .seconds(1))
    }
    guard isRead else { throw CocoaError(.fileReadCorruptFile) }
    durations.sort()
    let best = durations[0]
    let median = durations[durations.count / 2]
    let megabytes = Double(bytes.count) / 1_000_000
    print(
      """
      {"bytes": \(bytes.count), "bestSeconds": \(best), "medianSeconds": \(median), \
      "bestMegabytesPerSecond": \(megabytes / best), \
      "medianMegabytesPerSecond": \(megabytes / median)}
      """)
  }
}
