internal import ConfigDocument

/// What an included file keeps although it was edited as a part of another text: strict JSON stays
/// strict, and its lines end as they did.
struct FileStyle {
  /// How lines end, where all do so.
  private enum LineEnd {
    case lineFeed, carriageReturnLineFeed, mixed
  }

  private let isStrict: Bool
  private let lineEnd: LineEnd

  /// Reads the style of a file.
  init(of document: ConfigDocument) {
    isStrict = document.syntax == .json
    var (alone, pairs) = (0, 0)
    for (offset, byte) in document.bytes.enumerated() where byte == 0x0A {
      if offset > 0, document.bytes[offset - 1] == 0x0D { pairs += 1 } else { alone += 1 }
    }
    lineEnd =
      switch (alone, pairs) {
      case (1..., 0): .lineFeed
      case (0, 1...): .carriageReturnLineFeed
      default: .mixed
      }
  }

  /// The text of a file in this style.
  ///
  /// - Parameter document: the file after edits in the style of another text.
  /// - Returns: the same values.
  func applied(to document: ConfigDocument) -> [UInt8] {
    lines(isStrict && document.syntax != .json ? strict(document) : document.bytes)
  }

  private func lines(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (offset, byte) in bytes.enumerated() {
      let isPair = byte == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
      switch lineEnd {
      case .lineFeed where isPair: continue
      case .carriageReturnLineFeed where byte == 0x0A && result.last != 0x0D:
        result += [0x0D, 0x0A]
      default: result.append(byte)
      }
    }
    return result
  }

  private func strict(_ document: ConfigDocument) -> [UInt8] {
    var edits: [(range: Range<Int>, text: [UInt8])] = []
    document.forEachNode { node in
      if let range = document.keyRange(node), document.bytes[range.lowerBound] != 0x22 {
        edits.append((range, Self.quoted(document.key(node) ?? "")))
      }
      let range = document.range(node)
      if document.kind(node) == .string, document.bytes[range.lowerBound] != 0x22 {
        edits.append((range, Self.quoted(document.string(node) ?? "")))
      }
      if let comma = trailingComma(document, node) { edits.append((comma..<comma + 1, [])) }
    }
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    var result: [UInt8] = []
    var position = 0
    for edit in edits {
      result += document.bytes[position..<edit.range.lowerBound] + edit.text
      position = edit.range.upperBound
    }
    return result + document.bytes[position...]
  }

  /// A comma in front of a closing bracket; a strict file has no comments that could hold another.
  private func trailingComma(_ document: ConfigDocument, _ node: NodeID) -> Int? {
    guard document.kind(node).isContainer else { return nil }
    var last: NodeID?
    for child in document.children(node) { last = child }
    guard let last else { return nil }
    let gap = document.range(last).upperBound..<document.range(node).upperBound - 1
    return document.bytes[gap].firstIndex(of: UInt8(ascii: ","))
  }

  /// A text as a string of strict JSON.
  static func quoted(_ text: String) -> [UInt8] {
    var result: [UInt8] = [0x22]
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: result += [0x5C, byte]
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        result += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
      default: result.append(byte)
      }
    }
    return result + [0x22]
  }
}
