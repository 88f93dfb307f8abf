import FundAPI
import RevolvingFund
import Testing

private func words<Named: CaseIterable & Worded>(_ type: Named.Type) -> [Sentence] {
  type.allCases.map(\.words)
}

private let vocabularies: [[Sentence]] = [
  words(Noun.self), words(RegionLevel.self), words(Gender.self), words(Role.self),
  words(TrainingTopic.self), words(Repair.self),
  words(BorrowerStanding.self), words(ApplicationState.self), words(LoanPurpose.self),
  words(Verdict.self), words(ApplicationPaper.self), words(ServiceStage.self),
  words(RelationshipKind.self), words(AppraisalField.self), words(ChainField.self),
  words(LoanState.self),
  words(Collectability.self), words(ChargeMethod.self), words(EarlySettlement.self),
  words(ReserveScheme.self), words(BusinessStage.self), words(SavingsAccountRule.self),
  words(PolicyHeading.self), words(CharterClause.self), words(PerformanceCategory.self),
  words(IndicatorKind.self),
  words(TextField.self), words(PolicyField.self), words(Milestone.self),
  words(AccountKind.self), words(VoucherKind.self), words(CapitalSource.self),
  words(Criterion.self), words(Measure.self), words(TestedBody.self), words(Consequence.self),
  words(CriterionVerdict.self), words(AttestationState.self), words(AttestedVerdict.self),
  words(Attestor.self), words(MemberItem.self), words(BookkeepingGate.self),
  words(InstrumentField.self), words(EligibilityHeading.self), words(NIKPart.self),
  words(ReceiptMark.self), words(VisitUse.self), words(VisitFinding.self),
  words(BlockCause.self), words(VisitHeading.self),
  words(Outlier.Reason.self), words(RollupHeading.self),
  words(ReportTerm.self), words(ReportMeasure.self), words(DataControl.self),
  words(AccountabilityHeading.self), words(ComplaintChannel.self), words(MeetingKind.self),
  words(PublicationKind.self), words(ConfirmationScope.self), words(ConfirmationResult.self),
  words(ChainTrouble.self), words(AuditHeading.self),
  ChartOfAccounts.standard.map(\.words), ChartOfAccounts.standard.map(\.code.words),
]

@Test(arguments: vocabularies, Language.allCases)
func `no two values of a kind have the same word`(values: [Sentence], language: Language) {
  let words = values.map { $0[language] }
  #expect(Set(words).count == words.count)
  #expect(!words.contains(""))
}

@Test func `classes and categories have the programme's names`() {
  #expect(
    Collectability.allCases.map(\.words.indonesian) == [
      "Lancar", "Dalam perhatian khusus", "Kurang lancar", "Diragukan", "Macet",
    ])
  #expect(
    PerformanceCategory.allCases.map(\.words.indonesian) == [
      "Memuaskan", "Minimal", "Penundaan", "Belum dinilai",
    ])
  #expect(PerformanceCategory.satisfactory.words.english == "satisfactory")
}

@Test func `every account of the standard chart has an English name`() {
  for account in ChartOfAccounts.standard where account.name != "Transport" {
    #expect(account.words.english != account.name, "\(account.code.number)")
  }
}

@Test func `an account of a UPK's own keeps its name, an unknown code its number`() {
  let own = Account(AccountCode(51999), "Biaya pasar malam")
  #expect(own.words == Sentence(english: own.name, indonesian: own.name))
  #expect(own.code.words == Sentence(english: "51999", indonesian: "51999"))
  #expect(AccountCode.cash.words == Sentence(english: "11010 Cash", indonesian: "11010 Kas"))
}
