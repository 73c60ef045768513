import DoctorKit

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
@preconcurrency import Musl
#else
@preconcurrency import Glibc
#endif

extension Environment {
  /// The environment of this process: the one place that looks at variables and the clock.
  static func ofThisProcess() -> Environment {
    var variables: [String: String] = [:]
    var position = environ
    while let entry = position.pointee {
      let text = String(cString: entry)
      if let equals = text.firstIndex(of: "=") {
        variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      position += 1
    }
    return Environment(
      variables: variables, systemHome: systemHome(), now: Int64(time(nil)),
      randomBytes: SystemRandom.bytes)
  }

  /// Name, release and machine of the system.
  static func systemName() -> String? {
    var facts = utsname()
    guard uname(&facts) == 0 else { return nil }
    func text<Bytes>(_ bytes: Bytes) -> String {
      withUnsafeBytes(of: bytes) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
    return [text(facts.sysname), text(facts.release), text(facts.machine)].joined(separator: " ")
  }

  /// The home folder from the list of users; asked only when no variable names one, because the
  /// look-up may go to the network.
  private static func systemHome() -> String? {
    guard getenv("HOME") == nil, let user = getpwuid(getuid()), let home = user.pointee.pw_dir
    else { return nil }
    return String(cString: home)
  }
}
