internal import ConfigDocument
internal import ConfigSchema
internal import Diagnostics

/// Lists the local origins of the control UI where the gateway listens beyond the machine.
///
/// ## Why
/// Since 2026.2.26 a gateway that is bound to more than loopback does not start without a list of
/// the pages that may talk to it. OpenClaw writes one only from 2026.3.1 on, and since 2026.3.28
/// not for a `bind` that the same run has turned from an address into a mode.
///
/// ## What it keeps
/// A list that names an origin, a control UI that is switched off, and the fallback to the host
/// header, which says that no list is wanted. Only this machine is listed, with the port of the
/// config: a page on another host has to be added by somebody who knows it.
package struct ControlUIAllowedOriginsSeed: Migration {
  package let facts = MigrationFacts(
    "control-ui-allowed-origins-seed", life: Life(introduced: "2026.2.26", refused: "2026.2.26"),
    summary: "List the local origins of a control UI bound beyond loopback",
    why: "a gateway bound beyond loopback does not start without a list of origins since 2026.2.26")

  package let examples = [
    MigrationExample(
      """
      {
        gateway: {
          bind: "lan", // the phone needs it
          port: 8080,
        },
      }
      """,
      """
      {
        gateway: {
          bind: "lan", // the phone needs it
          port: 8080,
          controlUi: {
            allowedOrigins: ["http://localhost:8080", "http://127.0.0.1:8080"],
          },
        },
      }
      """),
    MigrationExample(
      unchanged: """
        {
          // no page, no origins
          gateway: { bind: "lan", controlUi: { enabled: false } },
        }
        """),
  ]

  package func apply(to transform: inout Transform) {
    let bind = transform.text(Transform.path("gateway.bind"))
    guard let bind, ["lan", "tailnet", "custom", "auto"].contains(bind) else { return }
    let page = Transform.path("gateway.controlUi")
    let fallback = page.appending(key: "dangerouslyAllowHostHeaderOriginFallback")
    let list = page.appending(key: "allowedOrigins")
    guard transform.draft.boolean(at: page.appending(key: "enabled")) != false,
      transform.draft.boolean(at: fallback) != true,
      !transform.has(list) || transform.kind(list) == .array, transform.draft.count(at: list) == 0,
      let port = port(in: transform)
    else { return }
    var origins = ["localhost", "127.0.0.1"].map { "http://\($0):\(port)" }
    if bind == "custom", let host = transform.text(Transform.path("gateway.customBindHost")) {
      let isBare = host.contains(":") && !host.hasPrefix("[")
      let origin = isBare ? "http://[\(host)]:\(port)" : "http://\(host):\(port)"
      if !origins.contains(origin) { origins.append(origin) }
    }
    let reason: Message = "\(ours: facts.why); add the other addresses that you open the page at"
    guard transform.has(list) else {
      transform.add(list, .array(origins.map { .string($0) }), because: reason)
      return
    }
    for (index, origin) in origins.enumerated() {
      transform.add(list.appending(index: index), .string(origin), because: reason)
    }
  }

  /// The port of the config or the usual one; nil when it is written in a way that is not read here.
  private func port(in transform: Transform) -> Int? {
    let path = Transform.path("gateway.port")
    guard transform.kind(path) == .number, let text = transform.draft.spelling(at: path) else {
      return transform.kind(path) == nil ? 18_789 : nil
    }
    return Int(text).flatMap { $0 > 0 ? $0 : nil }
  }
}
