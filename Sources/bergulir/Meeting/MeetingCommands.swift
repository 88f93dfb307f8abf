import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir meeting …`.
struct MeetingNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meeting", abstract: "Meetings with their minutes and who came.",
    discussion: "Example:\n  bergulir meeting list --upk malabutor --kind rwt",
    subcommands: [MeetingRecord.self, MeetingList.self])
}

struct MeetingRecord: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record a meeting: its minutes, and how many came.",
    discussion: """
      Examples:
        bergulir meeting record --upk malabutor --kind rwt --women 41 --men 28 \\
          --minutes RWT-01/2018 --on 2018-02-10
        bergulir meeting record --upk malabutor --kind group --ksm malabutor/1 \\
          --women 5 --men 0 --minutes KSM-07/2017
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "Who met.") var kind: MeetingKind
  @Option(
    help: "The group that met: malabutor/1 or upks/malabutor/ksms/1.", transform: KSMArgument.read)
  var ksm: KSMArgument?
  @Option(help: "How many women came.") var women: Int32
  @Option(help: "How many men came.") var men: Int32
  @Option(help: "The number of the minutes.") var minutes: String
  @Option(help: "What was decided.") var note = ""
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.meetings.recordMeeting(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.kind = kind.rawValue
        $0.ksm = ksm?.name.description ?? ""
        $0.women = women
        $0.men = men
        $0.minutes = minutes
        $0.note = note
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      next: "bergulir meeting list --upk \(upk.name.upk?.description ?? "")")
  }
}

struct MeetingList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List meetings.",
    discussion: """
      Examples:
        bergulir meeting list --upk malabutor
        bergulir meeting list --upk malabutor --kind group -o csv
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "Only those of one kind.") var kind: MeetingKind?
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (meetings, next) = try await page.gather { page in
      let response = try await session.meetings.listMeetings(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.kind = kind?.rawValue ?? ""
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.meetings, response.nextPageToken)
    }
    return .listing(
      Listing(
        meetings.map { Record($0) }, shape: Record(Bergulir_V1_Meeting()), nextPageToken: next))
  }
}

extension Record {
  init(_ meeting: Bergulir_V1_Meeting) {
    self.init(
      [
        "name": .filled(meeting.name), "on": .filled(meeting.on),
        "kind": .code(meeting.kind, MeetingKind.self), "ksm": .filled(meeting.ksm),
        "women": .count(Int64(meeting.women)), "men": .count(Int64(meeting.men)),
        "minutes": .filled(meeting.minutes),
      ], details: ["note": .filled(meeting.note)])
  }
}
