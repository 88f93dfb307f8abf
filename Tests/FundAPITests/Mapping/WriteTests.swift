import FundAPI
import RevolvingFund
import SwiftProtobuf
import Testing

private let today = day(2017, 12, 31)
private let id = "0a4f0f9e-6d0c-4b8e-9a51-0f6f6d1c2b3a"

private func write(_ requestID: String, on: String = "", dry: Bool = false) -> Bergulir_V1_Write {
  .with {
    $0.requestID = requestID
    $0.on = on
    $0.validateOnly = dry
  }
}

@Test func `a write has a request id, a day and perhaps no effect`() throws {
  let plain = try write(id).options(today: today)
  #expect(plain.requestID.description == id)
  #expect(plain.day == today)
  #expect(!plain.isDryRun)
  let dated = try write(id, on: "2017-03-15", dry: true).options(today: today)
  #expect(dated.day == day(2017, 3, 15))
  #expect(dated.isDryRun)
}

@Test func `a write without a request id, or with a bad field, is refused`() {
  #expect(throws: Fault.requestIDRequired) { try write("").options(today: today) }
  #expect(throws: Fault.fieldInvalid("write.request_id", expected: .uuid)) {
    try write("7").options(today: today)
  }
  #expect(throws: Fault.fieldInvalid("write.on", expected: .day)) {
    try write(id, on: "15-03-2017").options(today: today)
  }
}

@Test func `a receipt says what was done, whether before, or that nothing was`() {
  let name = ResourceName.loan(code("malabutor"), 7)
  let voucher = VoucherNumber(kind: .cashReceipt, year: 2017, number: 12)
  let done = Bergulir_V1_Receipt(
    .recordRepayment, of: name, .done(sequence: 41), vouchers: [voucher])
  #expect(done.name == "upks/malabutor/loans/7")
  #expect(done.verb == "recorded")
  #expect(done.sequence == 41)
  #expect(done.vouchers == ["KM-2017-0012"])
  #expect(!done.replayed && !done.dryRun)
  let again = Bergulir_V1_Receipt(.recordRepayment, of: name, .replayed(sequence: 41))
  #expect(again.replayed && again.sequence == 41 && !again.dryRun)
  let dry = Bergulir_V1_Receipt(.registerKSM, of: nil, .dryRun)
  #expect(dry.dryRun && dry.name.isEmpty && dry.sequence == 0 && !dry.replayed)
}

@Test(arguments: CommandKind.allCases)
func `every kind of command has a verb of one lower-case word`(kind: CommandKind) {
  #expect(!kind.verb.rawValue.isEmpty)
  #expect(kind.verb.rawValue.allSatisfy { $0.isASCII && $0.isLowercase })
}
