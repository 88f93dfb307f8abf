import ArgumentParser
import FundAPI
import GRPCCore
import RevolvingFund
import SwiftProtobuf

struct AuditVerify: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Reckon every hash again; exit code 10 where the record is not whole.",
    discussion: """
      Examples:
        bergulir audit verify --upk malabutor
        bergulir audit verify --all --heads heads.jsonl --public-key KEY
        bergulir audit verify --upk malabutor --printed '17:a1b2 c3d4 e5f6 0718'

      Every event's hash is reckoned from the event before it, its fields, its vouchers and their \
      postings; the first that differs is named. Who cuts events off at the end, and sets the head \
      back, is found by what is known from outside: the file of heads that the daemon signs, or \
      the number and digits on a printed notice-board sheet. --all takes every UPK and the \
      province's own stream, does not stop at a broken one, and tells its progress on standard \
      error.
      """)

  static var patience: Duration { .seconds(120) }

  @OptionGroup var stream: StreamOptions
  @Flag(help: "Every UPK, and the province's own stream.") var all = false
  @Option(help: "Heads that the daemon signed, a line each.") var heads: String?
  @Option(
    help: "What they are checked with, 64 digits; the line public of the key's file.",
    transform: PublicKeyArgument.read)
  var publicKey: PublicKeyArgument?
  @Option(
    help: "Number and digits on a printed sheet of this UPK.", transform: PrintedArgument.read)
  var printed: PrintedArgument?
  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    guard all == (stream.upk == nil && !stream.province), all || stream.name != nil else {
      throw ValidationError(OptionMistake.oneOfUPKProvinceAndAll)
    }
    guard (heads == nil) == (publicKey == nil) else {
      throw ValidationError(OptionMistake.headsWithoutKey)
    }
    guard printed == nil || stream.upk != nil else {
      throw ValidationError(OptionMistake.printedWithoutUPK)
    }
  }

  func answer(_ session: Session) async throws -> Answer {
    let file = try heads.map {
      try HeadsFile(TextFile(path: $0), publicKey: publicKey?.bytes ?? [])
    }
    let streams = try await streams(file, session)
    let language = connection.output.language(.current)
    var found: [StreamFinding] = []
    for (place, name) in streams.enumerated() {
      if all {
        StandardStream.error.write(
          Notes.verifying(name, place + 1, of: streams.count)[language] + "\n")
      }
      found.append(try await finding(of: name, file?.known[name] ?? [], session))
    }
    if let incomplete = file?.incomplete {
      var finding = StreamFinding(stream: incomplete.stream)
      finding.brokenAt = incomplete.number
      finding.trouble = .linesMissing
      found.append(finding)
    }
    let broken = found.filter { $0.trouble != nil }
    var answer = Answer(
      .listing(Listing(found.map(Record.init), shape: Record(StreamFinding(stream: "")))),
      notes: [Notes.chainsVerified(streams.count, broken: broken.count)])
    if !broken.isEmpty { answer.exit = .booksDiffer }
    return answer
  }

  /// The streams that were asked for; of all, those too that only the file of heads knows.
  private func streams(_ file: HeadsFile?, _ session: Session) async throws -> [String] {
    if let name = stream.name { return [name] }
    let listed = ["province"] + (try await session.allUPKs())
    let known = Set(file?.known.keys.map(\.self) ?? [])
    return listed + known.subtracting(listed).sorted()
  }

  private func finding(
    of name: String, _ known: [KnownHead], _ session: Session
  ) async throws -> StreamFinding {
    var known = known
    if let printed = printed?.hash {
      known.append(KnownHead(number: printed.number, hash: printed.digits, source: .printed))
    }
    let numbers = Set(known.map(\.number)).sorted()
    var answers: [Bergulir_V1_ChainVerification] = []
    do {
      for start in stride(from: 0, to: max(numbers.count, 1), by: 1000) {
        let request = Bergulir_V1_VerifyChainRequest.with {
          $0.parent = name
          $0.numbers = Array(numbers.dropFirst(start).prefix(1000))
        }
        answers.append(
          try await session.audit.verifyChain(
            request, metadata: session.metadata, options: session.options))
      }
    } catch let error as RPCError where Problem(error)?.first.reason == "UPK_NOT_FOUND" && all {
      var finding = StreamFinding(stream: name)
      finding.trouble = .streamGone
      return finding
    }
    return StreamFinding(stream: name, answers, known)
  }
}

/// What was found of a stream.
struct StreamFinding: Hashable, Sendable {
  let stream: String
  var verified: Int64 = 0
  var headNumber: Int64 = 0
  var hash = ""
  var trouble: ChainTrouble?
  var brokenAt: Int64 = 0
  /// The hash that was known of the broken event, or its first digits.
  var hashExpected = ""

  init(stream: String) { self.stream = stream }

  /// What the chain itself says comes first; then the earliest of what was known.
  init(
    stream: String, _ answers: [Bergulir_V1_ChainVerification], _ known: [KnownHead]
  ) {
    self.stream = stream
    guard let answer = answers.first else { return }
    verified = answer.verified
    headNumber = answer.head.number
    hash = answer.head.hash
    if let broken = answers.first(where: { $0.broken > 0 }) {
      brokenAt = broken.broken
      trouble = ChainTrouble(rawValue: broken.trouble) ?? .altered
      return
    }
    for head in known.sorted(by: { $0.number < $1.number }) {
      guard let found = head.trouble(in: answers) else { continue }
      trouble = found
      brokenAt = head.number
      hashExpected = head.hash
      return
    }
  }
}

extension Record {
  init(_ finding: StreamFinding) {
    self.init([
      "stream": .filled(finding.stream), "verified": .count(finding.verified),
      "head_number": .count(finding.headNumber), "hash": .filled(finding.hash),
      "trouble": finding.trouble.map { .code($0.rawValue, $0.words) } ?? .absent,
      "broken_at": finding.brokenAt == 0 ? .absent : .count(finding.brokenAt),
      "hash_expected": .filled(finding.hashExpected),
    ])
  }
}
