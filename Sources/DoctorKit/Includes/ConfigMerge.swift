internal import ConfigDocument

/// The config as OpenClaw makes it from its files: objects are merged key by key and what comes
/// later wins, arrays are put one behind the other, and the keys beside an include come last
/// (OpenClaw since 2026.1.11).
struct ConfigMerge {
  private indirect enum Value {
    case object([Member])
    case array([Value])
    /// The spelling of anything else.
    case scalar([UInt8])
  }

  private struct Member {
    let key: [UInt8]
    let value: Value
  }

  /// Deeper than any text may be.
  private static let depthLimit = 1_000
  /// OpenClaw drops these where it merges.
  private static let dropped = ["__proto__", "prototype", "constructor"].map { Array($0.utf8) }

  let documents: [ConfigDocument]
  let table: IncludeTable

  /// Puts the files together.
  ///
  /// - Parameters:
  ///   - documents: the files by their numbers, the config first.
  ///   - table: which file each include means.
  init(_ documents: [ConfigDocument], _ table: IncludeTable) {
    self.documents = documents
    self.table = table
  }

  /// The whole config.
  ///
  /// - Returns: nil where OpenClaw refuses it, or it is too large or too deep.
  func document() -> ConfigDocument? {
    guard let first = documents.first, let value = resolve(0, first.root, depth: 0) else {
      return nil
    }
    return try? ConfigDocument(parsing: Self.text(value))
  }

  /// The values of a config in a spelling of their own: equal for two configs that say the same.
  static func canonical(_ document: ConfigDocument) -> [UInt8]? {
    plain(document, document.root, depth: 0).map { text($0, isSorted: true) }
  }

  // MARK: Values

  private func resolve(_ file: Int, _ node: NodeID, depth: Int) -> Value? {
    let document = documents[file]
    guard depth <= Self.depthLimit else { return nil }
    switch document.kind(node) {
    case .object:
      var own: [Member] = []
      var include: NodeID?
      for child in Self.lastMembers(document, node) {
        let key = document.key(child) ?? ""
        if key == "$include" {
          include = child
          continue
        }
        guard let value = resolve(file, child, depth: depth + 1) else { return nil }
        own.append(Member(key: Array(key.utf8), value: value))
      }
      guard let include else { return .object(own) }
      guard let included = included(file, include, depth: depth + 1) else { return nil }
      if own.isEmpty { return included }
      guard case .object = included else { return nil }
      return Self.merged(included, .object(own))
    case .array:
      var items: [Value] = []
      for child in document.children(node) {
        guard let value = resolve(file, child, depth: depth + 1) else { return nil }
        items.append(value)
      }
      return .array(items)
    default: return .scalar(Array(document.bytes[document.range(node)]))
    }
  }

  private func included(_ file: Int, _ include: NodeID, depth: Int) -> Value? {
    let document = documents[file]
    func value(_ name: NodeID) -> Value? {
      guard let text = document.string(name), let child = table.child(text, in: file) else {
        return nil
      }
      return resolve(child, documents[child].root, depth: depth)
    }
    guard document.kind(include) == .array else { return value(include) }
    var result = Value.object([])
    for name in document.children(include) {
      guard let next = value(name) else { return nil }
      result = Self.merged(result, next)
    }
    return result
  }

  private static func merged(_ base: Value, _ over: Value) -> Value {
    switch (base, over) {
    case (.array(let first), .array(let last)): return .array(first + last)
    case (.object(var members), .object(let later)):
      var places: [[UInt8]: Int] = [:]
      for (place, member) in members.enumerated() { places[member.key] = place }
      for member in later where !dropped.contains(member.key) {
        if let place = places[member.key] {
          members[place] = Member(
            key: member.key, value: merged(members[place].value, member.value))
        } else {
          places[member.key] = members.count
          members.append(member)
        }
      }
      return .object(members)
    default: return over
    }
  }

  /// The values of a text without includes; strings without their spelling.
  private static func plain(_ document: ConfigDocument, _ node: NodeID, depth: Int) -> Value? {
    guard depth <= depthLimit else { return nil }
    switch document.kind(node) {
    case .object:
      var members: [Member] = []
      for child in lastMembers(document, node) {
        guard let value = plain(document, child, depth: depth + 1) else { return nil }
        members.append(Member(key: Array((document.key(child) ?? "").utf8), value: value))
      }
      return .object(members)
    case .array:
      var items: [Value] = []
      for child in document.children(node) {
        guard let value = plain(document, child, depth: depth + 1) else { return nil }
        items.append(value)
      }
      return .array(items)
    case .string: return .scalar(FileStyle.quoted(document.string(node) ?? ""))
    default: return .scalar(Array(document.bytes[document.range(node)]))
    }
  }

  /// The members of an object; of a key that stands twice the last one.
  private static func lastMembers(_ document: ConfigDocument, _ node: NodeID) -> [NodeID] {
    var places: [[UInt8]: Int] = [:]
    var members: [NodeID] = []
    for child in document.children(node) {
      let key = Array((document.key(child) ?? "").utf8)
      if let place = places[key] {
        members[place] = child
      } else {
        places[key] = members.count
        members.append(child)
      }
    }
    return members
  }

  // MARK: Text

  private static func text(_ value: Value, isSorted: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    write(value, isSorted, into: &bytes)
    return bytes
  }

  private static func write(_ value: Value, _ isSorted: Bool, into bytes: inout [UInt8]) {
    switch value {
    case .scalar(let spelling): bytes += spelling
    case .array(let items):
      bytes.append(UInt8(ascii: "["))
      for (number, item) in items.enumerated() {
        if number > 0 { bytes.append(UInt8(ascii: ",")) }
        write(item, isSorted, into: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      let ordered =
        isSorted ? members.sorted { $0.key.lexicographicallyPrecedes($1.key) } : members
      bytes.append(UInt8(ascii: "{"))
      for (number, member) in ordered.enumerated() {
        if number > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += FileStyle.quoted(String(decoding: member.key, as: UTF8.self))
        bytes.append(UInt8(ascii: ":"))
        write(member.value, isSorted, into: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }
}
