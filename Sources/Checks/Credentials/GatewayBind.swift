internal import Diagnostics

/// Which addresses a gateway listens on, as far as a config can tell.
enum GatewayBind {
  static let key = ConfigPath(keys: "gateway.bind")
  static let customHost = ConfigPath(keys: "gateway.customBindHost")
  static let tailscaleMode = ConfigPath(keys: "gateway.tailscale.mode")

  /// Whether others than this machine can reach it for certain or by intention.
  ///
  /// `auto` takes loopback where it can, and an unset `bind` is loopback, except that inside a
  /// container releases from 2026.4.7 on take `auto` for it.
  static func isOpen(_ context: CheckContext) -> Bool {
    switch context.text(at: key) {
    case "lan", "tailnet": true
    case "custom":
      context.text(at: customHost).map { isAddress($0) && !isLoopback($0) } ?? false
    default: false
    }
  }

  /// Whether a text is an IPv4 address in four decimal numbers.
  static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        (1...3).contains(part.utf8.count) && part.utf8.allSatisfy { $0 &- 0x30 < 10 }
          && Int(part).map { $0 < 256 } ?? false
      }
  }

  private static func isLoopback(_ text: String) -> Bool { text.hasPrefix("127.") }

  /// The mode of Tailscale where it puts the gateway before others: `serve` or `funnel`.
  static func tailscale(_ context: CheckContext) -> String? {
    context.text(at: tailscaleMode).flatMap { ["serve", "funnel"].contains($0) ? $0 : nil }
  }
}
