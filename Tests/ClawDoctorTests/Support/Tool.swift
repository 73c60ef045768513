import Foundation
import Testing

/// The built `clawdoctor`, run as a user would run it.
enum Tool {
  /// What a run came to.
  struct Run {
    let status: Int32
    let output: String
    let errors: String
    /// Both streams, for what must stand in neither.
    var everything: String { output + errors }
  }

  /// The binary beside the test bundle; nil when it was not built.
  static let binary: URL? = {
    let given = ProcessInfo.processInfo.environment["CLAWDOCTOR_BINARY"].map { URL(filePath: $0) }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let bundles = ([Bundle.main] + Bundle.allBundles).flatMap { bundle in
      [bundle.bundleURL, bundle.executableURL?.deletingLastPathComponent()].compactMap { $0 }
    }
    let folders =
      bundles + bundles.map { $0.deletingLastPathComponent() } + [
        root.appending(path: ".build/debug")
      ]
    let candidates = [given].compactMap { $0 } + folders.map { $0.appending(path: "clawdoctor") }
    return candidates.first { url in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
        && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: url.path)
    }
  }()

  static let isBuilt = binary != nil

  /// Runs it with nothing of this process's environment.
  ///
  /// - Parameters:
  ///   - arguments: the command line.
  ///   - folder: where; also the home folder.
  ///   - input: standard input.
  ///   - variables: further variables of the environment.
  ///   - program: another program that runs it, for instance a shell.
  /// - Returns: the status and what was printed.
  /// - Throws: when it cannot be started.
  static func run(
    _ arguments: [String], in folder: URL, input: [UInt8] = [], variables: [String: String] = [:],
    program: URL? = nil
  ) throws -> Run {
    // Files instead of pipes: nothing can fill up and wait for a reader.
    let exchange = try Scratch()
    defer { exchange.remove() }
    let process = Process()
    let executable: URL = try #require(binary)
    process.executableURL = program ?? executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8",
    ].merging(variables) { $1 }
    let inputFile = try exchange.file("input", input)
    let outputFile = try exchange.file("output", [])
    let errorFile = try exchange.file("errors", [])
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: outputFile), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
  }
}

extension Trait where Self == ConditionTrait {
  /// Leaves a test out where there is no binary to run.
  static var needsBinary: Self {
    .enabled(if: Tool.isBuilt, "clawdoctor is not built beside the tests: run swift build first")
  }
}
