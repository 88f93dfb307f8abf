import FundTesting
import RevolvingFund

/// What happens to a group from its first application to a loan that is paid, and what else the
/// unit does meanwhile.
struct LifeSteps {
  typealias Step = (command: any Command, person: PersonID)

  let world: FundWorld
  let ksm: KSMID

  /// All of it, with an application that is sent back once.
  var all: [Step] { [asking, visiting, (sign(.sendBack, note: "Kurang"), world.manager)] + rest }

  /// All but the sending back.
  var straight: [Step] { [asking] + rest }

  /// The months that are closed at the end.
  static let months = (0..<15).map { month("2015-02").adding($0) }

  private var upk: UPKID { world.upk.id }
  private var loan: LoanID { LoanID(upk, 1) }
  private var application: ApplicationID { ApplicationID(upk, 1) }
  private var rest: [Step] { [visiting] + lending + repaying + keeping }

  private var shares: [Share] { world.shares(Rupiah(1_000_000)) }

  private var asking: Step {
    (
      SubmitApplication(
        ksm: ksm, amount: Rupiah(5_000_000), shares: shares, months: 3,
        purpose: .productiveBusiness, businessStage: .existing,
        papers: Set(ApplicationPaper.allCases), day: day("2016-01-10")), world.loanOfficer
    )
  }

  private var visiting: Step {
    (
      RecordInspection(
        application: application, witness: world.boardMember, recommended: shares,
        appraisals: FundWorld.appraisals(of: shares), note: "", day: day("2016-01-15")),
      world.loanOfficer
    )
  }

  private var lending: [Step] {
    [
      (sign(.approve, note: ""), world.manager),
      (sign(.approve, note: ""), world.coordinator),
      (
        SignContract(
          application: application, reference: "SPP-1", setOffConsent: false,
          signers: [1, 2, 3, 4, 5], day: day("2016-01-15")), world.loanOfficer
      ),
      (world.disbursement(application), world.cashier),
      (
        ConfirmReceipts(
          loan: loan, received: shares, mark: .signature, reference: "TT-1",
          witness: world.boardMember, day: day("2016-01-20")), world.loanOfficer
      ),
      (
        RecordVisit(
          loan: loan, member: 2, companion: world.boardMember, received: Rupiah(1_000_000),
          use: .asApplied, beneficiary: nil, note: "", reference: "F-1", day: day("2016-02-01")),
        world.loanOfficer
      ),
    ]
  }

  private func sign(_ verdict: Verdict, note: String) -> SignApproval {
    SignApproval(
      application: application, verdict: verdict, note: note, day: day("2016-01-15"))
  }

  private var repaying: [Step] {
    [
      (world.repayment(loan, Rupiah(500_000), on: day("2016-02-20")), world.cashier),
      (
        world.repayment(loan, Rupiah(700_000), on: day("2016-02-25"), reference: "KW-7"),
        world.cashier
      ),
      (world.repayment(loan, Rupiah(100_000), on: day("2016-02-22")), world.cashier),
      (
        ReverseRepayment(
          loan: loan, ksm: ksm, receipt: ReceiptNumber(year: 2016, number: 1), reason: "Salah",
          day: day("2016-02-26")), world.manager
      ),
      (
        DepositSavings(
          ksm: ksm, amount: Rupiah(10_000), account: .savingsCash, reference: nil,
          day: day("2016-03-01")), world.cashier
      ),
      (
        RecordCaseStep(
          loan: loan, action: .reminder, note: "Diingatkan", evidence: "", promise: nil,
          day: day("2016-03-02")), world.loanOfficer
      ),
      (
        world.repayment(loan, Rupiah(4_425_000), on: day("2016-04-20")), world.cashier
      ),
    ]
  }

  private var keeping: [Step] {
    let closings: [Step] = LifeSteps.months.map { month in
      (
        ClosePeriod(upk: upk, month: month, day: max(month.adding(1).first, day("2016-06-01"))),
        world.bookkeeper
      )
    }
    return [
      (
        PostJournal(
          upk: upk,
          lines: [
            PostJournal.Line(
              number: 1, day: day("2016-05-31"), description: "Alat tulis",
              debit: AccountCode(51030), credit: .cash, amount: Rupiah(20_000), reference: nil)
          ]), world.bookkeeper
      ),
      (
        RecordCashCount(
          upk: upk, counted: Rupiah(1), witness: world.boardMember, note: "",
          day: day("2016-05-31")), world.cashier
      ),
      (
        AssignRole(
          person: PersonID(16), role: .volunteer, scope: .upk(upk), from: day("2016-06-01"),
          until: nil, minutes: "BA-9", duties: nil, day: day("2016-06-01")), PersonID(0)
      ),
      (
        RecordTraining(
          persons: [PersonID(16)], topic: .institution, trainedOn: day("2016-06-01"),
          reference: "DH-9", day: day("2016-06-01")), FundWorld.consultant
      ),
      (
        DeclareRelationship(
          ksm: ksm, person: world.manager, relationship: .family, note: "", day: day("2016-06-01")),
        world.manager
      ),
      (
        EndMembership(ksm: ksm, member: 5, day: day("2016-06-02")), world.loanOfficer
      ),
    ] + closings
  }
}
