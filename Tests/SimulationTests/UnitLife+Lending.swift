import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf

extension UnitLife {
  /// A group asks for a loan, mostly for one that it may have; from request to pay-out in a week.
  mutating func borrow(_ place: Int, from day: Day) async throws {
    let ksm = groups[place].ksm
    guard let application = try await apply(ksm, on: day) else { return }
    guard try await inspect(application, on: day.addingDays(1)),
      try await decide(application, on: day.addingDays(2)),
      try await agree(application, on: day.addingDays(2))
    else {
      // What does not go on makes room for those behind it.
      try await cancel(application, on: day.addingDays(3))
      return
    }
    let client = Bergulir_V1_DisbursementService.Client(wrapping: office.client)
    let desk = office.desk(.cashier)
    let signers = signatories
    let witness = "persons/\(world.boardMember.value)"
    let paidOut = try await attempt("disburse") {
      try await client.disburse(
        .with {
          $0.write = writing(on: day.addingDays(3))
          $0.name = application.name
          $0.signatories = signers
          $0.witness = witness
        }, metadata: desk)
    }
    let paidOn = day.addingDays(3)
    guard let loan = paidOut?.receipt.name,
      try await handOver(loan, application.shares, on: paidOn)
    else { return }
    groups[place].loan = try await openLoan(loan, application.shares, asOf: paidOn)
  }

  /// What the server says is due when.
  func openLoan(
    _ name: String, _ shares: [Bergulir_V1_Share], asOf day: Day
  ) async throws -> OpenLoan {
    let loan = try await Bergulir_V1_LoanService.Client(wrapping: office.client).getLoan(
      .with {
        $0.name = name
        $0.asOf = day.description
      }, metadata: office.desk(.manager))
    return OpenLoan(
      name: name, shares: shares,
      installments: loan.schedule.map {
        (FundTesting.day($0.due), Rupiah($0.principal + $0.serviceCharge))
      })
  }

  /// An application as it was submitted.
  struct Asked {
    let name: String
    let shares: [Bergulir_V1_Share]
  }

  private mutating func apply(_ ksm: KSMID, on day: Day) async throws -> Asked? {
    let shares = (Int64(1)...5).map { member in
      Bergulir_V1_Share.with {
        $0.member = member
        // Now and then one asks for more than the policy lends.
        $0.amount = random.oneIn(60) ? 9_000_000 : .random(in: 2...20, using: &random) * 50_000
      }
    }
    let months = Int32.random(in: 3...12, using: &random)
    let client = Bergulir_V1_ApplicationService.Client(wrapping: office.client)
    let desk = office.desk(.loanOfficer)
    let parent = "\(name)/ksms/\(ksm.number)"
    let answer = try await attempt("apply") {
      try await client.submitApplication(
        .with {
          $0.write = writing(on: day)
          $0.parent = parent
          $0.amount = shares.reduce(0) { $0 + $1.amount }
          $0.shares = shares
          $0.months = months
          $0.purpose = "productiveBusiness"
          $0.papers = ApplicationPaper.allCases.map(\.rawValue)
        }, metadata: desk)
    }
    return answer.map { Asked(name: $0.receipt.name, shares: shares) }
  }

  /// Whether a visit recommended something.
  private mutating func inspect(_ asked: Asked, on day: Day) async throws -> Bool {
    let recommends = !random.oneIn(15)
    let witness = "persons/\(world.boardMember.value)"
    let client = Bergulir_V1_InspectionService.Client(wrapping: office.client)
    let desk = office.desk(.loanOfficer)
    let answer = try await attempt("inspect") {
      try await client.recordInspection(
        .with {
          $0.write = writing(on: day)
          $0.name = asked.name
          $0.witness = witness
          $0.recommended = recommends ? asked.shares : []
          $0.appraisals = recommends ? asked.shares.map(\.appraisal) : []
        }, metadata: desk)
    }
    return answer != nil && recommends
  }

  /// Whether both signatures were given.
  private mutating func decide(_ asked: Asked, on day: Day) async throws -> Bool {
    let client = Bergulir_V1_ApprovalService.Client(wrapping: office.client)
    for officer in [Office.Officer.manager, .coordinator] {
      let approves = !random.oneIn(25)
      let desk = office.desk(officer)
      let answer = try await attempt("sign") {
        try await client.signApproval(
          .with {
            $0.write = writing(on: day)
            $0.name = asked.name
            $0.verdict = approves ? "approve" : "reject"
            $0.note = "Musyawarah"
          }, metadata: desk)
      }
      guard answer != nil, approves else { return false }
    }
    return true
  }

  /// Whether all borrowers signed the agreement.
  private mutating func agree(_ asked: Asked, on day: Day) async throws -> Bool {
    let client = Bergulir_V1_ApplicationService.Client(wrapping: office.client)
    let desk = office.desk(.loanOfficer)
    let consents = random.oneIn(2)
    let answer = try await attempt("agree") {
      try await client.signContract(
        .with {
          $0.write = writing(on: day)
          $0.name = asked.name
          $0.reference = "SPP"
          $0.setOffConsent = consents
          $0.signers = asked.shares.map(\.member)
        }, metadata: desk)
    }
    return answer != nil
  }

  private mutating func cancel(_ asked: Asked, on day: Day) async throws {
    let client = Bergulir_V1_ApplicationService.Client(wrapping: office.client)
    let desk = office.desk(.loanOfficer)
    _ = try await attempt("cancel") {
      try await client.cancelApplication(
        .with {
          $0.write = writing(on: day)
          $0.name = asked.name
          $0.reason = "Musyawarah"
        }, metadata: desk)
    }
  }
}

extension Bergulir_V1_Share {
  /// An appraisal of who can repay whatever is asked.
  fileprivate var appraisal: Bergulir_V1_Appraisal {
    .with {
      $0.member = member
      $0.scores = [4, 4, 3, 5, 4]
      $0.income = 20_000_000
    }
  }
}
