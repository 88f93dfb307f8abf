import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir policy …`.
struct PolicyNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "A board's lending rules (aturan dasar).",
    discussion: "Example:\n  bergulir policy show --upk malabutor --as-of 2017-12-31",
    subcommands: [
      PolicySet.self, PolicyShow.self, PolicyHistory.self, PolicyAcknowledge.self,
      PolicyAcknowledgements.self, PolicyBoundsNoun.self,
    ])
}

struct PolicySet: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set the rules from a day on; open loans keep theirs.",
    discussion: """
      Example:
        bergulir policy set --upk malabutor --valid-from 2015-01-05 \\
          --first-loan-ceiling 1.000.000 --later-loan-ceiling 2.000.000 \\
          --shortest-term 3 --longest-term 12 --rate 1.5 --minutes BA-01/2015 \\
          --borrower-criteria "Article 3: poor residents with a business" \\
          --joint-liability "Article 8: all members answer for each" \\
          --start-up-ceiling 500.000 --start-up-longest-term 6

      Without the two options for start-ups the board does not lend to those who will start a
      business; that, and a compulsory savings account, need a --reason.
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "The first day it holds, YYYY-MM-DD.", transform: DayArgument.read)
  var validFrom: DayArgument
  @Option(help: "Which groups and members may borrow, or the article that says so.")
  var borrowerCriteria: String
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
  @Option(help: "The scheme of the reserve for losses.")
  var reserveScheme: ReserveScheme = .standard
  @Option(help: "How members answer for each other, or the article that says so.")
  var jointLiability: String
  @Option(help: "The savings that borrowers must hold at a bank.")
  var savingsAccount: SavingsAccountRule = .none
  @OptionGroup var startUps: StartUpOptions
  @Option(
    help: """
      What is left of the ceiling for who spent a loan on something else, in thousandths.
      """)
  var deviationThousandths: Int32 = 500
  @Option(
    parsing: .unconditional, help: "The fee for each installment paid late, in rupiah.",
    transform: Money.read)
  var lateFee: Money?
  @Option(help: "What a group saves with each installment, in thousandths of it.")
  var savingsThousandths: Int32 = 0
  @Option(
    parsing: .unconditional,
    help: "The most cash in hand at the end of a day, in rupiah; default: the province's limit.",
    transform: Money.read)
  var cashLimit: Money?
  @Option(help: "Why these rules are so.") var reason: String = ""
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
      next: "bergulir policy acknowledge \(response.receipt.name)")
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
      $0.borrowerCriteria = borrowerCriteria
      $0.jointLiability = jointLiability
      $0.savingsAccount = savingsAccount.rawValue
      if let rule = startUps.wire { $0.startUps = rule }
      $0.deviationThousandths = deviationThousandths
      $0.lateFee = lateFee?.rupiah.amount ?? 0
      $0.savingsThousandths = savingsThousandths
      if let cashLimit { $0.cashLimit = cashLimit.rupiah.amount }
      $0.reason = reason
      $0.minutes = minutes
    }
  }
}

/// On what terms a board lends to those who will start a business.
struct StartUpOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "The most that a member may borrow who will start a business, in rupiah.",
    transform: Money.read)
  var startUpCeiling: Money?
  @Option(help: "The most months for those who will start a business.")
  var startUpLongestTerm: Int32?

  func validate() throws {
    guard (startUpCeiling == nil) == (startUpLongestTerm == nil) else {
      throw ValidationError(OptionMistake.startUpRuleHalf)
    }
  }

  var wire: Bergulir_V1_StartUpRule? {
    guard let startUpCeiling, let startUpLongestTerm else { return nil }
    return .with {
      $0.ceiling = startUpCeiling.rupiah.amount
      $0.longestTerm = startUpLongestTerm
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

struct PolicyHistory: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List all versions of the rules.",
    discussion: "Example:\n  bergulir policy history --upk malabutor")

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
