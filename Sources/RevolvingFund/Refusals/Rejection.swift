/// One reason why the fund's rules say no.
///
/// It carries facts, never sentences. A `line` is the place in a list of vouchers, counted from 1,
/// and `nil` where the command is no list.
///
/// The cases stand in the order in which a refusal lists them: what was written, what is missing,
/// what is there already, when, who, the group, the application, the authority, the money, the
/// books. `docs/rejections.md` has a section for each code.
public enum Rejection: Error, Hashable, Sendable {
  // What was written.
  case amountNotPositive(field: AmountField, Rupiah)
  case amountTooLarge(field: AmountField, Rupiah)
  case textMissing(field: TextField, line: Int? = nil)
  case textTooLong(field: TextField, length: Int, limit: Int, line: Int? = nil)
  case scheduleNotPossible(share: Rupiah, months: Int, roundUnit: Int64)
  case policyOutOfBounds(field: PolicyField, value: Int64, least: Int64, most: Int64)
  case roundUnitNotAllowed(unit: Int64, allowed: [Int64])
  case savingsAccountNotAllowed(SavingsAccountRule, allowed: [SavingsAccountRule])
  case startUpsNotAllowed(bounds: Int64)
  case boundOutOfLimits(field: PolicyField, value: Int64, least: Int64, most: Int64)
  case tokenLifeOutOfRange(days: Int, longest: Int)
  case personCountOutOfRange(count: Int, most: Int)
  case instrumentOutOfBounds(field: InstrumentField, value: Int, least: Int, most: Int)
  case attestationOutOfRange(until: Day, earliest: Day, latest: Day)
  case nikNotPlausible(parts: [NIKPart])
  case chainOutOfBounds(field: ChainField, value: Int64, least: Int64, most: Int64)
  case chainRoleNotAllowed(Role, step: Int?)
  case chainWithoutRole(Role)
  case delegationOutOfRange(from: Day, until: Day, earliest: Day, latest: Day)
  case appraisalOutOfRange(
    member: Int64, field: AppraisalField, value: Int64, least: Int64, most: Int64)
  case papersNotGiven
  case accountNotExtensible(AccountCode)
  case accountNotBank(AccountCode)
  case statementEmpty
  case statementTooLong(lines: Int, limit: Int)
  case statementLineOutside(line: Int, Day, Month)
  case statementBroken(line: Int, expected: Rupiah, found: Rupiah)
  case assetLifeOutOfRange(months: Int, least: Int, most: Int)
  case allocationNotWhole(hundredths: Int)
  case purposeRepeated(ProfitPurpose)
  case budgetLinesMissing
  case budgetAccountRepeated(AccountCode)
  case personalDataInText(field: TextField, line: Int? = nil)
  case tooManyFindings(count: Int, limit: Int)
  case meetingOfGroup(MeetingKind)
  case confirmationEmpty
  case statementRepeated(loan: Int64, member: Int64)
  case bookFileWrong(BookProblem)
  /// The first name that a call gives twice, as `voucher.3`.
  case fieldRepeated(field: String)

  // What is missing, and what is there already.
  case notFound(Noun, name: String)
  case alreadyExists(Noun, name: String)
  case nikAlreadyRegistered
  case paperOnFile(TextField, assignment: Int64)
  case requestIDReused(field: String)

  // When.
  case dayInFuture(Day, today: Day, line: Int? = nil)
  case dayBefore(Day, earliest: Day, milestone: Milestone)
  case periodClosed(Day, closedThrough: Month, line: Int? = nil)
  case periodNotOver(Month, day: Day)
  case periodOutOfOrder(Month, expected: Month)
  case periodNotLast(Month, last: Month)
  case reopeningTooLate(Day, latest: Day)
  case yearNotOver(Int, closedThrough: Month?)
  case yearOutOfOrder(Int, expected: Int)
  case yearClosed(Int)
  case noCharterInForce(on: Day)
  case noPolicyInForce(on: Day)
  case entryTooLate(Day, earliest: Day)
  case repairTooLate(due: Day, latest: Day)
  case dueTooLate(Day, latest: Day)

  // Who.
  /// The person of whom it is asked, by number; `nil` of the caller.
  case roleMissing(Role, on: Day, person: Int64? = nil)
  case sameSigner(step: ApprovalStep)
  case stepOutOfOrder(step: ApprovalStep, expected: ApprovalStep)
  case inspectorMayNotDecide
  case deciderMayNotPay
  case rolesIncompatible(Role, held: Role)
  case witnessIsInspector
  case collectorsAreOne
  case attestersAreOne
  case reverserIsRecorder
  case confirmerIsRequester
  case belongsToGroup(member: Int64)
  case proposerMayNotDecide
  case signatoriesMiscounted(named: Int, required: Int)
  case notSignatory(person: Int64, on: Day)
  case witnessIsPayer
  case personBlocked(person: Int64)
  case visitNeedsCompanion
  case recusalRequired(RelationshipKind, person: Int64, ksm: Int64)
  case skipNeedsSecondPerson
  case releaseNeedsSecondPerson
  case delegateIsHolder
  /// Who keeps the cash on that day.
  case cashierMayNotPost(on: Day, line: Int? = nil)
  case witnessIsCounter
  case finderMayNotAnswer

  // The group and its members.
  case ksmTooSmall(members: Int, required: Int)
  case tooFewWomen(women: Int, members: Int, required: Int)
  case ksmTooYoung(formedOn: Day, eligibleFrom: Day)
  case personNotIdentified(person: Int64)
  case alreadyMember(person: Int64, ksm: Int64)
  case memberNotActive(member: Int64, on: Day)
  case memberIsLiable(member: Int64, loan: Int64)
  case borrowerHasOpenShare(member: Int64)
  case borrowerBlocked(member: Int64)

  // Eligibility.
  case criterionComputed(Criterion)
  case criterionOfAnother(Criterion)
  case criterionNotWaivable(Criterion)
  /// A criterion of the ward, of the group or of some of its members.
  case criterionNotMet(Criterion, members: [Int64], shortfalls: [Shortfall])

  // The application and its steps.
  /// The group's application that is not over, by its number.
  case applicationOpen(Int64)
  case sharesMissing
  case shareRepeated(member: Int64)
  case sharesDoNotSum(shares: Rupiah, amount: Rupiah)
  case startUpsNotServed(policy: Int64)
  /// The policy's ceiling, where a deviation lowered it for the member.
  case shareAboveCeiling(
    member: Int64, amount: Rupiah, ceiling: Rupiah, loweredFrom: Rupiah? = nil)
  case shareAboveRequest(member: Int64, amount: Rupiah, requested: Rupiah)
  case termOutOfPolicy(months: Int, shortest: Int, longest: Int)
  case appraisalMissing(members: [Int64])
  case shareAboveCapacity(member: Int64, installment: Rupiah, capacity: Rupiah)
  /// Older applications wait, by their numbers.
  case queueSkipped(before: [Int64])
  case wrongApplicationState(ApplicationState, required: [ApplicationState])
  /// The day on which it is judged, where that is later than the one it is entered for.
  case approvalExpired(decidedOn: Day, validUntil: Day, judgedOn: Day? = nil)
  case signatureVoid(steps: [Int])
  case agreementNotSigned(members: [Int64])

  // The authority to lend.
  case lendingNotAuthorised(BorrowerStanding, AuthorityCategory, par: Ratio, asOf: Day)
  case monthsNotClosed(lastClosed: Month, on: Day)
  case topUpNotAuthorised(AuthorityCategory, lastClosed: Month)
  case notSuspended(AuthorityCategory)
  case recoveryNotTestable(frozen: Rupiah, notYetDue: Int, finalDue: Day?)
  case recoveryTooSmall(recovered: Rupiah, target: Rupiah, frozen: Rupiah)

  // The case of a loan in arrears.
  case caseNotOpen(loan: Int64, on: Day)
  case ladderStepTooEarly(CaseAction, Day, from: Day)
  case ladderStepOutOfOrder(CaseAction, missing: CaseAction)
  case escalationUnanswered(number: Int64)
  case escalationAnswered(number: Int64)

  // What the fund answers for.
  case complaintAnswered(number: Int64, on: Day)
  case findingAnswered(number: Int64, on: Day)
  case confirmationIncomplete(missing: Int)

  // The money.
  case receiptDiffers(member: Int64, amount: Rupiah, share: Rupiah)
  case receivedAboveShare(member: Int64, received: Rupiah, share: Rupiah)
  case beneficiaryUnexplained(member: Int64)
  case beneficiaryMissing(member: Int64)
  case blockLifted(on: Day)
  case receiptRecorded(member: Int64)
  case receiptsOnFile(count: Int)
  case disbursementVoided(on: Day)
  case loanNotActive(LoanState)
  case loanRestructuredBefore(predecessor: Int64)
  case nothingOverdue(on: Day)
  case lateFeeOwed(Rupiah, loan: Int64)
  case loanNotLoss(Collectability, on: Day, lossFrom: Day?)
  case ladderNotComplete(missing: [CaseAction])
  case ownMoneyUnused(ksm: Int64, savings: Rupiah, held: Rupiah)
  case loanNotWrittenOff(LoanState)
  case recoveryExceedsClaim(amount: Rupiah, claim: Rupiah)
  case loanPaidOn(paid: Rupiah)
  case repaymentExceedsDebt(amount: Rupiah, debt: Rupiah)
  case memberPaymentsDoNotSum(payments: Rupiah, due: Rupiah)
  case shareOverpaid(member: Int64, amount: Rupiah, open: Rupiah)
  case repaymentReversed(receipt: String, on: Day)
  case nobodyPresent
  case nobodyIsShort(on: Day)
  case memberDebtExceeded(debtor: Int64, creditor: Int64, open: Rupiah, asked: Rupiah)
  case accountNotForLending(AccountCode)
  case insufficientFunds(AccountCode, available: Rupiah, asked: Rupiah)
  case accountNotForSavings(AccountCode)
  case savingsExceeded(ksm: Int64, available: Rupiah, asked: Rupiah)
  case savingsNotCovered(held: Rupiah, owed: Rupiah, on: Day, line: Int? = nil)
  case suspenseExceeded(ksm: Int64, available: Rupiah, asked: Rupiah)
  case unnamedExceeded(line: Int?, available: Rupiah, asked: Rupiah)
  case setOffNotAgreed(loan: Int64)
  case setOffAboveArrears(amount: Rupiah, arrears: Rupiah)
  case fundsReserved(held: Rupiah, reserved: Rupiah, asked: Rupiah)
  case fundsSuffice(available: Rupiah, asked: Rupiah)
  /// Beside other reasons, of which one does not hold on the day that the step is dated.
  case judgedLater(Day, on: Day)

  // The books.
  case vouchersMissing
  case tooManyVouchers(count: Int, limit: Int)
  case accountUnknown(line: Int, AccountCode)
  case accountControlled(line: Int, AccountCode)
  case accountsEqual(line: Int, AccountCode)
  case fundForLendingOnly(line: Int, AccountCode)
  case incomeSpent(line: Int, AccountCode, unspent: Rupiah, asked: Rupiah)
  case accountNotForBudget(AccountCode)
  case operatingAboveLimit(operating: Rupiah, income: Rupiah)
  case coverageTooLow(income: Rupiah, cost: Rupiah)
  case purposeNotAllowed(ProfitPurpose)
  /// Capital gets less than all of the profit of a year that ended with this PAR.
  case profitForCapitalOnly(hundredths: Int, par: Ratio)
  case capitalShareTooLow(hundredths: Int, least: Int)
  case nothingToAllocate(profit: Rupiah, available: Rupiah)
  case honorariumExceeded(available: Rupiah, asked: Rupiah)
  /// What holds the number in the books; `nil` where it is another line of the same list.
  case referenceUsed(line: Int, reference: String, holder: PaperHolder? = nil)
  case voucherNotManual(VoucherNumber, kind: String)
  case voucherReversed(VoucherNumber, by: VoucherNumber)
  case voucherHasAssets(VoucherNumber, assets: [Int64])
  case cashCountSuperseded(count: Int64, last: Int64)
  case cashCountAgrees(count: Int64)
  case cashDifferenceBooked(count: Int64, VoucherNumber)
  case assetAboveVoucher(VoucherNumber, cost: Rupiah, left: Rupiah)
  case nothingToDepreciate(Month)
  case upkFrozen(on: Day, place: String, what: String)
  case booksNotEmpty(series: [String])
}

/// Amounts that people type.
public enum AmountField: Hashable, Sendable {
  case amount
  /// A member's share.
  case share(member: Int64)
  /// A voucher of a list, counted from 1.
  case line(Int)
}

/// Texts that people type.
public enum TextField: String, Hashable, Sendable, CaseIterable {
  case name, minutes, description, note, reference
  case borrowerCriteria, jointLiability, reason
  case deed, povertyTool, lendingOnly, incomeForUnitOnly, duties, evidence
  case agreement, notice, report
  case answer, decision
  case complaint, finding
}

/// Things that can be missing or there already.
public enum Noun: String, Hashable, Sendable, CaseIterable {
  case region, bkm, upk, person, ksm, member, policy, application, loan, account, principal, token
  case assignment, period, acknowledgement, training, restructuring, escalation, disbursement,
    block, queueSkip, relationship, repayment, suspenseAssignment,
    delegation, voucher, cashCount, depreciation, reconciliation, reopening, closedYear, allocation,
    budget,
    budgetApproval
  case complaint, finding, publication, confirmation, freeze, releaseRequest, event
}

/// What a day may not come before.
public enum Milestone: String, Hashable, Sendable, CaseIterable {
  case ksmFormed, memberJoined, charterBegan, policyBegan, boundsBegan, applicationSubmitted
  case inspected, signed, decided, disbursed, assigned, trained, planned, instrumentBegan
  case repaid, writtenOff, recovered, posted, counted, bought
  case escalated, promised, visited
  case applicationDrafted, applicationCompleted, waitlisted
  case agreementSigned, skipRequested, chainBegan
  case suspenseAssigned, relationshipDeclared
  case reopeningRequested, yearClosed, budgetProposed
  case complained, supervised, askedAbout
  case frozen, releaseRequested
}
