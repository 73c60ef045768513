import DoctorKit

/// The sources of the gateway token for people: a table, then whether they agree.
struct TokenFormat {
  let style: Console.Style

  func render(_ token: TokenReport) -> String {
    var report = HumanFormat(
      mode: .survey, isQuiet: false, isVerbose: false, style: style
    ).render(token.report)
    guard let mode = token.mode else { return report }
    var rows = [["source", "where", "token", "used by"]]
    rows += token.sources.map(row)
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { row in
      zip(row, widths).map { text, width in
        text + String(repeating: " ", count: width - text.count)
      }.joined(separator: "  ").trimmingEnd
    }
    report += ([style.bold(lines[0])] + lines.dropFirst()).joined(separator: "\n") + "\n\n"
    return report + verdict(token, mode) + "\n"
  }

  private func row(_ source: TokenReport.Source) -> [String] {
    let name = source.file?.split(separator: "/").last.map(String.init) ?? "-"
    return [
      source.name, source.line.map { "\(name):\($0)" } ?? name, value(source),
      source.usedBy.joined(separator: ", "),
    ]
  }

  private func value(_ source: TokenReport.Source) -> String {
    let target = source.refersTo.map { "-> \($0) " } ?? ""
    guard source.form != nil else { return "not set" }
    return target + (source.fingerprint.map { "#\($0)" } ?? "(not known here)")
  }

  private func verdict(_ token: TokenReport, _ mode: String) -> String {
    guard mode == "token" else { return "The gateway runs in the mode \(mode): no token counts." }
    switch token.agree {
    case true?: return "The gateway and its clients on this machine use the same token."
    case false?: return "The gateway and its clients on this machine use different tokens."
    case nil:
      if token.gateway == nil, token.clients == nil,
        token.sources.allSatisfy({ $0.usedBy.isEmpty })
      {
        return "No token is configured. Next: clawdoctor --generate-gateway-token"
      }
      return "Whether the gateway and its clients agree cannot be known here."
    }
  }
}

extension String {
  /// The text without spaces at its end.
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
