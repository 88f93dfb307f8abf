extension SecurityMistake.PeerTrouble {
  /// What happened.
  var message: Sentence {
    switch self {
    case .speaksPlaintext:
      Sentence(
        "the server speaks without TLS, and here TLS is wanted.",
        "server itu tidak memakai TLS, sedangkan di sini TLS dipakai.")
    case .wantsTLS:
      Sentence(
        "the server speaks TLS alone, and here there is none.",
        "server itu hanya menerima TLS, sedangkan di sini tanpa TLS.")
    case .noTLS13:
      Sentence("the server has no TLS 1.3.", "server itu tidak mengenal TLS 1.3.")
    case .anotherProtocol:
      Sentence(
        "the server does not speak bergulir/1 within TLS.",
        "server itu tidak berbicara bergulir/1 di dalam TLS.")
    case .untrusted(let issuer):
      Sentence(
        "the server's certificate is signed by \(issuer), which is not trusted here.",
        "sertifikat server ditandatangani oleh \(issuer), yang tidak dipercaya di sini.")
    case .expired(let day):
      Sentence(
        "the server's certificate was valid until \(day).",
        "sertifikat server hanya berlaku sampai \(day).")
    case .notYetValid(let day):
      Sentence(
        "the server's certificate is valid from \(day).",
        "sertifikat server baru berlaku mulai \(day).")
    case .otherName(let names):
      Sentence(
        "the server's certificate is not for this address but for \(list(names, "no name")).",
        "sertifikat server bukan untuk alamat ini, tetapi untuk \(list(names, "tanpa nama")).")
    case .certificateDemanded:
      Sentence("the server demands a certificate.", "server meminta sertifikat.")
    case .certificateRefused(let reason):
      Sentence(
        "the server does not accept the certificate that was shown (\(reason)).",
        "server menolak sertifikat yang ditunjukkan (\(reason)).")
    case .endedEarly:
      Sentence(
        "the server ended the connection before TLS stood.",
        "sambungan ditutup sebelum TLS terbentuk.")
    case .broken(let reason):
      Sentence("TLS failed: \(reason).", "TLS gagal: \(reason).")
    }
  }

  /// What to do about it.
  var remedy: Sentence {
    switch self {
    case .speaksPlaintext:
      Sentence(
        "Where that is meant, add --insecure; on another machine give it twice.",
        "Bila memang demikian, tambahkan --insecure; ke mesin lain dua kali.")
    case .wantsTLS:
      Sentence(
        "Add --tls, or --ca FILE with the daemon's ca.pem.",
        "Tambahkan --tls, atau --ca BERKAS dengan ca.pem dari server.")
    case .noTLS13, .anotherProtocol:
      Sentence("Check the address and the port.", "Periksa alamat dan port.")
    case .untrusted:
      Sentence(
        "If it is your daemon's, add --ca FILE with its ca.pem.",
        "Bila itu server Anda, tambahkan --ca BERKAS dengan ca.pem miliknya.")
    case .otherName:
      Sentence(
        "Use one of its names, or give the daemon more with bergulird certificate create --force.",
        "Pakai salah satu namanya, atau tambah dengan bergulird certificate create --force.")
    case .expired:
      Sentence(
        "The daemon gets a new one with bergulird certificate create --force.",
        "Sertifikat baru dibuat dengan bergulird certificate create --force.")
    case .notYetValid:
      Sentence("Check the clocks of both machines.", "Periksa jam kedua mesin.")
    case .certificateDemanded, .certificateRefused:
      Sentence(
        "Add --certificate FILE --key FILE; bergulird certificate create --client makes them.",
        """
        Tambahkan --certificate BERKAS --key BERKAS; bergulird certificate create --client \
        membuatnya.
        """)
    case .endedEarly, .broken:
      Sentence(
        "Try again; if it stays so, ask whoever runs the daemon what its log says.",
        "Coba lagi; bila tetap demikian, tanyakan isi log kepada pengelola server.")
    }
  }

  private func list(_ names: [String], _ none: String) -> String {
    names.isEmpty ? none : names.joined(separator: ", ")
  }
}
