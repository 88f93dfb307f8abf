// Who is calling, and what did not work at the server or on the way to it.
extension Explanation {
  static func unauthenticated(_ reason: UnauthenticatedReason) -> Explanation {
    switch reason {
    case .tokenMissing:
      Explanation(
        "The call carries no token.",
        "Permintaan ini tidak membawa token.",
        next: "Give the token that the administrator issued to you.",
        "Pakai token yang diterbitkan administrator untuk Anda.")
    case .tokenUnknown:
      Explanation(
        "The server does not know this token.",
        "Token ini tidak dikenal server.",
        next: "Check that the token is whole and for this server.",
        "Periksa apakah tokennya lengkap dan untuk server ini.")
    case .tokenExpired:
      Explanation(
        "The token has expired.",
        "Masa berlaku token sudah habis.",
        next: "Ask the administrator for a new token.",
        "Mintalah token baru kepada administrator.")
    case .tokenRevoked:
      Explanation(
        "The token was revoked.",
        "Token ini sudah dicabut.",
        next: "Ask the administrator for a new token.",
        "Mintalah token baru kepada administrator.")
    case .certificateUnknown:
      Explanation(
        "The certificate of the connection is no account's, and the call carries no token.",
        """
        Sertifikat sambungan ini bukan milik akun mana pun, dan permintaan ini tidak membawa \
        token.
        """,
        next: "Give a token, or ask the administrator to take the certificate for your account.",
        "Pakai token, atau mintalah administrator mendaftarkan sertifikat itu untuk akun Anda.")
    }
  }

  static func tooManyBadTokens(_ retryAfterMilliseconds: Int) -> Explanation {
    let wait = Sentence(figures: retryAfterMilliseconds)
    return Explanation(
      "Too many tokens that nobody has came from this address.",
      "Terlalu banyak token yang tidak dikenal datang dari alamat ini.",
      next: """
        Wait \(wait.english) milliseconds; then check the token's file, or ask the \
        administrator for a new token.
        """,
      """
      Tunggu \(wait.indonesian) milidetik; lalu periksa berkas token, atau mintalah token \
      baru kepada administrator.
      """)
  }

  static func overloaded(_ retryAfterMilliseconds: Int) -> Explanation {
    Explanation(
      "The server has more calls than it can take.",
      "Server sedang menerima terlalu banyak permintaan.",
      next: "Try again after \(retryAfterMilliseconds) milliseconds, with the same request id.",
      "Coba lagi setelah \(retryAfterMilliseconds) milidetik dengan ID permintaan yang sama.")
  }

  static var databaseUnavailable: Explanation {
    Explanation(
      "The server cannot reach its database.",
      "Server tidak dapat menghubungi basis datanya.",
      next: "Try again later with the same request id; if it stays so, tell the administrator.",
      """
      Coba lagi nanti dengan ID permintaan yang sama; kalau tetap begini, beri tahu administrator.
      """)
  }

  static var databaseFull: Explanation {
    Explanation(
      "The database has no room left on its disk; nothing was recorded.",
      "Diska basis data sudah penuh; tidak ada yang dicatat.",
      next: "Have the administrator make room, then try again with the same request id.",
      "Minta administrator menyediakan ruang, lalu coba lagi dengan ID permintaan yang sama.")
  }

  static var booksHeld: Explanation {
    Explanation(
      "Another session of the database holds these books and does not let go.",
      "Pembukuan ini sedang ditahan sesi lain pada basis data dan belum dilepas.",
      next: "Try again with the same request id; if it stays so, have the administrator end it.",
      """
      Coba lagi dengan ID permintaan yang sama; kalau tetap begini, minta administrator \
      mengakhiri sesi itu.
      """)
  }

  static func standbyBehind(_ limitSeconds: Int64) -> Explanation {
    Explanation(
      "No copy of the database is recent enough: none is within \(limitSeconds) seconds.",
      "Belum ada salinan basis data yang tertinggal paling lama \(limitSeconds) detik.",
      next: "Ask for the report again later; if it stays so, tell the administrator.",
      "Mintalah laporannya lagi nanti; kalau tetap begini, beri tahu administrator.")
  }

  static var deadlineExceeded: Explanation {
    Explanation(
      "The answer did not come in time.",
      "Jawaban tidak datang pada waktunya.",
      next: "Try again with the same request id and more time.",
      "Coba lagi dengan ID permintaan yang sama dan waktu yang lebih lama.")
  }

  static func corrupted(_ reference: String) -> Explanation {
    Explanation(
      "The data that was read breaks a rule of the books; nothing was changed.",
      "Data yang dibaca melanggar aturan pembukuan; tidak ada yang diubah.",
      next:
        "Tell the administrator the reference \(reference); book nothing more before the answer.",
      "Sampaikan rujukan \(reference) kepada administrator; jangan membukukan sebelum ada jawaban.")
  }

  static func unexpected(_ reference: String) -> Explanation {
    Explanation(
      "Something went wrong at the server.",
      "Terjadi kesalahan pada server.",
      next: "Tell the administrator the reference \(reference).",
      "Sampaikan rujukan \(reference) kepada administrator.")
  }

  static func notConnected(_ address: String) -> Explanation {
    Explanation(
      "No server answers at \(address).",
      "Tidak ada server yang menjawab di \(address).",
      next: "Check the address and whether the server runs there.",
      "Periksa alamatnya dan apakah server berjalan di sana.")
  }

  static func outcomeUnknown(_ requestID: String) -> Explanation {
    Explanation(
      "The connection broke before the answer came; the write may have been done or not.",
      "Sambungan putus sebelum jawaban datang; pencatatan mungkin sudah terjadi, mungkin belum.",
      next: "Run the same again with the request id \(requestID): it is done once.",
      "Jalankan lagi dengan ID permintaan \(requestID): hanya akan dicatat sekali.")
  }
}
