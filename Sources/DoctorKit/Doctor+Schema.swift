internal import ConfigSchema

extension Doctor {
  /// The keys of a release as a JSON Schema (draft 2020-12).
  ///
  /// - Parameter release: the release; nil for the newest one all of whose keys are known.
  /// - Returns: strict JSON with a line end behind it; nil when that is no release.
  public static func schema(of release: String?) -> String? {
    guard let release else { return SchemaExport(KeySet(ReleaseCatalogue.newestExact)).text() }
    return Release(release).map { SchemaExport(KeySet($0)).text() }
  }
}
