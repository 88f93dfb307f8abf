internal import RevolvingFund

// Papers, queue, appraisal, agreement.
extension Explanation {
  static var papersNotGiven: Explanation {
    Explanation(
      "No paper is named.",
      "Belum ada berkas yang disebut.",
      next: "Name each paper that is handed in now.",
      "Sebutkan tiap berkas yang diserahkan sekarang.")
  }

  static func appraisalOutOfRange(
    _ member: Int64, _ field: AppraisalField, _ value: Int64, _ least: Int64, _ most: Int64
  ) -> Explanation {
    Explanation(
      "Appraisal of member \(member): the \(field) is \(value); it must be \(least) to \(most).",
      """
      Penilaian anggota \(member): \(field) bernilai \(value); seharusnya \(least) sampai \(most).
      """,
      next: "Correct the appraisal of member \(member).",
      "Perbaiki penilaian anggota \(member).")
  }

  static func appraisalMissing(_ members: [Int64]) -> Explanation {
    Explanation(
      "Recommended but not appraised: \(members: members).",
      "Direkomendasikan tetapi belum dinilai: \(members: members).",
      next: "Score the five aspects of each, with income, cost of living and other installments.",
      "Beri nilai lima aspek tiap anggota, serta penghasilan, biaya hidup dan angsuran lain.")
  }

  static func shareAboveCapacity(
    _ member: Int64, _ installment: Rupiah, _ capacity: Rupiah
  ) -> Explanation {
    Explanation(
      """
      Member \(member) would pay \(installment) a month at most, but can repay \(capacity) by the \
      appraisal.
      """,
      """
      Anggota \(member) akan membayar paling banyak \(installment) sebulan, padahal menurut \
      penilaian mampu membayar \(capacity).
      """,
      next: "Recommend a smaller share, or none for this member.",
      "Rekomendasikan bagian yang lebih kecil, atau jangan rekomendasikan anggota ini.")
  }

  static func queueSkipped(_ numbers: [Int64]) -> Explanation {
    Explanation(
      "Older applications wait for the same: \(numbers: numbers).",
      "Pengajuan yang lebih dahulu lengkap masih menunggu: \(numbers: numbers).",
      next: """
        Take them first: inspect, sign or reject each (bergulir inspection record, approve, \
        reject), or take back what its KSM gave up (bergulir application cancel). To go before \
        them one person asks with a reason (bergulir queue skip) and a second one confirms \
        (bergulir queue confirm).
        """,
      """
      Dahulukan pengajuan itu: periksa, setujui atau tolak (bergulir inspection record, approve, \
      reject), atau batalkan yang dilepas KSM-nya (bergulir application cancel). Untuk mendahului, \
      satu orang meminta dengan alasan (bergulir queue skip) dan orang kedua menyetujui \
      (bergulir queue confirm).
      """)
  }

  static var skipNeedsSecondPerson: Explanation {
    Explanation(
      "You asked for it yourself; a second person must confirm it.",
      "Anda sendiri yang memintanya; orang kedua yang harus menyetujui.",
      next: "Let another person of the UPK or the BKM confirm.",
      "Mintalah orang lain dari UPK atau BKM menyetujuinya.")
  }

  static var releaseNeedsSecondPerson: Explanation {
    Explanation(
      "You asked for the release yourself; a second person must confirm it.",
      "Anda sendiri yang meminta pembukaan ini; orang kedua yang harus menyetujui.",
      next: "Let another person of the UPK or the BKM confirm it.",
      "Mintalah orang lain dari UPK atau BKM menyetujuinya.")
  }

  static func agreementNotSigned(_ members: [Int64]) -> Explanation {
    Explanation(
      "Borrowing members who have not signed the agreement: \(members: members).",
      "Anggota peminjam yang belum menandatangani akad: \(members: members).",
      next: "Let every borrowing member sign, then record it.",
      "Mintalah semua anggota peminjam menandatangani, lalu catat.")
  }
}

// Who decides.
extension Explanation {
  static func chainOutOfBounds(
    _ field: ChainField, _ value: Int64, _ least: Int64, _ most: Int64
  ) -> Explanation {
    Explanation(
      "The chain's \(field) is \(value); it must be \(least) to \(most).",
      "Pada rantai putusan, \(field) bernilai \(value); seharusnya \(least) sampai \(most).",
      next: "Choose a value from \(least) to \(most).",
      "Pilih nilai dari \(least) sampai \(most).")
  }

  static func chainRoleNotAllowed(_ role: Role, _ step: Int?) -> Explanation {
    let remedy = Sentence(
      "Choose the UPK manager, the BKM coordinator or a BKM member.",
      "Pilih manajer UPK, koordinator BKM atau anggota BKM.")
    guard let step else {
      return Explanation(
        message: Sentence(
          "Nobody decides on a loan as \(role).",
          "Tidak ada yang memutuskan pinjaman sebagai \(role)."), remedy: remedy)
    }
    return Explanation(
      message: Sentence(
        "Step \(step): a \(role) has no part in a decision on a loan.",
        "Langkah \(step): \(role) tidak ikut memutuskan pinjaman."), remedy: remedy)
  }

  static func chainWithoutRole(_ role: Role) -> Explanation {
    Explanation(
      "No loan is decided without the \(role), whatever its amount.",
      "Tidak ada pinjaman yang diputus tanpa \(role), berapa pun nilainya.",
      next: "Add a step of the \(role) from 0 rupiah and at any PAR.",
      "Tambahkan langkah \(role) mulai 0 rupiah dan pada PAR berapa pun.")
  }

  static func delegationOutOfRange(
    _ from: Day, _ until: Day, _ earliest: Day, _ latest: Day
  ) -> Explanation {
    Explanation(
      """
      The delegation runs from \(from) until \(until); it may begin on \(earliest) and end on \
      \(latest) at the latest.
      """,
      """
      Delegasi berlaku \(from) sampai \(until); paling awal \(earliest) dan paling akhir \(latest).
      """,
      next: "Choose days in between.",
      "Pilih tanggal di antaranya.")
  }

  static var delegateIsHolder: Explanation {
    Explanation(
      "You would leave your signature to yourself.",
      "Anda mendelegasikan tanda tangan kepada diri sendiri.",
      next: "Choose another person.",
      "Pilih orang lain.")
  }

  static func recusalRequired(
    _ kind: RelationshipKind, _ person: Int64, _ ksm: Int64
  ) -> Explanation {
    Explanation(
      "Person \(person) is close to KSM \(ksm) (\(kind)) and has no part in what is decided on it.",
      "Orang \(person) dekat dengan KSM \(ksm) (\(kind)), jadi tidak boleh ikut menanganinya.",
      next: "Let somebody else who holds the role do it.",
      "Mintalah orang lain yang menjabat melakukannya.")
  }

  static func signatureVoid(_ steps: [Int]) -> Explanation {
    Explanation(
      """
      Terms, members or shares changed since they were signed; void are the signatures of step \
      \(numbers: steps.map(Int64.init)).
      """,
      """
      Syarat, anggota atau bagian berubah sejak ditandatangani; tanda tangan langkah \
      \(numbers: steps.map(Int64.init)) gugur.
      """,
      next: "Return the application to inspection; then everybody signs anew.",
      "Kembalikan pengajuan ke pemeriksaan; lalu semua menandatangani lagi.")
  }
}

extension Phrase.Interpolation {
  /// The numbers of members.
  fileprivate mutating func appendInterpolation(members: [Int64]) {
    appendInterpolation(numbers: members)
  }

  /// Numbers in a row.
  fileprivate mutating func appendInterpolation(numbers: [Int64]) {
    text += numbers.map { "\($0)" }.joined(separator: ", ")
  }
}
