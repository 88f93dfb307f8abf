internal import RevolvingFund

// What was written: amounts, texts, a policy's values, a token's life.
extension Explanation {
  static func amountNotPositive(_ field: AmountField, _ amount: Rupiah) -> Explanation {
    Explanation(
      "\(field) is \(amount); it must be above zero.",
      "\(field) sebesar \(amount); harus lebih dari nol.",
      next: "Give an amount of at least Rp 1.",
      "Isi jumlah paling sedikit Rp 1.")
  }

  static func amountTooLarge(_ field: AmountField, _ amount: Rupiah) -> Explanation {
    Explanation(
      "\(field) is \(amount); no single amount may be above \(Rupiah.limit).",
      "\(field) sebesar \(amount); satu jumlah tidak boleh lebih dari \(Rupiah.limit).",
      next: "Check the number of zeros.",
      "Periksa kembali banyaknya angka nol.")
  }

  static func textMissing(_ field: TextField) -> Explanation {
    Explanation(
      "The \(field) is missing.",
      "Kolom \(field) belum diisi.",
      next: "Write the \(field) and send it again.",
      "Isi kolom \(field), lalu kirim lagi.")
  }

  static func textTooLong(_ field: TextField, _ length: Int, _ limit: Int) -> Explanation {
    Explanation(
      "The \(field) has \(length) characters; at most \(limit) fit.",
      "Kolom \(field) berisi \(length) karakter; paling banyak \(limit).",
      next: "Shorten the \(field).",
      "Persingkat isi kolom \(field).")
  }

  static func noSchedule(_ share: Rupiah, _ months: Int, _ unit: Int64) -> Explanation {
    Explanation(
      """
      A share of \(share) over \(months, "month", "months") with installments rounded up to \
      \(Rupiah(unit)) leaves an installment without principal.
      """,
      """
      Bagian \(share) selama \(months) bulan dengan pembulatan angsuran \(Rupiah(unit)) \
      menyisakan angsuran tanpa pokok.
      """,
      next: "Choose fewer months or a larger share.",
      "Pilih jangka waktu yang lebih pendek atau bagian yang lebih besar.")
  }

  static func policyOutOfBounds(
    _ field: PolicyField, _ value: Int64, _ least: Int64, _ most: Int64
  ) -> Explanation {
    Explanation(
      """
      The \(field) is \(field.measure(value)); it must be from \(field.measure(least)) to \
      \(field.measure(most)).
      """,
      """
      Nilai \(field) \(field.measure(value)); harus antara \(field.measure(least)) dan \
      \(field.measure(most)).
      """,
      next: "Choose a value within these bounds, which the province sets.",
      "Pilih nilai di dalam batas itu, yang ditetapkan provinsi.")
  }

  static func roundUnitNotAllowed(_ unit: Int64, _ allowed: [Int64]) -> Explanation {
    Explanation(
      """
      Installments cannot be rounded up to \(Rupiah(unit)); the units are \
      \(anyOf: allowed.map(Rupiah.init)).
      """,
      """
      Angsuran tidak dapat dibulatkan ke \(Rupiah(unit)); satuannya \
      \(anyOf: allowed.map(Rupiah.init)).
      """,
      next: "Choose one of these units.",
      "Pilih salah satu satuan itu.")
  }

  static func savingsAccountNotAllowed(
    _ rule: SavingsAccountRule, _ allowed: [SavingsAccountRule]
  ) -> Explanation {
    Explanation(
      "The policy cannot ask borrowers for \(rule); it may ask for \(anyOf: allowed).",
      "Aturan dasar tidak boleh mewajibkan \(rule); yang boleh \(anyOf: allowed).",
      next: "Choose one of these, which the province sets.",
      "Pilih salah satu, sesuai ketetapan provinsi.")
  }

  static func startUpsNotAllowed(_ version: Int64) -> Explanation {
    Explanation(
      """
      The province's bounds, version \(version), let no board lend to those who will start a \
      business.
      """,
      """
      Batas provinsi versi \(version) tidak membolehkan BKM memberi pinjaman kepada yang akan \
      memulai usaha.
      """,
      next: "Leave out the ceiling and term for start-ups, and give the reason.",
      "Kosongkan plafon dan jangka waktu usaha baru, lalu isi alasannya.")
  }

  static func boundOutOfLimits(
    _ field: PolicyField, _ value: Int64, _ least: Int64, _ most: Int64
  ) -> Explanation {
    Explanation(
      """
      The bound \(field.measure(value)) of the \(field) is beyond what is possible: \
      \(field.measure(least)) to \(field.measure(most)).
      """,
      """
      Batas \(field.measure(value)) untuk \(field) di luar yang mungkin: \
      \(field.measure(least)) sampai \(field.measure(most)).
      """,
      next: "Choose a bound within these limits.",
      "Pilih batas di dalam rentang itu.")
  }

  static func tokenLifeOutOfRange(_ days: Int, _ longest: Int) -> Explanation {
    Explanation(
      "A token cannot live \(days, "day", "days"); it lives 1 to \(longest) days.",
      "Token tidak dapat berlaku \(days) hari; masa berlakunya 1 sampai \(longest) hari.",
      next: "Choose a number of days from 1 to \(longest).",
      "Pilih masa berlaku 1 sampai \(longest) hari.")
  }

  static func personCountOutOfRange(_ count: Int, _ most: Int) -> Explanation {
    Explanation(
      "\(count, "person is", "persons are") named; one training has 1 to \(most).",
      "Yang disebut \(count) orang; satu pelatihan 1 sampai \(most) orang.",
      next: "Name those who took part, in several requests if they are more than \(most).",
      "Sebutkan peserta pelatihan, dalam beberapa permintaan kalau lebih dari \(most) orang.")
  }
}
