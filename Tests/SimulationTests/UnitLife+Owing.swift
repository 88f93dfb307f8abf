import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf

// Who owes whom in the groups, and who is late, as the services say it.
extension UnitLife {
  /// The debts inside each group with an open loan.
  func debts(asOf day: Day) async throws -> [LoanID: Set<Reckoning.Debt>] {
    let client = Bergulir_V1_JointLiabilityService.Client(wrapping: office.client)
    var found: [LoanID: Set<Reckoning.Debt>] = [:]
    for name in groups.compactMap(\.loan?.name) {
      let shown: Bergulir_V1_JointLiability
      do {
        shown = try await client.getJointLiability(
          .with {
            $0.name = name
            $0.asOf = day.description
          }, metadata: office.desk(.manager))
      } catch let error as RPCError where error.code == .notFound {
        continue
      }
      found[loan(name)] = Set(
        shown.debts.map {
          Reckoning.Debt(debtor: $0.debtor, creditor: $0.creditor, amount: Rupiah($0.amount))
        })
    }
    return found
  }

  /// What is overdue on each loan, as listed by loan.
  func overdueByLoan(asOf day: Day) async throws -> [String: [Int64]] {
    let client = Bergulir_V1_CaseService.Client(wrapping: office.client)
    let cases = try await client.listCases(
      .with {
        $0.parent = name
        $0.asOf = day.description
        $0.page.size = 1000
      }, metadata: office.desk(.manager)
    ).cases
    return cases.reduce(into: [:]) {
      $0[$1.name] = [$1.overduePrincipal, $1.overdueServiceCharge]
    }
  }

  /// The same as the sums of what is listed by member.
  func overdueByMember(asOf day: Day) async throws -> [String: [Int64]] {
    let client = Bergulir_V1_CaseService.Client(wrapping: office.client)
    let members = try await client.listMemberArrears(
      .with {
        $0.parent = name
        $0.asOf = day.description
        $0.page.size = 1000
      }, metadata: office.desk(.manager)
    ).members
    return members.reduce(into: [:]) { sums, row in
      guard row.overduePrincipal + row.overdueServiceCharge > 0 else { return }
      let before = sums[row.loan] ?? [0, 0]
      sums[row.loan] = [before[0] + row.overduePrincipal, before[1] + row.overdueServiceCharge]
    }
  }

  private func loan(_ name: String) -> LoanID {
    LoanID(world.upk.id, Int64(name.split(separator: "/").last ?? "") ?? 0)
  }
}
