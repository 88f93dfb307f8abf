import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf

extension UnitLife {
  /// A group pays what its manner lets it pay in a week; what came earlier is sometimes written
  /// down late, and sometimes taken back.
  mutating func repay(_ place: Int, in week: ClosedRange<Day>) async throws {
    guard let loan = groups[place].loan else { return }
    let amount = payment(on: loan, by: groups[place].manner, in: week)
    guard amount > .zero else { return }
    let day = earlier(anyDay(of: week))
    guard !random.oneIn(3) else { return try await collect(place, loan, amount, on: day) }
    let client = Bergulir_V1_RepaymentService.Client(wrapping: office.client)
    let desk = office.desk(.cashier)
    let brought = broughtBy(loan, amount)
    let excess = random.oneIn(25) ? loan.whole - loan.paid + Rupiah(50_000) : nil
    let answer = try await attempt("repay") {
      try await client.recordRepayment(
        .with {
          $0.write = writing(on: day)
          $0.name = loan.name
          $0.amount = (excess ?? amount).amount
          $0.holdExcess = excess != nil
          $0.members = excess == nil ? brought : []
        }, metadata: desk)
    }
    guard let answer else { return }
    let paid = loan.paying(Rupiah(answer.principal + answer.serviceCharge))
    groups[place].loan = answer.state == "active" ? paid : nil
    guard random.oneIn(12), try await takeBack(answer.receiptNumber, on: week.upperBound)
    else { return }
    groups[place].loan = loan
  }

  /// A day of the same month, up to a week before another.
  private mutating func earlier(_ day: Day) -> Day {
    guard random.oneIn(6), day.dayOfMonth > 8 else { return day }
    return day.addingDays(-Int32.random(in: 1...7, using: &random))
  }

  /// Now and then one member brings the money of all, or of another.
  private mutating func broughtBy(
    _ loan: OpenLoan, _ amount: Rupiah
  ) -> [Bergulir_V1_MemberPayment] {
    guard random.oneIn(2), let payer = loan.shares.randomElement(using: &random),
      let debtor = loan.shares.randomElement(using: &random)
    else { return [] }
    return [
      .with {
        $0.member = debtor.member
        $0.payer = payer.member
        $0.amount = amount.amount
      }
    ]
  }

  /// The manager takes a receipt back; whether that was done.
  private mutating func takeBack(_ receipt: String, on day: Day) async throws -> Bool {
    let client = Bergulir_V1_RepaymentService.Client(wrapping: office.client)
    let desk = office.desk(.manager)
    let parent = name
    let answer = try await attempt("take back") {
      try await client.reverseRepayment(
        .with {
          $0.write = writing(on: day)
          $0.parent = parent
          $0.receipt = receipt
          $0.reason = "Salah catat"
        }, metadata: desk)
    }
    return answer != nil
  }

  /// The group meets about who is behind.
  mutating func meet(_ place: Int, on day: Day) async throws {
    guard let loan = groups[place].loan, loan.missed(by: day) > 0, random.oneIn(6) else { return }
    let client = Bergulir_V1_JointLiabilityService.Client(wrapping: office.client)
    let desk = office.desk(.loanOfficer)
    _ = try await attempt("call") {
      try await client.callJointLiability(
        .with {
          $0.write = writing(on: day)
          $0.name = loan.name
          $0.present = loan.shares.map(\.member)
          $0.decision = "Ditanggung bersama"
        }, metadata: desk)
    }
  }

  private mutating func payment(
    on loan: OpenLoan, by manner: Group.Manner, in week: ClosedRange<Day>
  ) -> Rupiah {
    let owed = loan.owed(by: week.upperBound)
    switch manner {
    case .punctual: return owed
    case .late: return random.oneIn(5) ? owed : .zero
    case .partial:
      guard random.oneIn(3), owed > .zero else { return .zero }
      return Rupiah(.random(in: 1...owed.amount, using: &random))
    case .lost:
      return loan.missed(by: week.lowerBound) == 0 && !random.oneIn(4) ? owed : .zero
    }
  }

  /// Closes a month, on a day of the next.
  mutating func close(_ month: Month, on day: Day) async throws {
    let client = Bergulir_V1_PeriodService.Client(wrapping: office.client)
    let desk = office.desk(.bookkeeper)
    let parent = name
    _ = try await attempt("close") {
      try await client.closePeriod(
        .with {
          $0.write = writing(on: day)
          $0.parent = parent
          $0.month = month.description
        }, metadata: desk)
    }
  }
}

extension OpenLoan {
  func paying(_ amount: Rupiah) -> OpenLoan {
    var loan = self
    loan.paid += amount
    return loan
  }
}
