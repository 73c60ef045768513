import ConfigDocument
import Diagnostics

/// Goes through a document in the order of the text and says of every value how secret it is.
struct DocumentWalk {
  private struct Place {
    let node: NodeID
    let steps: [ConfigPath.Step]
    let sensitivity: Sensitivity
    let hints: SecretFinder.Hints
  }

  private let document: ConfigDocument
  private let keys = SensitiveKeys.known

  /// All values at and below a node, objects and arrays before what is in them.
  static func leaves(_ document: ConfigDocument, _ node: NodeID, at path: ConfigPath) -> [Leaf] {
    DocumentWalk(document: document).leaves(node, path)
  }

  private init(document: ConfigDocument) {
    self.document = document
  }

  /// A stack of our own instead of recursion: the depth is the input's.
  private func leaves(_ node: NodeID, _ path: ConfigPath) -> [Leaf] {
    var stack = [
      Place(
        node: node, steps: path.steps, sensitivity: keys.decide(path),
        hints: Self.hints(path.lastKey))
    ]
    var leaves: [Leaf] = []
    while let place = stack.popLast() {
      leaves.append(Leaf(node: place.node, sensitivity: place.sensitivity, hints: place.hints))
      stack.append(contentsOf: children(of: place).reversed())
    }
    return leaves
  }

  private func children(of place: Place) -> [Place] {
    switch document.kind(place.node) {
    case .object: isReference(place.node) ? reference(place) : members(place)
    case .array: items(place)
    default: []
    }
  }

  private func members(_ place: Place) -> [Place] {
    let named = secretName(of: place.node)
    return document.children(place.node).map { child in
      let key = document.key(child) ?? ""
      let steps = place.steps + [.key(key)]
      var sensitivity = keys.decide(steps[...], below: place.sensitivity)
      if let named, key == "value" || key == "content", sensitivity.label == nil {
        sensitivity = .secret(label: named)
      }
      return Place(
        node: child, steps: steps, sensitivity: sensitivity, hints: Self.hints(key))
    }
  }

  private func items(_ place: Place) -> [Place] {
    var flag: String?
    var position = -1
    return document.children(place.node).map { child in
      position += 1
      let steps = place.steps + [.index(position)]
      var sensitivity = keys.decide(steps[...], below: place.sensitivity)
      let text = document.string(child)
      if let flag, sensitivity.label == nil, text?.hasPrefix("-") == false {
        sensitivity = .secret(label: flag)
      }
      flag = text.flatMap(Self.secretFlag)
      return Place(
        node: child, steps: steps, sensitivity: sensitivity, hints: place.hints)
    }
  }

  /// The parts of a reference are shown: where a secret is kept is none.
  private func reference(_ place: Place) -> [Place] {
    document.children(place.node).map { child in
      Place(node: child, steps: place.steps, sensitivity: .open, hints: [.isReference])
    }
  }

  /// Whether an object is a SecretRef: source and id, perhaps a provider, and nothing else.
  ///
  /// The id of a variable is its name; anything else there may be the secret itself.
  private func isReference(_ node: NodeID) -> Bool {
    var found: Set<String> = []
    for child in document.children(node) {
      guard let key = document.key(child), ["source", "provider", "id"].contains(key),
        let text = document.string(child), found.insert(key).inserted,
        key != "source" || ["env", "file", "exec"].contains(text)
      else { return false }
    }
    guard found.isSuperset(of: ["source", "id"]) else { return false }
    let text = { (key: String) in document.member(key, of: node).flatMap(document.string) ?? "" }
    return text("source") != "env"
      || text("id").utf8.allSatisfy { $0.isUpper || $0.isDigit || $0 == UInt8(ascii: "_") }
  }

  /// `{ name: "API_KEY", value: "…" }`: the name stands beside its value.
  private func secretName(of object: NodeID) -> String? {
    for name in ["name", "key", "header"] {
      if let member = document.member(name, of: object), let text = document.string(member),
        let label = SecretName.label(text)
      {
        return label
      }
    }
    return nil
  }

  /// `"--token", "…"`: the value is the next item.
  private static func secretFlag(_ text: String) -> String? {
    guard text.hasPrefix("-"), !text.contains("="), !text.contains(" ") else { return nil }
    return SecretName.label(String(text.drop { $0 == "-" }))
  }

  private static func hints(_ key: String?) -> SecretFinder.Hints {
    key.map(SecretName.isDigest) == true ? [.isDigest] : []
  }
}
