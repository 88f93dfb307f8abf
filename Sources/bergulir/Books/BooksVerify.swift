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

      Everything is reckoned from the journal and the events, by code that shares nothing with \
      what wrote them. The first difference stands first. A UPK whose books differ is frozen: \
      nothing is written to it until one person asks for its release and another confirms it. \
      --all takes every UPK and the province's own stream, and tells its progress on standard error.
      """)

  static var patience: Duration { .seconds(120) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument?
  @Flag(help: "Every UPK, and the province's own stream.") var all = false
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
    let differences = verifications.flatMap { verification in
      verification.differences.map { Record($0, in: verification) }
    }
    var answer = Answer(
      .listing(
        Listing(
          differences,
          shape: Record(Bergulir_V1_BookDifference(), in: Bergulir_V1_Verification()),
          context: Record([
            "verified": .count(Int64(verifications.count)),
            "events": .count(verifications.reduce(0) { $0 + $1.events }),
            "frozen": .names(verifications.filter(\.isFrozen).map(\.upk)),
          ]))),
      notes: [Notes.verified(verifications.count, differences.count)])
    if !differences.isEmpty { answer.exit = .booksDiffer }
    return answer
  }

  private func verify(
    _ upk: String, _ session: Session
  ) async throws -> Bergulir_V1_Verification {
    try await session.verification.verifyBooks(
      .with { $0.parent = upk }, metadata: session.metadata, options: session.options)
  }

  private func everything(_ session: Session) async throws -> [Bergulir_V1_Verification] {
    let language = Report(
      environment: .current, output: connection.output, requestID: nil
    ).language
    var upks: [String] = []
    var token = ""
    repeat {
      let response = try await session.upks.listUPKs(
        .with {
          $0.page.token = token
          $0.page.size = 500
        }, metadata: session.metadata, options: session.options)
      upks += response.upks.map(\.name)
      token = response.nextPageToken
    } while !token.isEmpty
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

extension Record {
  /// A difference, and the books that it is in.
  init(_ difference: Bergulir_V1_BookDifference, in verification: Bergulir_V1_Verification) {
    self.init([
      "upk": .filled(verification.upk), "control": .filled(difference.control),
      "found_at": .filled(difference.place), "what": .filled(difference.what),
      "expected": .filled(difference.expected), "found_instead": .filled(difference.found),
    ])
  }
}
