internal import RevolvingFund

extension ArgumentCorrection: Worded {
  /// How to correct it, for the end of a sentence.
  public var words: Sentence {
    switch self {
    case .write(let form): Sentence("write \(form)", "tulis \(form)")
    case .chooseFrom(let values): Sentence("choose \(anyOf: values)", "pilih \(anyOf: values)")
    case .amountTooLarge:
      Sentence(
        "the largest amount is \(Rupiah.limit)", "jumlah terbesar adalah \(Rupiah.limit)")
    }
  }
}

extension ArgumentForm: Worded {
  /// What it is and an example, for the end of "write".
  public var words: Sentence {
    switch self {
    case .day:
      Sentence(
        "a day as YYYY-MM-DD, such as 2017-12-31",
        "tanggal sebagai TTTT-BB-HH, misalnya 2017-12-31")
    case .month:
      Sentence(
        "a month as YYYY-MM, such as 2017-12", "bulan sebagai TTTT-BB, misalnya 2017-12")
    case .amount:
      Sentence(
        "whole rupiah, such as 8220000 or 8.220.000",
        "rupiah bulat, misalnya 8220000 atau 8.220.000")
    case .rate:
      Sentence(
        "percent with at most four decimals, such as 1.5",
        "persen dengan paling banyak empat desimal, misalnya 1,5")
    case .percent:
      Sentence(
        "percent, 0 to 100 with at most two decimals, such as 62.5",
        "persen, 0 sampai 100 dengan paling banyak dua desimal, misalnya 62,5")
    case .share:
      Sentence(
        "MEMBER=RUPIAH, such as 1=822000, or all=RUPIAH",
        "ANGGOTA=RUPIAH, misalnya 1=822000, atau all=RUPIAH")
    case .cashAccount:
      Sentence("cash, bank or five digits", "cash, bank atau kode akun lima angka")
    case .amountSpan:
      Sentence(
        "two amounts as FROM..TO, such as 100.000..5.000.000",
        "dua jumlah sebagai DARI..SAMPAI, misalnya 100.000..5.000.000")
    case .monthsSpan:
      Sentence(
        "two numbers of months as FROM..TO, such as 3..24",
        "dua jumlah bulan sebagai DARI..SAMPAI, misalnya 3..24")
    case .rateSpan:
      Sentence(
        "two percentages as FROM..TO, such as 0.5..3",
        "dua persentase sebagai DARI..SAMPAI, misalnya 0,5..3")
    case .seconds: Sentence("seconds, 1 to 300", "jumlah detik, 1 sampai 300")
    case .serverAddress:
      Sentence(
        "HOST:PORT, such as 127.0.0.1:7710", "HOST:PORT, misalnya 127.0.0.1:7710")
    case .upk:
      Sentence(
        "the code, 2 to 40 lower-case letters, digits and hyphens, a letter first",
        "kodenya, 2 sampai 40 huruf kecil, angka dan tanda hubung, diawali huruf")
    case .person: number(12, "persons/12")
    case .assignment: number(3, "assignments/3")
    case .token: number(9, "tokens/9")
    case .policy: numbered("upks/malabutor/policies/1")
    case .budget: numbered("upks/malabutor/budgets/1")
    case .delegation: numbered("upks/malabutor/delegations/1")
    case .suspenseAssignment: numbered("upks/malabutor/suspense-assignments/1")
    case .relationship: numbered("upks/malabutor/relationships/1")
    case .profitPart:
      Sentence(
        "PURPOSE=PERCENT, such as capital=90 or supervisors=7.5",
        "TUJUAN=PERSEN, misalnya capital=90 atau supervisors=7,5")
    case .budgetLine:
      Sentence(
        "ACCOUNT=RUPIAH, such as 51010=480000", "REKENING=RUPIAH, misalnya 51010=480000")
    case .ksm: numbered("upks/malabutor/ksms/1")
    case .application: numbered("upks/malabutor/applications/1")
    case .loan: numbered("upks/malabutor/loans/1")
    case .caseStep: numbered("upks/malabutor/case-steps/1")
    case .block: numbered("upks/malabutor/blocks/1")
    case .complaint: numbered("upks/malabutor/complaints/1")
    case .finding: numbered("upks/malabutor/findings/1")
    case .member:
      Sentence(
        "UPK, group and number, malabutor/1/3 or upks/malabutor/ksms/1/members/3",
        "UPK, KSM dan nomor anggota, malabutor/1/3 atau upks/malabutor/ksms/1/members/3")
    case .scope:
      Sentence("province, regions/CODE or upks/CODE", "province, regions/KODE atau upks/KODE")
    case .region: Sentence("the region's code, 92.71", "kode wilayah, 92.71")
    case .tested:
      Sentence("a UPK, malabutor, or a KSM, malabutor/1", "UPK, malabutor, atau KSM, malabutor/1")
    case .memberNumbers:
      Sentence("numbers with commas, 1,2,5, or all", "nomor dengan koma, 1,2,5, atau all")
    case .paperNames:
      Sentence(
        "names with commas, form,memberList, or all", "nama dengan koma, form,memberList, atau all")
    case .appraisal:
      Sentence(
        """
        MEMBER=FIVE SCORES:INCOME,LIVING,INSTALLMENTS, such as 1=4,4,3,5,4:1500000,900000,0, or \
        all=…
        """,
        """
        ANGGOTA=LIMA NILAI:PENGHASILAN,BIAYA HIDUP,ANGSURAN, misalnya \
        1=4,4,3,5,4:1500000,900000,0, atau all=…
        """)
    case .chainStep:
      Sentence(
        "ROLE or ROLE=PERSONS,DAYS,LEAST AMOUNT,LEAST PAR, such as bkmMember=2,5,10000000,12.5",
        """
        PERAN atau PERAN=ORANG,HARI,NILAI TERKECIL,PAR TERKECIL, misalnya \
        bkmMember=2,5,10000000,12.5
        """)
    case .itemNames:
      Sentence(
        "names with commas, poor,business, or all", "nama dengan koma, poor,business, atau all")
    case .memberPayment:
      Sentence(
        "MEMBER=RUPIAH, such as 3=140000, or MEMBER=RUPIAH:PAYER, such as 5=100000:1",
        "ANGGOTA=RUPIAH, misalnya 3=140000, atau ANGGOTA=RUPIAH:PENYETOR, misalnya 5=100000:1")
    case .receipt:
      Sentence("the receipt's number, KW-2016-0001", "nomor kuitansi, KW-2016-0001")
    case .voucher:
      Sentence("the voucher's number, KM-2017-0012", "nomor bukti, KM-2017-0012")
    case .cashCount: numbered("upks/malabutor/cash-counts/1")
    case .event: numbered("upks/malabutor/events/17")
    case .printedHash:
      Sentence(
        "NUMBER:DIGITS as the sheet prints them, 17:a1b2 c3d4 e5f6 0718",
        "NOMOR:ANGKA seperti tercetak di lembar, 17:a1b2 c3d4 e5f6 0718")
    case .publicKey:
      Sentence(
        "64 digits 0 to f, the line public of the key's file",
        "64 angka 0 sampai f, baris public dari berkas kunci")
    case .personMatch:
      Sentence("FILE=HERE, such as 12=5", "BERKAS=DI SINI, misalnya 12=5")
    case .bankAccount:
      Sentence("bank (11021), savings (11022) or five digits", "bank, savings, atau lima angka")
    }
  }

  private func number(_ number: Int, _ name: String) -> Sentence {
    Sentence("the number, \(number) or \(name)", "nomornya, \(number) atau \(name)")
  }

  private func numbered(_ name: String) -> Sentence {
    Sentence("UPK and number, malabutor/1 or \(name)", "UPK dan nomor, malabutor/1 atau \(name)")
  }
}
