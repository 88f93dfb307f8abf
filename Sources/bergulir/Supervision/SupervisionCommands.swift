import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir supervision …`.
struct SupervisionNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "supervision", abstract: "Inspections by the supervisors, and what they found.",
    discussion: "Example:\n  bergulir supervision findings --upk malabutor --open",
    subcommands: [
      SupervisionRecord.self, SupervisionList.self, SupervisionFindings.self,
      SupervisionAnswer.self,
    ])
}

struct SupervisionRecord: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record an inspection with its findings.",
    discussion: """
      Example:
        bergulir supervision record --upk malabutor \\
          --note "Cash book and loan cards" \\
          --finding "Receipt KW-2017-12 has no signature" --due 2017-11-15

      Each finding is to be answered within thirty days, or by --due.
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "What was looked at.") var note: String
  @Option(help: "What was found; may be given again.") var finding: [String] = []
  @Option(help: "The last day for the answers.", transform: DayArgument.read)
  var due: DayArgument?
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.supervisions.recordSupervision(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.note = note
        $0.findings = finding.map { text in
          .with {
            $0.text = text
            $0.due = due.wire
          }
        }
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, ["findings": .amount(response.findings)],
      next: "bergulir supervision findings --upk \(upk.name.upk?.description ?? "")")
  }
}

struct SupervisionList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List inspections.",
    discussion: "Example:\n  bergulir supervision list --upk malabutor --as-of 2017-12-31")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (supervisions, next) = try await page.gather { page in
      let response = try await session.supervisions.listSupervisions(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.supervisions, response.nextPageToken)
    }
    return .listing(
      Listing(
        supervisions.map { Record($0) }, shape: Record(Bergulir_V1_Supervision()),
        nextPageToken: next))
  }
}

struct SupervisionFindings: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings", abstract: "List findings with their answers.",
    discussion: "Example:\n  bergulir supervision findings --upk malabutor --open")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Flag(help: "Only those without an answer.") var open = false
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (findings, next) = try await page.gather { page in
      let response = try await session.supervisions.listFindings(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.openOnly = open
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.findings, response.nextPageToken)
    }
    return .listing(
      Listing(
        findings.map { Record($0) }, shape: Record(Bergulir_V1_Finding()), nextPageToken: next))
  }
}

struct SupervisionAnswer: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Answer a finding, once.",
    discussion: """
      Example:
        bergulir supervision answer malabutor/1 --answer "Signed on 3 November" \\
          --evidence KW-2017-12
      """)

  @Argument(
    help: "The finding: malabutor/1 or upks/malabutor/findings/1.",
    transform: FindingArgument.read)
  var finding: FindingArgument
  @Option(help: "What was done about it.") var answer: String
  @Option(help: "The paper that shows it.") var evidence = ""
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.supervisions.answerFinding(
      .with {
        $0.write = write.wire
        $0.name = finding.name.description
        $0.answer = answer
        $0.evidence = evidence
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      next: "bergulir supervision findings --upk \(finding.name.upk?.description ?? "") --open")
  }
}

extension Record {
  init(_ supervision: Bergulir_V1_Supervision) {
    self.init([
      "name": .filled(supervision.name), "on": .filled(supervision.on),
      "supervisor": .filled(supervision.supervisor), "note": .filled(supervision.note),
    ])
  }

  init(_ finding: Bergulir_V1_Finding) {
    self.init(
      [
        "name": .filled(finding.name), "on": .filled(finding.on), "finding": .filled(finding.text),
        "due": .filled(finding.due), "answer": .filled(finding.answer),
        "answered_on": .filled(finding.answeredOn), "answered_by": .filled(finding.answeredBy),
        "is_overdue": .flag(finding.isOverdue),
      ],
      details: [
        "origin": .filled(finding.source), "found_by": .filled(finding.foundBy),
        "answer_evidence": .filled(finding.evidence),
      ])
  }
}
