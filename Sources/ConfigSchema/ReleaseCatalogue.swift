internal import ConfigDocument

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
    /// The set of keys that it has as far as is known, counted from 0 in the order of releases.
    package let keys: Int
  }

  /// All releases in the order of publication.
  public static let entries: [Entry] = {
    var entries: [Entry] = []
    var last: ArraySlice<UInt8> = []
    var keys = -1
    for line in TableLines(ReleasesTable.text).rows {
      let cells = line.cells
      guard cells.count == 4, let release = Release(utf8: cells[0]),
        let knowledge = Knowledge(rawValue: String(decoding: cells[2], as: UTF8.self))
      else { continue }
      if keys < 0 || last != cells[3] { keys += 1 }
      last = cells[3]
      let date = String(decoding: cells[1], as: UTF8.self)
      entries.append(
        Entry(
          release: release, date: date == "-" ? nil : date, knowledge: knowledge, keys: keys))
    }
    return entries
  }()

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
