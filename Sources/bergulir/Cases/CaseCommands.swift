import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir case …`.
struct CaseNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case", abstract: "What is done about loans in arrears.",
    discussion: """
      Examples:
        bergulir case list --upk malabutor
        bergulir case record malabutor/1 --action warning1 --evidence 014/UPK/2018 \\
          --note "Handed over at the meeting" --promised 500.000 \\
          --promised-by 2018-03-20
        bergulir case escalate malabutor/1 --office board \\
          --note "Two months without a payment"

      A case opens by itself on the day after a due day that passed unpaid, and closes with the \
      payment that catches up. Only what people did is recorded.
      """,
    subcommands: [
      CaseList.self, CaseShow.self, CaseRecord.self, CaseEscalate.self, CaseAnswer.self,
      CaseLetter.self,
    ])
}

struct CaseList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the open cases with what has to be done next.",
    discussion: """
      Examples:
        bergulir case list --upk malabutor
        bergulir case list --upk malabutor --closed --as-of 2017-12-31
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Flag(help: "With the latest case of loans that are no longer behind.") var closed = false
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (cases, next) = try await session.cases(
      of: upk, asOf: asOf, includeClosed: closed, page)
    return .listing(
      Listing(
        cases.map { Record($0) }, shape: Record(Bergulir_V1_Case()), nextPageToken: next))
  }
}

struct CaseShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the latest case of a loan with every step.",
    discussion: "Example:\n  bergulir case show malabutor/1 --as-of 2017-12-31")

  static var patience: Duration { .seconds(60) }

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let found = try await session.cases.getCase(
      .with {
        $0.name = loan.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .item(
      Record(found).appending(Record(["steps": .records(found.steps.map { Record($0) })])))
  }
}

struct CaseLetter: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter", abstract: "Write a letter to a group in Indonesian, ready to print.",
    discussion: """
      Examples:
        bergulir case letter malabutor/1 --kind bill
        bergulir case letter malabutor/1 --kind warning1 --out teguran.txt

      Record it once it was handed over: bergulir case record.
      """)

  static var patience: Duration { .seconds(60) }

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @Option(help: "Which letter.") var kind: CollectionLetter.Kind
  @Option(help: "A file to write it to, for your eyes only.") var out: String?
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let letter = try await session.cases.getLetter(
      .with {
        $0.name = loan.name.description
        $0.asOf = asOf.wire
        $0.kind = kind.rawValue
      }, metadata: session.metadata, options: session.options)
    guard let out else { return Answer(.document(letter.text, Record(letter))) }
    try TextFile(path: out).writePrivately(letter.text)
    return .item(Record(letter))
  }
}

extension Session {
  /// Cases of a UPK, one page or all.
  func cases(
    of upk: UPKArgument, asOf: AsOfOptions, includeClosed: Bool, _ page: PageOptions
  ) async throws -> (items: [Bergulir_V1_Case], next: String) {
    try await page.gather { page in
      let response = try await cases.listCases(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.includeClosed = includeClosed
          $0.page = page
        }, metadata: metadata, options: options)
      return (response.cases, response.nextPageToken)
    }
  }
}
