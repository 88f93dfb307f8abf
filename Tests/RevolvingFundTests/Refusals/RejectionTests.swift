import RevolvingFund
import Testing

struct RejectionTests {
  /// One of each case, in the documented order.
  private static let voucher = VoucherNumber(kind: .transfer, year: 2017, number: 1)

  static let samples: [Rejection] = [
    .amountNotPositive(field: .share(member: 3), -1), .amountTooLarge(field: .line(2), 5),
    .textMissing(field: .name), .textTooLong(field: .note, length: 9, limit: 8),
    .scheduleNotPossible(share: 50_000, months: 24, roundUnit: 1000),
    .policyOutOfBounds(field: .rate, value: 5, least: 0, most: 4),
    .roundUnitNotAllowed(unit: 3, allowed: [1, 100]),
    .savingsAccountNotAllowed(.member, allowed: [.none, .group]), .startUpsNotAllowed(bounds: 1),
    .boundOutOfLimits(field: .longestTerm, value: 61, least: 1, most: 60),
    .tokenLifeOutOfRange(days: 0, longest: 400), .personCountOutOfRange(count: 0, most: 100),
    .instrumentOutOfBounds(field: .womenInTen, value: 2, least: 3, most: 10),
    .attestationOutOfRange(until: "2017-01-01", earliest: "2017-01-02", latest: "2018-01-02"),
    .nikNotPlausible(parts: [.province]),
    .chainOutOfBounds(field: .quorum, value: 6, least: 1, most: 5),
    .chainRoleNotAllowed(.cashier, step: 1), .chainWithoutRole(.manager),
    .delegationOutOfRange(
      from: "2017-01-01", until: "2017-06-01", earliest: "2017-01-01", latest: "2017-04-01"),
    .appraisalOutOfRange(member: 1, field: .score, value: 6, least: 1, most: 5), .papersNotGiven,
    .accountNotExtensible(.bank), .accountNotBank(.cash), .statementEmpty,
    .statementTooLong(lines: 1001, limit: 1000),
    .statementLineOutside(line: 1, "2017-02-01", "2017-01"),
    .statementBroken(line: 1, expected: 5, found: 4),
    .assetLifeOutOfRange(months: 241, least: 1, most: 240), .allocationNotWhole(hundredths: 9_999),
    .purposeRepeated(.capital), .budgetLinesMissing, .budgetAccountRepeated(.bankFees),
    .personalDataInText(field: .complaint), .tooManyFindings(count: 60, limit: 50),
    .meetingOfGroup(.rwt), .confirmationEmpty, .statementRepeated(loan: 1, member: 3),
    .bookFileWrong(BookProblem(.loans, line: 7, .endMissing)),
    .fieldRepeated(field: "voucher.3"), .notFound(.upk, name: "x"),
    .alreadyExists(.region, name: "92"), .nikAlreadyRegistered,
    .paperOnFile(.duties, assignment: 3), .requestIDReused(field: "amount"),
    .dayInFuture("2017-01-02", today: "2017-01-01"),
    .dayBefore("2017-01-01", earliest: "2017-01-02", milestone: .signed),
    .periodClosed("2017-01-01", closedThrough: "2017-02", line: 3),
    .periodNotOver("2017-01", day: "2017-01-31"), .periodOutOfOrder("2017-03", expected: "2017-02"),
    .periodNotLast("2017-01", last: "2017-02"),
    .reopeningTooLate("2017-02-15", latest: "2017-02-14"),
    .yearNotOver(2017, closedThrough: "2017-11"), .yearOutOfOrder(2017, expected: 2016),
    .yearClosed(2017), .noCharterInForce(on: "2017-01-01"), .noPolicyInForce(on: "2017-01-01"),
    .entryTooLate("2017-01-01", earliest: "2017-01-02"),
    .repairTooLate(due: "2018-01-01", latest: "2017-07-01"),
    .dueTooLate("2018-01-01", latest: "2017-07-01"), .roleMissing(.manager, on: "2017-01-01"),
    .sameSigner(step: .upkManager), .stepOutOfOrder(step: .bkmCoordinator, expected: .upkManager),
    .inspectorMayNotDecide, .deciderMayNotPay, .rolesIncompatible(.cashier, held: .bookkeeper),
    .witnessIsInspector, .collectorsAreOne, .attestersAreOne, .reverserIsRecorder,
    .confirmerIsRequester, .belongsToGroup(member: 1), .proposerMayNotDecide,
    .signatoriesMiscounted(named: 2, required: 3), .notSignatory(person: 1, on: "2017-01-01"),
    .witnessIsPayer, .personBlocked(person: 1), .visitNeedsCompanion,
    .recusalRequired(.family, person: 3, ksm: 1), .skipNeedsSecondPerson, .releaseNeedsSecondPerson,
    .delegateIsHolder, .cashierMayNotPost(on: "2017-01-01", line: 2), .witnessIsCounter,
    .finderMayNotAnswer, .ksmTooSmall(members: 4, required: 5),
    .tooFewWomen(women: 1, members: 5, required: 2),
    .ksmTooYoung(formedOn: "2017-01-01", eligibleFrom: "2017-04-01"),
    .personNotIdentified(person: 1), .alreadyMember(person: 1, ksm: 2),
    .memberNotActive(member: 1, on: "2017-01-01"), .memberIsLiable(member: 1, loan: 2),
    .borrowerHasOpenShare(member: 1), .borrowerBlocked(member: 1),
    .criterionComputed(.membersEnough), .criterionOfAnother(.memberSuitable),
    .criterionNotWaivable(.groupFormed),
    .criterionNotMet(.memberSuitable, members: [1, 2], shortfalls: [.attestation(.missing)]),
    .applicationOpen(1), .sharesMissing, .shareRepeated(member: 1),
    .sharesDoNotSum(shares: 1, amount: 2), .startUpsNotServed(policy: 1),
    .shareAboveCeiling(member: 1, amount: 3, ceiling: 2),
    .shareAboveRequest(member: 1, amount: 3, requested: 2),
    .termOutOfPolicy(months: 13, shortest: 3, longest: 12), .appraisalMissing(members: [1, 2]),
    .shareAboveCapacity(member: 1, installment: 3, capacity: 2), .queueSkipped(before: [1, 2]),
    .wrongApplicationState(.draft, required: [.recommended, .inDecision]),
    .approvalExpired(decidedOn: "2017-01-01", validUntil: "2017-03-02"), .signatureVoid(steps: [1]),
    .agreementNotSigned(members: [1, 2]),
    .lendingNotAuthorised(.new, .suspended, par: Ratio(9_996, 100_000), asOf: "2017-01-01"),
    .monthsNotClosed(lastClosed: "2016-10", on: "2017-01-01"),
    .topUpNotAuthorised(.minimum, lastClosed: "2016-12"), .notSuspended(.minimum),
    .recoveryNotTestable(frozen: 5, notYetDue: 1, finalDue: "2017-01-01"),
    .recoveryTooSmall(recovered: 2, target: 3, frozen: 5), .caseNotOpen(loan: 1, on: "2017-01-01"),
    .ladderStepTooEarly(.warning1, "2017-01-01", from: "2017-02-01"),
    .ladderStepOutOfOrder(.warning1, missing: .bill), .escalationUnanswered(number: 3),
    .escalationAnswered(number: 3), .complaintAnswered(number: 2, on: "2017-10-09"),
    .findingAnswered(number: 4, on: "2017-11-03"), .confirmationIncomplete(missing: 2),
    .receiptDiffers(member: 1, amount: 2, share: 1),
    .receivedAboveShare(member: 1, received: 2, share: 1), .beneficiaryUnexplained(member: 1),
    .beneficiaryMissing(member: 1), .blockLifted(on: "2017-01-01"), .receiptRecorded(member: 1),
    .receiptsOnFile(count: 1), .disbursementVoided(on: "2017-01-01"), .loanNotActive(.paidOff),
    .loanRestructuredBefore(predecessor: 1), .nothingOverdue(on: "2016-01-10"),
    .lateFeeOwed(1, loan: 1), .loanNotLoss(.doubtful, on: "2016-01-10", lossFrom: "2016-02-10"),
    .ladderNotComplete(missing: [.provinceReport]), .ownMoneyUnused(ksm: 1, savings: 1, held: 0),
    .loanNotWrittenOff(.active), .recoveryExceedsClaim(amount: 2, claim: 1), .loanPaidOn(paid: 1),
    .repaymentExceedsDebt(amount: 2, debt: 1), .memberPaymentsDoNotSum(payments: 1, due: 2),
    .shareOverpaid(member: 1, amount: 2, open: 1),
    .repaymentReversed(receipt: "KW-2016-0001", on: "2016-02-10"), .nobodyPresent,
    .nobodyIsShort(on: "2016-02-10"),
    .memberDebtExceeded(debtor: 1, creditor: 2, open: 1, asked: 2),
    .accountNotForLending(.savingsBank), .insufficientFunds(.bank, available: 1, asked: 2),
    .accountNotForSavings(.bank), .savingsExceeded(ksm: 1, available: 1, asked: 2),
    .savingsNotCovered(held: 1, owed: 2, on: "2017-01-01", line: 3),
    .suspenseExceeded(ksm: 1, available: 1, asked: 2),
    .unnamedExceeded(line: 1, available: 1, asked: 2), .setOffNotAgreed(loan: 1),
    .setOffAboveArrears(amount: 2, arrears: 1), .fundsReserved(held: 3, reserved: 2, asked: 2),
    .fundsSuffice(available: 2, asked: 1),
    .judgedLater("2017-01-01", on: "2017-01-02"), .vouchersMissing,
    .tooManyVouchers(count: 1001, limit: 1000), .accountUnknown(line: 1, .bank),
    .accountControlled(line: 1, .loans), .accountsEqual(line: 1, .bank),
    .fundForLendingOnly(line: 1, .priorProfit),
    .incomeSpent(line: 1, .equipment, unspent: 1, asked: 2), .accountNotForBudget(.cash),
    .operatingAboveLimit(operating: 26, income: 100), .coverageTooLow(income: 100, cost: 81),
    .purposeNotAllowed(.other), .profitForCapitalOnly(hundredths: 9_000, par: Ratio(1, 5)),
    .capitalShareTooLow(hundredths: 4_999, least: 5_000),
    .nothingToAllocate(profit: 0, available: 5), .honorariumExceeded(available: 1, asked: 2),
    .referenceUsed(line: 1, reference: "7"), .voucherNotManual(voucher, kind: "capital.receive"),
    .voucherReversed(voucher, by: voucher), .voucherHasAssets(voucher, assets: [1]),
    .cashCountSuperseded(count: 1, last: 2), .cashCountAgrees(count: 1),
    .cashDifferenceBooked(count: 1, voucher), .assetAboveVoucher(voucher, cost: 5, left: 4),
    .nothingToDepreciate("2017-01"),
    .upkFrozen(on: "2017-01-01", place: "loan/1", what: "principal"),
    .booksNotEmpty(series: ["ksm"]),
  ]

  @Test func `there is one sample for each code, in the documented order`() {
    #expect(RejectionTests.samples.map(\.code) == RejectionCode.allCases)
  }

  @Test(arguments: RejectionCode.allCases)
  func `codes are upper snake case of at most 63 characters`(code: RejectionCode) {
    #expect((3...63).contains(code.rawValue.utf8.count))
    #expect(
      code.rawValue.utf8.allSatisfy {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: "_")
      })
  }

  @Test(arguments: samples)
  func `a rejection with numbers behind it tells them, each name once`(rejection: Rejection) {
    let bare: Set<RejectionCode> = [
      .nikAlreadyRegistered, .inspectorMayNotDecide, .deciderMayNotPay, .witnessIsInspector,
      .sharesMissing, .vouchersMissing, .collectorsAreOne, .attestersAreOne,
      .proposerMayNotDecide, .witnessIsPayer,
      .visitNeedsCompanion,
      .papersNotGiven, .skipNeedsSecondPerson, .releaseNeedsSecondPerson, .delegateIsHolder,
      .confirmationEmpty,
      .finderMayNotAnswer,
      .reverserIsRecorder, .nobodyPresent, .statementEmpty, .witnessIsCounter,
      .confirmerIsRequester, .budgetLinesMissing,
    ]
    let facts = rejection.facts
    #expect(facts.isEmpty == bare.contains(rejection.code))
    #expect(Set(facts.map(\.name)).count == facts.count)
    #expect(facts.allSatisfy { !$0.name.isEmpty && !$0.value.isEmpty })
  }

  @Test func `facts are plain values under plain names`() {
    func facts(_ rejection: Rejection) -> [String] {
      rejection.facts.map { "\($0.name)=\($0.value)" }
    }
    #expect(
      facts(.amountNotPositive(field: .share(member: 3), -1))
        == ["field=share", "member=3", "amount=-1"])
    #expect(
      facts(.amountTooLarge(field: .line(2), 5))
        == ["field=amount", "line=2", "amount=5", "limit=999999999999"])
    #expect(facts(.textMissing(field: .reference, line: 4)) == ["field=reference", "line=4"])
    #expect(
      facts(.wrongApplicationState(.draft, required: [.recommended, .inDecision]))
        == ["state=draft", "required=recommended,inDecision"])
    #expect(
      facts(.lendingNotAuthorised(.new, .suspended, par: Ratio(9_996, 100_000), asOf: "2017-01-01"))
        == [
          "standing=new", "category=SUSPENDED", "at_risk=9996", "balance=100000", "par=9.996",
          "as_of=2017-01-01",
        ])
    #expect(
      facts(.dayInFuture("2017-01-02", today: "2017-01-01", line: 9))
        == ["day=2017-01-02", "today=2017-01-01", "line=9"])
  }

  @Test func `a refusal lists its first rejection before the others`() {
    let refusal = Refusal(.sharesMissing, [.vouchersMissing])
    #expect(refusal.rejections == [.sharesMissing, .vouchersMissing])
  }
}
