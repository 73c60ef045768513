internal import Checks
internal import ConfigDocument
internal import ConfigSchema
internal import ConfigStore
internal import Diagnostics
internal import Migrations
internal import Redaction

extension Doctor {
  /// An examination with what a repair goes on with.
  struct Examination {
    var report: Report
    var opened: OpenedConfig?
    var plan: MigrationPlan?
    /// What the plan puts into which file.
    var parts: [FileChange] = []
    /// What the checks want done and the request allows.
    var repairs: [Repair] = []
    var surroundings = Surroundings.none
    /// Knows the secrets of all that was read.
    var redactor = Redactor()
    /// The files around the config; nil when it could not be examined.
    var survey: StateSurvey?
  }

  func examine(_ request: DoctorRequest) -> Examination {
    var request = request
    request.takesNoConfig = true
    var builder = ReportBuilder()
    var opened: OpenedConfig
    do throws(OpenFailure) {
      opened = try open(request, describing: &builder)
    } catch {
      builder.add(error)
      return Examination(
        report: builder.finished(threshold: request.threshold), redactor: builder.redactor)
    }
    if opened.host != nil, request.parks || request.unparks {
      builder.add(Parking.inOtherFiles)
      (request.parks, request.unparks) = (false, false)
    }
    if request.unparks {
      let unparked = Parking.unpark(opened.document)
      if let finding = unparked.finding { builder.add(finding) }
      opened = OpenedConfig(
        document: unparked.document, snapshot: opened.snapshot, location: opened.location)
    }
    opened = followingIncludes(opened, request)
    let secrets = builder.describe(opened)
    let target = target(of: opened.document, request)
    builder.describe(target)
    let surroundings = surroundings(of: opened, for: target.release, request)
    builder.learn(surroundings)
    let survey = survey(opened, request)
    builder.describe(survey)
    var examiner = Examiner(
      document: opened.document, secrets: secrets, target: target.release,
      source: source(of: opened.document, request), surroundings: surroundings, files: survey.found,
      request: request,
      secretSource: SecretSource(random: environment.randomBytes ?? { _ in nil }),
      includes: opened.includes)
    builder.add(examiner.textFindings())
    builder.add(locationFindings(opened, target.release, request))
    builder.add(opened.includeFindings)
    do throws(PlanError) {
      let plan = try examiner.plan(learningWith: &builder)
      builder.add(plan, target: target.release)
      builder.add(
        SchemaFindings(
          document: opened.document, target: target.release, skipped: request.skipped
        ).left(by: plan))
      builder.add(examiner.findings)
      if examiner.hasNoRandomness { builder.addRandomFailure() }
      builder.add(examiner.repairs)
      for layer in examiner.layerPlans {
        builder.add(layer, examiner.findings(in: layer), target: target.release)
      }
      if let refusal = opened.refusal(of: plan, isRepair: request.isRepair && !request.isDryRun) {
        builder.refuse(refusal.id, refusal.message, help: refusal.help)
        return Examination(
          report: builder.finished(threshold: request.threshold), redactor: builder.redactor)
      }
      guard let parts = opened.parts(of: plan, and: examiner.layerPlans) else {
        builder.addApartFailure()
        return Examination(report: builder.finished(threshold: request.threshold))
      }
      if request.wantsDiff { builder.addDiff(plan, parts) }
      return Examination(
        report: builder.finished(threshold: request.threshold), opened: opened, plan: plan,
        parts: parts,
        repairs: examiner.repairs, surroundings: surroundings, redactor: builder.redactor,
        survey: survey)
    } catch {
      builder.add(error)
      return Examination(report: builder.finished(threshold: request.threshold))
    }
  }

  /// The release that a config comes from, as the user or the file says.
  private func source(of document: ConfigDocument, _ request: DoctorRequest) -> Release? {
    request.from.flatMap { Release($0) } ?? TargetRelease.declared(by: document)
  }

  func target(of document: ConfigDocument, _ request: DoctorRequest) -> TargetRelease {
    TargetRelease(
      wanted: request.release.flatMap { Release($0) },
      declared: source(of: document, request),
      installed: request.release == nil
        ? TargetRelease.installed(variables: environment.variables, store: store) : nil)
  }
}
