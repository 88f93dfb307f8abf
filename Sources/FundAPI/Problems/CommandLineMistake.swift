/// How a command line can break what its command takes.
///
/// An option stands here as help shows it, such as `--upk <upk>`.
public enum CommandLineMistake: Hashable, Sendable {
  case commandUnknown(String, known: [String])
  /// An option stands before the command that it belongs to.
  case optionBeforeCommand(String, command: String)
  case optionUnknown(String, similar: String?)
  case valueMissing(of: String)
  case valueUnneeded(String, of: String)
  case valueWrong(String, of: String, correction: Sentence?)
  case wordsUnexpected([String])
  case argumentMissing(String)
  case oneMissing([String])
  /// In the parser's own words, which are English.
  case unforeseen(String)
}

/// How options that can each be read are wrong all the same.
public enum OptionMistake: Hashable, Sendable {
  case languageUnknown(String)
  case spanReversed
  case pageSizeOutOfRange
  case pageTokenBesideAll
  case allBesideOtherShares
  case onePersonOrFile
  case oneRecommendation
  case rejectionWithoutReason
  case tokenFromTwoPlaces
  case insecureBesideTLS
  case startUpRuleHalf
  case areaUnclear
  case placeUnclear
  case promiseHalf
  case returnWithoutReason
  case allBesideOtherAppraisals
  case oneOfUPKAndAll
  case oneOfUPKAndProvince
  case oneOfUPKProvinceAndAll
  case headsWithoutKey
  case printedWithoutUPK
  case oneOfUPKAndArea
  case atOnceOutOfRange
  case onlyForAreas
  case secretBesideCertificate
}

/// How to correct what was typed for an option.
public enum ArgumentCorrection: Hashable, Sendable {
  case write(ArgumentForm)
  case chooseFrom([String])
  case amountTooLarge
}

/// How an option or an argument is written.
public enum ArgumentForm: String, Hashable, Sendable, CaseIterable {
  case day, month, amount, rate, percent, share, cashAccount, seconds, serverAddress
  case amountSpan, monthsSpan, rateSpan
  case upk, person, assignment, token, policy, ksm, member, application, loan, scope
  case block
  case region, tested, memberNumbers, itemNames
  case caseStep
  case complaint, finding
  case paperNames, appraisal, chainStep
  case memberPayment, receipt, voucher, cashCount, bankAccount, personMatch
  case budget, budgetLine, profitPart, delegation, relationship, suspenseAssignment
  case event, printedHash, publicKey
}
