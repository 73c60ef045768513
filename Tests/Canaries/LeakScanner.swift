/// Finds what is left of secrets in a text: any six bytes of one, in any spelling that a reader
/// could undo.
public struct LeakScanner: Sendable {
  /// A run of so many bytes is a leak.
  public static let length = 6

  private var owners: [UInt64: Canary] = [:]
  /// Eight characters of base64 and of hexadecimal digits: six and four bytes.
  private var encoded: [UInt64: Canary] = [:]
  private var hexadecimal: Set<UInt64> = []
  /// By the last two bytes of a run whether any run ends so: a look at most places is enough.
  private var ends = [Bool](repeating: false, count: 1 << 16)

  /// Prepares the search for some canaries.
  public init(_ canaries: [Canary]) {
    for canary in canaries {
      let secret = Array(canary.hidden.utf8)
      note(Self.grams(secret), canary, in: \.owners)
      for form in Self.base64Forms(secret) { note(Self.grams(form, 8), canary, in: \.encoded) }
      for digits in ["0123456789abcdef", "0123456789ABCDEF"] {
        let grams = Self.grams(Self.hexadecimal(secret, digits), 8)
        note(grams, canary, in: \.encoded)
        hexadecimal.formUnion(grams)
      }
    }
  }

  private mutating func note(
    _ grams: [UInt64], _ canary: Canary, in list: WritableKeyPath<LeakScanner, [UInt64: Canary]>
  ) {
    for gram in grams {
      self[keyPath: list][gram] = canary
      ends[Int(gram & 0xFFFF)] = true
    }
  }

  /// The runs of secrets that stand in a text, each with what is around it; at most a few.
  public func leaks(in text: String) -> [String] {
    var found: [String] = []
    for reading in Self.readings(Array(text.utf8)) where found.isEmpty {
      for place in reading.withUnsafeBufferPointer({ places(in: $0) }) {
        let context = reading[max(0, place.position - 50)..<min(reading.count, place.position + 30)]
        found.append("\(place.canary.text) in …\(String(decoding: context, as: UTF8.self))…")
      }
    }
    return found
  }

  private struct Place {
    let position: Int
    let canary: Canary
  }

  private func places(in bytes: UnsafeBufferPointer<UInt8>) -> [Place] {
    var found: [Place] = []
    var gram: UInt64 = 0
    /// The run that stands four bytes before.
    var earlier: [UInt64] = [0, 0, 0, 0]
    var position = 0
    while position < bytes.count, found.count < 3 {
      earlier[position & 3] = gram
      gram = gram << 8 | UInt64(bytes[position])
      position += 1
      guard ends[Int(gram & 0xFFFF)], position >= Self.length else { continue }
      var canary = owners[gram & 0xFFFF_FFFF_FFFF]
      if canary == nil, let other = encoded[gram] {
        // Six bytes of a secret are twelve hexadecimal digits.
        let isWhole = !hexadecimal.contains(gram) || hexadecimal.contains(earlier[position & 3])
        canary = isWhole ? other : nil
      }
      guard let canary else { continue }
      found.append(Place(position: position - Self.length, canary: canary))
      position = min(bytes.count, position + 60)
    }
    return found
  }

  // MARK: Forms

  static func grams(_ bytes: [UInt8], _ length: Int = length) -> [UInt64] {
    guard bytes.count >= length else { return [] }
    return (0...bytes.count - length).map { start in
      bytes[start..<start + length].reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// A secret in base64 at each of three places of a group, in both alphabets.
  private static func base64Forms(_ secret: [UInt8]) -> [[UInt8]] {
    (0..<3).flatMap { shift -> [[UInt8]] in
      let code = base64([UInt8](repeating: 0, count: shift) + secret)
      // The first characters hold bits of what stands before, the last one of what comes next.
      let whole = code.dropFirst(shift == 0 ? 0 : shift + 1).filter { $0 != UInt8(ascii: "=") }
      let core = Array(whole.dropLast((shift + secret.count) % 3 == 0 ? 0 : 1))
      let other = core.map { byte in
        byte == UInt8(ascii: "+")
          ? UInt8(ascii: "-") : byte == UInt8(ascii: "/") ? UInt8(ascii: "_") : byte
      }
      return [core, other]
    }
  }

  /// Bytes in base64.
  public static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = Array(bytes[start..<min(start + 3, bytes.count)])
      let bits = (group + [0, 0]).prefix(3).reduce(0) { $0 << 8 | Int($1) }
      for place in 0..<4 {
        result.append(
          place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return result
  }

  static func hexadecimal(_ bytes: [UInt8], _ digits: String) -> [UInt8] {
    let digits = Array(digits.utf8)
    return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }

  // MARK: Readings

  /// The text itself, and what is left of it when escapes are undone once and twice.
  private static func readings(_ bytes: [UInt8]) -> [[UInt8]] {
    var readings = [bytes]
    for _ in 0..<2 {
      guard let last = readings.last, last.contains(UInt8(ascii: "\\")) || last.contains(0x25)
      else { break }
      readings.append(unescaped(last))
    }
    return readings
  }

  private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    func number(_ start: Int, _ count: Int) -> Int? {
      guard start + count <= bytes.count else { return nil }
      return Int(String(decoding: bytes[start..<start + count], as: UTF8.self), radix: 16)
    }
    while position < bytes.count {
      let next = position + 1 < bytes.count ? bytes[position + 1] : 0
      if bytes[position] == 0x25, let value = number(position + 1, 2) {
        result.append(UInt8(value))
        position += 3
      } else if bytes[position] == UInt8(ascii: "\\") {
        switch next {
        case UInt8(ascii: "u"):
          let scalar = number(position + 2, 4).flatMap { Unicode.Scalar($0) }
          result += String(Character(scalar ?? "?")).utf8
          position += 6
        case UInt8(ascii: "x"):
          let scalar = number(position + 2, 2).flatMap { Unicode.Scalar($0) }
          result += String(Character(scalar ?? "?")).utf8
          position += 4
        case UInt8(ascii: "\n"): position += 2
        default:
          result.append(next)
          position += 2
        }
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return result
  }
}
