/// A write: what it needs to know, and what follows from that.
///
/// A command is a value. Only the store runs one: it locks the stream's head, loads the facts, lets
/// the command decide and records the effects, all in one commit. Nothing here waits or reads.
public protocol Command: Sendable {
  var kind: CommandKind { get }

  /// The UPK whose books and numbers it changes; `.province` for what belongs to no single UPK.
  var stream: UPKID { get }

  /// The day it is booked on.
  var day: Day { get }

  /// Every day that it books on; `day` alone where it is no list.
  var bookedDays: [BookedDay] { get }

  /// All that the caller asked for, field by field. The same request id with another content is
  /// refused by the name of the first field that differs.
  var content: Content { get }

  /// The paper by which the command is recognised beside its request id, where there is one.
  var paper: Paper? { get }

  /// Adds the keys of the facts that `decide` reads.
  func needs(_ keys: inout Keys)

  /// Decides: first all checks, then all effects; the store runs it through `effects`, which adds
  /// `periodClosed` to what any command of a UPK may be refused with.
  ///
  /// - Throws: every rule that it breaks, in the order of `Rejection`.
  func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects
}

/// A day that a command books on, with its place in a list of vouchers, counted from 1.
public struct BookedDay: Hashable, Sendable {
  public let day: Day
  public let line: Int?

  public init(_ day: Day, line: Int? = nil) {
    self.day = day
    self.line = line
  }
}

/// A paper's number, and what must be the same for the paper to be the same.
public struct Paper: Hashable, Sendable {
  public let key: ReferenceKey
  /// A part of the command's content.
  public let content: Content

  public init(key: ReferenceKey, content: Content) {
    self.key = key
    self.content = content
  }

  /// Whether a command that was recorded with this number asked for the same.
  public func isSame(as recorded: Content) -> Bool {
    content.fields.allSatisfy { recorded[$0.name] == $0.value }
  }
}

extension Command {
  public var bookedDays: [BookedDay] { [BookedDay(day)] }
  public var paper: Paper? { nil }

  /// What the store runs: the command's own decision, and the rule that holds for all of them, that
  /// nothing of a UPK goes before the end of its last closed month.
  ///
  /// Into frozen books nothing goes at all: what they say is in doubt, so nothing is decided by it.
  ///
  /// What a command says twice could be kept only once, so that the chain of events, which is over
  /// what was said, would not be that over what was kept.
  ///
  /// - Throws: `upkFrozen` alone; else every rule that it breaks, in the order of `Rejection`;
  ///   `fieldRepeated` where it breaks none.
  public func effects(given facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    if let freeze = facts.head(stream).freeze, !kind.isForFrozenBooks {
      throw Refusal(
        .upkFrozen(
          on: freeze.on, place: freeze.difference.place, what: freeze.difference.what))
    }
    var violations = Violations()
    if let closed = facts.head(stream).closedThrough {
      for booked in bookedDays {
        violations.require(
          closed.last < booked.day,
          .periodClosed(booked.day, closedThrough: closed, line: booked.line))
      }
    }
    let effects: Effects
    do throws(Refusal) {
      effects = try decide(facts.withoutEndedRelationships(on: day), for: caller)
    } catch {
      violations.add(error.rejections)
      throw violations.refusal(or: error.first)
    }
    try violations.check()
    if let field = content.repeatedName { throw Refusal(.fieldRepeated(field: field)) }
    return effects
  }
}

/// What a command does; half of the key under which a repeated request is recognised.
public enum CommandKind: String, Hashable, Sendable, CaseIterable {
  case registerRegion = "region.register"
  case registerBKM = "bkm.register"
  case registerUPK = "upk.register"
  case registerPerson = "person.register"
  case assignRole = "person.assign"
  case endAssignment = "person.end-assignment"
  case filePapers = "person.file"
  case recordTraining = "person.train"
  case createPrincipal = "principal.create"
  case issueToken = "token.issue"
  case revokeToken = "token.revoke"
  case setCharter = "charter.set"
  case setPolicy = "policy.set"
  case setPolicyBounds = "policy-bounds.set"
  case acknowledgePolicy = "policy.acknowledge"
  case registerKSM = "ksm.register"
  case addMember = "member.add"
  case endMembership = "member.end"
  case submitApplication = "application.submit"
  case draftApplication = "application.draft"
  case submitDraft = "application.submit-draft"
  case recordInspection = "inspection.record"
  case signApproval = "approval.sign"
  case disburse = "disbursement.post"
  case confirmReceipts = "disbursement.confirm"
  case voidDisbursement = "disbursement.void"
  case recordRepayment = "repayment.record"
  case reverseRepayment = "repayment.reverse"
  case receiveCapital = "capital.receive"
  case postJournal = "journal.post"
  case reverseVoucher = "journal.reverse"
  case openAccount = "account.open"
  case recordCashCount = "cash.count"
  case bookCashDifference = "cash.difference"
  case reconcileBank = "bank.reconcile"
  case registerAsset = "asset.register"
  case depreciateAssets = "asset.depreciate"
  case closePeriod = "period.close"
  case requestReopening = "period.reopen"
  case confirmReopening = "period.confirm-reopening"
  case closeYear = "period.close-year"
  case allocateProfit = "profit.allocate"
  case paySupervisors = "profit.pay-supervisors"
  case proposeBudget = "budget.propose"
  case approveBudget = "budget.approve"
  case confirmRecovery = "recovery.confirm"
  case recordCollection = "collection.record"
  case depositSavings = "savings.deposit"
  case withdrawSavings = "savings.withdraw"
  case bankSavings = "savings.bank"
  case refundSuspense = "suspense.refund"
  case applySuspense = "suspense.apply"
  case assignSuspense = "suspense.assign"
  case unassignSuspense = "suspense.unassign"
  case callJointLiability = "joint-liability.call"
  case settleMemberDebt = "joint-liability.settle"
  case setOffSavings = "joint-liability.set-off"
  case planRepair = "repair.plan"
  case attest = "eligibility.attest"
  case setInstrument = "instrument.set"
  case restructureLoan = "restructure.post"
  case writeOffLoan = "write-off.post"
  case recoverClaim = "write-off.recover"
  case reverseRecovery = "write-off.reverse"
  case waiveClaim = "write-off.waive"
  case recordCaseStep = "case.record"
  case escalate = "case.escalate"
  case answerEscalation = "case.answer"
  case recordVisit = "visit.record"
  case liftBlock = "block.lift"
  case completeApplication = "application.complete"
  case cancelApplication = "application.cancel"
  case waitlistApplication = "application.waitlist"
  case releaseApplication = "application.release"
  case signContract = "application.contract"
  case skipQueue = "queue.skip"
  case confirmSkip = "queue.confirm"
  case setApprovalChain = "approval-chain.set"
  case delegateRole = "delegation.add"
  case declareRelationship = "relationship.declare"
  case revokeDelegation = "delegation.revoke"
  case endRelationship = "relationship.end"
  case recordComplaint = "complaint.record"
  case answerComplaint = "complaint.answer"
  case recordMeeting = "meeting.record"
  case recordSupervision = "supervision.record"
  case answerFinding = "finding.answer"
  case recordPublication = "publication.record"
  case confirmBalances = "balance.confirm"
  case requestRelease = "books.request-release"
  case confirmRelease = "books.release"
  case importBooks = "books.import"
}

/// Who runs a command, and when by the server's clock.
public struct Caller: Hashable, Sendable {
  public let principal: PrincipalID
  public let person: PersonID
  public let today: Day

  public init(principal: PrincipalID, person: PersonID, today: Day) {
    self.principal = principal
    self.person = person
    self.today = today
  }
}

/// Named values in a fixed order: a command's content, or what came of it.
public struct Content: Hashable, Sendable {
  /// One name with its value.
  public struct Field: Hashable, Sendable {
    public let name: String
    public let value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  public private(set) var fields: [Field]

  public init(_ fields: [Field] = []) {
    self.fields = fields
  }

  /// Adds a field at the end.
  public mutating func add(_ name: String, _ value: String) {
    fields.append(Field(name: name, value: value))
  }

  /// Adds a number.
  public mutating func add(_ name: String, _ value: some BinaryInteger) {
    add(name, "\(value)")
  }

  /// Adds an amount, in rupiah.
  public mutating func add(_ name: String, _ amount: Rupiah) {
    add(name, amount.amount)
  }

  /// Adds a day, as `2017-12-31`.
  public mutating func add(_ name: String, _ day: Day) {
    add(name, day.description)
  }

  /// One field for each share, named after its member.
  mutating func add(_ shares: [Share]) {
    for share in shares { add("share.\(share.member)", share.amount) }
  }

  /// The value of a field; `nil` when there is none of that name.
  public subscript(name: String) -> String? {
    fields.first { $0.name == name }?.value
  }

  /// The first name that more than one field has; `nil` when there is none.
  public var repeatedName: String? {
    // As few as most commands have are sooner compared than hashed.
    guard fields.count > 16 else {
      return fields.indices.first { place in
        fields[..<place].contains { $0.name == fields[place].name }
      }.map { fields[$0].name }
    }
    var seen: Set<String> = []
    return fields.first { !seen.insert($0.name).inserted }?.name
  }

  /// The first field, by name, in which two contents differ; `nil` when they are the same.
  public func firstDifference(from other: Content) -> String? {
    let mine = fields.reduce(into: [:]) { $0[$1.name] = $1.value }
    let theirs = other.fields.reduce(into: [:]) { $0[$1.name] = $1.value }
    return Set(mine.keys).union(theirs.keys).sorted().first { mine[$0] != theirs[$0] }
  }
}
