internal import Checks
internal import ConfigDocument
internal import ConfigSchema
internal import ConfigStore
internal import Diagnostics
internal import Migrations
internal import Redaction

extension Doctor {
  /// Makes a gateway token of 256 bits and wires it up.
  ///
  /// The `.env` is written before the config: a token that nothing refers to does no harm, and the
  /// next run takes it. Of two runs at once one makes the token and the other finds it.
  ///
  /// - Parameters:
  ///   - token: where it goes, and whether it may replace one.
  ///   - request: which config; `isDryRun` and `wantsDiff` count.
  /// - Returns: the report, and the token where it was to be printed.
  public func generateGatewayToken(
    _ token: TokenRequest, _ request: DoctorRequest
  ) -> TokenOutcome {
    var attempts = 0
    while true {
      attempts += 1
      var generation = TokenGeneration(token: token, request: request)
      guard generation.plan(with: self) else { return generation.outcome }
      guard !request.isDryRun, token.destination != .print else { return generation.outcome }
      do throws(StoreError) {
        try generation.write(with: self)
        return generation.outcome
      } catch {
        // Somebody was faster: what is there now decides.
        let isRace = [.changedMeanwhile, .exists, .locked].contains(error.code)
        if isRace, attempts < 20 { continue }
        generation.fail(error)
        return generation.outcome
      }
    }
  }
}
