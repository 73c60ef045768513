import ArgumentParser
import DoctorKit

/// How a gateway token is made.
struct TokenOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Make a gateway token and wire it up; one that is there stays.",
      discussion: "It goes into the .env of the state folder, and the config refers to it."))
  var generateGatewayToken = false

  @Flag(help: "Print the new token once instead, and write nothing.")
  var print = false

  @Flag(help: "Put the new token into the config itself.")
  var inline = false

  @Flag(help: "Replace a token that is there.")
  var rotate = false

  func validate(with repair: RepairOptions, config: String?) throws {
    guard generateGatewayToken else {
      for (isSet, name) in [(print, "print"), (inline, "inline"), (rotate, "rotate")] where isSet {
        throw ValidationError("--\(name) needs --generate-gateway-token")
      }
      return
    }
    if print, inline { throw ValidationError("--print writes nothing; leave out --inline") }
    if repair.fix {
      throw ValidationError("run clawdoctor --fix first, then --generate-gateway-token")
    }
    if config == "-" {
      throw ValidationError("a token can only be wired up in a file; use --print for one alone")
    }
  }

  var request: TokenRequest {
    var request = TokenRequest()
    request.destination = print ? .print : inline ? .config : .stateFile
    request.rotates = rotate
    return request
  }
}
