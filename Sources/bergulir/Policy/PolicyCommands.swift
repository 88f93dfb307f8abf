import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir policy …`.
struct PolicyNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "A board's lending rules (aturan dasar).",
    discussion: "Example:\n  bergulir policy show --upk malabutor --as-of 2017-12-31",
    subcommands: [PolicySet.self, PolicyShow.self, PolicyList.self])
}

struct PolicySet: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set the rules from a day on; open loans keep theirs.",
    discussion: """
      Example:
        bergulir policy set --upk malabutor --valid-from 2015-01-05 \\
          --first-loan-ceiling 1.000.000 --later-loan-ceiling 2.000.000 \\
          --shortest-term 3 --longest-term 12 --rate 1.5 --minutes BA-01/2015
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "The first day it holds, YYYY-MM-DD.", transform: DayArgument.read)
  var validFrom: DayArgument
  @Option(
    parsing: .unconditional, help: "The most that a member may borrow the first time, in rupiah.",
    transform: Money.read)
  var firstLoanCeiling: Money
  @Option(
    parsing: .unconditional, help: "The most that a member may borrow later, in rupiah.",
    transform: Money.read)
  var laterLoanCeiling: Money
  @Option(help: "The fewest months.") var shortestTerm: Int32
  @Option(help: "The most months.") var longestTerm: Int32
  @Option(
    help: "The service charge (jasa) a month in percent, such as 1.5.", transform: RateArgument.read
  )
  var rate: RateArgument
  @Option(help: "How it is reckoned.") var method: ChargeMethod = .flat
  @Option(help: "Installments are rounded up to this many rupiah.") var roundUnit: Int64 = 1
  @Option(help: "What becomes of later service charge at an early settlement.")
  var earlySettlement: EarlySettlement = .waive
  @Option(help: "The scheme of the reserve for losses.") var reserveScheme: ReserveScheme = .none
  @Option(help: "The minutes of the community's approval, such as BA-01/2015.") var minutes: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.policies.setPolicy(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.policy = policy
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      next: "bergulir policy show --upk \(upk.name.upk?.description ?? "") --as-of \(validFrom.day)"
    )
  }

  private var policy: Bergulir_V1_Policy {
    .with {
      $0.validFrom = validFrom.day.description
      $0.firstLoanCeiling = firstLoanCeiling.rupiah.amount
      $0.laterLoanCeiling = laterLoanCeiling.rupiah.amount
      $0.shortestTerm = shortestTerm
      $0.longestTerm = longestTerm
      $0.rateMillionths = rate.rate.millionths
      $0.method = method.rawValue
      $0.roundUnit = roundUnit
      $0.earlySettlement = earlySettlement.rawValue
      $0.reserveScheme = reserveScheme.rawValue
      $0.minutes = minutes
    }
  }
}

struct PolicyShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the rules in force on a day.",
    discussion: "Example:\n  bergulir policy show --upk malabutor --as-of 2017-12-31")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let policy = try await session.policies.getPolicy(
      .with {
        $0.parent = upk.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .item(Record(policy))
  }
}

struct PolicyList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List all versions of the rules.",
    discussion: "Example:\n  bergulir policy list --upk malabutor")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (policies, next) = try await page.gather { page in
      let response = try await session.policies.listPolicies(
        .with {
          $0.parent = upk.name.description
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.policies, response.nextPageToken)
    }
    return .listing(
      Listing(policies.map(Record.init), shape: Record(Bergulir_V1_Policy()), nextPageToken: next))
  }
}

extension Record {
  /// A policy as it is shown.
  init(_ policy: Bergulir_V1_Policy) {
    self.init(
      [
        "name": .filled(policy.name), "valid_from": .filled(policy.validFrom),
        "first_loan_ceiling": .amount(policy.firstLoanCeiling),
        "later_loan_ceiling": .amount(policy.laterLoanCeiling),
        "rate_percent": .percent(RateArgument.text(millionths: policy.rateMillionths)),
        "method": .code(policy.method, ChargeMethod.self),
      ],
      details: [
        "shortest_term": .count(Int64(policy.shortestTerm)),
        "longest_term": .count(Int64(policy.longestTerm)),
        "round_unit": .amount(policy.roundUnit),
        "early_settlement": .code(policy.earlySettlement, EarlySettlement.self),
        "reserve_scheme": .code(policy.reserveScheme, ReserveScheme.self),
        "minutes": .filled(policy.minutes),
      ])
  }
}
