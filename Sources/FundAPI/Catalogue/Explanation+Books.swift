internal import RevolvingFund

// The money and the books.
extension Explanation {
  static func loanNotActive(_ state: LoanState) -> Explanation {
    Explanation(
      "The loan is \(state); only an active one is repaid, restructured or written off.",
      "Status pinjaman ini: \(state); langkah ini hanya untuk pinjaman berjalan.",
      next: "Check the number of the loan.",
      "Periksa nomor pinjamannya.")
  }

  static func repaymentExceedsDebt(_ amount: Rupiah, _ debt: Rupiah) -> Explanation {
    Explanation(
      "The repayment is \(amount), but \(debt) settles the loan on that day.",
      "Pembayaran \(amount), padahal \(debt) sudah melunasi pinjaman pada hari itu.",
      next: """
        Take at most \(debt) and give the rest back, or hold the rest for the group with \
        --hold-excess.
        """,
      """
      Terima paling banyak \(debt) dan kembalikan sisanya, atau titipkan sisanya untuk KSM dengan \
      --hold-excess.
      """)
  }

  static func accountNotForLending(_ account: AccountCode) -> Explanation {
    Explanation(
      "Loans are not paid through account \(account), only through cash or the UPK's bank account.",
      "Pinjaman tidak lewat rekening \(account), hanya lewat kas atau bank UPK.",
      next: "Choose \(AccountCode.cash) or \(AccountCode.bank).",
      "Pilih \(AccountCode.cash) atau \(AccountCode.bank).")
  }

  static func insufficientFunds(
    _ account: AccountCode, _ available: Rupiah, _ asked: Rupiah
  ) -> Explanation {
    Explanation(
      "The account \(account) holds \(available); \(asked) are needed.",
      "Saldo rekening \(account) \(available); yang diperlukan \(asked).",
      next: """
        Pay from the other account, move money first with bergulir journal post (a voucher from \
        \(AccountCode.bank) to \(AccountCode.cash), or back), or wait for repayments.
        """,
      """
      Bayar dari rekening lain, pindahkan uang dahulu dengan bergulir journal post (bukti dari \
      \(AccountCode.bank) ke \(AccountCode.cash), atau sebaliknya), atau tunggu angsuran masuk.
      """)
  }

  static func fundsReserved(
    _ held: Rupiah, _ reserved: Rupiah, _ asked: Rupiah
  ) -> Explanation {
    Explanation(
      """
      Cash and bank hold \(held), of which \(reserved) are promised to approved applications; \
      \(asked) are needed.
      """,
      """
      Kas dan bank berisi \(held), \(reserved) di antaranya sudah dijanjikan kepada pengajuan \
      yang disetujui; yang diperlukan \(asked).
      """,
      next: """
        Wait for repayments. What is not decided yet may be signed with --waitlist, so that it \
        waits for its turn; what waits already keeps its place.
        """,
      """
      Tunggu angsuran masuk. Yang belum diputus boleh ditandatangani dengan --waitlist agar masuk \
      daftar tunggu; yang sudah menunggu tetap pada urutannya.
      """)
  }

  static func judgedLater(_ day: Day, _ judgedOn: Day) -> Explanation {
    Explanation(
      """
      What is dated \(day) is judged on \(judgedOn), the latest day that anything is booked on \
      here; on \(day) itself not all of the other reasons held.
      """,
      """
      Yang bertanggal \(day) dinilai per \(judgedOn), tanggal terakhir yang sudah dibukukan; pada \
      \(day) sendiri tidak semua alasan lainnya berlaku.
      """,
      next: "Mend what the other reasons name: an earlier day does not help.",
      "Bereskan alasan lainnya: tanggal mundur tidak menolong.")
  }

  static func fundsSuffice(_ available: Rupiah, _ asked: Rupiah) -> Explanation {
    Explanation(
      "Nothing is lacking: \(available) are free for this loan, which needs \(asked).",
      "Dana cukup: \(available) tersedia untuk pinjaman ini, yang diperlukan \(asked).",
      next: """
        Go on with the agreement (bergulir application contract), or take the application back \
        (bergulir application cancel).
        """,
      """
      Lanjutkan akadnya (bergulir application contract), atau batalkan pengajuannya \
      (bergulir application cancel).
      """)
  }

  static var vouchersMissing: Explanation {
    Explanation(
      "The list has no voucher.",
      "Daftar ini tidak memuat bukti.",
      next: "Give at least one voucher.",
      "Isi paling sedikit satu bukti.")
  }

  static func tooManyVouchers(_ count: Int, _ limit: Int) -> Explanation {
    Explanation(
      "The list has \(count) vouchers; at most \(limit) are posted at once.",
      "Daftar ini memuat \(count) bukti; paling banyak \(limit) sekali kirim.",
      next: "Post the vouchers in several lists.",
      "Kirim bukti dalam beberapa daftar.")
  }

  static func accountUnknown(_ line: Int, _ account: AccountCode) -> Explanation {
    Explanation(
      "Line \(line): this UPK has no account \(account).",
      "Baris \(line): UPK ini tidak punya rekening \(account).",
      next: "Choose an account of the UPK's chart.",
      "Pilih rekening yang ada dalam bagan rekening UPK.")
  }

  static func accountControlled(_ line: Int, _ account: AccountCode) -> Explanation {
    Explanation(
      """
      Line \(line): account \(account) is kept by loans, savings, capital and the close, never \
      by hand.
      """,
      """
      Baris \(line): rekening \(account) diisi oleh pinjaman, tabungan, modal dan tutup buku, \
      bukan manual.
      """,
      next: """
        Record the loan, the repayment, the savings or the capital itself, or choose another \
        account.
        """,
      "Catat pinjaman, angsuran, tabungan atau modalnya langsung, atau pilih rekening lain.")
  }

  static func accountsEqual(_ line: Int, _ account: AccountCode) -> Explanation {
    Explanation(
      "Line \(line): debit and credit are both account \(account).",
      "Baris \(line): debet dan kredit sama-sama rekening \(account).",
      next: "Choose two different accounts.",
      "Pilih dua rekening yang berbeda.")
  }

  static func referenceUsed(
    _ line: Int, _ reference: String, _ holder: PaperHolder?
  ) -> Explanation {
    guard let holder else {
      return Explanation(
        "Line \(line): the paper number \(reference) stands in the list already.",
        "Baris \(line): nomor bukti \(reference) sudah ada dalam daftar ini.",
        next: "Give each paper its own number.",
        "Beri tiap bukti nomor sendiri.")
    }
    let remedy = Sentence(
      """
      If it is that paper, nothing is left to do. Another paper has its own number, and so has the \
      one that is written for a cancelled receipt: a cancelled paper keeps its number.
      """,
      """
      Kalau memang bukti itu, tidak ada yang perlu dilakukan. Bukti lain memakai nomor sendiri, \
      begitu juga pengganti kuitansi yang dibatalkan: bukti yang batal tetap memegang nomornya.
      """)
    let voucher = "\(holder.voucher)"
    guard let receipt = holder.receipt.map({ "\($0)" }), let loan = holder.loan else {
      return Explanation(
        message: Sentence(
          "The paper number \(reference) is that of voucher \(voucher) of \(holder.on).",
          "Nomor bukti \(reference) sudah dipakai bukti \(voucher) tanggal \(holder.on)."),
        remedy: remedy)
    }
    return Explanation(
      message: Sentence(
        """
        The paper number \(reference) is that of receipt \(receipt) of \(holder.on), loan \(loan).
        """,
        """
        Nomor bukti \(reference) sudah dipakai kuitansi \(receipt) tanggal \(holder.on), pinjaman \
        \(loan).
        """), remedy: remedy)
  }

  static func upkFrozen(_ day: Day, _ place: String, _ what: String) -> Explanation {
    Explanation(
      """
      The books are frozen since \(day): the verification found a difference at \(place) (\(what)).
      """,
      """
      Buku dibekukan sejak \(day): pemeriksaan menemukan selisih pada \(place) (\(what)).
      """,
      next: """
        See it with bergulir books verify; restore what was altered, then let one person request \
        the release (bergulir books release) and another confirm it (bergulir books confirm).
        """,
      """
      Lihat dengan bergulir books verify; pulihkan yang diubah, lalu satu orang meminta pembukaan \
      (bergulir books release) dan orang lain menyetujuinya (bergulir books confirm).
      """)
  }
}
