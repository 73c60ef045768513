/// What a store must know from outside: the time, and what the user allows.
package struct StoreSettings: Sendable {
  /// The time of the run in seconds since 1970-01-01 00:00 UTC.
  package var now: Int64
  /// Whether the install is managed from elsewhere (`OPENCLAW_NIX_MODE=1`,
  /// `OPENCLAW_CONFIG_READONLY`), so that nothing may be written.
  package var isManaged: Bool = false
  /// Whether root may write a file that belongs to another user; the owner is kept.
  package var allowsRootForOther: Bool = true
  /// Whether a file that cannot be replaced (a mount point) may be written over in place.
  package var allowsInPlace: Bool = true
  /// Whether a link may be followed through folders that their group may write.
  package var acceptsGroupFolders: Bool = false
  /// How long to wait for another run of ours, in milliseconds.
  package var lockWait: Int = 2_000
  /// The greatest number of bytes that a config may have.
  package var byteLimit: Int = 64 << 20
  /// A source of unpredictable numbers, for the names of temporary files.
  package var random: @Sendable () -> UInt64 = { UInt64.random(in: .min ... .max) }

  /// Makes settings with which everything harmless is allowed.
  ///
  /// - Parameter now: the time of the run in seconds since 1970-01-01 00:00 UTC.
  package init(now: Int64) {
    self.now = now
  }
}
