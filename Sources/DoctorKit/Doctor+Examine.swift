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
    /// The files around the config; nil when it could not be examined.
    var survey: StateSurvey?
  }

  func examine(_ request: DoctorRequest) -> Examination {
    var builder = ReportBuilder()
    let opened: OpenedConfig
    do throws(OpenFailure) {
      opened = followingIncludes(try open(request, describing: &builder), request)
    } catch {
      builder.add(error)
      return Examination(report: builder.finished(threshold: request.threshold))
    }
    let secrets = builder.describe(opened)
    let target = target(of: opened.document, request)
    builder.describe(target)
    let surroundings = surroundings(of: opened, for: target.release, request)
    builder.learn(surroundings)
    let survey = survey(opened, request)
    builder.describe(survey)
    var examiner = Examiner(
      document: opened.document, secrets: secrets, target: target.release,
      surroundings: surroundings, files: survey.found, request: request,
      secretSource: SecretSource(random: environment.randomBytes ?? { _ in nil }),
      includes: opened.includes)
    builder.add(examiner.textFindings())
    builder.add(locationFindings(opened, target.release))
    builder.add(opened.includeFindings)
    do throws(PlanError) {
      let plan = try examiner.plan(learningWith: &builder)
      builder.add(plan, target: target.release)
      builder.add(examiner.findings)
      if examiner.hasNoRandomness { builder.addRandomFailure() }
      builder.add(examiner.repairs)
      guard let parts = opened.parts(of: plan) else {
        builder.addApartFailure()
        return Examination(report: builder.finished(threshold: request.threshold))
      }
      if request.wantsDiff { builder.addDiff(plan, parts) }
      return Examination(
        report: builder.finished(threshold: request.threshold), opened: opened, plan: plan,
        parts: parts,
        repairs: examiner.repairs, surroundings: surroundings, survey: survey)
    } catch {
      builder.add(error)
      return Examination(report: builder.finished(threshold: request.threshold))
    }
  }

  func target(of document: ConfigDocument, _ request: DoctorRequest) -> TargetRelease {
    TargetRelease(
      wanted: request.release.flatMap { Release($0) },
      declared: request.from.flatMap { Release($0) } ?? TargetRelease.declared(by: document),
      installed: request.release == nil
        ? TargetRelease.installed(variables: environment.variables, store: store) : nil)
  }
}
