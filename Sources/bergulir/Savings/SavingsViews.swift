import ArgumentParser
import FundAPI
import SwiftProtobuf

struct SavingsShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what a group has saved, and for how many months.",
    discussion: "Example:\n  bergulir savings show malabutor/1 --as-of 2015-12-31")

  @Argument(help: "The group: malabutor/1 or upks/malabutor/ksms/1.", transform: KSMArgument.read)
  var ksm: KSMArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let savings = try await session.savings.getSavings(
      .with {
        $0.name = ksm.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .item(Record(savings))
  }
}

struct SavingsList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the groups of a UPK with their savings.",
    discussion: "Example:\n  bergulir savings list --upk malabutor --as-of 2015-12-31")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (savings, next) = try await page.gather { page in
      let response = try await session.savings.listSavings(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.savings, response.nextPageToken)
    }
    return .listing(
      Listing(
        savings.map(Record.init), shape: Record(Bergulir_V1_Savings()), nextPageToken: next))
  }
}

extension Record {
  /// A group's savings as they are shown.
  init(_ savings: Bergulir_V1_Savings) {
    self.init(
      [
        "ksm": .filled(savings.ksm), "balance": .amount(savings.balance),
        "last_deposit": .filled(savings.lastDeposit),
        "months_saved": .count(Int64(savings.monthsSaved)),
        "longest_run": .count(Int64(savings.longestRun)),
      ], details: ["as_of": .filled(savings.asOf)])
  }
}
