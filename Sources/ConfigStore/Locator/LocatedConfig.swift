package import Diagnostics

/// Which config file was chosen, why, and what else there is.
package struct LocatedConfig: Sendable, Hashable {
  /// Why a path was chosen; the raw value is stable and fit for machine output.
  package enum Reason: String, Sendable, Hashable, CaseIterable {
    /// `--config` names it.
    case configOption = "config-option"
    /// `--state-dir` names its folder.
    case stateFolderOption = "state-dir-option"
    /// `--profile` names its folder.
    case profileOption = "profile-option"
    /// `OPENCLAW_CONFIG_PATH` names it.
    case configVariable = "config-variable"
    /// `OPENCLAW_STATE_DIR` names its folder.
    case stateFolderVariable = "state-dir-variable"
    /// `OPENCLAW_STATE_DIR` names a folder without a config, and a default folder has one.
    case outsideStateFolder = "outside-state-dir"
    /// It is the default path.
    case standard = "default"
    /// It has a former name, and there is none with the present one.
    case legacyName = "legacy-name"
    /// A variable of a former name names it, and there is none at a default path.
    case legacyVariable = "legacy-variable"
  }

  /// The path of the config; there may be no file.
  package let path: String
  /// Whether there is a file.
  package let exists: Bool
  /// Why it was chosen.
  package let reason: Reason
  /// Why it was chosen, for a reader: one lower-case sentence without a full stop.
  package let explanation: Message
  /// All other configs that there are, in the order in which OpenClaw would look for them.
  package let others: [String]
  /// The folder in which OpenClaw keeps its state; nil when no home folder is known.
  package let stateFolder: String?
  /// The home folder; nil when none is known.
  package let home: String?
}
