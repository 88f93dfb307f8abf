import RevolvingFund
import Testing

@testable import bergulir

@Test(arguments: [
  ("8220000", 8_220_000), ("8.220.000", 8_220_000), ("0", 0), ("1.500", 1500), ("-5", -5),
  ("-1.000", -1000), ("9223372036854775807", Int64.max),
])
func `money is read with or without dots between thousands`(text: String, amount: Int64) {
  #expect(Money(argument: text)?.rupiah == Rupiah(amount))
}

@Test(arguments: [
  "", "-", "8.22", "8,220,000", "8.220.00", ".220", "8..220", "1234.567", "Rp 5", "5 ", "+5", "1e3",
  "٣", "9223372036854775808", "--5",
])
func `what could be read in two ways is no money`(text: String) {
  #expect(Money(argument: text) == nil)
}

@Test(arguments: [
  ("1.5", 15_000), ("1,5", 15_000), ("0", 0), ("2", 20_000), ("0.0001", 1), ("12.3456", 123_456),
])
func `a rate is read in percent with a point or a comma`(text: String, millionths: Int64) {
  #expect(RateArgument(argument: text)?.rate.millionths == millionths)
}

@Test(arguments: ["", ".", "1.", ".5", "1.23456", "1.5.0", "-1", "1 %", "1234567890"])
func `a rate with too many decimals or other signs is none`(text: String) {
  #expect(RateArgument(argument: text) == nil)
}

@Test(arguments: [(15_000, "1.5"), (0, "0"), (20_000, "2"), (1, "0.0001"), (100_000, "10")])
func `a rate is shown without zeros at its end`(millionths: Int64, text: String) {
  #expect(RateArgument.text(millionths: millionths) == text)
}
