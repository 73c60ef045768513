import Foundation

/// Configs for tests; every secret in them is made up.
enum Sample {
  /// Nothing is wrong with it.
  static let clean = """
    {
      // mine
      gateway: { mode: "local", port: 18789 },
    }

    """

  /// Two old keys and two secrets.
  static let old = """
    {
      browser: { ssrfPolicy: { allowPrivateNetwork: true } }, // the printer
      gateway: { mode: "local", port: 18789, auth: { token: "demo-not-a-secret-gateway" } },
      slack: { enabled: true, botToken: "demo-not-a-secret-slack" }, // the club
    }

    """

  /// `old` as it comes out of a repair.
  static let repaired = """
    {
      browser: { ssrfPolicy: { dangerouslyAllowPrivateNetwork: true } }, // the printer
      gateway: { mode: "local", port: 18789, auth: { token: "demo-not-a-secret-gateway" } },
      channels: {
        slack: { enabled: true, botToken: "demo-not-a-secret-slack" }, // the club
      },
    }

    """

  /// Nothing can be repaired in it unasked: a value was replaced by a label.
  static let masked = """
    { gateway: { auth: { token: "__OPENCLAW_REDACTED__" } } }

    """

  /// No config at all.
  static let broken = """
    {
      gateway: { auth: { token: "demo-not-a-secret-gateway" }, port: 18789
      slack: {},

    """

  /// The beginning of every made-up secret.
  static let secret = "demo-not-a-secret"

  /// The example that README speaks of.
  static func example() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(
      contentsOf: root.appending(path: "Examples/legacy-openclaw.json5"), encoding: .utf8)
  }
}
