import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir loan …`.
struct LoanNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loan", abstract: "Loans, what is owed on them, and their classes.",
    discussion: "Example:\n  bergulir loan list --upk malabutor --open --as-of 2017-12-31",
    subcommands: [LoanShow.self, LoanList.self, LoanCollectability.self])
}

struct LoanShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a loan with its shares and its schedule.",
    discussion: "Example:\n  bergulir loan show malabutor/1 --as-of 2017-12-31")

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let loan = try await session.loans.getLoan(
      .with {
        $0.name = self.loan.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .item(Record(whole: loan))
  }
}

struct LoanList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the loans of a UPK.",
    discussion: "Example:\n  bergulir loan list --upk malabutor --open --as-of 2017-12-31")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Flag(help: "Leave out loans without a balance on the day.") var open = false
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (loans, next) = try await page.gather { page in
      let response = try await session.loans.listLoans(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.openOnly = open
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.loans, response.nextPageToken)
    }
    return .listing(
      Listing(loans.map { Record($0) }, shape: Record(Bergulir_V1_Loan()), nextPageToken: next))
  }
}

extension Record {
  /// A loan in a list.
  init(_ loan: Bergulir_V1_Loan) {
    self.init(
      [
        "name": .filled(loan.name), "disbursed_on": .filled(loan.disbursedOn),
        "principal": .amount(loan.principal), "outstanding": .amount(loan.outstanding),
        "overdue_principal": .amount(loan.overduePrincipal),
        "oldest_unpaid_due": .filled(loan.oldestUnpaidDue),
        "collectability": .count(Int64(loan.collectability)),
        "state": .code(loan.state, LoanState.self),
      ],
      details: [
        "ksm": .filled(loan.ksm), "application": .filled(loan.application),
        "months": .count(Int64(loan.months)),
        "rate_percent": .percent(RateArgument.text(millionths: loan.rateMillionths)),
        "method": .code(loan.method, ChargeMethod.self),
        "overdue_service_charge": .amount(loan.overdueServiceCharge),
        "as_of": .filled(loan.asOf), "predecessor": .filled(loan.predecessor),
        "inherited_class": loan.inheritedClass == 0
          ? .absent : .count(Int64(loan.inheritedClass)),
      ])
  }

  /// A loan with its shares and its schedule.
  init(whole loan: Bergulir_V1_Loan) {
    self = Record(loan).appending(
      Record([
        "late_fee_owed": .amount(loan.lateFeeOwed),
        "late_fee_paid": .amount(loan.lateFeePaid),
        "savings_paid": .amount(loan.savingsPaid),
        "shares": .records(loan.shares.map(Record.init)),
        "schedule": .records(loan.schedule.map(Record.init)),
      ]))
  }

  init(_ installment: Bergulir_V1_Installment) {
    self.init([
      "number": .count(Int64(installment.number)), "due": .filled(installment.due),
      "principal": .amount(installment.principal),
      "service_charge": .amount(installment.serviceCharge),
    ])
  }
}
