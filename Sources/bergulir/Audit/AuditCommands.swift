import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir audit …`.
struct AuditNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Who did what and when, and whether the record of it is whole.",
    discussion: """
      Examples:
        bergulir audit log --upk malabutor --from 2018-01-01 --until 2018-01-31
        bergulir audit show malabutor/17
        bergulir audit verify --all --heads heads.jsonl --public-key KEY
        bergulir audit verify --upk malabutor --printed '17:a1b2 c3d4 e5f6 0718'
      """,
    subcommands: [AuditLog.self, AuditShow.self, AuditVerify.self, AuditHeads.self])
}

struct AuditLog: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "List what was done, the newest first.",
    discussion: """
      Examples:
        bergulir audit log --upk malabutor --subject upks/malabutor/loans/3
        bergulir audit log --upk malabutor --kind repayment.reverse --all
        bergulir audit log --province --person 12

      --from and --until are days on which it was recorded, which may be later than the day it was \
      booked on. The request id finds the call in the daemon's log, with the address it came from.
      """)

  static var patience: Duration { .seconds(60) }

  @OptionGroup var stream: StreamOptions
  @Option(help: "What it was about, such as upks/malabutor/loans/3, or what belongs to that.")
  var subject: String = ""
  @Option(help: "Who did it, by number.", transform: PersonArgument.read)
  var person: PersonArgument?
  @Option(help: "What was done, such as repayment.record.") var kind: String = ""
  @Option(help: "The first day, YYYY-MM-DD.", transform: DayArgument.read) var from: DayArgument?
  @Option(help: "The last day, YYYY-MM-DD.", transform: DayArgument.read) var until: DayArgument?
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    guard stream.name != nil else { throw ValidationError(OptionMistake.oneOfUPKAndProvince) }
  }

  func answer(_ session: Session) async throws -> Answer {
    let (events, next) = try await page.gather { page in
      let response = try await session.audit.listEvents(
        .with {
          $0.parent = stream.name ?? ""
          $0.subject = subject
          $0.person = person?.name.description ?? ""
          $0.kind = kind
          $0.from = from.wire
          $0.until = until.wire
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.events, response.nextPageToken)
    }
    return .listing(
      Listing(
        events.map { Record($0) }, shape: Record(Bergulir_V1_Event()), nextPageToken: next))
  }
}

struct AuditShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what was done with all its fields, and its hashes.",
    discussion: """
      Examples:
        bergulir audit show malabutor/17
        bergulir audit show upks/malabutor/events/17 -o json
        bergulir audit show province/4

      People stand in it by number. What was there before an event is what the events before it \
      left: list them with audit log --subject.
      """)

  @Argument(help: "The event, UPK and number.", transform: EventArgument.read)
  var event: EventArgument
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let shown = try await session.audit.getEvent(
      .with {
        $0.parent = event.parent
        $0.number = event.number
      }, metadata: session.metadata, options: session.options)
    let fields = shown.fields.map { Record($0) }
    let outcome = shown.outcome.map { Record($0) }
    let chained = Record([
      "hash": .filled(shown.hash), "hash_before": .filled(shown.hashBefore),
      "fields": .records(fields), "outcome": .records(outcome),
    ])
    return .item(Record(shown).appending(chained))
  }
}

struct AuditHeads: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "heads", abstract: "Show where streams stand now, signed by the daemon.",
    discussion: """
      Examples:
        bergulir audit heads --upk malabutor
        bergulir audit heads --province --all --out heads.jsonl

      --province takes all streams. With --out they are written as lines that audit verify --heads \
      reads: keep them where nobody who can touch the database can touch them.
      """)

  @OptionGroup var stream: StreamOptions
  @Option(help: "A file to write the signed heads to.") var out: String?
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    guard stream.name != nil else { throw ValidationError(OptionMistake.oneOfUPKAndProvince) }
  }

  func answer(_ session: Session) async throws -> Answer {
    var publicKey = ""
    let (heads, next) = try await page.gather { page in
      let response = try await session.audit.listHeads(
        .with {
          $0.parent = stream.name ?? ""
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      publicKey = response.publicKey
      return (response.heads, response.nextPageToken)
    }
    if let out {
      try TextFile(path: out).write(heads.map { SignedHead($0).line + "\n" }.joined())
    }
    return .listing(
      Listing(
        heads.map { Record($0) }, shape: Record(Bergulir_V1_Head()),
        context: publicKey.isEmpty ? Record([:]) : Record(["public_key": .text(publicKey)]),
        nextPageToken: next))
  }
}

extension Record {
  /// An event without its fields.
  init(_ event: Bergulir_V1_Event) {
    let verb = CommandKind(rawValue: event.kind)?.verb
    self.init(
      [
        "number": .count(event.number), "recorded_at": .filled(event.recordedAt),
        "booked_on": .filled(event.bookedOn), "person": .filled(event.person),
        "principal": .filled(event.principal), "kind": .filled(event.kind),
        "verb": .code(verb?.rawValue ?? "", Verb.self),
        "subject": .filled(event.subject),
      ],
      details: [
        "request_id": .filled(event.requestID), "vouchers": .names(event.vouchers),
        "stream": .filled(event.parent),
      ])
  }

  init(_ field: Bergulir_V1_EventField) {
    self.init(["name": .text(field.name), "value": .text(field.value)])
  }

  init(_ head: Bergulir_V1_Head) {
    self.init(
      [
        "stream": .filled(head.stream), "head_number": .count(head.number),
        "hash": .filled(head.hash), "looked_at": .filled(head.at),
      ],
      details: [
        "signed_together": .count(head.count), "signature": .filled(head.signature),
      ])
  }
}
