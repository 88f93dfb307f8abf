internal import RevolvingFund

// What becomes of a profit, and what a year may cost.
extension Explanation {

  static func allocationNotWhole(_ hundredths: Int) -> Explanation {
    let sum = Percent(hundredths: hundredths)
    return Explanation(
      "The parts sum to \(sum); each must be above zero, all 100.00 %.",
      "Jumlah bagian \(sum); tiap bagian di atas nol, semuanya 100,00 %.",
      next: "Share out exactly 100.00 %.",
      "Bagi tepat 100,00 %.")
  }

  static func purposeRepeated(_ purpose: ProfitPurpose) -> Explanation {
    Explanation(
      "There are two parts for \(purpose).",
      "Ada dua bagian untuk \(purpose).",
      next: "Give each purpose once.",
      "Isi tiap tujuan satu kali.")
  }

  static var budgetLinesMissing: Explanation {
    Explanation(
      "The budget has no line.",
      "RAPB ini belum berisi.",
      next: "Give what each account of income and cost is to come to.",
      "Isi rencana tiap rekening pendapatan dan biaya.")
  }

  static func budgetAccountRepeated(_ account: AccountCode) -> Explanation {
    Explanation(
      "The budget has account \(account) twice.",
      "RAPB memuat rekening \(account) dua kali.",
      next: "Give each account once.",
      "Isi tiap rekening satu kali.")
  }

  static func accountNotForBudget(_ account: AccountCode) -> Explanation {
    Explanation(
      "Account \(account) has no budget: it is no income and no cost of this UPK.",
      "Rekening \(account) tidak dianggarkan: bukan pendapatan atau biaya UPK ini.",
      next: "Choose accounts of classes 4 and 5 of the UPK's chart.",
      "Pilih rekening kelas 4 dan 5 dalam bagan rekening UPK.")
  }

  static func operatingAboveLimit(_ operating: Rupiah, _ income: Rupiah) -> Explanation {
    Explanation(
      "Operating cost of \(operating) is more than a quarter of the income of \(income).",
      "Biaya operasional \(operating) lebih dari seperempat pendapatan \(income).",
      next: "Propose a budget with less operating cost.",
      "Usulkan RAPB dengan biaya operasional yang lebih kecil.")
  }

  static func coverageTooLow(_ income: Rupiah, _ cost: Rupiah) -> Explanation {
    Explanation(
      "Income of \(income) covers cost of \(cost) by less than 125 percent.",
      "Pendapatan \(income) menutup biaya \(cost) kurang dari 125 persen.",
      next: "Propose a budget whose cost, risk included, is at most four fifths of its income.",
      "Usulkan RAPB dengan biaya, termasuk risiko, paling banyak empat perlima pendapatan.")
  }

  static func purposeNotAllowed(_ purpose: ProfitPurpose) -> Explanation {
    Explanation(
      "No part of a profit goes to \(purpose) here.",
      "Di sini laba tidak dialokasikan untuk \(purpose).",
      next: "Give its part to capital.",
      "Alihkan bagiannya ke pemupukan modal.")
  }

  static func profitForCapitalOnly(_ hundredths: Int, _ par: Ratio) -> Explanation {
    let part = Percent(hundredths: hundredths)
    let percent = Percent(par, as: .par)
    let atRisk = Rupiah(par.numerator)
    let balance = Rupiah(par.denominator)
    return Explanation(
      """
      The year ended with a PAR of \(percent) (\(atRisk) of \(balance)), so that all of its profit \
      is capital's; capital gets \(part).
      """,
      """
      PAR akhir tahun itu \(percent) (\(atRisk) dari \(balance)), maka seluruh labanya \
      menjadi modal; modal mendapat \(part).
      """,
      next: "Give capital 100 %: the province leaves nothing else from a PAR of 20 % on.",
      "Alokasikan 100 % ke pemupukan modal: itu ketentuan provinsi mulai PAR 20 %.")
  }

  static func capitalShareTooLow(_ hundredths: Int, _ least: Int) -> Explanation {
    let part = Percent(hundredths: hundredths)
    return Explanation(
      "Capital gets \(part) of the profit; at least \(Percent(hundredths: least)) are due.",
      "Modal mendapat \(part) laba; paling sedikit \(Percent(hundredths: least)).",
      next: "Raise the part of capital.",
      "Naikkan bagian pemupukan modal.")
  }

  static func nothingToAllocate(_ profit: Rupiah, _ available: Rupiah) -> Explanation {
    Explanation(
      "The year's result is \(profit) and account \(AccountCode.priorProfit) holds \(available).",
      "Hasil tahun itu \(profit) dan rekening \(AccountCode.priorProfit) berisi \(available).",
      next: "Carry a loss; only a profit that is still there is allocated.",
      "Bawa rugi ke tahun berikutnya; hanya laba yang masih ada yang dialokasikan.")
  }

  static func honorariumExceeded(_ available: Rupiah, _ asked: Rupiah) -> Explanation {
    Explanation(
      "\(available) of allocated profit are left for the supervisors; \(asked) are asked for.",
      "Sisa alokasi laba untuk Pengawas \(available); yang diminta \(asked).",
      next: "Pay what is left; more comes only from the next year's profit.",
      "Bayar sisanya; tambahan hanya dari laba tahun berikutnya.")
  }
}

extension Percent {
  fileprivate init(hundredths: Int) {
    self.init(text: Ratio(Int64(hundredths), 10_000).percentText(decimals: 2) ?? "")
  }
}
