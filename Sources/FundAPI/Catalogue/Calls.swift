extension CallStatus: Worded {
  /// What the status of a call means where the answer says no more.
  public var words: Sentence {
    switch self {
    case .ok: Sentence("The call was answered.", "Permintaan dijawab.")
    case .cancelled: Sentence("The call was cancelled.", "Permintaan dibatalkan.")
    case .unknown:
      Sentence(
        "Something failed that this program does not know.",
        "Terjadi kesalahan yang tidak dikenal program ini.")
    case .invalidArgument:
      Sentence("The server cannot read the request.", "Server tidak dapat membaca permintaan ini.")
    case .deadlineExceeded:
      Sentence("The answer did not come in time.", "Jawaban tidak datang pada waktunya.")
    case .notFound:
      Sentence("The server does not find it.", "Server tidak menemukannya.")
    case .alreadyExists: Sentence("It exists already.", "Sudah ada.")
    case .permissionDenied:
      Sentence("The server does not permit it.", "Server tidak mengizinkannya.")
    case .resourceExhausted:
      Sentence(
        "The server is busy, or the message is too large.",
        "Server sedang sibuk, atau kirimannya terlalu besar.")
    case .failedPrecondition:
      Sentence("The server refuses it as things are.", "Server menolaknya dalam keadaan sekarang.")
    case .aborted:
      Sentence("Another change came between.", "Ada perubahan lain yang mendahului.")
    case .outOfRange: Sentence("It is beyond what there is.", "Di luar rentang yang ada.")
    case .unimplemented:
      Sentence(
        "The server does not know this command; it may be older than this program.",
        "Server tidak mengenal perintah ini; mungkin versinya lebih lama dari program ini.")
    case .internalError:
      Sentence(
        "Something went wrong at the server or on the way.",
        "Terjadi kesalahan pada server atau di perjalanan.")
    case .unavailable:
      Sentence("The connection to the server broke.", "Sambungan ke server putus.")
    case .dataLoss: Sentence("Data of the answer was lost.", "Sebagian jawaban hilang.")
    case .unauthenticated:
      Sentence("The server does not know who calls.", "Server tidak mengenal siapa yang meminta.")
    }
  }

  /// The same, with what the transport or a foreign server said beside it.
  public func words(detail: String) -> Sentence {
    guard !detail.isEmpty else { return words }
    return Sentence("\(words) (\(name): \(detail))", "\(words) (\(name): \(detail))")
  }
}

extension ExitStatus: Worded {
  /// What an exit code tells the caller.
  public var words: Sentence {
    switch self {
    case .success:
      Sentence(
        "done, also when it was done before", "selesai, juga bila sudah pernah dilakukan")
    case .otherError: Sentence("another error", "kesalahan lain")
    case .usage:
      Sentence("the command, a value or a file is wrong", "perintah, nilai atau berkas salah")
    case .notPermitted:
      Sentence(
        "not known to the daemon, or not permitted", "tidak dikenal server, atau tidak berwenang")
    case .unreachable:
      Sentence(
        "no answer from the daemon, or none in time", "server tidak menjawab, atau terlambat")
    case .notFound: Sentence("not found", "tidak ditemukan")
    case .refused:
      Sentence("refused by a rule of the fund", "ditolak oleh aturan dana bergulir")
    case .conflict:
      Sentence(
        "there already, or the request id was used for something else",
        "sudah ada, atau ID permintaan terpakai untuk hal lain")
    case .booksDiffer:
      Sentence(
        "the books are not what they must be", "buku tidak sesuai dengan perhitungan ulang")
    case .interrupted: Sentence("interrupted", "terputus oleh pengguna")
    }
  }
}
