/// Characters of YAML as libyaml tells them apart.
enum YAMLText {
  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Length of the line end that begins here, 0 when there is none: CR, LF, both, and what YAML 1.1
  /// takes for one besides (U+0085, U+2028, U+2029).
  static func lineEndLength(at position: Int, in input: UnsafeBufferPointer<UInt8>) -> Int {
    guard position < input.count else { return 0 }
    switch input[position] {
    case 0x0A: return 1
    case 0x0D: return position + 1 < input.count && input[position + 1] == 0x0A ? 2 : 1
    case 0xC2: return position + 1 < input.count && input[position + 1] == 0x85 ? 2 : 0
    case 0xE2: return JSON5Text.isLineSeparator(at: position, in: input) ? 3 : 0
    default: return 0
    }
  }

  /// What a line end means in a scalar: a line feed, but U+2028 and U+2029 themselves.
  static func lineEnd(at position: Int, in input: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    input[position] == 0xE2 ? Array(input[position..<position + 3]) : [0x0A]
  }

  /// Where the line of an offset ends, in front of its line end.
  static func lineEnd(after start: Int, in input: UnsafeBufferPointer<UInt8>) -> Int {
    var position = start
    while position < input.count, lineEndLength(at: position, in: input) == 0 { position += 1 }
    return position
  }

  /// The first place that holds neither white space, a line end nor a comment.
  static func contentStart(
    from start: Int, to end: Int, in input: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var position = start
    while position < end {
      if isBlank(input[position]) {
        position += 1
      } else if input[position] == UInt8(ascii: "#") {
        position = lineEnd(after: position, in: input)
      } else {
        let length = lineEndLength(at: position, in: input)
        if length == 0 { return position }
        position += length
      }
    }
    return min(position, end)
  }

  /// The first occurrence of an indicator between two tokens, comments passed over.
  static func indicator(
    _ byte: UInt8, from start: Int, to end: Int, in input: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var position = start
    while true {
      position = contentStart(from: position, to: end, in: input)
      guard position < end else { return nil }
      if input[position] == byte { return position }
      position += 1
    }
  }

  /// Where the value of a node begins, behind its anchor and tag.
  static func propertiesEnd(
    from start: Int, to end: Int, in input: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var position = start
    while true {
      let content = contentStart(from: position, to: end, in: input)
      guard content < end else { return position }
      guard let next = propertyEnd(at: content, to: end, in: input) else { return content }
      position = next
    }
  }

  /// The end of the anchor or tag that begins here; nil when none does.
  private static func propertyEnd(
    at start: Int, to end: Int, in input: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let next: Int
    switch input[start] {
    case UInt8(ascii: "&"):
      next = run(from: start + 1, to: end, in: input) { byte in
        JSON5Text.isWordByte(byte) && byte != UInt8(ascii: "$") || byte == UInt8(ascii: "-")
      }
    case UInt8(ascii: "!") where start + 1 < end && input[start + 1] == UInt8(ascii: "<"):
      next = run(from: start + 1, to: end, in: input) { $0 != UInt8(ascii: ">") } + 1
    case UInt8(ascii: "!"):
      next = run(from: start + 1, to: end, in: input) { byte in
        byte > 0x20 && byte != 0x2C && byte != 0x5B && byte != 0x5D && byte != 0x7B
          && byte != 0x7D
      }
    default: return nil
    }
    return min(next, end)
  }

  /// Behind the last anchor or tag between two places; the first of them when there is none.
  static func lastPropertyEnd(
    from start: Int, to end: Int, in input: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var position = start
    while true {
      let content = contentStart(from: position, to: end, in: input)
      guard content < end else { return position }
      position = propertyEnd(at: content, to: end, in: input) ?? content + 1
    }
  }

  private static func run(
    from start: Int, to end: Int, in input: UnsafeBufferPointer<UInt8>,
    while isPart: (UInt8) -> Bool
  ) -> Int {
    var position = start
    while position < end, isPart(input[position]) { position += 1 }
    return position
  }
}
