/// A line of a unit file with all that continues it.
struct SystemdLine {
  /// The text; a space stands for each backslash at a line end.
  private(set) var text: [UInt8] = []
  /// Where the lines of the file begin in the text.
  private var starts: [Int] = []
  private var numbers: [Int] = []

  /// Adds a line of the file.
  mutating func append(_ piece: ArraySlice<UInt8>, number: Int) {
    starts.append(text.count)
    numbers.append(number)
    text += piece
  }

  /// Takes the backslash at the end for the space that it is.
  mutating func replaceLast() {
    text[text.count - 1] = 0x20
  }

  /// The line of the file that holds an offset of the text, from 1.
  func number(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return numbers[low]
  }
}
