import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir authority …`.
struct AuthorityNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "authority", abstract: "Whom a UPK may lend to, and why.",
    discussion: "Example:\n  bergulir authority show --upk malabutor --as-of 2017-12-31",
    subcommands: [AuthorityShow.self])
}

struct AuthorityShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show whom a UPK may lend to on a day, and by which rule.",
    discussion: """
      Example:
        bergulir authority show --upk malabutor --as-of 2017-12-31

      Two readings of PAR are taken, at the last month-end and on the day; the stricter decides. \
      Principal written off in the last twelve months still counts in both.
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let authority = try await session.authority.getAuthority(
      .with {
        $0.parent = upk.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .item(Record(authority, language: connection.output.language(.current)))
  }
}

extension Record {
  /// The authority with its readings, the rule that holds, and what ends a suspension.
  init(_ authority: Bergulir_V1_Authority, language: Language) {
    let category = PerformanceCategory(rawValue: authority.category) ?? .notRated
    let suspension = authority.suspension
    self.init([
      "upk": .filled(authority.upk), "as_of": .filled(authority.asOf),
      "category": .code(authority.category, PerformanceCategory.self),
      "admitted": .codes(authority.admitted, BorrowerStanding.self),
      "rule": .text(category.rule[language]),
      "readings": .records([
        Record(authority.monthEnd, reading: .monthEnd),
        Record(authority.live, reading: .onTheDay),
      ]),
      "suspension": authority.hasSuspension ? .record(Record(suspension)) : .absent,
    ])
  }

  private init(_ gate: Bergulir_V1_GateReading, reading: GateReading) {
    self.init([
      "reading": .code(reading.rawValue, reading.words), "as_of": .filled(gate.asOf),
      "numerator": .amount(gate.numerator), "denominator": .amount(gate.denominator),
      "percent": .filledPercent(gate.percent),
      "category": .code(gate.category, PerformanceCategory.self),
    ])
  }

  private init(_ suspension: Bergulir_V1_Suspension) {
    self.init([
      "since": .filled(suspension.since), "frozen_principal": .amount(suspension.frozenPrincipal),
      "recovery_target": .amount(suspension.recoveryTarget),
      "recovered": .amount(suspension.recovered),
      "frozen_loans": .records(
        suspension.loans.map { loan in
          Record([
            "loan": .filled(loan.loan), "collectability": .count(Int64(loan.collectability)),
            "overdue_principal": .amount(loan.overduePrincipal),
            "recovered": .amount(loan.recovered), "final_due": .filled(loan.finalDue),
          ])
        }),
    ])
  }
}
