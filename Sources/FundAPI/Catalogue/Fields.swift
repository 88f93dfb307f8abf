public import RevolvingFund

// The fields that people fill in and the days that others may not come before.

extension TextField: Worded {
  public var words: Sentence {
    switch self {
    case .name: Sentence("name", "nama")
    case .minutes: Sentence("number of the minutes", "nomor berita acara")
    case .description: Sentence("description", "uraian")
    case .note: Sentence("note", "catatan")
    case .reference: Sentence("reference", "nomor bukti")
    case .borrowerCriteria:
      Sentence("article on who may borrow", "pasal kriteria KSM dan anggota")
    case .jointLiability: Sentence("article on joint liability", "pasal tanggung renteng")
    case .reason: Sentence("reason", "alasan")
    case .deed: Sentence("number of the deed", "nomor akta")
    case .povertyTool: Sentence("article on the purpose of lending", "pasal tujuan pinjaman")
    case .lendingOnly:
      Sentence("article on the use of the fund", "pasal penggunaan dana pinjaman")
    case .incomeForUnitOnly:
      Sentence("article on the UPK's income", "pasal penggunaan pendapatan UPK")
    case .duties: Sentence("job description", "uraian tugas")
    case .evidence: Sentence("evidence", "bukti pendukung")
    case .agreement:
      Sentence("number of the members' agreement", "nomor perjanjian yang ditandatangani anggota")
    case .notice: Sentence("number of the letter to the supervisors", "nomor surat kepada Pengawas")
    case .report:
      Sentence("number of the report to the community meeting", "nomor laporan kepada RWT")
    case .answer: Sentence("answer", "jawaban")
    case .decision: Sentence("decision of the meeting", "keputusan pertemuan")
    case .complaint: Sentence("complaint", "pengaduan")
    case .finding: Sentence("finding", "temuan")
    }
  }
}

extension AmountField: Worded {
  /// The field at the beginning of a sentence.
  public var words: Sentence {
    switch self {
    case .amount: Sentence("The amount", "Jumlahnya")
    case .share(let member): Sentence("The share of member \(member)", "Bagian anggota \(member)")
    case .line(let line): Sentence("The amount on line \(line)", "Jumlah pada baris \(line)")
    }
  }
}

extension PolicyField: Worded {
  public var words: Sentence {
    switch self {
    case .firstLoanCeiling: Sentence("ceiling of a first loan", "plafon pinjaman pertama")
    case .laterLoanCeiling: Sentence("ceiling of a later loan", "plafon pinjaman berikutnya")
    case .shortestTerm: Sentence("shortest term", "jangka waktu terpendek")
    case .longestTerm: Sentence("longest term", "jangka waktu terpanjang")
    case .rate: Sentence("service charge rate", "tarif jasa")
    case .roundUnit: Sentence("rounding of installments", "pembulatan angsuran")
    case .startUpCeiling: Sentence("ceiling for start-ups", "plafon usaha baru")
    case .startUpLongestTerm:
      Sentence("longest term for start-ups", "jangka waktu terpanjang usaha baru")
    case .deviation:
      Sentence(
        "part of the ceiling left after a deviation, in thousandths",
        "bagian plafon setelah penyimpangan, per seribu")
    case .lateFee: Sentence("late fee", "denda keterlambatan")
    case .savingsThousandths:
      Sentence("savings with an installment", "tabungan bersama angsuran")
    case .cashLimit: Sentence("limit of cash in hand", "batas kas di tangan")
    case .leastCapital:
      Sentence("least part of a profit for capital", "bagian laba terkecil untuk modal")
    }
  }
}

extension PolicyField {
  /// A value of the field in its own measure.
  func measure(_ value: Int64) -> Sentence {
    switch self {
    case .firstLoanCeiling, .laterLoanCeiling, .roundUnit, .startUpCeiling, .lateFee,
      .cashLimit:
      Rupiah(value).words
    case .savingsThousandths:
      Sentence("\(value) thousandths", "\(value) per seribu")
    case .shortestTerm, .longestTerm, .startUpLongestTerm:
      Sentence("\(value, "month", "months")", "\(value) bulan")
    case .leastCapital: Percent(text: Ratio(value, 10_000).percentText(decimals: 2) ?? "").words
    case .rate: MonthlyRate(millionths: value).words
    case .deviation: Sentence("\(value)", "\(value)")
    }
  }
}

extension Milestone: Worded {
  public var words: Sentence {
    switch self {
    case .ksmFormed: Sentence("the KSM's formation", "pembentukan KSM")
    case .memberJoined: Sentence("the member's joining", "masuknya anggota")
    case .charterBegan:
      Sentence("the start of the charter before it", "berlakunya anggaran dasar sebelumnya")
    case .policyBegan:
      Sentence("the start of the policy before it", "berlakunya aturan dasar sebelumnya")
    case .boundsBegan:
      Sentence("the start of the bounds before them", "berlakunya batas sebelumnya")
    case .applicationSubmitted: Sentence("the submission of the application", "pengajuan pinjaman")
    case .applicationDrafted: Sentence("the draft of the application", "konsep pengajuan pinjaman")
    case .inspected: Sentence("the step before it", "langkah sebelumnya")
    case .signed: Sentence("the signature before it", "tanda tangan sebelumnya")
    case .decided: Sentence("the decision", "putusan")
    case .disbursed: Sentence("the disbursement", "pencairan")
    case .assigned: Sentence("the start of the assignment", "mulainya penugasan")
    case .trained: Sentence("the training", "pelatihan")
    case .planned: Sentence("the day of the plan", "tanggal rencana")
    case .repaid: Sentence("the repayment", "pembayaran angsuran")
    case .instrumentBegan:
      Sentence("the start of the instrument before it", "berlakunya instrumen sebelumnya")
    case .writtenOff: Sentence("the write-off", "hapus buku")
    case .posted: Sentence("the voucher", "bukti itu")
    case .counted: Sentence("the count", "opname kas")
    case .bought: Sentence("the purchase", "pembelian")
    case .recovered: Sentence("the last recovery", "penerimaan terakhir atas tagihan")
    case .escalated: Sentence("the escalation", "laporan kepada kantor")
    case .promised: Sentence("the promise", "janji bayar")
    case .visited: Sentence("the visit", "kunjungan")
    case .applicationCompleted:
      Sentence("the day the papers were complete", "kelengkapan berkas")
    case .waitlisted: Sentence("the start of the waiting", "masuknya ke daftar tunggu")
    case .agreementSigned: Sentence("the signing of the agreement", "penandatanganan akad")
    case .skipRequested: Sentence("the request", "permintaan didahulukan")
    case .relationshipDeclared: Sentence("the declaration", "pernyataan hubungan")
    case .suspenseAssigned: Sentence("the assignment to the group", "penetapan kepada KSM")
    case .reopeningRequested: Sentence("the request to open the month", "permintaan membuka bulan")
    case .yearClosed: Sentence("the close of the year", "tutup buku tahun itu")
    case .budgetProposed: Sentence("the proposal", "usulan RAPB")
    case .frozen: Sentence("the freeze", "pembekuan")
    case .releaseRequested: Sentence("the request for release", "permintaan pembukaan")
    case .chainBegan:
      Sentence("the start of the approval chain before it", "berlakunya rantai putusan sebelumnya")
    case .complained: Sentence("the complaint", "pengaduan")
    case .supervised: Sentence("the inspection by the supervisors", "pemeriksaan Pengawas")
    case .askedAbout: Sentence("the day asked about", "tanggal saldo yang ditanyakan")
    }
  }
}
