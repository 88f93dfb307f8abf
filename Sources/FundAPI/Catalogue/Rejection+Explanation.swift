internal import RevolvingFund

extension Rejection {
  /// The sentences for it, from the catalogue's files by topic.
  var explanation: Explanation {
    switch self {
    case .amountNotPositive(let field, let amount): .amountNotPositive(field, amount)
    case .amountTooLarge(let field, let amount): .amountTooLarge(field, amount)
    case .textMissing(let field, let line): .textMissing(field).onVoucher(line)
    case .textTooLong(let field, let length, let limit, let line):
      .textTooLong(field, length, limit).onVoucher(line)
    case .scheduleNotPossible(let share, let months, let unit): .noSchedule(share, months, unit)
    case .policyOutOfBounds(let field, let value, let least, let most):
      .policyOutOfBounds(field, value, least, most)
    case .roundUnitNotAllowed(let unit, let allowed): .roundUnitNotAllowed(unit, allowed)
    case .savingsAccountNotAllowed(let rule, let allowed):
      .savingsAccountNotAllowed(rule, allowed)
    case .startUpsNotAllowed(let version): .startUpsNotAllowed(version)
    case .boundOutOfLimits(let field, let value, let least, let most):
      .boundOutOfLimits(field, value, least, most)
    case .tokenLifeOutOfRange(let days, let longest): .tokenLifeOutOfRange(days, longest)
    case .personCountOutOfRange(let count, let most): .personCountOutOfRange(count, most)
    case .instrumentOutOfBounds(let field, let value, let least, let most):
      .instrumentOutOfBounds(field, value, least, most)
    case .attestationOutOfRange(let until, let earliest, let latest):
      .attestationOutOfRange(until, earliest, latest)
    case .nikNotPlausible(let parts): .nikNotPlausible(parts)
    case .chainOutOfBounds(let field, let value, let least, let most):
      .chainOutOfBounds(field, value, least, most)
    case .chainRoleNotAllowed(let role, let step): .chainRoleNotAllowed(role, step)
    case .chainWithoutRole(let role): .chainWithoutRole(role)
    case .delegationOutOfRange(let from, let until, let earliest, let latest):
      .delegationOutOfRange(from, until, earliest, latest)
    case .appraisalOutOfRange(let member, let field, let value, let least, let most):
      .appraisalOutOfRange(member, field, value, least, most)
    case .papersNotGiven: .papersNotGiven
    case .accountNotExtensible(let account): .accountNotExtensible(account)
    case .accountNotBank(let account): .accountNotBank(account)
    case .statementEmpty: .statementEmpty
    case .statementTooLong(let lines, let limit): .statementTooLong(lines, limit)
    case .statementLineOutside(let line, let day, let month):
      .statementLineOutside(line, day, month)
    case .statementBroken(let line, let expected, let found):
      .statementBroken(line, expected, found)
    case .assetLifeOutOfRange(let months, let least, let most):
      .assetLifeOutOfRange(months, least, most)
    case .allocationNotWhole(let hundredths): .allocationNotWhole(hundredths)
    case .purposeRepeated(let purpose): .purposeRepeated(purpose)
    case .budgetLinesMissing: .budgetLinesMissing
    case .budgetAccountRepeated(let account): .budgetAccountRepeated(account)
    case .personalDataInText(let field, let line): .personalDataInText(field).onVoucher(line)
    case .tooManyFindings(let count, let limit): .tooManyFindings(count, limit)
    case .meetingOfGroup(let kind): .meetingOfGroup(kind)
    case .confirmationEmpty: .confirmationEmpty
    case .statementRepeated(let loan, let member): .statementRepeated(loan, member)
    case .bookFileWrong(let problem): .bookFileWrong(problem)
    case .fieldRepeated(let field): .fieldRepeated(field)
    case .notFound(let noun, let name): .notFound(noun, name)
    case .alreadyExists(let noun, let name): .alreadyExists(noun, name)
    case .nikAlreadyRegistered: .nikAlreadyRegistered
    case .paperOnFile(let paper, let assignment): .paperOnFile(paper, assignment)
    case .requestIDReused(let field): .requestIDReused(field)
    case .dayInFuture(let day, let today, let line): .dayInFuture(day, today).onVoucher(line)
    case .dayBefore(let day, let earliest, let milestone): .dayBefore(day, earliest, milestone)
    case .periodClosed(let day, let month, let line): .periodClosed(day, month).onVoucher(line)
    case .periodNotOver(let month, let day): .periodNotOver(month, day)
    case .periodOutOfOrder(let month, let expected): .periodOutOfOrder(month, expected)
    case .periodNotLast(let month, let last): .periodNotLast(month, last)
    case .reopeningTooLate(let day, let latest): .reopeningTooLate(day, latest)
    case .yearNotOver(let year, let closed): .yearNotOver(year, closed)
    case .yearOutOfOrder(let year, let expected): .yearOutOfOrder(year, expected)
    case .yearClosed(let year): .yearClosed(year)
    case .noCharterInForce(let day): .noCharterInForce(day)
    case .noPolicyInForce(let day): .noPolicyInForce(day)
    case .entryTooLate(let day, let earliest): .entryTooLate(day, earliest)
    case .repairTooLate(let due, let latest): .repairTooLate(due, latest)
    case .dueTooLate(let due, let latest): .dueTooLate(due, latest)
    case .roleMissing(let role, let day, let person): .roleMissing(role, day, person)
    case .sameSigner(let step): .sameSigner(step)
    case .stepOutOfOrder(let step, let expected): .stepOutOfOrder(step, expected)
    case .inspectorMayNotDecide: .inspectorMayNotDecide
    case .deciderMayNotPay: .deciderMayNotPay
    case .rolesIncompatible(let role, let held): .rolesIncompatible(role, held)
    case .witnessIsInspector: .witnessIsInspector
    case .collectorsAreOne: .collectorsAreOne
    case .attestersAreOne: .attestersAreOne
    case .reverserIsRecorder: .reverserIsRecorder
    case .confirmerIsRequester: .confirmerIsRequester
    case .belongsToGroup(let member): .belongsToGroup(member)
    case .proposerMayNotDecide: .proposerMayNotDecide
    case .signatoriesMiscounted(let named, let required): .signatoriesMiscounted(named, required)
    case .notSignatory(let person, let day): .notSignatory(person, day)
    case .witnessIsPayer: .witnessIsPayer
    case .personBlocked(let person): .personBlocked(person)
    case .visitNeedsCompanion: .visitNeedsCompanion
    case .recusalRequired(let kind, let person, let ksm): .recusalRequired(kind, person, ksm)
    case .skipNeedsSecondPerson: .skipNeedsSecondPerson
    case .releaseNeedsSecondPerson: .releaseNeedsSecondPerson
    case .delegateIsHolder: .delegateIsHolder
    case .cashierMayNotPost(let day, let line): .cashierMayNotPost(day).onVoucher(line)
    case .witnessIsCounter: .witnessIsCounter
    case .finderMayNotAnswer: .finderMayNotAnswer
    case .ksmTooSmall(let members, let required): .ksmTooSmall(members, required)
    case .tooFewWomen(let women, let members, let required):
      .tooFewWomen(women, members, required)
    case .ksmTooYoung(let formedOn, let from): .ksmTooYoung(formedOn, from)
    case .personNotIdentified(let person): .personNotIdentified(person)
    case .alreadyMember(let person, let ksm): .alreadyMember(person, ksm)
    case .memberNotActive(let member, let day): .memberNotActive(member, day)
    case .memberIsLiable(let member, let loan): .memberIsLiable(member, loan)
    case .borrowerHasOpenShare(let member): .borrowerHasOpenShare(member)
    case .borrowerBlocked(let member): .borrowerBlocked(member)
    case .criterionComputed(let criterion): .criterionComputed(criterion)
    case .criterionOfAnother(let criterion): .criterionOfAnother(criterion)
    case .criterionNotWaivable(let criterion): .criterionNotWaivable(criterion)
    case .criterionNotMet(let criterion, let members, let shortfalls):
      .criterionNotMet(criterion, members, shortfalls)
    case .applicationOpen(let number): .applicationOpen(number)
    case .sharesMissing: .sharesMissing
    case .shareRepeated(let member): .shareRepeated(member)
    case .sharesDoNotSum(let shares, let amount): .sharesDoNotSum(shares, amount)
    case .startUpsNotServed(let policy): .startUpsNotServed(policy)
    case .shareAboveCeiling(let member, let amount, let most, let lowered):
      .shareAboveCeiling(member, amount, most, lowered)
    case .shareAboveRequest(let member, let amount, let asked):
      .shareAboveRequest(member, amount, asked)
    case .termOutOfPolicy(let months, let least, let most): .termOutOfPolicy(months, least, most)
    case .appraisalMissing(let members): .appraisalMissing(members)
    case .shareAboveCapacity(let member, let installment, let capacity):
      .shareAboveCapacity(member, installment, capacity)
    case .queueSkipped(let before): .queueSkipped(before)
    case .wrongApplicationState(let state, let required): .wrongState(state, required)
    case .approvalExpired(let decidedOn, let validUntil, let judgedOn):
      .approvalExpired(decidedOn, validUntil, judgedOn)
    case .signatureVoid(let steps): .signatureVoid(steps)
    case .agreementNotSigned(let members): .agreementNotSigned(members)
    case .lendingNotAuthorised(let standing, let category, let par, let day):
      .lendingNotAuthorised(standing, category, par, day)
    case .monthsNotClosed(let month, let day): .monthsNotClosed(month, day)
    case .topUpNotAuthorised(let category, let month): .topUpNotAuthorised(category, month)
    case .notSuspended(let category): .notSuspended(category)
    case .recoveryNotTestable(let frozen, let notYetDue, let finalDue):
      .recoveryNotTestable(frozen, notYetDue, finalDue)
    case .recoveryTooSmall(let recovered, let target, let frozen):
      .recoveryTooSmall(recovered, target, frozen)
    case .caseNotOpen(let loan, let day): .caseNotOpen(loan, day)
    case .ladderStepTooEarly(let action, let day, let from):
      .ladderStepTooEarly(action, day, from)
    case .ladderStepOutOfOrder(let action, let missing): .ladderStepOutOfOrder(action, missing)
    case .ladderNotComplete(let missing): .ladderNotComplete(missing)
    case .escalationUnanswered(let number): .escalationUnanswered(number)
    case .escalationAnswered(let number): .escalationAnswered(number)
    case .complaintAnswered(let number, let day): .complaintAnswered(number, day)
    case .findingAnswered(let number, let day): .findingAnswered(number, day)
    case .confirmationIncomplete(let missing): .confirmationIncomplete(missing)
    case .receiptDiffers(let member, let amount, let share):
      .receiptDiffers(member, amount, share)
    case .receivedAboveShare(let member, let received, let share):
      .receivedAboveShare(member, received, share)
    case .beneficiaryUnexplained(let member): .beneficiaryUnexplained(member)
    case .beneficiaryMissing(let member): .beneficiaryMissing(member)
    case .blockLifted(let day): .blockLifted(day)
    case .receiptRecorded(let member): .receiptRecorded(member)
    case .receiptsOnFile(let count): .receiptsOnFile(count)
    case .disbursementVoided(let day): .disbursementVoided(day)
    case .loanNotActive(let state): .loanNotActive(state)
    case .loanRestructuredBefore(let predecessor): .loanRestructuredBefore(predecessor)
    case .nothingOverdue(let day): .nothingOverdue(day)
    case .lateFeeOwed(let fee, let loan): .lateFeeOwed(fee, loan)
    case .ownMoneyUnused(let ksm, let savings, let held): .ownMoneyUnused(ksm, savings, held)
    case .loanNotLoss(let collectability, let day, let lossFrom):
      .loanNotLoss(collectability, day, lossFrom)
    case .loanNotWrittenOff(let state): .loanNotWrittenOff(state)
    case .recoveryExceedsClaim(let amount, let claim): .recoveryExceedsClaim(amount, claim)
    case .loanPaidOn(let paid): .loanPaidOn(paid)
    case .repaymentExceedsDebt(let amount, let debt): .repaymentExceedsDebt(amount, debt)
    case .memberPaymentsDoNotSum(let payments, let due): .memberPaymentsDoNotSum(payments, due)
    case .shareOverpaid(let member, let amount, let open): .shareOverpaid(member, amount, open)
    case .repaymentReversed(let receipt, let day): .repaymentReversed(receipt, day)
    case .nobodyPresent: .nobodyPresent
    case .nobodyIsShort(let day): .nobodyIsShort(day)
    case .memberDebtExceeded(let debtor, let creditor, let open, let asked):
      .memberDebtExceeded(debtor, creditor, open, asked)
    case .accountNotForLending(let account): .accountNotForLending(account)
    case .insufficientFunds(let account, let held, let asked):
      .insufficientFunds(account, held, asked)
    case .accountNotForSavings(let account): .accountNotForSavings(account)
    case .savingsExceeded(let ksm, let available, let asked):
      .savingsExceeded(ksm, available, asked)
    case .savingsNotCovered(let held, let owed, let day, let line):
      .savingsNotCovered(held, owed, day).onVoucher(line)
    case .suspenseExceeded(let ksm, let available, let asked):
      .suspenseExceeded(ksm, available, asked)
    case .unnamedExceeded(let line, let available, let asked):
      .unnamedExceeded(available, asked).onVoucher(line)
    case .setOffNotAgreed(let loan): .setOffNotAgreed(loan)
    case .setOffAboveArrears(let amount, let arrears): .setOffAboveArrears(amount, arrears)
    case .fundsReserved(let held, let reserved, let asked):
      .fundsReserved(held, reserved, asked)
    case .fundsSuffice(let available, let asked): .fundsSuffice(available, asked)
    case .judgedLater(let day, let judgedOn): .judgedLater(day, judgedOn)
    case .vouchersMissing: .vouchersMissing
    case .tooManyVouchers(let count, let limit): .tooManyVouchers(count, limit)
    case .accountUnknown(let line, let account): .accountUnknown(line, account)
    case .accountControlled(let line, let account): .accountControlled(line, account)
    case .accountsEqual(let line, let account): .accountsEqual(line, account)
    case .fundForLendingOnly(let line, let account): .fundForLendingOnly(line, account)
    case .incomeSpent(let line, let account, let unspent, let asked):
      .incomeSpent(line, account, unspent, asked)
    case .accountNotForBudget(let account): .accountNotForBudget(account)
    case .operatingAboveLimit(let operating, let income): .operatingAboveLimit(operating, income)
    case .coverageTooLow(let income, let cost): .coverageTooLow(income, cost)
    case .purposeNotAllowed(let purpose): .purposeNotAllowed(purpose)
    case .profitForCapitalOnly(let hundredths, let par): .profitForCapitalOnly(hundredths, par)
    case .capitalShareTooLow(let hundredths, let least): .capitalShareTooLow(hundredths, least)
    case .nothingToAllocate(let profit, let available): .nothingToAllocate(profit, available)
    case .honorariumExceeded(let available, let asked): .honorariumExceeded(available, asked)
    case .referenceUsed(let line, let reference, let holder):
      .referenceUsed(line, reference, holder)
    case .voucherNotManual(let voucher, let kind): .voucherNotManual(voucher, kind)
    case .voucherReversed(let voucher, let reversal): .voucherReversed(voucher, reversal)
    case .voucherHasAssets(let voucher, let assets): .voucherHasAssets(voucher, assets)
    case .cashCountSuperseded(let count, let last): .cashCountSuperseded(count, last)
    case .cashCountAgrees(let count): .cashCountAgrees(count)
    case .cashDifferenceBooked(let count, let voucher): .cashDifferenceBooked(count, voucher)
    case .assetAboveVoucher(let voucher, let cost, let left):
      .assetAboveVoucher(voucher, cost, left)
    case .nothingToDepreciate(let month): .nothingToDepreciate(month)
    case .upkFrozen(let day, let place, let what): .upkFrozen(day, place, what)
    case .booksNotEmpty(let series): .booksNotEmpty(series)
    }
  }
}
