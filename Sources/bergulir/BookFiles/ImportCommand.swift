import ArgumentParser
import FundAPI
import GRPCCore
import RevolvingFund
import SwiftProtobuf

/// `bergulir import`.
struct ImportCommand: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Begin the books of a UPK with what CSV files hold.",
    discussion: """
      Examples:
        bergulir import --upk malabutor --from malabutor/ --dry-run
        bergulir import --upk malabutor --from malabutor/

      The folder has files such as ksms.csv, loans.csv and vouchers.csv; docs/import.md describes \
      each. A dry run names every line that is wrong and changes nothing. Otherwise places, the \
      UPK and people that are new are registered first, and then the books are booked, all of \
      them or nothing. It is safe to run again: the same files are the same requests.
      """)

  static var patience: Duration { .seconds(300) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(name: .customLong("from"), help: "The folder with the files.") var folder: String
  @Option(
    help: "Who a person of the files is here, FILE=HERE, such as 12=5; may be repeated.",
    transform: PersonMatchArgument.read)
  var person: [PersonMatchArgument] = []
  @Flag(help: "Check all files, and do nothing.") var dryRun = false
  @Option(
    name: .customLong("request-id"),
    help: "The UUID of the books' request; default one made from the files.")
  var givenID: RequestID?
  @OptionGroup var connection: ConnectionOptions

  /// The same files for the same UPK are the same request.
  var requestID: RequestID {
    if let givenID { return givenID }
    do {
      return id(of: try BookFolder(path: folder).read().filter { !$0.kind.isRegister })
    } catch {
      // What cannot be read is never sent; `answer` says why.
      return RequestID()
    }
  }

  func answer(_ session: Session) async throws -> Answer {
    let files = try BookFolder(path: folder).read()
    let problems = BookRegister.problems(of: files)
    if let first = problems.first {
      throw Problem(
        Refusal(.bookFileWrong(first), problems.dropFirst().map { .bookFileWrong($0) }))
    }
    let register = BookRegister(files)
    let books = files.filter { !$0.kind.isRegister }
    let matches = person.reduce(into: [:]) { $0[$1.number] = $1.person }
    if dryRun && register.persons.contains(where: { matches[$0.number] == nil }) {
      return ImportCommand.checked(files, register)
    }
    var arrival = Arrival(session: session, register: register, day: ImportCommand.day(of: files))
    if !dryRun { try await arrival.register(except: Set(matches.keys)) }
    let persons = arrival.persons.merging(matches) { $1 }
    let response = try await session.bookFiles.importBooks(
      .with {
        $0.write = .with {
          $0.requestID = (givenID ?? id(of: books)).description
          $0.validateOnly = dryRun
        }
        $0.parent = upk.name.description
        $0.files = books.map(Bergulir_V1_BookFile.init)
        $0.persons = persons.sorted { $0.key < $1.key }.map { number, person in
          .with {
            $0.number = number
            $0.person = "persons/\(person.value)"
          }
        }
      }, metadata: session.metadata, options: session.options)
    let next = "bergulir report trial-balance --upk \(upk.name.upk?.description ?? "")"
    return Answer(
      .change(Record(response)), notes: [Notes.changed(response.receipt, next: next)])
  }

  /// What a dry run says of files whose people are not registered yet.
  private static func checked(_ files: [BookFile], _ register: BookRegister) -> Answer {
    Answer(
      .item(
        Record([
          "files": .count(Int64(files.count)), "persons": .count(Int64(register.persons.count)),
        ])), notes: [Notes.filesAreSound])
  }

  private func id(of books: [BookFile]) -> RequestID {
    RequestID(
      of: upk.name.description + books.map { "\n" + $0.kind.name + "\n" + $0.text }.joined())
  }

  /// The day on which what is new is registered: the same whenever the same files are imported.
  private static func day(of files: [BookFile]) -> String {
    BookRegister.firstDay(of: files).map(\.description) ?? ""
  }
}

/// A person of the files and who it is here: `12=5`.
struct PersonMatchArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.personMatch

  let number: Int64
  let person: PersonID

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, isDigits(parts[0]), isDigits(parts[1]), let number = Int64(parts[0]),
      let person = Int64(parts[1])
    else { return nil }
    self.number = number
    self.person = PersonID(person)
  }
}

extension Record {
  /// What an import brought.
  init(_ response: Bergulir_V1_ImportBooksResponse) {
    self.init(
      [
        "name": .filled(response.receipt.name), "verb": .code(response.receipt.verb, Verb.self),
        "vouchers": .count(Int64(response.vouchers)), "ksms": .count(Int64(response.ksms)),
        "loans": .count(Int64(response.loans)),
        "repayments": .count(Int64(response.repayments)),
        "outstanding": .amount(response.outstanding),
      ],
      details: [
        "sequence": .amount(response.receipt.sequence),
        "replayed": .flag(response.receipt.replayed), "dry_run": .flag(response.receipt.dryRun),
      ])
  }
}
