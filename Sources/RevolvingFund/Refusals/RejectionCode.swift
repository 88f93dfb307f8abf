/// The stable codes of rejections, for programs.
///
/// In the order in which a refusal lists them.
///
/// Upper snake case, at most 63 characters, never renamed once published.
public enum RejectionCode: String, Hashable, Sendable, CaseIterable {
  case amountNotPositive = "AMOUNT_NOT_POSITIVE"
  case amountTooLarge = "AMOUNT_TOO_LARGE"
  case textMissing = "TEXT_MISSING"
  case textTooLong = "TEXT_TOO_LONG"
  case scheduleNotPossible = "SCHEDULE_NOT_POSSIBLE"
  case policyOutOfBounds = "POLICY_OUT_OF_BOUNDS"
  case roundUnitNotAllowed = "ROUND_UNIT_NOT_ALLOWED"
  case savingsAccountNotAllowed = "SAVINGS_ACCOUNT_NOT_ALLOWED"
  case startUpsNotAllowed = "START_UPS_NOT_ALLOWED"
  case boundOutOfLimits = "BOUND_OUT_OF_LIMITS"
  case tokenLifeOutOfRange = "TOKEN_LIFE_OUT_OF_RANGE"
  case personCountOutOfRange = "PERSON_COUNT_OUT_OF_RANGE"
  case instrumentOutOfBounds = "INSTRUMENT_OUT_OF_BOUNDS"
  case attestationOutOfRange = "ATTESTATION_OUT_OF_RANGE"
  case nikNotPlausible = "NIK_NOT_PLAUSIBLE"
  case chainOutOfBounds = "CHAIN_OUT_OF_BOUNDS"
  case chainRoleNotAllowed = "CHAIN_ROLE_NOT_ALLOWED"
  case chainWithoutRole = "CHAIN_WITHOUT_ROLE"
  case delegationOutOfRange = "DELEGATION_OUT_OF_RANGE"
  case appraisalOutOfRange = "APPRAISAL_OUT_OF_RANGE"
  case papersNotGiven = "PAPERS_NOT_GIVEN"
  case accountNotExtensible = "ACCOUNT_NOT_EXTENSIBLE"
  case accountNotBank = "ACCOUNT_NOT_BANK"
  case statementEmpty = "STATEMENT_EMPTY"
  case statementTooLong = "STATEMENT_TOO_LONG"
  case statementLineOutside = "STATEMENT_LINE_OUTSIDE"
  case statementBroken = "STATEMENT_BROKEN"
  case assetLifeOutOfRange = "ASSET_LIFE_OUT_OF_RANGE"
  case allocationNotWhole = "ALLOCATION_NOT_WHOLE"
  case purposeRepeated = "PURPOSE_REPEATED"
  case budgetLinesMissing = "BUDGET_LINES_MISSING"
  case budgetAccountRepeated = "BUDGET_ACCOUNT_REPEATED"
  case personalDataInText = "PERSONAL_DATA_IN_TEXT"
  case tooManyFindings = "TOO_MANY_FINDINGS"
  case meetingOfGroup = "MEETING_OF_GROUP"
  case confirmationEmpty = "CONFIRMATION_EMPTY"
  case statementRepeated = "STATEMENT_REPEATED"
  case bookFileWrong = "BOOK_FILE_WRONG"
  case fieldRepeated = "FIELD_REPEATED"
  case notFound = "NOT_FOUND"
  case alreadyExists = "ALREADY_EXISTS"
  case nikAlreadyRegistered = "NIK_ALREADY_REGISTERED"
  case paperOnFile = "PAPER_ON_FILE"
  case requestIDReused = "REQUEST_ID_REUSED"
  case dayInFuture = "DAY_IN_FUTURE"
  case dayBefore = "DAY_TOO_EARLY"
  case periodClosed = "PERIOD_CLOSED"
  case periodNotOver = "PERIOD_NOT_OVER"
  case periodOutOfOrder = "PERIOD_OUT_OF_ORDER"
  case periodNotLast = "PERIOD_NOT_LAST"
  case reopeningTooLate = "REOPENING_TOO_LATE"
  case yearNotOver = "YEAR_NOT_OVER"
  case yearOutOfOrder = "YEAR_OUT_OF_ORDER"
  case yearClosed = "YEAR_CLOSED"
  case noCharterInForce = "NO_CHARTER_IN_FORCE"
  case noPolicyInForce = "NO_POLICY_IN_FORCE"
  case entryTooLate = "ENTRY_TOO_LATE"
  case repairTooLate = "REPAIR_TOO_LATE"
  case dueTooLate = "DUE_TOO_LATE"
  case roleMissing = "ROLE_MISSING"
  case sameSigner = "SAME_PERSON_AS_EARLIER_STEP"
  case stepOutOfOrder = "APPROVAL_STEP_OUT_OF_ORDER"
  case inspectorMayNotDecide = "INSPECTOR_MAY_NOT_DECIDE"
  case deciderMayNotPay = "DECIDER_MAY_NOT_PAY"
  case rolesIncompatible = "ROLES_INCOMPATIBLE"
  case witnessIsInspector = "WITNESS_IS_INSPECTOR"
  case collectorsAreOne = "COLLECTORS_ARE_ONE_PERSON"
  case attestersAreOne = "ATTESTERS_ARE_ONE_PERSON"
  case reverserIsRecorder = "REVERSER_IS_RECORDER"
  case confirmerIsRequester = "CONFIRMER_IS_REQUESTER"
  case belongsToGroup = "BELONGS_TO_GROUP"
  case proposerMayNotDecide = "PROPOSER_MAY_NOT_DECIDE"
  case signatoriesMiscounted = "SIGNATORIES_MISCOUNTED"
  case notSignatory = "NOT_SIGNATORY"
  case witnessIsPayer = "WITNESS_IS_PAYER"
  case personBlocked = "PERSON_BLOCKED"
  case visitNeedsCompanion = "VISIT_NEEDS_COMPANION"
  case recusalRequired = "RECUSAL_REQUIRED"
  case skipNeedsSecondPerson = "SKIP_NEEDS_SECOND_PERSON"
  case releaseNeedsSecondPerson = "RELEASE_NEEDS_SECOND_PERSON"
  case delegateIsHolder = "DELEGATE_IS_HOLDER"
  case cashierMayNotPost = "CASHIER_MAY_NOT_POST"
  case witnessIsCounter = "WITNESS_IS_COUNTER"
  case finderMayNotAnswer = "FINDER_MAY_NOT_ANSWER"
  case ksmTooSmall = "KSM_TOO_SMALL"
  case tooFewWomen = "TOO_FEW_WOMEN"
  case ksmTooYoung = "KSM_TOO_YOUNG"
  case personNotIdentified = "PERSON_NOT_IDENTIFIED"
  case alreadyMember = "ALREADY_MEMBER"
  case memberNotActive = "MEMBER_NOT_ACTIVE"
  case memberIsLiable = "MEMBER_IS_LIABLE"
  case borrowerHasOpenShare = "BORROWER_HAS_OPEN_SHARE"
  case borrowerBlocked = "BORROWER_BLOCKED"
  case criterionComputed = "CRITERION_COMPUTED"
  case criterionOfAnother = "CRITERION_OF_ANOTHER"
  case criterionNotWaivable = "CRITERION_NOT_WAIVABLE"
  case criterionNotMet = "CRITERION_NOT_MET"
  case applicationOpen = "APPLICATION_OPEN"
  case sharesMissing = "SHARES_MISSING"
  case shareRepeated = "SHARE_REPEATED"
  case sharesDoNotSum = "SHARES_DO_NOT_SUM"
  case startUpsNotServed = "START_UPS_NOT_SERVED"
  case shareAboveCeiling = "SHARE_ABOVE_CEILING"
  case shareAboveRequest = "SHARE_ABOVE_REQUEST"
  case termOutOfPolicy = "TERM_OUT_OF_POLICY"
  case appraisalMissing = "APPRAISAL_MISSING"
  case shareAboveCapacity = "SHARE_ABOVE_CAPACITY"
  case queueSkipped = "QUEUE_SKIPPED"
  case wrongApplicationState = "WRONG_APPLICATION_STATE"
  case approvalExpired = "APPROVAL_EXPIRED"
  case signatureVoid = "SIGNATURE_VOID"
  case agreementNotSigned = "AGREEMENT_NOT_SIGNED"
  case lendingNotAuthorised = "LENDING_NOT_AUTHORISED"
  case monthsNotClosed = "MONTHS_NOT_CLOSED"
  case topUpNotAuthorised = "TOP_UP_NOT_AUTHORISED"
  case notSuspended = "NOT_SUSPENDED"
  case recoveryNotTestable = "RECOVERY_NOT_TESTABLE"
  case recoveryTooSmall = "RECOVERY_TOO_SMALL"
  case caseNotOpen = "CASE_NOT_OPEN"
  case ladderStepTooEarly = "LADDER_STEP_TOO_EARLY"
  case ladderStepOutOfOrder = "LADDER_STEP_OUT_OF_ORDER"
  case escalationUnanswered = "ESCALATION_UNANSWERED"
  case escalationAnswered = "ESCALATION_ANSWERED"
  case complaintAnswered = "COMPLAINT_ANSWERED"
  case findingAnswered = "FINDING_ANSWERED"
  case confirmationIncomplete = "CONFIRMATION_INCOMPLETE"
  case receiptDiffers = "RECEIPT_DIFFERS"
  case receivedAboveShare = "RECEIVED_ABOVE_SHARE"
  case beneficiaryUnexplained = "BENEFICIARY_UNEXPLAINED"
  case beneficiaryMissing = "BENEFICIARY_MISSING"
  case blockLifted = "BLOCK_LIFTED"
  case receiptRecorded = "RECEIPT_RECORDED"
  case receiptsOnFile = "RECEIPTS_ON_FILE"
  case disbursementVoided = "DISBURSEMENT_VOIDED"
  case loanNotActive = "LOAN_NOT_ACTIVE"
  case loanRestructuredBefore = "LOAN_RESTRUCTURED_BEFORE"
  case nothingOverdue = "NOTHING_OVERDUE"
  case lateFeeOwed = "LATE_FEE_OWED"
  case loanNotLoss = "LOAN_NOT_LOSS"
  case ladderNotComplete = "LADDER_NOT_COMPLETE"
  case ownMoneyUnused = "OWN_MONEY_UNUSED"
  case loanNotWrittenOff = "LOAN_NOT_WRITTEN_OFF"
  case recoveryExceedsClaim = "RECOVERY_EXCEEDS_CLAIM"
  case loanPaidOn = "LOAN_PAID_ON"
  case repaymentExceedsDebt = "REPAYMENT_EXCEEDS_DEBT"
  case memberPaymentsDoNotSum = "MEMBER_PAYMENTS_DO_NOT_SUM"
  case shareOverpaid = "SHARE_OVERPAID"
  case repaymentReversed = "REPAYMENT_REVERSED"
  case nobodyPresent = "NOBODY_PRESENT"
  case nobodyIsShort = "NOBODY_IS_SHORT"
  case memberDebtExceeded = "MEMBER_DEBT_EXCEEDED"
  case accountNotForLending = "ACCOUNT_NOT_FOR_LENDING"
  case insufficientFunds = "INSUFFICIENT_FUNDS"
  case accountNotForSavings = "ACCOUNT_NOT_FOR_SAVINGS"
  case savingsExceeded = "SAVINGS_EXCEEDED"
  case savingsNotCovered = "SAVINGS_NOT_COVERED"
  case suspenseExceeded = "SUSPENSE_EXCEEDED"
  case unnamedExceeded = "UNNAMED_SUSPENSE_EXCEEDED"
  case setOffNotAgreed = "SET_OFF_NOT_AGREED"
  case setOffAboveArrears = "SET_OFF_ABOVE_ARREARS"
  case fundsReserved = "FUNDS_RESERVED"
  case fundsSuffice = "FUNDS_SUFFICE"
  case judgedLater = "JUDGED_LATER"
  case vouchersMissing = "VOUCHERS_MISSING"
  case tooManyVouchers = "TOO_MANY_VOUCHERS"
  case accountUnknown = "ACCOUNT_UNKNOWN"
  case accountControlled = "ACCOUNT_CONTROLLED"
  case accountsEqual = "ACCOUNTS_EQUAL"
  case fundForLendingOnly = "FUND_FOR_LENDING_ONLY"
  case incomeSpent = "INCOME_SPENT"
  case accountNotForBudget = "ACCOUNT_NOT_FOR_BUDGET"
  case operatingAboveLimit = "OPERATING_ABOVE_LIMIT"
  case coverageTooLow = "COVERAGE_TOO_LOW"
  case purposeNotAllowed = "PURPOSE_NOT_ALLOWED"
  case profitForCapitalOnly = "PROFIT_FOR_CAPITAL_ONLY"
  case capitalShareTooLow = "CAPITAL_SHARE_TOO_LOW"
  case nothingToAllocate = "NOTHING_TO_ALLOCATE"
  case honorariumExceeded = "HONORARIUM_EXCEEDED"
  case referenceUsed = "REFERENCE_USED"
  case voucherNotManual = "VOUCHER_NOT_MANUAL"
  case voucherReversed = "VOUCHER_REVERSED"
  case voucherHasAssets = "VOUCHER_HAS_ASSETS"
  case cashCountSuperseded = "CASH_COUNT_SUPERSEDED"
  case cashCountAgrees = "CASH_COUNT_AGREES"
  case cashDifferenceBooked = "CASH_DIFFERENCE_BOOKED"
  case assetAboveVoucher = "ASSET_ABOVE_VOUCHER"
  case nothingToDepreciate = "NOTHING_TO_DEPRECIATE"
  case upkFrozen = "UPK_FROZEN"
  case booksNotEmpty = "BOOKS_NOT_EMPTY"
}

extension Rejection {
  public var code: RejectionCode {
    switch self {
    case .amountNotPositive: .amountNotPositive
    case .amountTooLarge: .amountTooLarge
    case .textMissing: .textMissing
    case .textTooLong: .textTooLong
    case .scheduleNotPossible: .scheduleNotPossible
    case .policyOutOfBounds: .policyOutOfBounds
    case .roundUnitNotAllowed: .roundUnitNotAllowed
    case .savingsAccountNotAllowed: .savingsAccountNotAllowed
    case .startUpsNotAllowed: .startUpsNotAllowed
    case .boundOutOfLimits: .boundOutOfLimits
    case .tokenLifeOutOfRange: .tokenLifeOutOfRange
    case .personCountOutOfRange: .personCountOutOfRange
    case .instrumentOutOfBounds: .instrumentOutOfBounds
    case .attestationOutOfRange: .attestationOutOfRange
    case .nikNotPlausible: .nikNotPlausible
    case .chainOutOfBounds: .chainOutOfBounds
    case .chainRoleNotAllowed: .chainRoleNotAllowed
    case .chainWithoutRole: .chainWithoutRole
    case .delegationOutOfRange: .delegationOutOfRange
    case .appraisalOutOfRange: .appraisalOutOfRange
    case .papersNotGiven: .papersNotGiven
    case .accountNotExtensible: .accountNotExtensible
    case .accountNotBank: .accountNotBank
    case .statementEmpty: .statementEmpty
    case .statementTooLong: .statementTooLong
    case .statementLineOutside: .statementLineOutside
    case .statementBroken: .statementBroken
    case .assetLifeOutOfRange: .assetLifeOutOfRange
    case .allocationNotWhole: .allocationNotWhole
    case .purposeRepeated: .purposeRepeated
    case .budgetLinesMissing: .budgetLinesMissing
    case .budgetAccountRepeated: .budgetAccountRepeated
    case .personalDataInText: .personalDataInText
    case .tooManyFindings: .tooManyFindings
    case .meetingOfGroup: .meetingOfGroup
    case .confirmationEmpty: .confirmationEmpty
    case .statementRepeated: .statementRepeated
    case .bookFileWrong: .bookFileWrong
    case .fieldRepeated: .fieldRepeated
    case .notFound: .notFound
    case .alreadyExists: .alreadyExists
    case .nikAlreadyRegistered: .nikAlreadyRegistered
    case .paperOnFile: .paperOnFile
    case .requestIDReused: .requestIDReused
    case .dayInFuture: .dayInFuture
    case .dayBefore: .dayBefore
    case .periodClosed: .periodClosed
    case .periodNotOver: .periodNotOver
    case .periodOutOfOrder: .periodOutOfOrder
    case .periodNotLast: .periodNotLast
    case .reopeningTooLate: .reopeningTooLate
    case .yearNotOver: .yearNotOver
    case .yearOutOfOrder: .yearOutOfOrder
    case .yearClosed: .yearClosed
    case .noCharterInForce: .noCharterInForce
    case .noPolicyInForce: .noPolicyInForce
    case .entryTooLate: .entryTooLate
    case .repairTooLate: .repairTooLate
    case .dueTooLate: .dueTooLate
    case .roleMissing: .roleMissing
    case .sameSigner: .sameSigner
    case .stepOutOfOrder: .stepOutOfOrder
    case .inspectorMayNotDecide: .inspectorMayNotDecide
    case .deciderMayNotPay: .deciderMayNotPay
    case .rolesIncompatible: .rolesIncompatible
    case .witnessIsInspector: .witnessIsInspector
    case .collectorsAreOne: .collectorsAreOne
    case .attestersAreOne: .attestersAreOne
    case .reverserIsRecorder: .reverserIsRecorder
    case .confirmerIsRequester: .confirmerIsRequester
    case .belongsToGroup: .belongsToGroup
    case .proposerMayNotDecide: .proposerMayNotDecide
    case .signatoriesMiscounted: .signatoriesMiscounted
    case .notSignatory: .notSignatory
    case .witnessIsPayer: .witnessIsPayer
    case .personBlocked: .personBlocked
    case .visitNeedsCompanion: .visitNeedsCompanion
    case .recusalRequired: .recusalRequired
    case .skipNeedsSecondPerson: .skipNeedsSecondPerson
    case .releaseNeedsSecondPerson: .releaseNeedsSecondPerson
    case .delegateIsHolder: .delegateIsHolder
    case .cashierMayNotPost: .cashierMayNotPost
    case .witnessIsCounter: .witnessIsCounter
    case .finderMayNotAnswer: .finderMayNotAnswer
    case .ksmTooSmall: .ksmTooSmall
    case .tooFewWomen: .tooFewWomen
    case .ksmTooYoung: .ksmTooYoung
    case .personNotIdentified: .personNotIdentified
    case .alreadyMember: .alreadyMember
    case .memberNotActive: .memberNotActive
    case .memberIsLiable: .memberIsLiable
    case .borrowerHasOpenShare: .borrowerHasOpenShare
    case .borrowerBlocked: .borrowerBlocked
    case .criterionComputed: .criterionComputed
    case .criterionOfAnother: .criterionOfAnother
    case .criterionNotWaivable: .criterionNotWaivable
    case .criterionNotMet: .criterionNotMet
    case .applicationOpen: .applicationOpen
    case .sharesMissing: .sharesMissing
    case .shareRepeated: .shareRepeated
    case .sharesDoNotSum: .sharesDoNotSum
    case .startUpsNotServed: .startUpsNotServed
    case .shareAboveCeiling: .shareAboveCeiling
    case .shareAboveRequest: .shareAboveRequest
    case .termOutOfPolicy: .termOutOfPolicy
    case .appraisalMissing: .appraisalMissing
    case .shareAboveCapacity: .shareAboveCapacity
    case .queueSkipped: .queueSkipped
    case .wrongApplicationState: .wrongApplicationState
    case .approvalExpired: .approvalExpired
    case .signatureVoid: .signatureVoid
    case .agreementNotSigned: .agreementNotSigned
    case .lendingNotAuthorised: .lendingNotAuthorised
    case .monthsNotClosed: .monthsNotClosed
    case .topUpNotAuthorised: .topUpNotAuthorised
    case .notSuspended: .notSuspended
    case .recoveryNotTestable: .recoveryNotTestable
    case .recoveryTooSmall: .recoveryTooSmall
    case .caseNotOpen: .caseNotOpen
    case .ladderStepTooEarly: .ladderStepTooEarly
    case .ladderStepOutOfOrder: .ladderStepOutOfOrder
    case .escalationUnanswered: .escalationUnanswered
    case .escalationAnswered: .escalationAnswered
    case .complaintAnswered: .complaintAnswered
    case .findingAnswered: .findingAnswered
    case .confirmationIncomplete: .confirmationIncomplete
    case .receiptDiffers: .receiptDiffers
    case .receivedAboveShare: .receivedAboveShare
    case .beneficiaryUnexplained: .beneficiaryUnexplained
    case .beneficiaryMissing: .beneficiaryMissing
    case .blockLifted: .blockLifted
    case .receiptRecorded: .receiptRecorded
    case .receiptsOnFile: .receiptsOnFile
    case .disbursementVoided: .disbursementVoided
    case .loanNotActive: .loanNotActive
    case .loanRestructuredBefore: .loanRestructuredBefore
    case .nothingOverdue: .nothingOverdue
    case .lateFeeOwed: .lateFeeOwed
    case .loanNotLoss: .loanNotLoss
    case .ladderNotComplete: .ladderNotComplete
    case .ownMoneyUnused: .ownMoneyUnused
    case .loanNotWrittenOff: .loanNotWrittenOff
    case .recoveryExceedsClaim: .recoveryExceedsClaim
    case .loanPaidOn: .loanPaidOn
    case .repaymentExceedsDebt: .repaymentExceedsDebt
    case .memberPaymentsDoNotSum: .memberPaymentsDoNotSum
    case .shareOverpaid: .shareOverpaid
    case .repaymentReversed: .repaymentReversed
    case .nobodyPresent: .nobodyPresent
    case .nobodyIsShort: .nobodyIsShort
    case .memberDebtExceeded: .memberDebtExceeded
    case .accountNotForLending: .accountNotForLending
    case .insufficientFunds: .insufficientFunds
    case .accountNotForSavings: .accountNotForSavings
    case .savingsExceeded: .savingsExceeded
    case .savingsNotCovered: .savingsNotCovered
    case .suspenseExceeded: .suspenseExceeded
    case .unnamedExceeded: .unnamedExceeded
    case .setOffNotAgreed: .setOffNotAgreed
    case .setOffAboveArrears: .setOffAboveArrears
    case .fundsReserved: .fundsReserved
    case .fundsSuffice: .fundsSuffice
    case .judgedLater: .judgedLater
    case .vouchersMissing: .vouchersMissing
    case .tooManyVouchers: .tooManyVouchers
    case .accountUnknown: .accountUnknown
    case .accountControlled: .accountControlled
    case .accountsEqual: .accountsEqual
    case .fundForLendingOnly: .fundForLendingOnly
    case .incomeSpent: .incomeSpent
    case .accountNotForBudget: .accountNotForBudget
    case .operatingAboveLimit: .operatingAboveLimit
    case .coverageTooLow: .coverageTooLow
    case .purposeNotAllowed: .purposeNotAllowed
    case .profitForCapitalOnly: .profitForCapitalOnly
    case .capitalShareTooLow: .capitalShareTooLow
    case .nothingToAllocate: .nothingToAllocate
    case .honorariumExceeded: .honorariumExceeded
    case .referenceUsed: .referenceUsed
    case .voucherNotManual: .voucherNotManual
    case .voucherReversed: .voucherReversed
    case .voucherHasAssets: .voucherHasAssets
    case .cashCountSuperseded: .cashCountSuperseded
    case .cashCountAgrees: .cashCountAgrees
    case .cashDifferenceBooked: .cashDifferenceBooked
    case .assetAboveVoucher: .assetAboveVoucher
    case .nothingToDepreciate: .nothingToDepreciate
    case .upkFrozen: .upkFrozen
    case .booksNotEmpty: .booksNotEmpty
    }
  }
}

extension Rejection {
  /// The place of its code in the documented order.
  var precedence: Int {
    RejectionCode.allCases.firstIndex(of: code) ?? RejectionCode.allCases.count
  }
}
