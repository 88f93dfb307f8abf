import FundAPI
import RevolvingFund

/// Days, codes and amounts for examples, from the case of BKM Mentari.
func day(_ year: Int, _ month: Int, _ dayOfMonth: Int) -> Day {
  guard let day = Day(year: year, month: month, day: dayOfMonth) else {
    preconditionFailure("no such day")
  }
  return day
}

func code(_ text: String) -> Code {
  guard let code = Code(text) else { preconditionFailure("no such code") }
  return code
}

func region(_ text: String) -> RegionCode {
  guard let code = RegionCode(text) else { preconditionFailure("no such region code") }
  return code
}

/// One example of each rejection, in the order of the enumeration.
let rejectionSamples: [Rejection] = writtenSamples + peopleSamples + loanSamples

private let writtenSamples: [Rejection] = [
  .amountNotPositive(field: .share(member: 3), .zero),
  .amountTooLarge(field: .line(7), Rupiah(1_000_000_000_000_000)),
  .textMissing(field: .minutes),
  .textTooLong(field: .note, length: 2_150, limit: 2000),
  .scheduleNotPossible(share: Rupiah(50_000), months: 24, roundUnit: 1000),
  .policyOutOfBounds(field: .firstLoanCeiling, value: 6_000_000, least: 1, most: 5_000_000),
  .roundUnitNotAllowed(unit: 250, allowed: [1, 100, 500, 1000]),
  .savingsAccountNotAllowed(.member, allowed: [.none, .group]),
  .startUpsNotAllowed(bounds: 2),
  .boundOutOfLimits(field: .longestTerm, value: 72, least: 1, most: 60),
  .tokenLifeOutOfRange(days: 500, longest: 400),
  .personCountOutOfRange(count: 120, most: 100),
  .instrumentOutOfBounds(field: .womenInTen, value: 2, least: 3, most: 10),
  .attestationOutOfRange(
    until: day(2019, 1, 31), earliest: day(2017, 12, 31), latest: day(2018, 12, 31)),
  .nikNotPlausible(parts: [.birth, .serial]),
  .chainOutOfBounds(field: .quorum, value: 6, least: 1, most: 5),
  .chainRoleNotAllowed(.cashier, step: 2),
  .chainWithoutRole(.manager),
  .delegationOutOfRange(
    from: day(2017, 1, 1), until: day(2017, 6, 30), earliest: day(2017, 1, 1),
    latest: day(2017, 4, 1)),
  .appraisalOutOfRange(member: 3, field: .score, value: 6, least: 1, most: 5),
  .papersNotGiven,
  .accountNotExtensible(AccountCode(11023)),
  .accountNotBank(.cash),
  .statementEmpty,
  .statementTooLong(lines: 1_200, limit: 1000),
  .statementLineOutside(line: 7, day(2017, 11, 1), Month(year: 2017, month: 10)),
  .statementBroken(line: 7, expected: Rupiah(1_250_000), found: Rupiah(1_240_000)),
  .assetLifeOutOfRange(months: 300, least: 1, most: 240),
  .allocationNotWhole(hundredths: 9_950),
  .purposeRepeated(.capital),
  .budgetLinesMissing,
  .budgetAccountRepeated(.bankFees),
  .personalDataInText(field: .complaint),
  .tooManyFindings(count: 60, limit: 50),
  .meetingOfGroup(.rwt),
  .confirmationEmpty,
  .statementRepeated(loan: 1, member: 3),
  .bookFileWrong(
    BookProblem(
      .loans, line: 7,
      .cellWrong(column: "disbursed_on", value: "31/02/2017", .day))),
  .fieldRepeated(field: "voucher.3"),
  .notFound(.ksm, name: "12"),
  .alreadyExists(.upk, name: "malabutor"),
  .nikAlreadyRegistered,
  .paperOnFile(.duties, assignment: 3),
  .requestIDReused(field: "amount"),
  .dayInFuture(day(2018, 1, 2), today: day(2017, 12, 31)),
  .dayBefore(day(2017, 3, 1), earliest: day(2017, 3, 15), milestone: .disbursed),
  .periodClosed(day(2017, 10, 5), closedThrough: Month(year: 2017, month: 11), line: 3),
  .periodNotOver(Month(year: 2017, month: 12), day: day(2017, 12, 31)),
  .periodOutOfOrder(
    Month(year: 2017, month: 12), expected: Month(year: 2017, month: 10)),
  .periodNotLast(Month(year: 2017, month: 9), last: Month(year: 2017, month: 10)),
  .reopeningTooLate(day(2017, 11, 15), latest: day(2017, 11, 14)),
  .yearNotOver(2017, closedThrough: Month(year: 2017, month: 11)),
  .yearOutOfOrder(2017, expected: 2015),
  .yearClosed(2017),
  .noCharterInForce(on: day(2015, 1, 31)),
  .noPolicyInForce(on: day(2015, 1, 31)),
  .entryTooLate(day(2017, 12, 1), earliest: day(2017, 12, 24)),
  .repairTooLate(due: day(2018, 12, 31), latest: day(2018, 6, 30)),
  .dueTooLate(day(2018, 4, 30), latest: day(2018, 3, 31)),
]

private let peopleSamples: [Rejection] = [
  .roleMissing(.bkmCoordinator, on: day(2017, 12, 31), person: 4),
  .sameSigner(step: .upkManager),
  .stepOutOfOrder(step: .bkmCoordinator, expected: .upkManager),
  .inspectorMayNotDecide,
  .deciderMayNotPay,
  .rolesIncompatible(.bookkeeper, held: .cashier),
  .witnessIsInspector,
  .collectorsAreOne,
  .attestersAreOne,
  .reverserIsRecorder,
  .confirmerIsRequester,
  .belongsToGroup(member: 3),
  .proposerMayNotDecide,
  .signatoriesMiscounted(named: 2, required: 3),
  .notSignatory(person: 5, on: day(2017, 12, 31)),
  .witnessIsPayer,
  .personBlocked(person: 5),
  .visitNeedsCompanion,
  .recusalRequired(.family, person: 7, ksm: 2),
  .skipNeedsSecondPerson,
  .releaseNeedsSecondPerson,
  .delegateIsHolder,
  .cashierMayNotPost(on: day(2017, 6, 12), line: 7),
  .witnessIsCounter,
  .finderMayNotAnswer,
  .ksmTooSmall(members: 4, required: 5),
  .tooFewWomen(women: 1, members: 6, required: 2),
  .ksmTooYoung(formedOn: day(2017, 10, 15), eligibleFrom: day(2018, 1, 15)),
  .personNotIdentified(person: 8),
  .alreadyMember(person: 8, ksm: 2),
  .memberNotActive(member: 4, on: day(2017, 12, 31)),
  .memberIsLiable(member: 4, loan: 9),
  .borrowerHasOpenShare(member: 4),
  .borrowerBlocked(member: 4),
  .criterionComputed(.officersAppointed),
  .criterionOfAnother(.memberSuitable),
  .criterionNotWaivable(.groupFormed),
  .criterionNotMet(
    .groupPrepared, members: [],
    shortfalls: [
      .measured(.membersUntrained, .count(2), .most(0)), .attestation(.expired),
    ]),
]

private let loanSamples: [Rejection] = [
  .applicationOpen(4),
  .sharesMissing,
  .shareRepeated(member: 3),
  .sharesDoNotSum(shares: Rupiah(4_500_000), amount: Rupiah(5_000_000)),
  .startUpsNotServed(policy: 2),
  .shareAboveCeiling(member: 3, amount: Rupiah(1_500_000), ceiling: Rupiah(1_000_000)),
  .shareAboveRequest(member: 3, amount: Rupiah(900_000), requested: Rupiah(750_000)),
  .termOutOfPolicy(months: 18, shortest: 3, longest: 12),
  .appraisalMissing(members: [2, 5]),
  .shareAboveCapacity(member: 3, installment: Rupiah(265_000), capacity: Rupiah(200_000)),
  .queueSkipped(before: [4, 7]),
  .wrongApplicationState(.submitted, required: [.recommended, .inDecision]),
  .approvalExpired(
    decidedOn: day(2017, 10, 1), validUntil: day(2017, 11, 30), judgedOn: day(2017, 12, 4)),
  .signatureVoid(steps: [1]),
  .agreementNotSigned(members: [2, 5]),
  .lendingNotAuthorised(
    .new, .suspended, par: Ratio(12_330_000, 20_000_000), asOf: day(2017, 12, 31)),
  .monthsNotClosed(lastClosed: Month(year: 2016, month: 9), on: day(2017, 1, 3)),
  .topUpNotAuthorised(.minimum, lastClosed: Month(year: 2017, month: 11)),
  .notSuspended(.satisfactory),
  .recoveryNotTestable(
    frozen: Rupiah(12_330_000), notYetDue: 2, finalDue: day(2018, 2, 10)),
  .recoveryTooSmall(
    recovered: Rupiah(7_397_999), target: Rupiah(7_398_000), frozen: Rupiah(12_330_000)),
  .caseNotOpen(loan: 9, on: day(2017, 12, 31)),
  .ladderStepTooEarly(.warning1, day(2017, 12, 31), from: day(2018, 1, 10)),
  .ladderStepOutOfOrder(.warning2, missing: .warning1),
  .escalationUnanswered(number: 3),
  .escalationAnswered(number: 3),
  .complaintAnswered(number: 2, on: day(2017, 10, 9)),
  .findingAnswered(number: 4, on: day(2017, 11, 3)),
  .confirmationIncomplete(missing: 2),
  .receiptDiffers(member: 3, amount: Rupiah(700_000), share: Rupiah(767_000)),
  .receivedAboveShare(member: 3, received: Rupiah(800_000), share: Rupiah(767_000)),
  .beneficiaryUnexplained(member: 3),
  .beneficiaryMissing(member: 3),
  .blockLifted(on: day(2017, 6, 30)),
  .receiptRecorded(member: 3),
  .receiptsOnFile(count: 2),
  .disbursementVoided(on: day(2017, 6, 30)),
  .loanNotActive(.paidOff),
  .loanRestructuredBefore(predecessor: 4),
  .nothingOverdue(on: day(2017, 12, 31)),
  .lateFeeOwed(Rupiah(15_000), loan: 4),
  .loanNotLoss(.doubtful, on: day(2017, 12, 31), lossFrom: day(2018, 1, 16)),
  .ladderNotComplete(missing: [.wardReport, .provinceReport]),
  .ownMoneyUnused(ksm: 2, savings: Rupiah(400_000), held: Rupiah(25_000)),
  .loanNotWrittenOff(.active),
  .recoveryExceedsClaim(amount: Rupiah(250_000), claim: Rupiah(196_674)),
  .loanPaidOn(paid: Rupiah(196_666)),
  .repaymentExceedsDebt(amount: Rupiah(250_000), debt: Rupiah(196_674)),
  .memberPaymentsDoNotSum(payments: Rupiah(560_000), due: Rupiah(575_000)),
  .shareOverpaid(member: 3, amount: Rupiah(150_000), open: Rupiah(115_000)),
  .repaymentReversed(receipt: "KW-2017-0012", on: day(2017, 6, 12)),
  .nobodyPresent,
  .nobodyIsShort(on: day(2017, 6, 12)),
  .memberDebtExceeded(
    debtor: 5, creditor: 1, open: Rupiah(100_000), asked: Rupiah(120_000)),
  .accountNotForLending(.savingsBank),
  .insufficientFunds(.bank, available: Rupiah(1_200_000), asked: Rupiah(5_000_000)),
  .accountNotForSavings(.bank),
  .savingsExceeded(ksm: 3, available: Rupiah(150_000), asked: Rupiah(200_000)),
  .savingsNotCovered(
    held: Rupiah(2_980_000), owed: Rupiah(3_000_000), on: day(2017, 6, 30), line: 7),
  .suspenseExceeded(ksm: 3, available: Rupiah(25_000), asked: Rupiah(40_000)),
  .unnamedExceeded(line: 7, available: Rupiah(25_000), asked: Rupiah(40_000)),
  .setOffNotAgreed(loan: 4),
  .setOffAboveArrears(amount: Rupiah(200_000), arrears: Rupiah(150_000)),
  .fundsReserved(
    held: Rupiah(6_000_000), reserved: Rupiah(5_000_000), asked: Rupiah(2_000_000)),
  .fundsSuffice(available: Rupiah(9_000_000), asked: Rupiah(5_000_000)),
  .judgedLater(day(2017, 11, 28), on: day(2017, 12, 4)),
  .vouchersMissing,
  .tooManyVouchers(count: 1_250, limit: 1000),
  .accountUnknown(line: 7, AccountCode(51999)),
  .accountControlled(line: 7, .loans),
  .accountsEqual(line: 7, .cash),
  .fundForLendingOnly(line: 7, .priorProfit),
  .incomeSpent(
    line: 7, .equipment, unspent: Rupiah(42_000), asked: Rupiah(1_500_000)),
  .accountNotForBudget(.cash),
  .operatingAboveLimit(operating: Rupiah(120_000), income: Rupiah(152_097)),
  .coverageTooLow(income: Rupiah(152_097), cost: Rupiah(150_414)),
  .purposeNotAllowed(.unitBonus),
  .profitForCapitalOnly(hundredths: 9_000, par: Ratio(12_330_000, 20_000_000)),
  .capitalShareTooLow(hundredths: 4_000, least: 5_000),
  .nothingToAllocate(profit: Rupiah(1_683), available: .zero),
  .honorariumExceeded(available: Rupiah(400), asked: Rupiah(500)),
  .referenceUsed(
    line: 7, reference: "0147/UPK/2017",
    holder: PaperHolder(
      voucher: VoucherNumber(kind: .cashReceipt, year: 2017, number: 12), on: day(2017, 3, 9),
      receipt: ReceiptNumber(year: 2017, number: 9), loan: 4)),
  .voucherNotManual(
    VoucherNumber(kind: .cashReceipt, year: 2017, number: 12), kind: "repayment.record"),
  .voucherReversed(
    VoucherNumber(kind: .cashPayment, year: 2017, number: 3),
    by: VoucherNumber(kind: .cashReceipt, year: 2017, number: 14)),
  .voucherHasAssets(
    VoucherNumber(kind: .cashPayment, year: 2017, number: 3), assets: [1, 4]),
  .cashCountSuperseded(count: 3, last: 4),
  .cashCountAgrees(count: 3),
  .cashDifferenceBooked(
    count: 3, VoucherNumber(kind: .cashReceipt, year: 2017, number: 14)),
  .assetAboveVoucher(
    VoucherNumber(kind: .cashPayment, year: 2017, number: 3), cost: Rupiah(1_500_000),
    left: Rupiah(900_000)),
  .nothingToDepreciate(Month(year: 2017, month: 10)),
  .upkFrozen(on: day(2017, 12, 4), place: "loan/7", what: "principal_paid"),
  .booksNotEmpty(series: ["KM-2017", "ksm"]),
]

/// One example of each fault, in the order of the codes.
let faultSamples: [Fault] = [
  .fieldMissing("parent"),
  .fieldInvalid("as_of", expected: .day),
  .requestIDRequired,
  .rangeTooLong(limitMonths: 120),
  .unauthenticated(.tokenMissing),
  .unauthenticated(.tokenUnknown),
  .unauthenticated(.tokenExpired),
  .unauthenticated(.tokenRevoked),
  .unauthenticated(.certificateUnknown),
  .tooManyBadTokens(retryAfterMilliseconds: 3000),
  .permissionDenied(permission: "loan.repay", roles: [.cashier, .manager]),
  .upkNotFound(code("malabutor")),
  .overloaded(retryAfterMilliseconds: 250),
  .databaseUnavailable,
  .databaseFull,
  .booksHeld,
  .standbyBehind(limitSeconds: 30),
  .deadlineExceeded,
  .corrupted(reference: "7f3a91"),
  .unexpected(reference: "7f3a91"),
  .notConnected(address: "127.0.0.1:7710"),
  .outcomeUnknown(requestID: "0a4f0f9e-6d0c-4b8e-9a51-0f6f6d1c2b3a"),
]

/// The problems of all samples, rejections first.
let problemSamples: [Problem] =
  rejectionSamples.map { Problem(Refusal($0)) } + faultSamples.map { Problem($0) }
