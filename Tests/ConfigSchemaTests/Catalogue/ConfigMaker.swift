@testable import ConfigSchema

/// Makes the smallest config that uses a key and has everything else that it must have.
struct ConfigMaker {
  let root: KeyModel.Node
  let release: Release

  /// The config.
  ///
  /// - Parameter path: the segments of a path of the table.
  /// - Returns: JSON.
  func config(using path: [String]) -> String {
    var segments = path
    if let shape = segments.first, shape.hasPrefix("#") {
      // A shared shape is reached through a key that has it.
      segments = holder(of: shape) + segments.dropFirst()
      return value(root, segments[...], shape: shape)
    }
    return value(root, segments[...], shape: nil)
  }

  /// A key with a shared shape in this release.
  private func holder(of shape: String) -> [String] {
    var open: [([String], KeyModel.Node)] = [([], root)]
    while let (path, node) = open.popLast() {
      if let row = node.row(at: release), row.limit("ref") == shape, !row.flags.contains("union") {
        return path
      }
      for (name, child) in node.children.sorted(by: { $0.key > $1.key })
      where !name.hasPrefix("#") && !name.hasPrefix("<") && child.row(at: release) != nil {
        open.append((path + [name], child))
      }
    }
    return []
  }

  /// A value for a node that goes on along a path.
  private func value(_ node: KeyModel.Node, _ path: ArraySlice<String>, shape: String?) -> String {
    guard let next = path.first else { return plain(node) }
    let child = node.children[next]
    if child == nil, let shape, let target = root.children[shape] {
      return value(target, path, shape: nil)
    }
    guard let child else { return "null" }
    if next.hasPrefix("<") {
      return value(child, path.dropFirst(), shape: shape)
    }
    if next == "[]" {
      let item = value(child, path.dropFirst(), shape: shape)
      return "[\(item)]"
    }
    if next.hasPrefix("[") {
      let count = node.row(at: release)?.limit("tupleLength").flatMap { Int($0) } ?? 1
      let items = (0..<count).map { index in
        next == "[\(index)]"
          ? value(child, path.dropFirst(), shape: shape)
          : node.children["[\(index)]"].map { plain($0) } ?? "0"
      }
      return "[\(items.joined(separator: ","))]"
    }
    let key = next == "*" ? "x1" : next
    var members = ["\"\(key)\":" + value(child, path.dropFirst(), shape: shape)]
    members += required(node, except: next)
    return "{\(members.joined(separator: ","))}"
  }

  private func required(_ node: KeyModel.Node, except: String?) -> [String] {
    node.children.sorted { $0.key < $1.key }.compactMap { name, child in
      guard name != except, !name.hasPrefix("["), !name.hasPrefix("<"), name != "*",
        child.row(at: release)?.flags.contains("required") == true
      else { return nil }
      return "\"\(name)\":\(plain(child))"
    }
  }

  /// The smallest value that a node takes.
  private func plain(_ node: KeyModel.Node) -> String {
    guard let row = node.row(at: release) else { return "{}" }
    if row.flags.contains("union"),
      let alternative = node.children.sorted(by: { $0.key < $1.key })
        .first(where: { $0.key.hasPrefix("<") && $0.value.row(at: release) != nil })
    {
      return plain(alternative.value)
    }
    if !row.values.isEmpty, let first = firstValue(row.values) { return first }
    if row.types.contains("any") { return "null" }
    if row.types.contains("string") { return text(row) }
    if !row.types.isDisjoint(with: ["number", "integer"]) { return number(row) }
    if row.types.contains("boolean") { return "true" }
    if row.types.contains("null") { return "null" }
    if row.types.contains("array") { return array(node, row) }
    if let shape = row.limit("ref"), let target = root.children[shape] { return plain(target) }
    return "{\(required(node, except: nil).joined(separator: ","))}"
  }

  private func firstValue(_ list: String) -> String? {
    list.dropFirst().dropLast().split(separator: ",").first.map(String.init)
  }

  private func array(_ node: KeyModel.Node, _ row: KeyModel.Row) -> String {
    let count = (row.limit("tupleLength") ?? row.limit("minItems")).flatMap { Int($0) } ?? 0
    let items = (0..<count).map { index in
      (node.children["[]"] ?? node.children["[\(index)]"]).map { plain($0) } ?? "0"
    }
    return "[\(items.joined(separator: ","))]"
  }

  private func number(_ row: KeyModel.Row) -> String {
    if let least = row.limit("min") { return least }
    if let bound = row.limit("gt") { return "\((Int(bound) ?? 0) + 1)" }
    return "0"
  }

  /// A text of each form that the table has.
  private func text(_ row: KeyModel.Row) -> String {
    if row.limit("orOneOf") != nil { return #""lark""# }
    switch row.limit("pattern") {
    case nil: break
    case let pattern? where pattern.contains("A-Z][A-Z0-9_]"): return #""A""#
    case let pattern? where pattern.contains("fA-F"): return ##""#aabbcc""##
    case let pattern? where pattern.contains("+[1-9]"): return ##""+4915112345678""##
    case let pattern? where pattern.contains("Hh"): return #""https://a.example""#
    case #"^\d+$"#?: return #""1""#
    default: return #""a""#
    }
    switch row.limit("format") {
    case "uri"?: return #""https://a.example""#
    case "ipv4"?: return #""127.0.0.1""#
    case "ipv6"?: return #""::1""#
    default: return #""a""#
    }
  }
}
