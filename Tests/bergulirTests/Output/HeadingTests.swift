import FundAPI
import RevolvingFund
import SwiftProtobuf
import Testing
@testable import bergulir

/// Every record that commands print from the wire.
private let records: [Record] = [
  Record(
    Bergulir_V1_PeriodDifference.with { $0.figures = [Bergulir_V1_FigureDifference()] }),
  Record(Bergulir_V1_Year()), Record(Bergulir_V1_ProfitPart(), of: Bergulir_V1_Allocation()),
  Record(Bergulir_V1_Budget.with { $0.lines = [Bergulir_V1_BudgetLine()] }),
  Record(
    Bergulir_V1_Realisation.with {
      $0.budget = "upks/malabutor/budgets/1"
      $0.lines = [Bergulir_V1_RealisationLine()]
    }),
  Record(Bergulir_V1_Assessment.with { $0.items = [Bergulir_V1_AssessmentItem()] }),
  Record(Bergulir_V1_Region()), Record(Bergulir_V1_BKM()), Record(Bergulir_V1_UPK()),
  Record(Bergulir_V1_Person()), Record(Bergulir_V1_Assignment()), Record(Bergulir_V1_KSM()),
  Record(Bergulir_V1_Training()), Record(Bergulir_V1_Officer()),
  Record(Bergulir_V1_RecoveryTask()),
  Record(Bergulir_V1_Member()), Record(Bergulir_V1_Policy()),
  Record(Bergulir_V1_Charter()), Record(Bergulir_V1_PolicyBounds()),
  Record(Bergulir_V1_PolicyAcknowledgement()),
  Record(
    whole: Bergulir_V1_Application.with {
      $0.requested = [Bergulir_V1_Share()]
      $0.inspection.recommended = [Bergulir_V1_Share()]
      $0.inspection.appraisals = [Bergulir_V1_Appraisal()]
      $0.inspection.steps = [Bergulir_V1_ApprovalStep()]
      $0.approvals = [Bergulir_V1_Approval()]
      $0.agreement = Bergulir_V1_Agreement()
      $0.skip = Bergulir_V1_Skip()
    }),
  Record(Bergulir_V1_Work()), Record(Bergulir_V1_ApprovalChain()),
  Record(Bergulir_V1_Delegation()), Record(Bergulir_V1_Relationship()),
  Record(
    Bergulir_V1_Review.with {
      $0.members = [Bergulir_V1_ReviewedMember()]
      $0.loans = [Bergulir_V1_ReviewedLoan()]
      $0.violations = [Bergulir_V1_Violation()]
    }, language: .english),
  Record(
    whole: Bergulir_V1_Loan.with {
      $0.schedule = [Bergulir_V1_Installment()]
      $0.shares = [Bergulir_V1_Share()]
    }),
  Record(
    whole: Bergulir_V1_Disbursement.with {
      $0.shares = [Bergulir_V1_Share()]
      $0.receipts = [Bergulir_V1_MemberReceipt()]
    }),
  Record(Bergulir_V1_Visit()), Record(Bergulir_V1_DueVisit()),
  Record(Bergulir_V1_VisitFindings()), Record(Bergulir_V1_BorrowerBlock()),
  Record(Bergulir_V1_Repayment()), Record(Bergulir_V1_Account()),
  Record(Bergulir_V1_MemberPayment()), Record(Bergulir_V1_Suspense()),
  Record(Bergulir_V1_SheetResult(), of: Bergulir_V1_SheetLine(), line: 1),
  Record(
    UnitOutcome("upks/malabutor", Month(year: 2017, month: 12), .left), nil, language: .english),
  Record(
    Bergulir_V1_JointLiability.with {
      $0.members = [Bergulir_V1_MemberStanding()]
      $0.debts = [Bergulir_V1_MemberDebt()]
      $0.calls = [Bergulir_V1_LiabilityCall()]
    }),
  Record(
    Bergulir_V1_MemberStatement.with {
      $0.loans = [
        .with {
          $0.schedule = [Bergulir_V1_Installment()]
          $0.payments = [Bergulir_V1_MemberLoanPayment()]
        }
      ]
    }),
  Record(Bergulir_V1_Principal()), Record(Bergulir_V1_Token()),
  Record(Bergulir_V1_CashCount()), Record(Bergulir_V1_Asset()),
  Record(Bergulir_V1_Reconciliation()),
  Record(whole: Bergulir_V1_Reconciliation.with { $0.items = [.init()] }),
  Record(Bergulir_V1_Capital()), Record(Bergulir_V1_Savings()),
  Record(month: Bergulir_V1_IndicatorSheet()), Record(Bergulir_V1_PortfolioQuality()),
  Record(
    Bergulir_V1_AnnualPack.with {
      $0.indicators = [Bergulir_V1_Indicator()]
      $0.parts = [Bergulir_V1_ProfitPart()]
    }), Record(Bergulir_V1_ReserveReading()),
  Record(Bergulir_V1_Restructuring()), Record(Bergulir_V1_WriteOff()),
  Record(["claim": .absent, "inherited_class": .absent, "quality": .absent]),
  Record(
    Bergulir_V1_Authority.with { $0.suspension.loans = [Bergulir_V1_FrozenLoan()] },
    language: .english),
  Record(Bergulir_V1_Suspension(), loans: false), Record(Bergulir_V1_JointCollection()),
  Record(
    Bergulir_V1_CriterionResult.with { $0.requirements = [Bergulir_V1_Requirement()] },
    language: .english),
  Record.explanation(of: Bergulir_V1_CriterionResult(), found: "", remedy: nil),
  Record(Bergulir_V1_EligibilityReport()), Record(Bergulir_V1_Attestation()),
  Record(Bergulir_V1_WardStanding()), Record(Bergulir_V1_Instrument()),
  Record(Bergulir_V1_Case()), Record(arrears: Bergulir_V1_Case()),
  Record(Bergulir_V1_MemberArrears()), Record(Bergulir_V1_SuspenseAssignment()),
  Record(report: Bergulir_V1_Case()),
  Record(Bergulir_V1_Indicator(), of: Bergulir_V1_IndicatorSheet()),
  Record(Bergulir_V1_CaseStep()), Record(escalation: Bergulir_V1_CaseStep()),
  Record(
    Bergulir_V1_Forecast.with {
      $0.months = [Bergulir_V1_ForecastMonth()]
      $0.alerts = [Bergulir_V1_FundAlert()]
    }),
  Record(
    Bergulir_V1_Workload.with {
      $0.officers = [Bergulir_V1_OfficerLoad()]
      $0.seats = [Bergulir_V1_Seats()]
      $0.ending = [Bergulir_V1_EndingAssignment()]
    }), Record(Bergulir_V1_Referral()),
  Record(Bergulir_V1_DueInstallment()), Record(Bergulir_V1_Letter()),
  Record(closed: Bergulir_V1_Period()), Record(Bergulir_V1_PeriodStatus()),
  Record(
    whole: Bergulir_V1_Period.with {
      $0.indicators = [Bergulir_V1_Indicator.with { $0.indicator = "ROI" }]
      $0.frozenLoans = [Bergulir_V1_FrozenLoan()]
    }), Record(Bergulir_V1_BookDifference(), in: Bergulir_V1_Verification()),
  Record(["verified": .count(0), "events": .count(0), "frozen": .names([])]),
]

private func names(_ record: Record) -> [String] {
  record.fields.flatMap { field -> [String] in
    switch field.value {
    case .record(let inner): [field.name] + names(inner)
    case .records(let inner): [field.name] + inner.flatMap(names)
    default: [field.name]
    }
  }
}

@Test func `every field has a heading`() {
  let missing = records.flatMap(names).filter { Headings.of($0, holding: .name) == nil }
  #expect(missing == [])
}

@Test func `field names are snake case`() {
  for name in records.flatMap(names) {
    #expect(name.utf8.allSatisfy { (97...122).contains($0) || $0 == 95 || (48...57).contains($0) })
  }
}

@Test func `a caller's principal is an account, a loan's is what was lent`() {
  func heading(_ value: Value) -> String {
    let table = TableText(language: .indonesian, headers: .shown)
    return table.text(
      .listing(Listing([Record(["principal": value])], shape: Record(["principal": .absent]))))
  }
  #expect(heading(.text("principals/1")).hasPrefix("Akun pengguna\n"))
  #expect(heading(.amount(8_220_000)).hasPrefix("    Pokok\n"))
}
