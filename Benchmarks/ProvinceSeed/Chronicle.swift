import FundStore
import RevolvingFund

/// A stream that is made up: each command is decided by the rules, on what those before it left.
struct Chronicle {
  private(set) var stream: BulkStream
  private(set) var facts: Facts
  /// What was refused, by the first rule: part of life where the rule is one of the fund's.
  private(set) var refusals: [RejectionCode: Int] = [:]
  private let id: UPKID
  private let name: String
  private let ledger: MovementsKey
  private var moment: Int64 = 0
  /// What was attested, by group, and of the ward; a command is given what it asks for, as by the
  /// store, for whoever tests one group would look through those of all.
  private var attestations: [KSMID?: [Attestation]] = [:]

  /// Nobody has a token in a province that is made up.
  private static let principal = PrincipalID(0)

  /// A stream in which nothing stands yet, after facts that other streams left.
  init(_ id: UPKID, in facts: Facts, of plan: SeedPlan) {
    self.id = id
    self.facts = facts
    stream = BulkStream(empty: id)
    name = "\(plan.name) stream \(id.value)"
    // Months are closed on their own movements, of which this keeps all.
    ledger = MovementsKey(upk: id, upTo: Month(year: 9999, month: 12).first)
    self.facts.movements[ledger] = []
    self.facts.heads[id] = stream.head
  }

  /// Decides a command on its day, records it and takes in what follows.
  ///
  /// - Throws: what it is refused with.
  @discardableResult
  mutating func record(
    _ command: some Command, by person: PersonID
  ) throws(Refusal) -> Effects {
    let caller = Caller(principal: Chronicle.principal, person: person, today: command.day)
    let effects = try decide(command, for: caller)
    // Nine o'clock in the west of the country, and never before what was recorded last.
    let morning = Int64(command.day.epochDays) * 86_400 + 2 * 3_600
    moment = max(moment + 1, morning)
    let request = WriteRequest(
      requestID: RequestID(of: "\(name) \(stream.position.nextSequence)"), caller: caller,
      isDryRun: false)
    stream.record(command, request, effects, at: moment * 1_000_000)
    facts.take(effects, of: command, by: person)
    keepAttestations(effects)
    return effects
  }

  /// As `record`; `nil` where the fund's rules refuse it, which is noted.
  mutating func attempt(_ command: some Command, by person: PersonID) -> Effects? {
    do {
      return try record(command, by: person)
    } catch {
      refusals[error.first.code, default: 0] += 1
      return nil
    }
  }

  private mutating func keepAttestations(_ effects: Effects) {
    for case .attestation(let new) in effects.changes {
      attestations[new.subject.ksm.map { KSMID(id, $0) }, default: []].append(new)
    }
    facts.attestations[id] = nil
  }

  private mutating func decide(
    _ command: some Command, for caller: Caller
  ) throws(Refusal) -> Effects {
    var keys = Keys()
    command.needs(&keys)
    for key in keys.movements {
      facts.movements[key] = (facts.movements[ledger] ?? []).filter { $0.month <= key.upTo.month }
    }
    defer { for key in keys.movements { facts.movements[key] = nil } }
    let groups = keys.groupRecordsOf.union(
      keys.groupRecordsOfApplications.compactMap { facts.applications[$0]?.ksm })
    if !keys.attestationsOf.isEmpty || !groups.isEmpty {
      facts.attestations[id] =
        (attestations[nil] ?? []) + groups.flatMap { attestations[$0] ?? [] }
    }
    return try command.effects(given: facts, for: caller)
  }

  /// Forgets what was written.
  mutating func settle() { stream.settle() }

  /// Keeps of what is known only what the next chapter needs.
  mutating func forget(_ change: (inout Facts) -> Void) { change(&facts) }
}
