internal import ConfigDocument
internal import Diagnostics
internal import Migrations
internal import Redaction

extension EditMaker {
  /// Follows a document that says what to change.
  mutating func apply(_ patch: EditRequest.Patch) throws(Stop) {
    let document: ConfigDocument
    do throws(SyntaxFailure) {
      document = try ConfigDocument(parsing: patch.bytes)
    } catch {
      throw .unreadable(error, name: patch.name)
    }
    let told = PatchFindings(document, name: patch.name)
    let isView =
      document.kind(document.root) == .object && (patch.isView || !Masks(in: document).isEmpty)
    let base = session.resolved(try parsed(patch.place ?? ""))
    // A view repeats what the config repeats; that is compared place by place.
    let flaws = flaws(of: document, at: base).filter { !isView || $0.id != "duplicate-key" }
      .map { told.error($0.id, $0.message, help: $0.help, at: $0.node) }
    guard flaws.isEmpty else { throw .refused(flaws) }
    switch document.kind(document.root) {
    case .array: try follow(document, at: base, told)
    case .object: try merge(document, isView: isView, isWhole: patch.isWhole, at: base, told)
    default:
      throw .refused([
        told.error(
          "patch-form", "a patch is an object (RFC 7396) or a list of operations (RFC 6902)",
          help: "give one of the two", at: document.root)
      ])
    }
  }

  private mutating func follow(
    _ document: ConfigDocument, at base: ConfigPath, _ told: PatchFindings
  ) throws(Stop) {
    let masks = Masks(in: document).all.map {
      told.error(
        "masked-input", "the operation writes the mask of a hidden value",
        help: "give the value itself; a mask that is written would be the secret", at: $0)
    }
    guard masks.isEmpty else { throw .refused(masks) }
    do throws(JSONPatch.Failure) {
      try JSONPatch(
        document: document, config: opened.document, isStrict: isStrict, base: base
      ).apply(to: &session)
    } catch {
      throw .refused([
        told.error(
          "patch-operation", error.message, help: error.help, at: error.node, about: error.path)
      ])
    }
  }

  private mutating func merge(
    _ document: ConfigDocument, isView: Bool, isWhole: Bool, at base: ConfigPath,
    _ told: PatchFindings
  ) throws(Stop) {
    let config = try current()
    let masks = Masks(in: document)
    var rule = ValueComparison.MaskRule.text
    if isView, let view = view(of: config) { rule = .view(view) }
    var difference = ValueDiff(
      ValueComparison(new: document, old: config, masks: masks, rule: rule))
    difference.isStrict = isStrict
    difference.includes = includes(in: config)
    let members = isWhole ? ValueDiff.MemberRule.exact : .mergePatch
    if let place = config.node(at: base) {
      difference.compare(document.root, with: place, at: base, members)
    } else {
      difference.write(document.root, at: base, members)
    }
    let refusals = difference.refusals.map { refusal in
      told.error(
        "masked-input", refusal.message, help: refusal.help, at: refusal.node, about: refusal.path)
    }
    guard refusals.isEmpty else { throw .refused(refusals) }
    for edit in difference.edits { try make(edit) }
  }

  /// The config as `config get` shows it; that shows the config's own file.
  private func view(of config: ConfigDocument) -> MaskedView? {
    guard let includes = opened.includes, !includes.mounts.isEmpty else {
      return MaskedView(of: config, in: config, mounts: [])
    }
    return MaskedView(
      of: includes.files[0].document, in: config, mounts: Set(includes.values.keys))
  }

  private func includes(
    in config: ConfigDocument
  ) -> [NodeID: (document: ConfigDocument, node: NodeID)] {
    guard let includes = opened.includes else { return [:] }
    var found: [NodeID: (ConfigDocument, NodeID)] = [:]
    for mount in includes.mounts {
      guard let node = config.node(at: mount.path) else { continue }
      found[node] = (includes.files[mount.parent].document, mount.node)
    }
    return found
  }
}

extension ValueDiff.Refusal {
  /// What is there.
  var message: Message {
    switch reason {
    case .noCounterpart:
      "\(path) holds a mask, and the config has no value there that it could stand for"
    case .otherLabel: "the mask at \(path) is not that of the value which stands there"
    case .ambiguous: "the mask in \(path) could stand for one of several items"
    case .repeated: "the key of \(path) stands more often here than in the config"
    case .include: "\(path) would include another file than it does"
    }
  }

  /// What to do.
  var help: Message {
    switch reason {
    case .noCounterpart: "give the value itself: a mask says nothing of what it hides"
    case .otherLabel:
      "leave labels where they are and the text around them; where the config has changed since, make the view anew with clawdoctor config get"
    case .ambiguous: "give the item an `id` or `name`, or the value itself"
    case .repeated: "leave one of them"
    case .include: "change the include in the file itself"
    }
  }
}
