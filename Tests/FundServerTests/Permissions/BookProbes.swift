import FundAPI

private let upk = "upks/malabutor"

/// The calls on vouchers, the chart, and what the books are held against.
let bookProbes: [Probe] = [
  Probe(
    Bergulir_V1_JournalService.Method.ReverseVoucher.descriptor,
    Bergulir_V1_ReverseVoucherRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_AccountService.Method.OpenAccount.descriptor,
    Bergulir_V1_OpenAccountRequest.self
  ) { $0.parent = upk },
]
