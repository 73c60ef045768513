public import Diagnostics

/// Why a config was not written in another notation.
public enum ConversionError: Error, Sendable, Hashable {
  /// JSON holds no comments; so many would be lost.
  case comments(Int)
  /// JSON has no number for Infinity and NaN.
  case notFinite(ConfigPath)
  /// A key stands in its object twice, which YAML refuses and JSON readers differ about.
  case duplicateKey(ConfigPath)
  /// Half of a surrogate pair, which only an escape of JSON can spell.
  case loneSurrogate(ConfigPath)
  /// The result would not be read as the same values.
  case unproven
}
