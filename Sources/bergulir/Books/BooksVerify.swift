import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct BooksVerify: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Reckon the books again; exit code 10 where they are not what they must be.",
    discussion: """
      Examples:
        bergulir books verify --upk malabutor
        bergulir books verify --all -o json
        bergulir books verify --upk malabutor --every --lang id

      Everything is reckoned from the journal and the events, by code that shares nothing with \
      what wrote them. The first difference stands first; a table shows of each control the first \
      alone, --every and the other formats all of them. A UPK whose books differ is frozen: \
      nothing is written to it until one person asks for its release and another confirms it. \
      --all takes every UPK and the province's own stream, and tells its progress on standard error.
      """)

  static var patience: Duration { .seconds(120) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument?
  @Flag(help: "Every UPK, and the province's own stream.") var all = false
  @Flag(help: "Every difference in a table, not the first of each control alone.")
  var every = false
  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    guard all == (upk == nil) else { throw ValidationError(OptionMistake.oneOfUPKAndAll) }
  }

  func answer(_ session: Session) async throws -> Answer {
    var verifications: [Bergulir_V1_Verification] = []
    if let upk {
      verifications.append(try await verify(upk.name.description, session))
    } else {
      verifications = try await everything(session)
    }
    let differences = verifications.reduce(0) { $0 + $1.differences.count }
    let isShort = !every && connection.output.output == .table
    let shown = verifications.flatMap { verification in
      (isShort ? verification.firstOfEachControl : verification.differences).map {
        Record($0, in: verification)
      }
    }
    var answer = Answer(
      .listing(
        Listing(
          shown,
          shape: Record(Bergulir_V1_BookDifference(), in: Bergulir_V1_Verification()),
          context: Record([
            "verified": .count(Int64(verifications.count)),
            "events": .count(verifications.reduce(0) { $0 + $1.events }),
            "frozen": .names(verifications.filter(\.isFrozen).map(\.upk)),
          ]))),
      notes: [Notes.verified(verifications.count, differences, shown: shown.count)])
    if differences > 0 { answer.exit = .booksDiffer }
    return answer
  }

  private func verify(
    _ upk: String, _ session: Session
  ) async throws -> Bergulir_V1_Verification {
    try await session.verification.verifyBooks(
      .with { $0.parent = upk }, metadata: session.metadata, options: session.options)
  }

  private func everything(_ session: Session) async throws -> [Bergulir_V1_Verification] {
    let language = connection.output.language(.current)
    let upks = try await session.allUPKs()
    var verifications = [
      try await session.verification.verifyProvince(
        .init(), metadata: session.metadata, options: session.options)
    ]
    for (place, upk) in upks.enumerated() {
      StandardStream.error.write(
        Notes.verifying(upk, place + 1, of: upks.count)[language] + "\n")
      verifications.append(try await verify(upk, session))
    }
    return verifications
  }
}

extension Session {
  /// The names of all UPK, by their codes.
  func allUPKs() async throws -> [String] {
    var names: [String] = []
    var token = ""
    repeat {
      let response = try await upks.listUPKs(
        .with {
          $0.page.token = token
          $0.page.size = 500
        }, metadata: metadata, options: options)
      names += response.upks.map(\.name)
      token = response.nextPageToken
    } while !token.isEmpty
    return names
  }
}

extension Bergulir_V1_Verification {
  /// What differs, once for each control: the rest mostly follows from it.
  var firstOfEachControl: [Bergulir_V1_BookDifference] {
    var seen: Set<String> = []
    return differences.filter { seen.insert($0.control).inserted }
  }
}

extension Record {
  /// A difference, and the books that it is in.
  init(_ difference: Bergulir_V1_BookDifference, in verification: Bergulir_V1_Verification) {
    self.init([
      "upk": .filled(verification.upk),
      "control": .code(difference.control, BookControl.self),
      "found_at": .filled(difference.place), "what": .told(difference.what),
      "expected": .told(difference.expected), "found_instead": .told(difference.found),
    ])
  }
}

extension Value {
  /// What a verification tells of a difference, in words where it has any.
  static func told(_ text: String) -> Value {
    text.isEmpty ? .absent : .code(text, DifferenceText(text).words)
  }
}
