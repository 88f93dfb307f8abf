internal import RevolvingFund

extension Fault {
  /// The sentences for it.
  var explanation: Explanation {
    switch self {
    case .fieldMissing(let field): .fieldMissing(field)
    case .fieldInvalid(let field, let expected): .fieldInvalid(field, expected)
    case .requestIDRequired: .requestIDRequired
    case .rangeTooLong(let limitMonths): .rangeTooLong(limitMonths)
    case .unauthenticated(let reason): .unauthenticated(reason)
    case .permissionDenied(let permission, let roles): .permissionDenied(permission, roles)
    case .upkNotFound(let code): .notFound(.upk, code.description)
    case .overloaded(let wait): .overloaded(wait)
    case .tooManyBadTokens(let wait): .tooManyBadTokens(wait)
    case .databaseUnavailable: .databaseUnavailable
    case .databaseFull: .databaseFull
    case .booksHeld: .booksHeld
    case .standbyBehind(let limitSeconds): .standbyBehind(limitSeconds)
    case .deadlineExceeded: .deadlineExceeded
    case .corrupted(let reference): .corrupted(reference)
    case .unexpected(let reference): .unexpected(reference)
    case .notConnected(let address): .notConnected(address)
    case .outcomeUnknown(let requestID): .outcomeUnknown(requestID)
    }
  }
}

extension Explanation {
  fileprivate static func fieldMissing(_ field: String) -> Explanation {
    Explanation(
      "The field \(field) is missing.",
      "Kolom \(field) belum diisi.",
      next: "Fill in \(field) and send it again.",
      "Isi kolom \(field), lalu kirim lagi.")
  }

  fileprivate static func fieldInvalid(_ field: String, _ expected: Expectation) -> Explanation {
    Explanation(
      "The field \(field) is not \(expected).",
      "Isi kolom \(field) bukan \(expected).",
      next: "Correct \(field) and send it again.",
      "Perbaiki kolom \(field), lalu kirim lagi.")
  }

  fileprivate static var requestIDRequired: Explanation {
    Explanation(
      "A write needs a request id, so that sending it again does it once.",
      "Setiap pencatatan perlu ID permintaan, supaya kiriman ulang hanya dicatat sekali.",
      next: "Make a UUID, keep it, and send it in write.request_id.",
      "Buat UUID, simpan, lalu kirim dalam write.request_id.")
  }

  fileprivate static func rangeTooLong(_ limitMonths: Int) -> Explanation {
    Explanation(
      "The span is longer than \(limitMonths) months.",
      "Rentang waktunya lebih dari \(limitMonths) bulan.",
      next: "Ask for at most \(limitMonths) months at once.",
      "Minta paling banyak \(limitMonths) bulan sekaligus.")
  }

  fileprivate static func permissionDenied(
    _ permission: String, _ roles: [Role]
  ) -> Explanation {
    let message = Sentence(
      "No role of yours allows this here; it needs the permission \(permission).",
      "Jabatan Anda tidak mengizinkan ini di sini; diperlukan izin \(permission).")
    guard !roles.isEmpty else {
      return Explanation(
        message: message,
        remedy: Sentence(
          "Let a person whose role allows it do this, or ask the administrator for the role.",
          "Mintalah yang berwenang melakukannya, atau mintalah jabatannya kepada administrator."))
    }
    return Explanation(
      message: message,
      remedy: Sentence(
        """
        Check the UPK's code; then let a person do this who is \(anyOf: roles) for this UPK or its \
        area, or ask the administrator for the role.
        """,
        """
        Periksa kode UPK; lalu mintalah \(anyOf: roles) untuk UPK ini atau wilayahnya \
        melakukannya, atau mintalah jabatannya kepada administrator.
        """))
  }
}

extension Expectation: Worded {
  /// What is expected, for the end of "the field is not".
  public var words: Sentence {
    switch self {
    case .day: Sentence("a day such as 2017-12-31", "tanggal seperti 2017-12-31")
    case .month: Sentence("a month such as 2017-12", "bulan seperti 2017-12")
    case .uuid: Sentence("a UUID", "UUID")
    case .receipt:
      Sentence("a receipt's number such as KW-2017-0012", "nomor kuitansi seperti KW-2017-0012")
    case .voucher:
      Sentence("a voucher's number such as KM-2017-0012", "nomor bukti seperti KM-2017-0012")
    case .code:
      Sentence(
        "a code of 2 to 40 lower-case letters, digits and hyphens, a letter first",
        "kode 2 sampai 40 huruf kecil, angka dan tanda hubung, diawali huruf")
    case .regionCode:
      Sentence("a region code such as 92.71.03.1004", "kode wilayah seperti 92.71.03.1004")
    case .nik: Sentence("a NIK of 16 digits", "NIK 16 angka")
    case .scope:
      Sentence(
        "province, regions/CODE or upks/CODE", "province, regions/KODE atau upks/KODE")
    case .area: Sentence("province or regions/CODE", "province atau regions/KODE")
    case .pageToken:
      Sentence(
        "the page token of an answer to the same question",
        "token halaman dari jawaban atas permintaan yang sama")
    case .pageSize: Sentence("a page size of 0 or more", "ukuran halaman 0 atau lebih")
    case .line: Sentence("text on one line", "teks satu baris")
    case .lines: Sentence("plain text", "teks biasa")
    case .wholeNumber: Sentence("a whole number of 1 or more", "bilangan bulat 1 atau lebih")
    case .resourceName(let pattern):
      Sentence("a name such as \(pattern)", "nama seperti \(pattern)")
    case .oneOf(let values): Sentence("\(anyOf: values)", "\(anyOf: values)")
    case .notBefore(let field):
      Sentence("the same as \(field) or later", "sama dengan \(field) atau sesudahnya")
    case .between(let least, let most):
      Sentence(
        "a whole number from \(least) to \(most)", "bilangan bulat dari \(least) sampai \(most)")
    case .bytes(let most): Sentence("of at most \(most) bytes", "paling banyak \(most) bita")
    }
  }
}
