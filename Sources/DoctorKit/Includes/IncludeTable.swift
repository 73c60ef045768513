/// Which file each include of a config means.
struct IncludeTable: Sendable {
  private struct Name: Hashable {
    let file: Int
    let text: String
  }

  private var children: [Name: Int] = [:]
  private var uses: [Int: Int] = [:]
  /// Whether all includes could be followed.
  var isComplete = true

  /// Notes what an include means.
  ///
  /// - Parameters:
  ///   - child: the number of the included file.
  ///   - text: the path as it is written.
  ///   - file: the number of the file that includes it.
  ///   - isNew: whether the file with this include was not followed before.
  mutating func add(_ child: Int, for text: String, in file: Int, isNew: Bool) {
    children[Name(file: file, text: text)] = child
    if isNew { uses[child, default: 0] += 1 }
  }

  /// The number of the file that a path means in a file; nil where it was refused.
  func child(_ text: String, in file: Int) -> Int? { children[Name(file: file, text: text)] }

  /// Whether a file is included at one place only.
  func isSingle(_ file: Int) -> Bool { uses[file] == 1 }
}
