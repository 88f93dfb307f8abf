import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir member …`.
struct MemberNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: "The members of a group.",
    discussion: """
      Example:
        bergulir member add malabutor/1 12 13 14 15 16 --on 2015-06-01
      """,
    subcommands: [MemberAdd.self, MemberEnd.self, MemberList.self, MemberStatement.self])
}

struct MemberAdd: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add people to a group.",
    discussion: """
      Example:
        bergulir member add malabutor/1 12 13 14 15 16 --on 2015-06-01

      Each person is a request of its own whose id follows from --request-id, so running the same \
      line again under the same id adds nobody twice.
      """)

  @Argument(help: "The group: malabutor/1 or upks/malabutor/ksms/1.", transform: KSMArgument.read)
  var ksm: KSMArgument
  @Argument(help: "The people: 12 or persons/12.", transform: PersonArgument.read)
  var persons: [PersonArgument]
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    var added: [Record] = []
    for (index, person) in persons.enumerated() {
      do {
        added.append(try await add(person, id: requestID.line(index), session))
      } catch {
        throw CallFailure(error, address: session.address).after(added.count)
      }
    }
    return Answer(
      .listing(Listing(added, shape: added.first ?? Record([:]))),
      notes: [Notes.membersAdded(added.count, next: "bergulir ksm show \(ksm.name)")])
  }

  private func add(
    _ person: PersonArgument, id: RequestID, _ session: Session
  ) async throws -> Record {
    var write = write.wire
    write.requestID = id.description
    let request = Bergulir_V1_AddMemberRequest.with {
      $0.write = write
      $0.parent = ksm.name.description
      $0.person = person.name.description
    }
    let receipt = try await session.members.addMember(
      request, metadata: session.metadata, options: session.options
    ).receipt
    return Record(
      [
        "name": .filled(receipt.name), "verb": .code(receipt.verb, Verb.self),
        "person": .text(person.name.description),
      ],
      details: ["replayed": .flag(receipt.replayed), "dry_run": .flag(receipt.dryRun)])
  }
}

struct MemberEnd: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: "End a membership; --on is the first day outside.",
    discussion: "Example:\n  bergulir member end malabutor/1/3 --on 2018-02-01")

  @Argument(help: "The member: malabutor/1/3 or the whole name.", transform: MemberArgument.read)
  var member: MemberArgument
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.members.endMembership(
      .with {
        $0.write = write.wire
        $0.name = member.name.description
      }, metadata: session.metadata, options: session.options)
    return .change(response.receipt)
  }
}

struct MemberList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the members of a group.",
    discussion: "Example:\n  bergulir member list malabutor/1 --as-of 2017-12-31")

  @Argument(help: "The group: malabutor/1 or upks/malabutor/ksms/1.", transform: KSMArgument.read)
  var ksm: KSMArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (members, next) = try await page.gather { page in
      let response = try await session.members.listMembers(
        .with {
          $0.parent = ksm.name.description
          $0.asOf = asOf.wire
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.members, response.nextPageToken)
    }
    return .listing(
      Listing(members.map(Record.init), shape: Record(Bergulir_V1_Member()), nextPageToken: next))
  }
}

extension Record {
  /// A member as one is shown.
  init(_ member: Bergulir_V1_Member) {
    self.init(
      [
        "name": .filled(member.name), "full_name": .filled(member.fullName),
        "gender": .code(member.gender, Gender.self), "joined_on": .filled(member.joinedOn),
        "left_on": .filled(member.leftOn),
      ], details: ["person": .filled(member.person)])
  }
}
