/// Records that members signed for their shares; when all have, the pay-out is final.
///
/// Refused with: `textMissing` (a photograph without the place where it is kept), `textTooLong`,
/// `notFound` (loan, witness, member; the pay-out of a loan that follows a restructured one),
/// `dayInFuture`, `dayBefore` (the disbursement), `roleMissing` (the witness is no member or
/// coordinator of the board), `belongsToGroup`, `witnessIsPayer`, `personBlocked` (the witness),
/// `recusalRequired`, `sharesMissing`, `shareRepeated`, `receiptDiffers`, `receiptRecorded`,
/// `disbursementVoided`.
public struct ConfirmReceipts: Command {
  public let loan: LoanID
  /// What each member signed for.
  public let received: [Share]
  public let mark: ReceiptMark
  /// Where the paper is kept; must not be empty for a photograph.
  public let reference: String
  public let witness: PersonID
  public let day: Day

  public init(
    loan: LoanID, received: [Share], mark: ReceiptMark, reference: String, witness: PersonID,
    day: Day
  ) {
    self.loan = loan
    self.received = received
    self.mark = mark
    self.reference = reference
    self.witness = witness
    self.day = day
  }

  public var kind: CommandKind { .confirmReceipts }
  public var stream: UPKID { loan.upk }
  public var content: Content {
    var content = Content()
    content.add("loan", loan.number)
    content.add(received)
    content.add("mark", mark.rawValue)
    content.add("reference", reference)
    content.add("witness", witness.value)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.addDisbursement(of: loan)
    keys.addWitness(witness, at: stream)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let found = try facts.loan(loan)
    // For what follows a restructured loan nothing was handed out.
    guard found.succession == nil else {
      throw Refusal(.notFound(.disbursement, name: "\(loan.number)"))
    }
    let disbursement = facts.disbursements[loan]
    var violations = Violations()
    if mark == .photograph {
      violations.require(reference, .reference, atMost: 60)
    } else {
      violations.requireLength(reference, .reference, atMost: 60)
    }
    violations.requirePast(day, caller)
    violations.require(day, notBefore: found.disbursedOn, .disbursed)
    violations.require(
      witness: witness, of: [caller.person, disbursement?.paidBy].compactMap { $0 }, facts,
      at: stream, on: day)
    if let group = facts.ksms[found.ksm] {
      violations.require([caller.person, witness], outside: group, on: day)
    }
    violations.add(facts.recusalViolations([caller.person, witness], on: found.ksm))
    violations.add(receiptViolations(found, disbursement))
    violations.requireNotVoided(found)
    try violations.check()

    let confirmed = (disbursement?.receipts.count ?? 0) + received.count
    var effects = Effects(head: facts.head(stream), subject: .loan(loan))
    effects.outcome.add("confirmed", confirmed)
    effects.outcome.add("unconfirmed", found.shares.count - confirmed)
    effects.add(
      .receipts(
        loan,
        received.map {
          MemberReceipt(
            member: $0.member, amount: $0.amount, mark: mark, reference: reference,
            witness: witness, on: day)
        }))
    return effects
  }

  private func receiptViolations(_ found: Loan, _ disbursement: Disbursement?) -> [Rejection] {
    guard !received.isEmpty else { return [.sharesMissing] }
    let shares = found.shares.reduce(into: [:]) { $0[$1.member] = $1.amount }
    let recorded = Set((disbursement?.receipts ?? []).map(\.member))
    var seen: Set<Int64> = []
    return received.flatMap { receipt -> [Rejection] in
      guard let share = shares[receipt.member] else {
        return [.notFound(.member, name: "\(found.ksm.number)/\(receipt.member)")]
      }
      var violations: [Rejection] = []
      if !seen.insert(receipt.member).inserted {
        violations.append(.shareRepeated(member: receipt.member))
      }
      if receipt.amount != share {
        violations.append(
          .receiptDiffers(member: receipt.member, amount: receipt.amount, share: share))
      }
      if recorded.contains(receipt.member) {
        violations.append(.receiptRecorded(member: receipt.member))
      }
      return violations
    }
  }
}

extension Keys {
  /// Asks for a loan's group with all members, and who is close to it.
  mutating func addGroup(of loan: LoanID) {
    groupsOfLoans.insert(loan)
    relationshipsOfLoans.insert(loan)
  }

  /// Asks for a loan, how it was paid out, and its group.
  mutating func addDisbursement(of loan: LoanID) {
    loans.insert(loan)
    disbursementsOf.insert(loan)
    addGroup(of: loan)
  }

  /// Asks for what a witness at a UPK is judged by.
  mutating func addWitness(_ witness: PersonID, at upk: UPKID) {
    upks.insert(upk)
    persons.insert(witness)
    assignmentsOf.insert(witness)
    conductOf.insert(witness)
  }
}

extension Violations {
  /// A loan whose pay-out was not taken back.
  mutating func requireNotVoided(_ loan: Loan) {
    require(
      loan.state != .cancelled, .disbursementVoided(on: loan.closedOn ?? loan.disbursedOn))
  }

  /// A witness of the board who is none of those who hand the money over (rules.md 0, ruling 19).
  mutating func require(
    witness: PersonID, of payers: [PersonID], _ facts: Facts, at upk: UPKID, on day: Day
  ) {
    require(facts.persons[witness] != nil, .notFound(.person, name: "\(witness.value)"))
    require(
      facts.isOfBoard(witness, at: upk, on: day),
      .roleMissing(.bkmMember, on: day, person: witness.value))
    require(!payers.contains(witness), .witnessIsPayer)
    require(
      !(facts.conduct[witness]?.isBlocked(on: day) ?? false),
      .personBlocked(person: witness.value))
  }
}
