internal import ConfigDocument
internal import Diagnostics

/// Values in YAML that the programs which make the config from it read differently.
///
/// Helm, Ansible and most libraries read YAML 1.1, others 1.2: `no` is a boolean to one and a text to
/// the next, so that the gateway gets another config than the author sees.
struct TypeTraps {
  let document: ConfigDocument
  let host: HostFile
  let path: String

  var findings: [Finding] {
    guard document.syntax == .yaml else { return [] }
    return document.yamlTraps().filter { $0.kind != .null }.prefix(50).map { trap in
      let range = host.carrier?.range(of: trap.range) ?? trap.range
      return Finding(
        checkID: "yaml-type", severity: .warning,
        message:
          trap.isKey
          ? "the key is \(ours: trap.kind.reading) to some readers of YAML and a text to others"
          : "the value is \(ours: trap.kind.reading) to some readers of YAML and not to others",
        why: "the config that the gateway gets depends on the program that makes it",
        path: document.path(to: trap.node), span: host.lines.span(range), file: path,
        fix: .manual(trap.kind.hint))
    }
  }
}

extension YAMLTrap.Kind {
  fileprivate var reading: String {
    switch self {
    case .boolean: "a boolean"
    case .null: "null"
    case .octal, .leadingZero, .underscore, .binary, .exponent: "another number"
    case .sexagesimal: "a number of seconds or minutes"
    case .timestamp: "a date"
    case .notFinite: "a number that JSON does not have"
    case .defaultValue: "a value of its own"
    }
  }

  fileprivate var hint: Message {
    switch self {
    case .boolean: "write true or false; where a text is meant, put it into quotes"
    case .notFinite: "leave it out, or write a finite number"
    default: "put it into quotes where a text is meant; else write the number in plain digits"
    }
  }
}
