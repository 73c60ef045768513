package import ConfigDocument

/// Which releases start with a config.
package struct Acceptance: Sendable, Hashable {
  /// The first release of the newest run of releases that accept it.
  package let first: Release
  /// The last one of that run, as far as is known.
  package let last: Release

  /// Asks every set of keys that differs from the one before; nil when no known release accepts
  /// the config.
  ///
  /// A release that drops a key accepts it. Where the keys of channels and plugins are not known
  /// exactly, a release counts only when it accepts the file by those of 2026.4.22.
  ///
  /// - Parameter document: the config.
  package init?(of document: ConfigDocument) {
    let survey = Survey(document)
    var run: (first: KeySet, last: KeySet)?
    for keys in KeySet.all.reversed() {
      if Validator(keys: keys).accepts(survey) {
        run = (keys, run?.last ?? keys)
      } else if run != nil {
        break
      }
    }
    guard let run else { return nil }
    first = run.first.firstRelease
    last = run.last.release
  }
}
