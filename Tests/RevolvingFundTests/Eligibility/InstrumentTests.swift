import RevolvingFund
import Testing

struct InstrumentTests {
  @Test func `the programme's own thresholds hold until a province sets its own`() {
    let stricter = EligibilityInstrument.standard(version: 1, from: "2016-02-01", womenInTen: 4)
    #expect([stricter].inForce(on: "2016-01-31") == .standard)
    #expect([stricter].inForce(on: "2016-02-01") == stricter)
  }

  @Test func `a province may be stricter, never milder, and only from a day to come`() throws {
    var books = try Village.books()
    func refusal(_ instrument: EligibilityInstrument) -> [Rejection] {
      books.refusal(
        SetInstrument(instrument: instrument, day: "2016-01-01"), by: Village.officer)
    }
    #expect(refusal(.standard(from: "2021-01-01", womenInTen: 4, reason: "SK-1")) == [])
    #expect(
      refusal(.standard(from: "2020-12-31", womenInTen: 2, reason: "")) == [
        .textMissing(field: .reason),
        .instrumentOutOfBounds(field: .womenInTen, value: 2, least: 3, most: 10),
        .dayBefore("2020-12-31", earliest: "2021-01-01", milestone: .instrumentBegan),
      ])
    let effects = try books.run(
      SetInstrument(
        instrument: .standard(from: "2021-02-01", womenInTen: 4, reason: "SK-1"),
        day: "2016-01-01"), by: Village.officer)
    #expect(effects.subject == .instrument(version: 1))
    #expect(
      refusal(.standard(from: "2021-02-01", womenInTen: 5, reason: "SK-2")) == [
        .dayBefore("2021-02-01", earliest: "2021-02-02", milestone: .instrumentBegan)
      ])
  }

  @Test func `every number has its bounds`() throws {
    let books = try Village.books()
    let wild = EligibilityInstrument(
      version: 0, validFrom: "2021-01-01", fewestSupervisors: 9, mostSupervisors: 0,
      fewestOfficers: 0, idealOfficers: 0, fewestMembers: 0, womenInTen: 0,
      monthsBeforeFirstLoan: 0, attestationMonths: 0, assessmentMonths: 0,
      bookkeepingGate: .eligibility, lateEntryDays: -1, reason: "SK-1")
    let refusal = books.refusal(
      SetInstrument(instrument: wild, day: "2016-01-01"), by: Village.officer)
    let fields = refusal.compactMap { rejection -> InstrumentField? in
      guard case .instrumentOutOfBounds(let field, _, _, _) = rejection else { return nil }
      return field
    }
    #expect(fields == InstrumentField.allCases)
  }

  @Test func `the most is not below the fewest, nor what is ideal`() throws {
    let crossed = EligibilityInstrument(
      version: 0, validFrom: "2021-01-01", fewestSupervisors: 3, mostSupervisors: 2,
      fewestOfficers: 4, idealOfficers: 3, fewestMembers: 5, womenInTen: 3,
      monthsBeforeFirstLoan: 3, attestationMonths: 12, assessmentMonths: 12,
      bookkeepingGate: .eligibility, lateEntryDays: 7, reason: "SK-1")
    #expect(
      try Village.books().refusal(
        SetInstrument(instrument: crossed, day: "2016-01-01"), by: Village.officer) == [
          .instrumentOutOfBounds(field: .mostSupervisors, value: 2, least: 3, most: 3),
          .instrumentOutOfBounds(field: .idealOfficers, value: 3, least: 4, most: 10),
        ])
  }

  @Test(arguments: Measure.allCases)
  func `what is measured and asked can be read back from its text`(_ measure: Measure) {
    let values: [MeasuredValue] =
      switch measure {
      case .capital, .savingsUncovered: [.amount(0), .amount(20_000_000)]
      case .par: [.ratio(Ratio(12_330_000, 20_000_000)), .ratio(Ratio(0, 0))]
      case .authority: AuthorityCategory.allCases.map { .category($0) }
      default: [.count(0), .count(12)]
      }
    for value in values {
      #expect(MeasuredValue(parsing: value.text, of: measure) == value)
    }
    for threshold in [
      Threshold.least(2), .most(0), .between(2...3), .belowPercent(10), .newGroupsAdmitted,
    ] {
      #expect(Threshold(parsing: threshold.text) == threshold)
    }
    for text in ["", "x", "1/2/3", ">=", "3..2", "<%"] {
      #expect(Threshold(parsing: text) == nil)
      #expect(MeasuredValue(parsing: text, of: measure) == nil)
    }
  }
}

extension EligibilityInstrument {
  /// The standard, changed as a test asks.
  static func standard(
    version: Int64 = 0, from day: Day = "2015-01-01", womenInTen: Int = 3,
    attestationMonths: Int = 12, bookkeepingGate: BookkeepingGate = .eligibility,
    reason: String = ""
  ) -> EligibilityInstrument {
    EligibilityInstrument(
      version: version, validFrom: day, fewestSupervisors: 2, mostSupervisors: 3,
      fewestOfficers: 2, idealOfficers: 4, fewestMembers: 5, womenInTen: womenInTen,
      monthsBeforeFirstLoan: 3, attestationMonths: attestationMonths,
      assessmentMonths: attestationMonths, bookkeepingGate: bookkeepingGate, lateEntryDays: 7,
      reason: reason)
  }
}
