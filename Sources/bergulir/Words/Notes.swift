import FundAPI
import RevolvingFund

/// What the program says to people about its own doings.
enum Notes {
  static let none = Sentence(english: "", indonesian: "")

  static let nothingFound = Sentence(english: "Nothing found.", indonesian: "Tidak ada.")

  static let interrupted = Sentence(
    english: "Interrupted; the write may have been done or not.",
    indonesian: "Terputus; pencatatan mungkin sudah terjadi, mungkin belum.")

  static let isItRunning = Sentence(
    english: "Is the daemon running? It starts with: bergulird serve",
    indonesian: "Apakah server berjalan? Jalankan dengan: bergulird serve")

  static let noContext = Sentence(
    english: "No context is set: "
      + "bergulir context set NAME --server HOST:PORT --token-file FILE",
    indonesian: "Belum ada konteks: "
      + "bergulir context set NAMA --server HOST:PORT --token-file BERKAS")

  static func omitted(_ count: Int) -> Sentence {
    Sentence(english: "and \(count) more", indonesian: "dan \(count) lagi")
  }

  /// Who signs after a step of a decision that waits for another one.
  static func signsNext(
    after step: ApprovalStep, by next: ApprovalStep, command: String
  ) -> Sentence {
    let count = ApprovalStep.allCases.count
    let role = next.role.words
    return Sentence(
      english: "Step \(step.rawValue) of \(count); next the \(role.english), another person, "
        + "signs: \(command) --context THEIRS",
      indonesian: "Langkah \(step.rawValue) dari \(count); berikutnya \(role.indonesian), "
        + "orang lain, menandatangani: \(command) --context MILIKNYA")
  }

  static func rerun(_ id: RequestID) -> Sentence {
    Sentence(
      english: "To be sure, rerun with --request-id \(id): it is done once.",
      indonesian: "Agar pasti, jalankan lagi dengan --request-id \(id): hanya dicatat sekali.")
  }

  static func goOn(_ id: RequestID, after requests: Int) -> Sentence {
    Sentence(
      english: "\(requests) before it are done; to go on, rerun with --request-id \(id).",
      indonesian: "\(requests) sebelumnya sudah tercatat; untuk melanjutkan, jalankan lagi "
        + "dengan --request-id \(id).")
  }

  static func more(token: String) -> Sentence {
    Sentence(
      english: "There is more: --page-token \(token), or --all.",
      indonesian: "Masih ada lagi: --page-token \(token), atau --all.")
  }

  static func reasons(_ count: Int) -> Sentence {
    Sentence(english: "\(count) reasons:", indonesian: "\(count) alasan:")
  }

  static func yesOrNo(_ flag: Bool) -> Sentence {
    flag
      ? Sentence(english: "yes", indonesian: "ya")
      : Sentence(english: "no", indonesian: "tidak")
  }

  /// What a write came to, and what one does next.
  static func changed(_ receipt: Bergulir_V1_Receipt, next: String) -> Sentence {
    let done: Sentence
    if receipt.dryRun {
      done = Sentence(
        english: "Would be \(receipt.verb); nothing was changed.",
        indonesian: "Dapat dilakukan (\(receipt.verb)); belum ada yang diubah.")
    } else if receipt.replayed {
      done = Sentence(
        english: "Already \(receipt.verb) under this request id: \(receipt.name).",
        indonesian: "Sudah dilakukan (\(receipt.verb)) dengan ID ini: \(receipt.name).")
    } else {
      done = Sentence(
        english: "\(receipt.name): \(receipt.verb).",
        indonesian: "\(receipt.name): \(receipt.verb).")
    }
    return followed(done, by: receipt.dryRun ? "" : next)
  }

  static func peopleRegistered(_ count: Int, replayed: Int) -> Sentence {
    Sentence(
      english: "\(count) people, \(replayed) of them registered before.",
      indonesian: "\(count) orang, \(replayed) di antaranya sudah terdaftar.")
  }

  static func membersAdded(_ count: Int, next: String) -> Sentence {
    followed(
      Sentence(
        english: "\(count) members added.", indonesian: "\(count) anggota ditambahkan."),
      by: next)
  }

  static func contextSet(_ name: String, current: String?) -> Sentence {
    followed(
      Sentence(
        english: "Context \(name) is kept.", indonesian: "Konteks \(name) disimpan."),
      by: name == current ? "bergulir server whoami" : "bergulir context use \(name)")
  }

  static func contextUsed(_ name: String) -> Sentence {
    Sentence(
      english: "Commands now go to the context \(name).",
      indonesian: "Perintah sekarang memakai konteks \(name).")
  }

  static func contextRemoved(_ name: String) -> Sentence {
    Sentence(
      english: "Context \(name) and its token are deleted here; the daemon still knows the token.",
      indonesian: "Konteks \(name) dan tokennya dihapus di sini; server masih mengenal token itu.")
  }

  private static func followed(_ sentence: Sentence, by next: String) -> Sentence {
    guard !next.isEmpty else { return sentence }
    return Sentence(
      english: "\(sentence.english) Next: \(next)",
      indonesian: "\(sentence.indonesian) Berikutnya: \(next)")
  }
}
