import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf

extension UnitLife {
  /// A group pays what its manner lets it pay in a week.
  mutating func repay(_ place: Int, in week: ClosedRange<Day>) async throws {
    guard let loan = groups[place].loan else { return }
    let amount = payment(on: loan, by: groups[place].manner, in: week)
    guard amount > .zero else { return }
    let day = anyDay(of: week)
    let client = Bergulir_V1_RepaymentService.Client(wrapping: office.client)
    let desk = office.desk(.cashier)
    let answer = try await attempt("repay") {
      try await client.recordRepayment(
        .with {
          $0.write = writing(on: day)
          $0.name = loan.name
          $0.amount = amount.amount
        }, metadata: desk)
    }
    guard let answer else { return }
    groups[place].loan = answer.state == "active" ? loan.paying(amount) : nil
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
  fileprivate func paying(_ amount: Rupiah) -> OpenLoan {
    var loan = self
    loan.paid += amount
    return loan
  }
}
