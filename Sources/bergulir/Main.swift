import ArgumentParser
import FundAPI
import Glibc

/// The command line for the people who run revolving loan funds.
struct Bergulir: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bergulir",
    abstract: "Run revolving loan funds: groups, loans, repayments, books and indicators.",
    discussion: """
      Examples:
        bergulir context set office --server 127.0.0.1:7710 --token-file office.token
        bergulir loan list --upk malabutor --open
        bergulir indicator show --upk malabutor --as-of 2017-12-31 -o json

      Data goes to standard output, words to standard error. Every command has --help with an \
      example; bergulir server exit-codes says what the exit codes mean. Help is in English; \
      answers, headings and mistakes are in Indonesian with --lang id.
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Place and people",
        subcommands: [
          RegionNoun.self, BKMNoun.self, UPKNoun.self, PersonNoun.self, KSMNoun.self,
          MemberNoun.self,
        ]),
      CommandGroup(
        name: "Lending",
        subcommands: [
          CharterNoun.self, PolicyNoun.self, ApplicationNoun.self, InspectionNoun.self,
          ApprovalNoun.self, QueueNoun.self, ApprovalChainNoun.self, DelegationNoun.self,
          RelationshipNoun.self, Approve.self, Reject.self, ReturnApplication.self,
          DisbursementNoun.self, LoanNoun.self, RepaymentNoun.self,
          RestructureNoun.self, WriteOffNoun.self, SuspenseNoun.self, JointLiabilityNoun.self,
          AuthorityNoun.self,
          EligibilityNoun.self, ArrearsNoun.self, CaseNoun.self, EscalationNoun.self,
          VisitNoun.self,
        ]),
      CommandGroup(
        name: "Books and reports",
        subcommands: [
          CapitalNoun.self, SavingsNoun.self, JournalNoun.self, AccountNoun.self,
          ImportCommand.self, ExportCommand.self,
          CashNoun.self, BankNoun.self, AssetNoun.self,
          PeriodNoun.self, ProfitNoun.self, BudgetNoun.self, AssessmentNoun.self,
          IndicatorNoun.self, ReportNoun.self, ForecastNoun.self,
          WorkloadNoun.self, RollupNoun.self,
        ]),
      CommandGroup(
        name: "Accountability",
        subcommands: [
          ComplaintNoun.self, MeetingNoun.self, SupervisionNoun.self, BalanceNoun.self,
          PublicationNoun.self, ActivityNoun.self,
          BooksNoun.self, AuditNoun.self,
        ]),
      CommandGroup(
        name: "Access",
        subcommands: [
          Login.self, Logout.self, WhoAmI.self, PrincipalNoun.self, TokenNoun.self,
          ContextNoun.self, ServerNoun.self,
        ]),
    ])
}

@main
struct Main {
  /// Runs the command; a mistake in the command line ends with exit code 2.
  static func main() async {
    // A token is in memory, and a dump would keep it.
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    do {
      var command = try Bergulir.parsed(Array(CommandLine.arguments.dropFirst()))
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
    } catch {
      guard Bergulir.exitCode(for: error) == .validationFailure else {
        Bergulir.exit(withError: error)
      }
      StandardStream.error.write(usage(error, CommandLine.arguments, .current))
      Bergulir.exit(withError: ExitCode(ExitStatus.usage.rawValue))
    }
  }

  /// What is wrong with a command line and how it is written, in the language that it asks for.
  ///
  /// JSON where the answer would have been.
  static func usage(
    _ error: any Error, _ arguments: [String], _ environment: Environment
  ) -> String {
    let output = OutputOptions(lookedUpIn: arguments)
    let report = Report(environment: environment, output: output, requestID: nil)
    let message = Sentence(parserText: Bergulir.message(for: error))
    let failure = report.text(of: CallFailure(Complaint(.commandLine(message))))
    guard ![.json, .jsonl].contains(output.output) else { return failure }
    let command = Bergulir.command(named: arguments.dropFirst())
    let usage = Notes.usage(Bergulir.usageString(for: command))[report.language]
    return failure + "  " + usage.split(separator: "\n").joined(separator: "\n    ") + "\n"
  }
}
