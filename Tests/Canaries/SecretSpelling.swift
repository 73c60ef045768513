/// A way to write a secret into a config.
public enum SecretSpelling: String, CaseIterable, Sendable {
  case doubleQuoted, singleQuoted, escapedFirst, escapedWhole, hexEscapes, lineContinuations
  case lineComment, blockComment, commentedOut, inArray, inObject, inKey, base64, base64Inside
  case hexadecimal, inURL, percentEncoded, jsonInText, inSentence, asItem

  /// A whole config with the canaries of a tree, each of them spelled so.
  public func config(_ tree: CanaryTree, extra: String = "") -> String {
    var writer = SecretWriter(spelling: self)
    writer.write(tree.root, depth: 0)
    if !writer.asides.isEmpty {
      // What repeats a secret stands under keys that say nothing.
      writer.asides = writer.asides.enumerated().map { "    note\($0.offset): \($0.element),\n" }
    }
    let asides = writer.asides.isEmpty ? "" : "  remarks: {\n\(writer.asides.joined())  },\n"
    return "{\n" + extra + asides + writer.text.dropFirst(2).dropLast() + "}\n"
  }
}

/// Writes a tree as JSON5.
struct SecretWriter {
  let spelling: SecretSpelling
  var text = ""
  /// Values that repeat the secrets in other words.
  var asides: [String] = []

  mutating func write(_ node: CanaryTree.Node, depth: Int) {
    let indentation = String(repeating: "  ", count: depth + 1)
    switch node {
    case .object(let members):
      text += "{\n"
      for member in members {
        if case .secret(let canary) = member.value {
          self.member(member.key, canary, indentation)
        } else {
          text += indentation + key(member.key) + ": "
          write(member.value, depth: depth + 1)
          text += ",\n"
        }
      }
      text += indentation.dropLast(2) + "}"
    case .array(let item):
      text += "[\n" + indentation
      write(item, depth: depth + 1)
      text += ",\n" + indentation.dropLast(2) + "]"
    case .secret(let canary): text += value(canary.text)
    }
  }

  private mutating func member(_ key: String, _ canary: Canary, _ indentation: String) {
    let secret = canary.text
    let line = "\(indentation)\(self.key(key)): "
    let bytes = Array(secret.utf8)
    switch spelling {
    case .lineComment: text += line + value(secret) + ", // formerly \(Self.oneLine(secret))\n"
    case .blockComment:
      text +=
        line + "/* it is \(Self.oneLine(secret)) */ " + value(secret)
        + ",\n\(indentation)/*\n\(indentation)  \(Self.oneLine(secret))\n\(indentation)*/\n"
    case .commentedOut:
      text += "\(indentation)// \(self.key(key)): \(value(secret)),\n"
      text += line + "\"${FROM_ENVIRONMENT}\",\n"
    case .inArray: text += line + "[\(value(secret)), [\(value(secret))]],\n"
    case .inObject: text += line + "{ inner: { deep: \(value(secret)) } },\n"
    default: text += line + value(secret) + ",\n"
    }
    switch spelling {
    case .inKey: asides.append("{ \(quoted(secret, "\"")): 1 }")
    case .base64: asides.append(quoted(Self.text(LeakScanner.base64(bytes)), "\""))
    case .base64Inside:
      asides.append(
        quoted(Self.text(LeakScanner.base64(Array("user:".utf8) + bytes + Array("!".utf8))), "\""))
    case .hexadecimal:
      asides.append(
        quoted(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(), "\""))
    case .inURL:
      let plain = Self.percent(bytes) { $0 < 128 && !"\"'\\ #%".utf8.contains($0) }
      asides.append(quoted("https://host.example/\(plain)/x?y=\(plain)", "\""))
    case .percentEncoded: asides.append(quoted("a=" + Self.percent(bytes) { _ in false }, "\""))
    case .jsonInText:
      asides.append(quoted("{\"value\": \(quoted(secret, "\""))}", "\""))
    case .inSentence: asides.append(quoted("log in with \(secret) if asked", "'"))
    case .asItem: asides.append("['--use', \(quoted(secret, "\"")), 'x']")
    default: break
    }
  }

  private func key(_ key: String) -> String {
    let isName =
      key.first?.isLetter == true && key.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isName && spelling != .doubleQuoted ? key : "\"\(key)\""
  }

  private func value(_ secret: String) -> String {
    switch spelling {
    case .singleQuoted, .hexEscapes: quoted(secret, "'")
    default: quoted(secret, "\"")
    }
  }

  private func quoted(_ text: String, _ quote: Character) -> String {
    var result = String(quote)
    for (position, scalar) in text.unicodeScalars.enumerated() {
      let hex = String(scalar.value, radix: 16)
      let isEscaped =
        spelling == .escapedWhole || (spelling == .escapedFirst && position % 5 == 0)
      if isEscaped {
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      } else if spelling == .hexEscapes, position % 3 == 0, scalar.value > 15, scalar.value < 256 {
        result += "\\x" + hex
      } else if Character(scalar) == quote || scalar == "\\" {
        result += "\\" + String(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
      if spelling == .lineContinuations, position % 4 == 2 { result += "\\\n" }
    }
    return result + String(quote)
  }

  /// A comment must not end early.
  private static func oneLine(_ secret: String) -> String {
    secret.split(separator: "*/", omittingEmptySubsequences: false).joined(separator: "* /")
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func percent(_ bytes: [UInt8], _ isPlain: (UInt8) -> Bool) -> String {
    bytes.map { byte in
      isPlain(byte)
        ? String(Unicode.Scalar(byte))
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
