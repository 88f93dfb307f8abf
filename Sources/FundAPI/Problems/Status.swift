public import GRPCCore
public import RevolvingFund

extension Rejection {
  /// The status of a call that it refuses.
  ///
  /// What is wrong whatever the state of the fund is an invalid argument; a rule is a failed
  /// precondition, never a missing permission.
  public var status: RPCError.Code { code.status }
}

extension RejectionCode {
  /// The status of a call that is refused for this first of all.
  public var status: RPCError.Code {
    switch self {
    case .amountNotPositive, .amountTooLarge, .textMissing, .textTooLong, .scheduleNotPossible,
      .policyOutOfBounds, .roundUnitNotAllowed, .savingsAccountNotAllowed, .startUpsNotAllowed,
      .boundOutOfLimits, .tokenLifeOutOfRange, .personCountOutOfRange,
      .sharesMissing, .nikNotPlausible, .signatoriesMiscounted, .beneficiaryUnexplained,
      .instrumentOutOfBounds, .attestationOutOfRange, .criterionComputed, .criterionOfAnother,
      .criterionNotWaivable, .chainOutOfBounds, .chainRoleNotAllowed, .chainWithoutRole,
      .delegationOutOfRange, .appraisalOutOfRange, .papersNotGiven, .appraisalMissing,
      .memberPaymentsDoNotSum, .nobodyPresent,
      .accountNotExtensible, .accountNotBank, .statementEmpty, .statementTooLong,
      .statementLineOutside, .statementBroken, .assetLifeOutOfRange,
      .allocationNotWhole,
      .purposeRepeated,
      .budgetLinesMissing,
      .budgetAccountRepeated,
      .personalDataInText, .tooManyFindings, .meetingOfGroup, .confirmationEmpty,
      .statementRepeated, .beneficiaryMissing,
      .bookFileWrong, .fieldRepeated,
      .shareRepeated, .sharesDoNotSum, .vouchersMissing, .tooManyVouchers, .accountsEqual:
      .invalidArgument
    case .notFound:
      .notFound
    case .alreadyExists, .nikAlreadyRegistered, .paperOnFile, .requestIDReused, .referenceUsed:
      .alreadyExists
    case .dayInFuture, .dayBefore, .periodClosed, .periodNotOver, .periodOutOfOrder,
      .collectorsAreOne, .monthsNotClosed, .topUpNotAuthorised, .notSuspended,
      .recoveryNotTestable, .recoveryTooSmall, .noCharterInForce, .noPolicyInForce,
      .startUpsNotServed, .roleMissing, .sameSigner,
      .stepOutOfOrder,
      .inspectorMayNotDecide, .deciderMayNotPay, .rolesIncompatible, .witnessIsInspector,
      .ksmTooSmall, .tooFewWomen, .ksmTooYoung, .personNotIdentified, .alreadyMember,
      .memberNotActive, .memberIsLiable, .borrowerHasOpenShare, .shareAboveCeiling,
      .shareAboveRequest, .termOutOfPolicy, .wrongApplicationState, .approvalExpired,
      .lendingNotAuthorised, .loanNotActive, .repaymentExceedsDebt, .accountNotForLending,
      .insufficientFunds, .accountNotForSavings, .savingsExceeded, .savingsNotCovered,
      .accountUnknown, .accountControlled, .fundForLendingOnly, .incomeSpent, .entryTooLate,
      .attestersAreOne, .reverserIsRecorder, .shareOverpaid, .repaymentReversed,
      .nobodyIsShort, .memberDebtExceeded, .suspenseExceeded,
      .unnamedExceeded, .setOffNotAgreed,
      .setOffAboveArrears,
      .criterionNotMet, .belongsToGroup, .repairTooLate, .fundsReserved, .proposerMayNotDecide,
      .loanRestructuredBefore, .nothingOverdue, .loanNotLoss, .loanNotWrittenOff,
      .recoveryExceedsClaim, .lateFeeOwed, .ownMoneyUnused,
      .dueTooLate, .caseNotOpen, .ladderStepTooEarly, .ladderStepOutOfOrder, .ladderNotComplete,
      .escalationUnanswered, .escalationAnswered, .notSignatory,
      .witnessIsPayer, .personBlocked, .visitNeedsCompanion, .borrowerBlocked, .receiptDiffers,
      .receivedAboveShare, .blockLifted, .receiptRecorded, .receiptsOnFile, .disbursementVoided,
      .loanPaidOn, .recusalRequired,
      .skipNeedsSecondPerson, .releaseNeedsSecondPerson, .delegateIsHolder, .shareAboveCapacity,
      .queueSkipped,
      .periodNotLast,
      .reopeningTooLate,
      .yearNotOver,
      .yearOutOfOrder,
      .yearClosed,
      .confirmerIsRequester,
      .accountNotForBudget,
      .operatingAboveLimit,
      .coverageTooLow,
      .purposeNotAllowed,
      .profitForCapitalOnly, .capitalShareTooLow,
      .nothingToAllocate,
      .honorariumExceeded,
      .finderMayNotAnswer, .complaintAnswered, .findingAnswered, .confirmationIncomplete,
      .signatureVoid, .agreementNotSigned, .cashierMayNotPost, .voucherNotManual,
      .voucherReversed, .witnessIsCounter, .voucherHasAssets, .cashCountSuperseded,
      .cashCountAgrees, .cashDifferenceBooked, .assetAboveVoucher, .nothingToDepreciate, .upkFrozen,
      .applicationOpen, .fundsSuffice, .judgedLater,
      .booksNotEmpty:
      .failedPrecondition
    }
  }
}

extension Fault {
  /// The status of a call that it fails.
  public var status: RPCError.Code { code.status }
}

extension FaultCode {
  /// The status of a call that fails for this.
  public var status: RPCError.Code {
    switch self {
    case .fieldMissing, .fieldInvalid, .requestIDRequired, .rangeTooLong: .invalidArgument
    case .tokenMissing, .tokenUnknown, .tokenExpired, .tokenRevoked, .certificateUnknown:
      .unauthenticated
    case .permissionDenied: .permissionDenied
    case .upkNotFound: .notFound
    case .overloaded, .databaseFull, .tooManyBadTokens: .resourceExhausted
    case .databaseUnavailable, .booksHeld, .standbyBehind, .notConnected: .unavailable
    case .deadlineExceeded, .outcomeUnknown: .deadlineExceeded
    case .corrupted: .dataLoss
    case .unexpected: .internalError
    }
  }
}
