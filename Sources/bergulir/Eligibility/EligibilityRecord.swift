import FundAPI
import RevolvingFund

extension Record {
  /// What all results of a check share.
  init(_ report: Bergulir_V1_EligibilityReport) {
    self.init([
      "name": .filled(report.name), "as_of": .filled(report.asOf),
      "eligible": .flag(report.eligible),
      "may_borrow": report.standing.isEmpty ? .absent : .flag(report.mayBorrow),
      "standing": .code(report.standing, BorrowerStanding.self),
      "category": .code(report.category, AuthorityCategory.self),
      "instrument": .count(report.instrument),
      "next_expiry": .filled(report.nextExpiry),
      "blocked_members": .filled(report.conduct.filter(\.blocked).list),
      "lowered_members": .filled(report.conduct.filter(\.deviated).list),
    ])
  }

  /// What visits found of a member, with what to do; one line for each.
  static func explanations(
    of conduct: Bergulir_V1_MemberConduct, in ksm: String, language: Language
  ) -> [Record] {
    let member = conduct.member
    let blocked = conduct.blocked ? [ConductMatter.blocked(member: member)] : []
    let deviated =
      conduct.deviated
      ? [ConductMatter.deviated(member: member, ceiling: Rupiah(conduct.ceiling))] : []
    return (blocked + deviated).map { matter in
      Record(
        [
          "criterion": .filled(matter.rule), "subject": .filled("\(ksm)/members/\(member)"),
          "verdict": .code(CriterionVerdict.failed.rawValue, CriterionVerdict.self),
          "found": .filled(matter.words[language]), "remedy": .filled(matter.remedy[language]),
        ], details: ["source": .filled("rules.md"), "consequence": .absent])
    }
  }

  /// One criterion, with what is short in a few words.
  init(_ result: Bergulir_V1_CriterionResult, language: Language) {
    let short = result.shortfalls.map { $0.words[language] }.joined(separator: "; ")
    self.init(
      [
        "criterion": .filled(result.criterion),
        "title": .filled(Criterion(rawValue: result.criterion)?.words[language] ?? ""),
        "subject": .filled(result.subject),
        "verdict": .code(result.verdict, CriterionVerdict.self), "found": .filled(short),
        "counts_until": .filled(result.expiresOn),
      ],
      details: [
        "body": .code(result.body, TestedBody.self), "source": .filled(result.source),
        "consequence": .code(result.consequence, Consequence.self),
        "attestation_state": .code(result.attestationState, AttestationState.self),
        "attestor": .code(result.attestor, Attestor.self),
        "requirements": .records(result.requirements.map { Record($0) }),
      ])
  }

  /// A measured value beside what is asked.
  init(_ requirement: Bergulir_V1_Requirement) {
    self.init([
      "measure": .code(requirement.measure, Measure.self),
      "measured": .filled(requirement.measured), "threshold": .filled(requirement.threshold),
      "met": .flag(requirement.met), "binding": .flag(requirement.binding),
    ])
  }

  /// A line for each thing that is short, with what to do; one line where nothing is.
  static func explanations(
    of result: Bergulir_V1_CriterionResult, language: Language
  ) -> [Record] {
    guard let criterion = Criterion(rawValue: result.criterion), !result.shortfalls.isEmpty else {
      return [explanation(of: result, found: "", remedy: nil)]
    }
    return result.shortfalls.map {
      explanation(of: result, found: $0.words[language], remedy: $0.remedy(criterion)[language])
    }
  }

  static func explanation(
    of result: Bergulir_V1_CriterionResult, found: String, remedy: String?
  ) -> Record {
    Record(
      [
        "criterion": .filled(result.criterion), "subject": .filled(result.subject),
        "verdict": .code(result.verdict, CriterionVerdict.self), "found": .filled(found),
        "remedy": .filled(remedy ?? ""),
      ],
      details: [
        "source": .filled(result.source),
        "consequence": .code(result.consequence, Consequence.self),
      ])
  }

  /// An attestation as it was recorded.
  init(_ attestation: Bergulir_V1_Attestation) {
    self.init(
      [
        "name": .filled(attestation.name), "criterion": .filled(attestation.criterion),
        "subject": .filled(attestation.subject),
        "attested": .code(attestation.verdict, AttestedVerdict.self),
        "evidence": .filled(attestation.evidence), "on": .filled(attestation.on),
        "counts_until": .filled(attestation.until),
      ],
      details: [
        "items": .codes(attestation.items, MemberItem.self),
        "attested_by": .filled(attestation.attestedBy),
        "volunteer": .filled(attestation.volunteer),
      ])
  }

  /// Where a ward stands.
  init(_ ward: Bergulir_V1_WardStanding) {
    self.init(
      [
        "upk": .filled(ward.upk), "eligible": .flag(ward.eligible),
        "bkm_failing": .names(ward.bkmFailing),
        "supervisors_failing": .names(ward.supervisorsFailing),
        "upk_failing": .names(ward.upkFailing),
        "ksms_eligible": .count(Int64(ward.ksmsEligible)), "ksms": .count(Int64(ward.ksms)),
        "category": .code(ward.category, AuthorityCategory.self),
        "next_expiry": .filled(ward.nextExpiry),
      ],
      details: [
        "region": .filled(ward.region),
        "next_expiry_criterion": .filled(ward.nextExpiryCriterion),
      ])
  }

  /// The thresholds of a version.
  init(_ instrument: Bergulir_V1_Instrument) {
    self.init(
      [
        "version": .count(instrument.version), "valid_from": .filled(instrument.validFrom),
        "fewest_members": .count(Int64(instrument.fewestMembers)),
        "women_in_ten": .count(Int64(instrument.womenInTen)),
        "months_before_first_loan": .count(Int64(instrument.monthsBeforeFirstLoan)),
        "reason": .filled(instrument.reason),
      ],
      details: [
        "fewest_supervisors": .count(Int64(instrument.fewestSupervisors)),
        "most_supervisors": .count(Int64(instrument.mostSupervisors)),
        "fewest_officers": .count(Int64(instrument.fewestOfficers)),
        "ideal_officers": .count(Int64(instrument.idealOfficers)),
        "attestation_months": .count(Int64(instrument.attestationMonths)),
        "assessment_months": .count(Int64(instrument.assessmentMonths)),
        "bookkeeping_gate": .code(instrument.bookkeepingGate, BookkeepingGate.self),
        "late_entry_days": .count(Int64(instrument.lateEntryDays)),
      ])
  }
}

extension [Bergulir_V1_MemberConduct] {
  /// The numbers of the members, in a row.
  fileprivate var list: String { map { "\($0.member)" }.joined(separator: ", ") }
}
