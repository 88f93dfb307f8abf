import RevolvingFund

// Vouchers as they are read back, and what the books are held against.
extension Books {
  func bankBook(_ key: BankMonth) -> BankBook {
    func net(_ voucher: Voucher) -> Rupiah {
      voucher.postings.total {
        ($0.debit == key.account ? $0.amount : .zero)
          - ($0.credit == key.account ? $0.amount : .zero)
      }
    }
    return BankBook(
      opening: vouchers.filter { $0.bookedOn < key.month.first }.total(net),
      entries: vouchers.filter { $0.bookedOn.month == key.month && net($0) != .zero }.map {
        BankBook.Entry(
          voucher: $0.number, on: $0.bookedOn, reference: $0.reference, amount: net($0),
          reverses: $0.reverses)
      })
  }
}
