public import RevolvingFund

// The criteria of wards, groups and members, and their instrument.
extension Explanation {
  static func criterionNotMet(
    _ criterion: Criterion, _ members: [Int64], _ shortfalls: [Shortfall]
  ) -> Explanation {
    let found = Sentence(
      english: shortfalls.map { $0.words.english }.joined(separator: ", "),
      indonesian: shortfalls.map { $0.words.indonesian }.joined(separator: ", "))
    let of = Sentence(
      english: members.isEmpty ? "" : " (members \(list(members)))",
      indonesian: members.isEmpty ? "" : " (anggota \(list(members)))")
    var remedies: [Sentence] = []
    for remedy in shortfalls.map({ $0.remedy(criterion) }) where !remedies.contains(remedy) {
      remedies.append(remedy)
    }
    let remedy = Sentence(
      english: remedies.map(\.english).joined(separator: " "),
      indonesian: remedies.map(\.indonesian).joined(separator: " "))
    return Explanation(
      message: Sentence(
        "Criterion \(criterion.rawValue) is not met\(of): \(criterion); \(found).",
        "Kriteria \(criterion.rawValue) belum dipenuhi\(of): \(criterion); \(found)."),
      remedy: remedy)
  }

  static func criterionComputed(_ criterion: Criterion) -> Explanation {
    Explanation(
      "Criterion \(criterion.rawValue) is computed from the records; nobody attests it.",
      "Kriteria \(criterion.rawValue) dihitung dari catatan; tidak perlu dinyatakan orang.",
      next: "See with `bergulir eligibility explain` which record is missing.",
      "Lihat dengan `bergulir eligibility explain` catatan mana yang kurang.")
  }

  static func criterionOfAnother(_ criterion: Criterion) -> Explanation {
    let body = criterion.body
    return Explanation(
      "Criterion \(criterion.rawValue) is one of the \(body), not of whom it was attested.",
      "Kriteria \(criterion.rawValue) adalah kriteria \(body), bukan untuk yang dinyatakan.",
      next: """
        Name the UPK for the ward's criteria, the KSM for its own, and the KSM with its members \
        for theirs.
        """,
      """
      Sebut UPK untuk kriteria kelurahan, KSM untuk kriterianya sendiri, dan KSM beserta nomor \
      anggota untuk kriteria anggota.
      """)
  }

  static func criterionNotWaivable(_ criterion: Criterion) -> Explanation {
    Explanation(
      "Criterion \(criterion.rawValue) cannot be waived.",
      "Kriteria \(criterion.rawValue) tidak dapat dikecualikan.",
      next: "Attest it as met or not met.",
      "Nyatakan dipenuhi atau tidak dipenuhi.")
  }

  static var attestersAreOne: Explanation {
    Explanation(
      "The facilitator and the volunteer are the same person.",
      "Fasilitator dan relawan adalah orang yang sama.",
      next: "Name the volunteer who was there too.",
      "Sebut relawan yang ikut memeriksa.")
  }

  static func belongsToGroup(_ member: Int64) -> Explanation {
    Explanation(
      "Member \(member) of the KSM has a part in what is done for it.",
      "Anggota \(member) dari KSM ikut berperan dalam urusan KSM itu sendiri.",
      next: "Let somebody who is no member inspect, witness, decide, pay out or attest.",
      "Minta orang di luar KSM memeriksa, menyaksikan, memutuskan, mencairkan, atau menyatakan.")
  }

  static func repairTooLate(_ due: Day, _ latest: Day) -> Explanation {
    Explanation(
      "The repair would be due on \(due); it must be done by \(latest).",
      "Perbaikan direncanakan selesai \(due); paling lambat \(latest).",
      next: "Plan it for a day until \(latest).",
      "Rencanakan selesai sampai \(latest).")
  }

  static func attestationOutOfRange(_ until: Day, _ earliest: Day, _ latest: Day) -> Explanation {
    Explanation(
      "The attestation would count until \(until); it may end from \(earliest) to \(latest).",
      "Pernyataan akan berlaku sampai \(until); boleh berakhir dari \(earliest) sampai \(latest).",
      next: "Choose a day in that span.",
      "Pilih hari dalam rentang itu.")
  }

  static func instrumentOutOfBounds(
    _ field: InstrumentField, _ value: Int, _ least: Int, _ most: Int
  ) -> Explanation {
    Explanation(
      "\(field) is \(value); it must be from \(least) to \(most).",
      "\(field) bernilai \(value); harus dari \(least) sampai \(most).",
      next: "Choose a value in that span: a province may be stricter than the programme.",
      "Pilih nilai dalam rentang itu: provinsi boleh lebih ketat dari program.")
  }

  static func entryTooLate(_ day: Day, _ earliest: Day) -> Explanation {
    Explanation(
      """
      What is dated \(day) is entered too late: since the UPK works with the system such an entry \
      is dated \(earliest) at the earliest, so that none is dated back to before a rule stood \
      against it.
      """,
      """
      Catatan tertanggal \(day) terlambat: sejak UPK bekerja dengan sistem, catatan seperti ini \
      paling awal bertanggal \(earliest), agar tidak ada yang dimundurkan ke masa sebelum \
      aturannya berlaku.
      """,
      next: """
        Enter it for a day from \(earliest) on (--on) and keep the true day in the note or on the \
        paper. History is entered in its order, before anything later is booked.
        """,
      """
      Catat untuk hari mulai \(earliest) (--on) dan tulis tanggal sebenarnya di catatan atau \
      berkas. Riwayat lama dicatat berurutan, sebelum ada pembukuan yang lebih baru.
      """)
  }

  private static func list(_ members: [Int64]) -> String {
    members.map { "\($0)" }.joined(separator: ", ")
  }
}

extension Shortfall: Worded {
  /// What falls short, with the numbers.
  public var words: Sentence {
    switch self {
    case .measured(let measure, let value, let threshold):
      Sentence(
        "\(measure) \(value) (asked: \(threshold))",
        "\(measure) \(value) (diminta: \(threshold))")
    case .attestation(let state): Sentence("attestation \(state)", "pernyataan \(state)")
    }
  }
}

extension InstrumentField: Worded {
  public var words: Sentence {
    switch self {
    case .fewestSupervisors: Sentence("The fewest supervisors", "Jumlah Pengawas paling sedikit")
    case .mostSupervisors: Sentence("The most supervisors", "Jumlah Pengawas paling banyak")
    case .fewestOfficers: Sentence("The fewest officers", "Jumlah petugas paling sedikit")
    case .idealOfficers: Sentence("The ideal number of officers", "Jumlah petugas ideal")
    case .fewestMembers: Sentence("The fewest members", "Jumlah anggota paling sedikit")
    case .womenInTen: Sentence("Women in ten members", "Perempuan dari sepuluh anggota")
    case .monthsBeforeFirstLoan:
      Sentence("Months before a first loan", "Bulan sebelum pinjaman pertama")
    case .attestationMonths: Sentence("Months of an attestation", "Masa berlaku pernyataan")
    case .assessmentMonths:
      Sentence("Months of an assessment of the books", "Masa berlaku penilaian pembukuan")
    case .lateEntryDays: Sentence("Days of late entry", "Hari keterlambatan pencatatan")
    }
  }
}
