public import RevolvingFund

/// What a client says to people beside an answer or a failure.
public enum Notes {
  public static let none = Sentence("", "")

  /// What a verification of some UPK and the province found, and how much of it is not shown.
  public static func verified(_ count: Int, _ differences: Int, shown: Int) -> Sentence {
    guard differences > 0 else {
      return Sentence(
        "\(count) verified; the books are what they must be.",
        "\(count) diperiksa; buku sesuai dengan perhitungan ulang.")
    }
    guard shown < differences else {
      return Sentence(
        "\(count) verified, \(differences, "difference", "differences") found.",
        "\(count) diperiksa, \(differences) selisih ditemukan.")
    }
    return Sentence(
      """
      \(count) verified, \(differences) differences found; shown is the first of each control, \
      --every shows all.
      """,
      """
      \(count) diperiksa, \(differences) selisih ditemukan; yang tampil selisih pertama tiap \
      pemeriksaan, --every menampilkan semuanya.
      """)
  }

  /// What came of verifying chains of events.
  public static func chainsVerified(_ count: Int, broken: Int) -> Sentence {
    guard broken > 0 else {
      return Sentence(
        "\(count, "stream", "streams") verified; every event is what was recorded.",
        "\(count) rantai diperiksa; semua peristiwa sesuai dengan catatannya.")
    }
    return Sentence(
      "\(count, "stream", "streams") verified, \(broken) not whole.",
      "\(count) rantai diperiksa, \(broken) tidak utuh.")
  }

  /// How far a verification has come.
  public static func verifying(_ upk: String, _ place: Int, of count: Int) -> Sentence {
    Sentence("\(place)/\(count) \(upk)", "\(place)/\(count) \(upk)")
  }

  /// That an answer may lack the last seconds.
  public static func fromStandby(_ seconds: Int64) -> Sentence {
    Sentence(
      "As read from a standby, \(seconds, "second", "seconds") behind.",
      "Dibaca dari salinan basis data, tertinggal \(seconds) detik.")
  }

  public static let nothingFound = Sentence("Nothing found.", "Tidak ada.")

  public static let filesAreSound = Sentence(
    "The files agree with themselves; nothing was changed.",
    "Isi berkas sudah cocok; belum ada yang diubah.")

  public static let interrupted = Sentence(
    "Interrupted; the write may have been done or not.",
    "Terputus; pencatatan mungkin sudah terjadi, mungkin belum.")

  public static let isItRunning = Sentence(
    "Is the daemon running? It starts with: bergulird serve",
    "Apakah server berjalan? Jalankan dengan: bergulird serve")

  public static let noContext = Sentence(
    "No context is set: bergulir context set NAME --server HOST:PORT --token-file FILE",
    "Belum ada konteks: bergulir context set NAMA --server HOST:PORT --token-file BERKAS")

  /// The line that shows how a command is written, without its options' meaning.
  public static func usage(_ line: String) -> Sentence {
    Sentence("Usage: \(line)", "Cara pakai: \(line)")
  }

  /// Reasons that an answer had no room for.
  public static func omitted(_ count: Int) -> Sentence {
    Sentence("and \(count) more", "dan \(count) lagi")
  }

  /// What several reasons begin with.
  public static func reasons(_ count: Int) -> Sentence {
    Sentence("\(count) reasons:", "\(count) alasan:")
  }

  /// A list has another page.
  public static func more(token: String) -> Sentence {
    Sentence(
      "There is more: --page-token \(token), or --all.",
      "Masih ada lagi: --page-token \(token), atau --all.")
  }

  /// How to learn what became of a write.
  public static func rerun(_ id: RequestID) -> Sentence {
    Sentence(
      "To be sure, rerun with --request-id \(id.description): it is done once.",
      "Agar pasti, jalankan lagi dengan --request-id \(id.description): hanya dicatat sekali.")
  }

  /// How to go on with a command that stopped half way.
  public static func goOn(_ id: RequestID, after requests: Int) -> Sentence {
    Sentence(
      "\(requests) before it are done; to go on, rerun with --request-id \(id.description).",
      """
      \(requests) sebelumnya sudah tercatat; untuk melanjutkan, jalankan lagi dengan \
      --request-id \(id.description).
      """)
  }

  /// A flag as a word.
  public static func yesOrNo(_ flag: Bool) -> Sentence {
    flag ? Sentence("yes", "ya") : Sentence("no", "tidak")
  }
}

// What came of a command, and what one does next; an empty next command says nothing.
extension Notes {
  /// What a write came to.
  public static func changed(_ receipt: Bergulir_V1_Receipt, next: String) -> Sentence {
    let verb = Verb(rawValue: receipt.verb)?.words ?? Sentence("\(receipt.verb)", "\(receipt.verb)")
    if receipt.dryRun {
      return Sentence(
        "Would be \(verb); nothing was changed.",
        "Dapat \(verb); belum ada yang diubah.")
    }
    let done =
      receipt.replayed
      ? Sentence(
        "Already \(verb) under this request id or paper number: \(receipt.name).",
        "Sudah \(verb) dengan ID permintaan atau nomor bukti ini: \(receipt.name).")
      : Sentence("\(receipt.name): \(verb).", "\(receipt.name): \(verb).")
    return followed(done, by: next)
  }

  /// How many people a file brought.
  public static func peopleRegistered(_ count: Int, replayed: Int) -> Sentence {
    Sentence(
      "\(count, "person", "people"), \(replayed) of them registered before.",
      "\(count) orang, \(replayed) di antaranya sudah terdaftar.")
  }

  /// How a sheet without paper numbers is sent again.
  public static func repeatSheet(_ requestID: String) -> Sentence {
    Sentence(
      "To send the same sheet again without booking it twice: --request-id \(requestID)",
      "Untuk mengirim ulang lembar yang sama tanpa tercatat dua kali: --request-id \(requestID)")
  }

  /// What became of a collection sheet.
  public static func sheetRecorded(_ sheet: Bergulir_V1_RecordSheetResponse) -> Sentence {
    Sentence(
      "\(Int(sheet.recorded), "line", "lines") taken, \(Int(sheet.refused)) refused.",
      "\(Int(sheet.recorded)) baris diterima, \(Int(sheet.refused)) ditolak.")
  }

  /// What a sheet would do that was sent as a dry run.
  public static func sheetTried(_ sheet: Bergulir_V1_RecordSheetResponse) -> Sentence {
    Sentence(
      """
      \(Int(sheet.recorded), "line", "lines") would be taken, \(Int(sheet.refused)) refused; \
      nothing was changed.
      """,
      """
      \(Int(sheet.recorded)) baris akan diterima, \(Int(sheet.refused)) ditolak; belum ada yang \
      diubah.
      """)
  }

  /// What became of a sheet that was all or nothing and had refused lines; what it says to have
  /// taken was taken before.
  public static func sheetLeft(_ sheet: Bergulir_V1_RecordSheetResponse) -> Sentence {
    guard sheet.recorded > 0 else {
      return Sentence(
        "\(Int(sheet.refused), "line", "lines") refused, and so nothing is taken.",
        "\(Int(sheet.refused)) baris ditolak, jadi tidak ada yang diterima.")
    }
    return Sentence(
      """
      \(Int(sheet.refused), "line", "lines") refused, and so nothing more is taken; \
      \(Int(sheet.recorded)) were taken before.
      """,
      """
      \(Int(sheet.refused)) baris ditolak, jadi tidak ada lagi yang diterima; \
      \(Int(sheet.recorded)) sudah diterima sebelumnya.
      """)
  }

  /// What is held of which nobody knows whose it is.
  public static func heldUnnamed(_ amount: Rupiah) -> Sentence {
    Sentence(
      "\(amount) are held without a name; suspense assign gives them to a group.",
      "\(amount) dititipkan tanpa nama; suspense assign menetapkannya untuk KSM.")
  }

  /// How many members a group got.
  public static func membersAdded(_ count: Int, next: String) -> Sentence {
    followed(
      Sentence("\(count, "member", "members") added.", "\(count) anggota ditambahkan."), by: next)
  }

  /// Who signs after a step of a decision that waits for another one.
  public static func signsNext(
    after step: Int32, of count: Int32, by next: Role, command: String
  ) -> Sentence {
    Sentence(
      """
      Step \(step) of \(count); next the \(next), another person, signs: \
      \(command) --context THEIRS
      """,
      """
      Langkah \(step) dari \(count); berikutnya \(next), orang lain, menandatangani: \
      \(command) --context MILIKNYA
      """)
  }

  /// The caller's signature would stand.
  public static func wouldStand(_ command: String) -> Sentence {
    Sentence(
      "Your signature would stand. Next: \(command)",
      "Tanda tangan Anda akan diterima. Berikutnya: \(command)")
  }

  /// Somebody to whom a signature is left has a step of their own.
  public static var delegateSignsToo: Sentence {
    Sentence(
      "That person has a step of their own, and one person signs a loan once.",
      "Orang itu punya langkah sendiri, padahal satu orang menandatangani pinjaman sekali saja.")
  }

  /// The caller's signature would be refused.
  public static var wouldBeRefused: Sentence {
    Sentence(
      "Your signature would be refused, for what stands at the end.",
      "Tanda tangan Anda akan ditolak karena yang tertulis di bagian akhir.")
  }

  /// What stands before the place where a token is typed.
  public static let askForToken = Sentence("Token (not shown):", "Token (tidak ditampilkan):")

  /// The token is good, and kept.
  public static func loggedIn(_ context: String, _ principal: String) -> Sentence {
    Sentence(
      "Logged in as \(principal); commands now go to the context \(context).",
      "Masuk sebagai \(principal); perintah sekarang memakai konteks \(context).")
  }

  /// The token is forgotten here.
  public static func loggedOut(_ context: String) -> Sentence {
    Sentence(
      "The token of the context \(context) is deleted here; the daemon still knows it.",
      "Token konteks \(context) dihapus di sini; server masih mengenalnya.")
  }

  /// The token is forgotten here and worthless there.
  public static func loggedOutEverywhere(_ context: String) -> Sentence {
    Sentence(
      "The token of the context \(context) is deleted here and revoked at the daemon.",
      "Token konteks \(context) dihapus di sini dan dicabut di server.")
  }

  /// A context was added or changed.
  public static func contextSet(_ name: String, next: String) -> Sentence {
    followed(Sentence("Context \(name) is kept.", "Konteks \(name) disimpan."), by: next)
  }

  /// A context is the current one.
  public static func contextUsed(_ name: String) -> Sentence {
    Sentence(
      "Commands now go to the context \(name).", "Perintah sekarang memakai konteks \(name).")
  }

  /// A context is forgotten here.
  public static func contextRemoved(_ name: String) -> Sentence {
    Sentence(
      "Context \(name) and its token are deleted here; the daemon still knows the token.",
      "Konteks \(name) dan tokennya dihapus di sini; server masih mengenal token itu.")
  }

  private static func followed(_ sentence: Sentence, by next: String) -> Sentence {
    guard !next.isEmpty else { return sentence }
    return Sentence("\(sentence) Next: \(next)", "\(sentence) Berikutnya: \(next)")
  }

  /// A ward, or a ward with a group, meets all that lending hangs on.
  public static func eligible(_ name: String) -> Sentence {
    Sentence(
      "\(name) meets every criterion that lending hangs on.",
      "\(name) memenuhi semua kriteria untuk meminjamkan.")
  }

  /// All is met, and still the UPK's authority does not reach to this group.
  public static func notAdmitted(_ name: String, _ category: AuthorityCategory) -> Sentence {
    Sentence(
      "\(name) meets every criterion, but the UPK is \(category) and may not lend to it.",
      """
      \(name) memenuhi semua kriteria, tetapi UPK berstatus \(category) dan tidak boleh \
      meminjaminya.
      """
    )
  }

  /// Something is missing; what to do about it can be asked.
  public static func notEligible(_ subject: String) -> Sentence {
    Sentence(
      "Not eligible. What to do: bergulir eligibility explain \(subject)",
      "Belum layak. Yang harus dilakukan: bergulir eligibility explain \(subject)")
  }
}
