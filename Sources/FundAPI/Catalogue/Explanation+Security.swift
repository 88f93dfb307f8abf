// How a connection is to be secured, and why it is not.
extension SecurityMistake {
  /// The sentences for it.
  var explanation: Explanation {
    switch self {
    case .insecureOnce(let address):
      Explanation(
        """
        The server \(address) is another machine: without encryption whoever is on the network \
        could read the token and use it.
        """,
        """
        Server \(address) adalah mesin lain: tanpa enkripsi, siapa pun di jaringan dapat membaca \
        token dan memakainya.
        """,
        next: """
          Use TLS with --ca FILE, or, where the network itself encrypts, say it twice: --insecure \
          --insecure.
          """,
        """
        Pakai TLS dengan --ca BERKAS, atau, bila jaringannya sendiri terenkripsi, tulis dua kali: \
        --insecure --insecure.
        """)
    case .certificateIncomplete(let given, let missing):
      Explanation(
        "The option \(given) is given without \(missing).",
        "Opsi \(given) diberikan tanpa \(missing).",
        next: "Name the certificate and its key together.",
        "Sebutkan sertifikat dan kuncinya bersama-sama.")
    case .fileUnusable(let trouble):
      trouble.explanation
    case .notSecured(let address, let trouble):
      Explanation(
        "Cannot connect to \(address): \(trouble.message)",
        "Tidak dapat tersambung ke \(address): \(trouble.message)",
        next: "\(trouble.remedy)", "\(trouble.remedy)")
    }
  }
}

extension SecurityMistake.FileTrouble {
  fileprivate var explanation: Explanation {
    switch self {
    case .unreadable(let path, let reason):
      Explanation(
        "The file \(path) cannot be read: \(reason).",
        "Berkas \(path) tidak dapat dibaca: \(reason).",
        next: "Check the path and who may use it.",
        "Periksa nama berkas dan izinnya.")
    case .keyOpen(let path, let mode):
      Explanation(
        "The private key \(path) has mode \(mode), so others may read it.",
        "Kunci rahasia \(path) memiliki izin \(mode), jadi orang lain dapat membacanya.",
        next: "Run chmod o-rwx \(path) to keep it to yourself.",
        "Jalankan chmod o-rwx \(path) agar hanya Anda yang dapat membacanya.")
    case .noCertificate(let path):
      made(
        "The file \(path) holds no certificate in PEM.",
        "Berkas \(path) tidak berisi sertifikat PEM.")
    case .noKey(let path):
      made(
        "The file \(path) holds no private key in PEM without a pass phrase.",
        "Berkas \(path) tidak berisi kunci rahasia PEM tanpa kata sandi.")
    case .keyOfAnother(let certificate, let key):
      Explanation(
        "The key in \(key) is not the key of the certificate in \(certificate).",
        "Kunci di \(key) bukan kunci sertifikat di \(certificate).",
        next: "Name the two files that were made together.",
        "Sebutkan dua berkas yang dibuat bersama.")
    case .unusable(let reason):
      Explanation(
        "TLS cannot be prepared: \(reason).",
        "TLS tidak dapat disiapkan: \(reason).",
        next: "Check the certificates, and those of the machine's authorities.",
        "Periksa sertifikat, juga sertifikat otoritas di mesin ini.")
    }
  }

  private func made(_ english: Phrase<EnglishTongue>, _ indonesian: Phrase<IndonesianTongue>)
    -> Explanation
  {
    Explanation(
      english, indonesian,
      next: "Name another file; bergulird certificate create makes such files.",
      "Sebutkan berkas lain; bergulird certificate create membuat berkas seperti itu.")
  }
}
