import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct PersonRegister: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "Register one person, or everybody in a CSV file.",
    discussion: """
      Examples:
        bergulir person register --name "Contoh Petugas" --gender female
        bergulir person register --file members.csv
        pass show members | bergulir person register --file -

      A file has the header nik,name,gender; an empty NIK is for an office-holder who will never \
      borrow. A NIK never stands in a command line, where others could read it. Each line is a \
      request of its own whose id follows from --request-id, so running the same file again under \
      the same id registers nobody twice. One bad line, and nothing is sent.
      """)

  @Option(help: "The name of one person without a NIK.") var name: String?
  @Option(help: "The gender of that person.") var gender: Gender?
  @Option(help: "A CSV file with nik,name,gender; - is standard input.") var file: String?
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func validate() throws {
    let isOne = name != nil && gender != nil && file == nil
    let isFile = name == nil && gender == nil && file != nil
    guard isOne || isFile else {
      throw ValidationError(OptionMistake.onePersonOrFile)
    }
  }

  func answer(_ session: Session) async throws -> Answer {
    if let file {
      return try await register(TextFile(path: file), session)
    }
    let entry = PersonFile.Entry(
      line: 1, nik: "", name: name ?? "", gender: gender?.rawValue ?? "")
    let response = try await send(entry, id: requestID, session)
    return .change(
      response.receipt, next: "bergulir person assign \(response.receipt.name) --role ROLE")
  }

  private func register(_ file: TextFile, _ session: Session) async throws -> Answer {
    var registered: [Record] = []
    var replayed = 0
    for entry in try PersonFile(file).people {
      do {
        let receipt = try await send(entry, id: requestID.line(entry.line), session).receipt
        replayed += receipt.replayed ? 1 : 0
        registered.append(Record(receipt, line: entry.line))
      } catch {
        let failure = CallFailure(error, address: session.address)
        throw failure.at(line: entry.line, of: file).after(registered.count)
      }
    }
    let listing = Listing(registered, shape: registered.first ?? Record([:]))
    return Answer(
      .listing(listing), notes: [Notes.peopleRegistered(registered.count, replayed: replayed)])
  }

  private func send(
    _ entry: PersonFile.Entry, id: RequestID, _ session: Session
  ) async throws -> Bergulir_V1_RegisterPersonResponse {
    var write = write.wire
    write.requestID = id.description
    return try await session.persons.registerPerson(
      .with {
        $0.write = write
        $0.fullName = entry.name
        $0.gender = entry.gender
        $0.nik = entry.nik
      }, metadata: session.metadata, options: session.options)
  }
}

extension Record {
  fileprivate init(_ receipt: Bergulir_V1_Receipt, line: Int) {
    self.init(
      ["name": .filled(receipt.name), "verb": .code(receipt.verb, Verb.self)],
      details: [
        "line": .count(Int64(line)), "replayed": .flag(receipt.replayed),
        "dry_run": .flag(receipt.dryRun),
      ])
  }
}

/// A CSV file of people, checked before anything is sent.
struct PersonFile: Sendable {
  let people: [Entry]

  struct Entry: Hashable, Sendable {
    let line: Int
    /// Sixteen digits, or empty.
    let nik: String
    let name: String
    let gender: String
  }

  /// The most people that one file may hold.
  static let limit = 10_000

  /// Reads the file.
  ///
  /// - Throws: `Complaint` with every bad line; it never shows a NIK.
  init(_ file: TextFile) throws {
    let csv = try CSVFile(
      try file.readWindowsToo(), path: file.path, columns: ["nik", "name", "gender"])
    people = try csv.read(atMost: PersonFile.limit) { cells in
      let nik = cells.row["nik"]
      if !nik.isEmpty, NIK(nik) == nil { cells.refuseSecretly("nik", .nik) }
      return Entry(
        line: cells.row.line, nik: nik, name: cells.text("name"),
        gender: cells.read("gender", .gender) { Gender(written: $0)?.rawValue } ?? "")
    }
  }
}
