internal import RevolvingFund

// Who may do it.
extension Explanation {
  static func roleMissing(_ role: Role, _ day: Day, _ person: Int64?) -> Explanation {
    let remedy = Sentence(
      "Let a person in that role do it, or record the role that the person holds.",
      "Mintalah orang yang menjabat melakukannya, atau catat dahulu penugasannya.")
    guard let person else {
      return Explanation(
        message: Sentence(
          "This needs someone who is \(role) at this UPK on \(day); you are not.",
          "Langkah ini harus oleh orang yang menjabat \(role) di UPK ini pada \(day); Anda bukan."),
        remedy: remedy)
    }
    return Explanation(
      message: Sentence(
        "Person \(person) is not \(role) at this UPK on \(day), which this needs.",
        "Orang \(person) tidak menjabat \(role) di UPK ini pada \(day), padahal diperlukan."),
      remedy: Sentence(
        "Name a person in that role, or record the role that person \(person) holds.",
        "Sebutkan orang yang menjabat, atau catat dahulu penugasan orang \(person)."))
  }

  static func sameSigner(_ step: ApprovalStep) -> Explanation {
    Explanation(
      "You have signed \(step) of this application; each step needs another person.",
      """
      Anda sudah menandatangani \(step) pengajuan ini; tiap langkah harus oleh orang yang berbeda.
      """,
      next: "Let another person who holds the role sign this step.",
      "Mintalah orang lain yang menjabat menandatangani langkah ini.")
  }

  static func stepOutOfOrder(_ step: ApprovalStep, _ expected: ApprovalStep) -> Explanation {
    Explanation(
      "You can sign \(step), but \(expected) comes first.",
      "Anda berwenang untuk \(step), tetapi \(expected) harus lebih dahulu.",
      next: "Wait for the signature of \(expected).",
      "Tunggu tanda tangan \(expected).")
  }

  static var inspectorMayNotDecide: Explanation {
    Explanation(
      "You inspected this application, so you may not decide on it.",
      "Anda yang memeriksa pengajuan ini, jadi tidak boleh ikut memutuskan.",
      next: "Let another person who holds the role decide.",
      "Mintalah orang lain yang menjabat mengambil putusan.")
  }

  static var deciderMayNotPay: Explanation {
    Explanation(
      "You signed the decision on this application, so you may not pay it out.",
      "Anda ikut menandatangani putusan pengajuan ini, jadi tidak boleh mencairkannya.",
      next: "Let a cashier who took no part in the decision pay it out.",
      "Mintalah kasir yang tidak ikut memutuskan untuk mencairkannya.")
  }

  static func rolesIncompatible(_ role: Role, _ held: Role) -> Explanation {
    Explanation(
      "Nobody may be \(role) and \(held) of the same UPK at the same time.",
      """
      Satu orang tidak boleh merangkap \(role) dan \(held) pada UPK yang sama dalam waktu yang sama.
      """,
      next: "End the role of \(held) first, or choose another person.",
      "Akhiri dahulu jabatan \(held), atau pilih orang lain.")
  }

  static var collectorsAreOne: Explanation {
    Explanation(
      "The same person is named for the BKM and for the UPK; a joint collection needs two.",
      "Orang yang sama disebut untuk BKM dan untuk UPK; penagihan bersama butuh dua orang.",
      next: "Name one person of the BKM and another of the UPK.",
      "Sebutkan satu orang dari BKM dan satu orang lain dari UPK.")
  }

  static var witnessIsInspector: Explanation {
    Explanation(
      "The witness of the visit is the inspector; it must be another person, from the BKM.",
      "Saksi kunjungan adalah pemeriksa sendiri; saksi harus orang lain, dari BKM.",
      next: "Name the BKM's member who came along.",
      "Sebutkan anggota BKM yang ikut berkunjung.")
  }
}
