/// The releases that are known, and how well (table `releases.tsv`).
public enum ReleaseCatalogue {
  /// How well the keys of a release are known.
  public enum Knowledge: String, Sendable {
    /// Every key.
    case exact
    /// Core keys; those of channels and plugins from the newest exact release before it.
    case core
    /// Nothing beyond the releases around it.
    case none
  }

  /// One row of the table.
  public struct Entry: Sendable, Hashable {
    /// The release.
    public let release: Release
    /// Day of publication, `yyyy-mm-dd`; nil when it is not known.
    public let date: String?
    /// How well its keys are known.
    public let knowledge: Knowledge
  }

  /// All releases in the order of publication.
  public static let entries: [Entry] = ReleasesTable.text.utf8.split(separator: UInt8(ascii: "\n"))
    .dropFirst().compactMap { line in
      let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard columns.count == 3, let release = Release(Substring(columns[0])),
        let knowledge = Knowledge(rawValue: String(Substring(columns[2])))
      else { return nil }
      let date = String(Substring(columns[1]))
      return Entry(release: release, date: date == "-" ? nil : date, knowledge: knowledge)
    }

  /// The newest release all of whose keys are known.
  public static var newestExact: Release {
    entries.last { $0.knowledge == .exact }?.release ?? .oldest
  }

  /// The newest release that is known at all.
  public static var newest: Release { entries.last?.release ?? .oldest }

  /// How well the keys of a release are known; `none` for one that is not in the table.
  ///
  /// - Parameter release: any release.
  /// - Returns: the knowledge of exactly that release.
  public static func knowledge(of release: Release) -> Knowledge {
    entries.last { $0.release == release }?.knowledge ?? .none
  }
}
