internal import Libpq
public import RevolvingFund

/// The first administrator: who it is, and the token that only the caller knows.
public struct Bootstrap: Sendable {
  public let name: String
  public let gender: Gender
  public let label: Code
  public let tokenHash: [UInt8]
  public let tokenLifeDays: Int
  public let today: Day

  public init(
    name: String, gender: Gender, label: Code, tokenHash: [UInt8], tokenLifeDays: Int, today: Day
  ) {
    self.name = name
    self.gender = gender
    self.label = label
    self.tokenHash = tokenHash
    self.tokenLifeDays = tokenLifeDays
    self.today = today
  }
}

extension FundStore {
  /// Makes the first administrator, as commands of the system itself.
  ///
  /// One that was cut short may be made again with the same name and label on the same day.
  ///
  /// - Throws: `Refusal`: `alreadyExists` with the label of a principal that has a token, else as
  ///   the commands; `StoreError`.
  public func bootstrap(_ first: Bootstrap) async throws -> Identity {
    if let label = try await anyCaller() { throw taken(label) }
    let sealed: SealedPersonalData
    do {
      sealed = try keys.seal(nik: nil, name: first.name)
    } catch {
      throw StoreError.corrupted("the keys cannot seal: \(error)")
    }
    let day = first.today
    let person = PersonID(
      try await step(
        1, RegisterPerson(gender: first.gender, personalData: sealed, day: day), first))
    _ = try await step(
      2,
      AssignRole(
        person: person, role: .administrator, scope: .province, from: day, until: nil, day: day),
      first)
    _ = try await step(
      3, CreatePrincipal(person: person, label: first.label, day: day), first)
    _ = try await step(
      4,
      IssueToken(
        principal: first.label, hash: first.tokenHash, lifeDays: first.tokenLifeDays, day: day),
      first)
    guard let identity = try await identity(tokenHash: first.tokenHash) else {
      throw taken(first.label)
    }
    return identity
  }

  /// Runs a step under a request id that a second try finds again; returns the subject's number.
  private func step(
    _ number: UInt128, _ command: any Command, _ first: Bootstrap
  ) async throws -> Int64 {
    let day = UInt128(UInt32(bitPattern: first.today.epochDays))
    let recorded = try await run(
      command,
      WriteRequest(
        requestID: RequestID(value: FundStore.bootstrapRequests | day * 256 + number),
        caller: Caller(principal: .system, person: PersonID(0), today: first.today),
        isDryRun: false))
    let last = recorded.subject.split(separator: "/").last.flatMap { Int64($0) }
    return try stored(last, "the subject \(recorded.subject) has no number")
  }

  /// The word "bergulir" in the upper half of the ids of the bootstrap's requests.
  private static let bootstrapRequests: UInt128 = 0x6265_7267_756C_6972 << 64

  private func anyCaller() async throws -> Code? {
    try await read(PrincipalStatements.anyCaller) { try $0.first.map { try $0.code(0) } }
  }

  private func taken(_ label: Code) -> Refusal {
    Refusal(.alreadyExists(.principal, name: label.description))
  }
}

extension ID where Kind == Principal {
  /// Who the system's own commands are recorded under; no principal has this number.
  public static var system: PrincipalID { PrincipalID(0) }
}
