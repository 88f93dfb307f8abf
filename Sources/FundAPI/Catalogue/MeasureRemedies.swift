public import RevolvingFund

extension Measure {
  /// What to do where it falls short.
  public var remedy: Sentence {
    wardRemedy ?? officeRemedy ?? fundRemedy ?? groupRemedy
  }

  private var wardRemedy: Sentence? {
    switch self {
    case .criteriaNotMet:
      Sentence("Meet the criteria below that fail.", "Penuhi kriteria di bawah yang belum lulus.")
    case .provinceConsultants:
      Sentence(
        "Assign a province consultant to the UPK or a region around it.",
        "Tugaskan OSP untuk UPK atau wilayahnya.")
    case .facilitators:
      Sentence(
        "Assign a facilitator to the UPK or a region around it.",
        "Tugaskan fasilitator untuk UPK atau wilayahnya.")
    case .volunteers:
      Sentence("Assign a volunteer of the ward.", "Tugaskan relawan setempat.")
    case .charters:
      Sentence(
        "Record the board's charter with `bergulir charter set`.",
        "Catat anggaran dasar BKM dengan `bergulir charter set`.")
    case .povertyClauses, .lendingOnlyClauses, .incomeClauses:
      Sentence(
        "Let the board amend its charter, and record the new version with the article.",
        "Minta BKM melengkapi anggaran dasar, lalu catat versi baru dengan pasalnya.")
    case .policyHeadings:
      Sentence(
        "Let the board complete its lending rules, and record them with `bergulir policy set`.",
        "Minta BKM melengkapi aturan dasar, lalu catat dengan `bergulir policy set`.")
    case .repairsOpen:
      Sentence(
        """
        Repair what is missing, or plan it with a person and a day by `bergulir authority plan`.
        """,
        """
        Lakukan perbaikan yang belum ada, atau rencanakan penanggung jawab dan harinya dengan \
        `bergulir authority plan`.
        """)
    default: nil
    }
  }

  private var officeRemedy: Sentence? {
    switch self {
    case .supervisors, .womenSupervisors, .menSupervisors:
      Sentence(
        "Let the board appoint two or three supervisors, women and men.",
        "Minta BKM mengangkat dua atau tiga Pengawas, laki-laki dan perempuan.")
    case .supervisorsUntrained:
      Sentence(
        "Train the supervisors and record it with `bergulir person train`.",
        "Latih Pengawas, lalu catat dengan `bergulir person train`.")
    case .officersUntrained:
      Sentence(
        "Train the officers and record it with `bergulir person train`.",
        "Latih petugas UPK, lalu catat dengan `bergulir person train`.")
    case .supervisorsWithoutDuties, .officersWithoutDuties:
      Sentence(
        "File the job description with `bergulir person file`.",
        "Arsipkan uraian tugasnya dengan `bergulir person file`.")
    case .supervisorsWithoutMinutes, .signatoriesWithoutMinutes:
      Sentence(
        "File the minutes of the appointment with `bergulir person file`.",
        "Arsipkan berita acara pengangkatannya dengan `bergulir person file`.")
    case .officers:
      Sentence("Let the board appoint officers of the UPK.", "Minta BKM mengangkat petugas UPK.")
    case .officersUnacquainted:
      Sentence(
        "Let each officer read the lending rules and say so with `bergulir policy acknowledge`.",
        """
        Minta tiap petugas membaca aturan dasar dan menyatakannya dengan \
        `bergulir policy acknowledge`.
        """)
    case .signatories:
      Sentence(
        "Let the board name exactly three signatories of the account.",
        "Minta BKM menetapkan tepat tiga penandatangan rekening.")
    default: nil
    }
  }

  private var fundRemedy: Sentence? {
    switch self {
    case .par, .authority:
      Sentence(
        "Collect arrears until a month is closed with a lower PAR: see `bergulir authority show`.",
        """
        Tagih tunggakan sampai ada bulan yang ditutup dengan PAR lebih rendah: lihat \
        `bergulir authority show`.
        """)
    case .loansAgainstSuspension:
      Sentence(
        "Tell the city coordinator which loans were made against the suspension.",
        "Laporkan pinjaman yang melanggar penundaan kepada Korkot.")
    case .collectionsMissing:
      Sentence(
        "Collect together each month and record it with `bergulir authority collect`.",
        "Tagih bersama setiap bulan, lalu catat dengan `bergulir authority collect`.")
    case .capital:
      Sentence(
        "Book the first capital with `bergulir capital receive`.",
        "Bukukan modal awal dengan `bergulir capital receive`.")
    case .monthsOverdue:
      Sentence(
        "Close the months that have ended with `bergulir period close`.",
        "Tutup bulan yang sudah lewat dengan `bergulir period close`.")
    case .savingsUncovered:
      Sentence(
        "Let the city coordinator decide with the board how the savers' money is made good.",
        "Minta Korkot memutuskan bersama BKM cara mengganti uang penabung.")
    default: nil
    }
  }

  private var groupRemedy: Sentence {
    switch self {
    case .members: Sentence("Let the KSM take in more members.", "Minta KSM menambah anggota.")
    case .women:
      Sentence("Let the KSM take in more women.", "Minta KSM menambah anggota perempuan.")
    case .monthsSinceFormation:
      Sentence("Accompany the KSM until it is old enough.", "Dampingi KSM sampai cukup umur.")
    case .monthsSaved:
      Sentence(
        "Let the KSM save every month, and record it with `bergulir savings deposit`.",
        "Minta KSM menabung setiap bulan, lalu catat dengan `bergulir savings deposit`.")
    case .membersUntrained:
      Sentence(
        """
        Train every member in lending, business and the household's budget, and record it with \
        `bergulir person train`.
        """,
        """
        Latih semua anggota tentang pinjaman bergulir, kewirausahaan, dan PERT, lalu catat dengan \
        `bergulir person train`.
        """)
    case .itemsMet:
      Sentence(
        "Leave out members of whom an item does not hold, or visit them again.",
        "Jangan sertakan anggota yang butirnya belum terpenuhi, atau kunjungi lagi.")
    case .listedAsPoor:
      Sentence(
        """
        Let the facilitator find each member in the self-survey's list of the poor, and attest \
        B-07 with the item poor; who is not in it may not borrow.
        """,
        """
        Minta fasilitator mencocokkan anggota dengan daftar PS2 dan menyatakan B-07 dengan butir \
        poor; yang tidak terdaftar tidak boleh meminjam.
        """)
    case .openShares:
      Sentence("Wait until the other loan is paid off.", "Tunggu sampai pinjaman lain itu lunas.")
    default:
      Sentence(
        "Let the board decide by minutes, without the officer concerned.",
        "Minta BKM memutuskan dengan berita acara, tanpa pengurus yang bersangkutan.")
    }
  }
}

extension AttestationState {
  /// What to do where an attestation does not count.
  public func remedy(_ criterion: Criterion) -> Sentence {
    let who = criterion.attestor ?? .provinceConsultant
    return switch self {
    case .inForce: Sentence("Nothing is to be done.", "Tidak ada yang perlu dilakukan.")
    case .missing:
      Sentence(
        "Let the \(who) test it and say so with `bergulir eligibility attest`.",
        "Minta \(who) mengujinya dan menyatakannya dengan `bergulir eligibility attest`.")
    case .notMet:
      Sentence(
        "Mend what was found, then let the \(who) test it again.",
        "Perbaiki temuannya, lalu minta \(who) mengujinya lagi.")
    case .expired:
      Sentence("Let the \(who) test it again.", "Minta \(who) mengujinya lagi.")
    case .outdated:
      Sentence(
        "Let the \(who) test it again with the new members.",
        "Minta \(who) mengujinya lagi bersama anggota yang baru.")
    }
  }
}

extension Shortfall {
  /// What to do about it.
  public func remedy(_ criterion: Criterion) -> Sentence {
    switch self {
    case .measured(let measure, _, _): measure.remedy
    case .attestation(let state): state.remedy(criterion)
    }
  }
}
