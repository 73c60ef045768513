internal import Diagnostics

extension LocatedConfig.Reason {
  /// Why a path was chosen, for a reader.
  func explanation(file: String) -> Message {
    switch self {
    case .configOption: "`--config` names it"
    case .stateFolderOption: "`--state-dir` names its folder"
    case .profileOption: "`--profile` names its folder"
    case .configVariable: "the variable `OPENCLAW_CONFIG_PATH` names it"
    case .stateFolderVariable: "the variable `OPENCLAW_STATE_DIR` names its folder"
    case .outsideStateFolder:
      """
      the folder that `OPENCLAW_STATE_DIR` names holds no config, and OpenClaw then takes the one \
      at a default path
      """
    case .standard: "it is the default path"
    case .legacyName:
      "there is no config of the present name, and this is the first of a former name"
    case .legacyVariable:
      "no config is at a default path, and a variable of a former name leads here"
    }
  }
}

/// The texts for what cannot be found.
extension StoreError {
  static func noHome() -> StoreError {
    StoreError(
      .noHome, "", "no home folder is known, so there is no default path",
      help: "name the config with `--config PATH`, or set `HOME`")
  }

  static func badProfile(_ name: String) -> StoreError {
    StoreError(
      .badProfile, "", "`\(outside: name)` cannot be the name of a profile",
      help: "use letters, digits, `_` and `-`, at most 64")
  }
}
