import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir complaint …`.
struct ComplaintNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complaint", abstract: "What somebody said is wrong, and what was answered.",
    discussion: "Example:\n  bergulir complaint list --upk malabutor --open",
    subcommands: [ComplaintRecord.self, ComplaintAnswerCommand.self, ComplaintList.self])
}

struct ComplaintRecord: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Give a complaint its number.",
    discussion: """
      Example:
        bergulir complaint record --upk malabutor --channel box --on 2017-10-02 \\
          --text "The notice board has no sheet for August"

      Everybody may read it: write no names, and no number by which somebody is known. Nothing \
      is kept of who brought it.
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "How it came.") var channel: ComplaintChannel
  @Option(help: "What is wrong, without names.") var text: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.complaints.recordComplaint(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.channel = channel.rawValue
        $0.text = text
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, ["may_name_somebody": .flag(response.mayNameSomebody)],
      next: "bergulir complaint list --upk \(upk.name.upk?.description ?? "") --open")
  }
}

struct ComplaintAnswerCommand: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Answer a complaint, once and for everybody to read.",
    discussion: """
      Example:
        bergulir complaint answer malabutor/1 \\
          --answer "The sheet was posted on 4 October"
      """)

  @Argument(
    help: "The complaint: malabutor/1 or upks/malabutor/complaints/1.",
    transform: ComplaintArgument.read)
  var complaint: ComplaintArgument
  @Option(help: "The answer, without names.") var answer: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.complaints.answerComplaint(
      .with {
        $0.write = write.wire
        $0.name = complaint.name.description
        $0.answer = answer
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      [
        "days": .amount(response.days),
        "may_name_somebody": .flag(response.mayNameSomebody),
      ],
      next: "bergulir complaint list --upk \(complaint.name.upk?.description ?? "") --open")
  }
}

struct ComplaintList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List complaints with their answers.",
    discussion: """
      Examples:
        bergulir complaint list --upk malabutor --open
        bergulir complaint list --upk malabutor --as-of 2017-12-31 -o csv
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Flag(help: "Only those without an answer.") var open = false
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (complaints, next) = try await page.gather { page in
      let response = try await session.complaints.listComplaints(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.openOnly = open
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.complaints, response.nextPageToken)
    }
    return .listing(
      Listing(
        complaints.map { Record($0) }, shape: Record(Bergulir_V1_Complaint()),
        nextPageToken: next))
  }
}

extension Record {
  init(_ complaint: Bergulir_V1_Complaint) {
    self.init(
      [
        "name": .filled(complaint.name), "on": .filled(complaint.on),
        "channel": .code(complaint.channel, ComplaintChannel.self),
        "text": .filled(complaint.text), "answer": .filled(complaint.answer),
        "answered_on": .filled(complaint.answeredOn), "days": .count(Int64(complaint.days)),
      ],
      details: [
        "received_by": .filled(complaint.receivedBy),
        "answered_by": .filled(complaint.answeredBy),
      ])
  }
}
