import FundAPI
import RevolvingFund
import Testing

@Test(arguments: [
  (0, "Rp 0", "Rp 0"), (999, "Rp 999", "Rp 999"), (1000, "Rp 1,000", "Rp 1.000"),
  (12_330_000, "Rp 12,330,000", "Rp 12.330.000"), (-196_674, "-Rp 196,674", "-Rp 196.674"),
  (Int64.min, "-Rp 9,223,372,036,854,775,808", "-Rp 9.223.372.036.854.775.808"),
])
func `an amount has a mark between thousands`(amount: Int64, english: String, indonesian: String) {
  #expect(Rupiah(amount).words == Sentence(english: english, indonesian: indonesian))
}

@Test func `a column's figures have no currency`() {
  #expect(
    Rupiah(-12_330_000).figures == Sentence(english: "-12,330,000", indonesian: "-12.330.000"))
}

@Test(arguments: [
  (15_000, "1.5 % a month", "1,5 % sebulan"), (0, "0 % a month", "0 % sebulan"),
  (20_000, "2 % a month", "2 % sebulan"), (12_345, "1.2345 % a month", "1,2345 % sebulan"),
  (500, "0.05 % a month", "0,05 % sebulan"),
])
func `a rate is a percentage a month`(millionths: Int64, english: String, indonesian: String) {
  let rate = MonthlyRate(millionths: millionths)
  #expect(rate.words == Sentence(english: english, indonesian: indonesian))
}

@Test func `a percentage has a decimal comma in Indonesian`() {
  #expect(Percent(text: "61.65").words == Sentence(english: "61.65 %", indonesian: "61,65 %"))
  #expect(Percent(Ratio(9_996, 100_000), as: .par).words.indonesian == "9,996 %")
}

@Test func `a percentage without a denominator is not rated`() {
  #expect(Percent(text: "").words == PerformanceCategory.notRated.words)
  #expect(Percent(Ratio(0, 0), as: .par).words.indonesian == "Belum dinilai")
}

@Test func `days and months are turned round in Indonesian`() {
  #expect(
    day(2017, 12, 31).words == Sentence(english: "2017-12-31", indonesian: "31-12-2017"))
  #expect(
    Month(year: 2017, month: 2).words == Sentence(english: "2017-02", indonesian: "02-2017"))
}
