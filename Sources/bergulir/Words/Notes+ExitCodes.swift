import FundAPI

extension Notes {
  /// What an exit code tells the caller.
  static func meaning(_ status: ExitStatus) -> Sentence {
    switch status {
    case .success:
      Sentence(
        english: "done, also when it was done before",
        indonesian: "selesai, juga bila sudah pernah dilakukan")
    case .otherError:
      Sentence(english: "another error", indonesian: "kesalahan lain")
    case .usage:
      Sentence(
        english: "the command, a value or a file is wrong",
        indonesian: "perintah, nilai atau berkas salah")
    case .notPermitted:
      Sentence(
        english: "not known to the daemon, or not permitted",
        indonesian: "tidak dikenal server, atau tidak berwenang")
    case .unreachable:
      Sentence(
        english: "no answer from the daemon, or none in time",
        indonesian: "server tidak menjawab, atau terlambat")
    case .notFound:
      Sentence(english: "not found", indonesian: "tidak ditemukan")
    case .refused:
      Sentence(
        english: "refused by a rule of the fund", indonesian: "ditolak oleh aturan dana bergulir")
    case .conflict:
      Sentence(
        english: "there already, or the request id was used for something else",
        indonesian: "sudah ada, atau ID permintaan terpakai untuk hal lain")
    case .interrupted:
      Sentence(english: "interrupted", indonesian: "terputus oleh pengguna")
    }
  }
}
