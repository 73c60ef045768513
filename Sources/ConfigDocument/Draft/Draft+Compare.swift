public import Diagnostics

extension Draft {
  /// Whether the same value stands at two paths: strings by content, numbers by spelling, objects
  /// and arrays by their members in order.
  ///
  /// - Parameters:
  ///   - first: a path.
  ///   - second: another path.
  /// - Returns: false when nothing stands at one of them.
  public func hasSameValue(_ first: ConfigPath, _ second: ConfigPath) -> Bool {
    guard let first = value(at: first), let second = value(at: second) else { return false }
    return isSame(first, second)
  }

  private func isSame(_ first: DraftValue, _ second: DraftValue) -> Bool {
    let kind = kind(first)
    guard kind == self.kind(second) else { return false }
    switch kind {
    case .null: return true
    case .boolean: return isTrue(first) == isTrue(second)
    case .number: return text(first).elementsEqual(text(second))
    case .string: return string(first) == string(second)
    case .object, .array:
      let left = children(first)
      let right = children(second)
      return left.count == right.count
        && zip(left, right).allSatisfy { one, other in
          notation.decodeKey(one.key) == notation.decodeKey(other.key)
            && isSame(one.value, other.value)
        }
    }
  }
}
