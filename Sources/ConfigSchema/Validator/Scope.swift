/// What a part of a config inherits from the parts around it.
struct Scope {
  /// Nothing below is checked when the file is loaded.
  var isUnenforced = false
  /// The keys below are not exactly known for the release.
  var isUncertain = false
  /// Another file is included here or further up: what is missing may come from there.
  var isPartial = false
}
