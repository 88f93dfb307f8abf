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
  Probe(
    Bergulir_V1_CashCountService.Method.RecordCashCount.descriptor,
    Bergulir_V1_RecordCashCountRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_CashCountService.Method.BookCashDifference.descriptor,
    Bergulir_V1_BookCashDifferenceRequest.self
  ) { $0.name = upk + "/cash-counts/9" },
  Probe(
    Bergulir_V1_CashCountService.Method.ListCashCounts.descriptor,
    Bergulir_V1_ListCashCountsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_ReconciliationService.Method.ReconcileBank.descriptor,
    Bergulir_V1_ReconcileBankRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_ReconciliationService.Method.GetReconciliation.descriptor,
    Bergulir_V1_GetReconciliationRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_ReconciliationService.Method.ListReconciliations.descriptor,
    Bergulir_V1_ListReconciliationsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_AssetService.Method.RegisterAsset.descriptor,
    Bergulir_V1_RegisterAssetRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_AssetService.Method.DepreciateAssets.descriptor,
    Bergulir_V1_DepreciateAssetsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_AssetService.Method.ListAssets.descriptor,
    Bergulir_V1_ListAssetsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_BookFileService.Method.ImportBooks.descriptor,
    Bergulir_V1_ImportBooksRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_BookFileService.Method.ExportBooks.descriptor,
    Bergulir_V1_ExportBooksRequest.self
  ) { $0.parent = upk },
]
