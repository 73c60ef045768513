/// Why a config that stands inside another file was not written back into it.
///
/// The file is as it was.
public enum CarrierError: Error, Sendable, Hashable {
  /// The scalar cannot hold the text in the style in which it is written: a block scalar holds no
  /// control characters and no line ends of another kind, a folded one would break lines anew.
  case style
  /// Something stands in the way of an edit there: an alias, an anchor, a tag, a template.
  case obstacle(EditError.Code)
  /// The new file would not give back exactly the text that was to be written, or something else in
  /// it would mean something else.
  case unproven
}
