import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct LoanCollectability: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "collectability",
    abstract: "Show the balances by class 1 to 5 and the reserve that they need.",
    discussion: "Example:\n  bergulir loan collectability --upk malabutor --as-of 2017-12-31")

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    .listing(try await Listing(collectabilityOf: upk, asOf: asOf, session))
  }
}

extension Listing {
  /// A UPK's loans by class, asked of the daemon.
  init(
    collectabilityOf upk: UPKArgument, asOf: AsOfOptions, _ session: Session
  ) async throws {
    self.init(
      try await session.loans.getCollectability(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
        }, metadata: session.metadata, options: session.options))
  }

  /// The classes with the reserves of the policy in force and of the programme's default.
  init(_ report: Bergulir_V1_CollectabilityReport) {
    self.init(
      report.classes.map(Record.init), shape: Record(Bergulir_V1_CollectabilityClass()),
      context: Record([
        "as_of": .filled(report.asOf), "outstanding": .amount(report.outstanding),
        "reserve": .record(Record(report.reserve)),
        "default_reserve": .record(Record(report.defaultReserve)),
      ]))
  }
}

extension Record {
  fileprivate init(_ row: Bergulir_V1_CollectabilityClass) {
    self.init([
      "collectability": .count(Int64(row.collectability)),
      "class_name": Value(classNumber: row.collectability), "loans": .count(Int64(row.loans)),
      "outstanding": .amount(row.outstanding),
    ])
  }

  fileprivate init(_ reserve: Bergulir_V1_Reserve) {
    self.init([
      "scheme": .code(reserve.scheme, ReserveScheme.self), "required": .amount(reserve.required),
      "formed": .amount(reserve.formed), "missing": .amount(reserve.missing),
    ])
  }
}

extension Value {
  /// The name of a class 1 to 5; its code is the core's.
  init(classNumber: Int32) {
    guard let term = Collectability(rawValue: Int(classNumber)) else {
      self = .absent
      return
    }
    self = .code("\(term)", term.words)
  }
}
