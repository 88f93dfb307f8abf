public import RevolvingFund

extension Noun: Worded {
  public var words: Sentence {
    switch self {
    case .region: Sentence("region", "wilayah")
    case .bkm: Sentence("BKM", "BKM")
    case .upk: Sentence("UPK", "UPK")
    case .person: Sentence("person", "orang")
    case .ksm: Sentence("KSM", "KSM")
    case .member: Sentence("member", "anggota")
    case .policy: Sentence("lending policy", "aturan dasar")
    case .application: Sentence("application", "pengajuan")
    case .loan: Sentence("loan", "pinjaman")
    case .account: Sentence("account", "rekening")
    case .principal: Sentence("principal", "akun pengguna")
    case .token: Sentence("token", "token")
    case .assignment: Sentence("assignment", "penugasan")
    case .period: Sentence("closed month", "bulan tertutup")
    case .acknowledgement:
      Sentence("acknowledgement of policy", "pernyataan paham aturan dasar")
    case .training: Sentence("training", "pelatihan")
    case .restructuring: Sentence("restructuring of loan", "penjadwalan ulang pinjaman")
    case .escalation: Sentence("escalation", "laporan")
    case .disbursement: Sentence("record of the disbursement", "catatan pencairan")
    case .block: Sentence("block", "pemblokiran")
    case .queueSkip:
      Sentence("leave to be taken first, application", "izin didahulukan, pengajuan")
    case .relationship: Sentence("declared relationship", "pernyataan hubungan")
    case .repayment: Sentence("repayment", "angsuran")
    case .delegation: Sentence("delegation that still holds", "pelimpahan yang masih berlaku")
    case .suspenseAssignment:
      Sentence("assignment of money held without a name", "penetapan titipan tanpa nama")
    case .voucher: Sentence("voucher", "bukti")
    case .cashCount: Sentence("cash count", "opname kas")
    case .depreciation: Sentence("depreciation of", "penyusutan")
    case .reconciliation: Sentence("bank reconciliation", "rekonsiliasi bank")
    case .reopening:
      Sentence("request to open the month", "permintaan membuka bulan")
    case .closedYear: Sentence("closed year", "tahun tertutup")
    case .allocation: Sentence("allocation of the profit of", "alokasi laba tahun")
    case .budget: Sentence("budget", "RAPB")
    case .budgetApproval: Sentence("approval of budget", "persetujuan RAPB")
    case .complaint: Sentence("complaint", "pengaduan")
    case .finding: Sentence("finding", "temuan")
    case .publication: Sentence("publication", "publikasi")
    case .confirmation: Sentence("balance confirmation", "konfirmasi saldo")
    case .event: Sentence("event", "peristiwa")
    case .freeze: Sentence("freeze of the books of UPK", "pembekuan buku UPK")
    case .releaseRequest:
      Sentence("request to release freeze", "permintaan membuka pembekuan")
    }
  }
}

extension RegionLevel: Worded {
  public var words: Sentence {
    switch self {
    case .province: Sentence("province", "provinsi")
    case .city: Sentence("city", "kota/kabupaten")
    case .subdistrict: Sentence("subdistrict", "kecamatan")
    case .ward: Sentence("ward", "kelurahan/desa")
    }
  }
}

extension Gender: Worded {
  public var words: Sentence {
    switch self {
    case .female: Sentence("female", "perempuan")
    case .male: Sentence("male", "laki-laki")
    }
  }
}

extension Role: Worded {
  /// The role as people of the programme call it.
  public var words: Sentence {
    switch self {
    case .administrator: Sentence("administrator", "administrator")
    case .cashier: Sentence("cashier", "kasir")
    case .bookkeeper: Sentence("bookkeeper", "pembuku")
    case .loanOfficer: Sentence("loan officer", "petugas kredit")
    case .manager: Sentence("UPK manager", "manajer UPK")
    case .bkmCoordinator: Sentence("BKM coordinator", "koordinator BKM")
    case .bkmMember: Sentence("BKM member", "anggota BKM")
    case .supervisor: Sentence("UPK supervisor", "pengawas UPK")
    case .facilitator: Sentence("facilitator", "fasilitator")
    case .volunteer: Sentence("volunteer", "relawan")
    case .cityCoordinator: Sentence("city coordinator", "koordinator kota")
    case .provinceConsultant: Sentence("province consultant", "konsultan provinsi")
    case .centralConsultant: Sentence("central consultant", "konsultan pusat")
    case .wardOffice: Sentence("ward office", "kantor kelurahan")
    case .signatory: Sentence("bank signatory", "penanda tangan rekening")
    }
  }
}

extension TrainingTopic: Worded {
  public var words: Sentence {
    switch self {
    case .institution: Sentence("institution", "kelembagaan")
    case .supervision: Sentence("supervision", "pengawasan")
    case .unitOperation: Sentence("operation of a UPK", "pengelolaan UPK")
    case .revolvingLoan: Sentence("revolving loans", "pinjaman bergulir")
    case .entrepreneurship: Sentence("entrepreneurship", "kewirausahaan")
    case .householdEconomy: Sentence("household economy", "ekonomi rumah tangga")
    }
  }
}

extension Repair: Worded {
  public var words: Sentence {
    switch self {
    case .appointSupervisors: Sentence("appoint supervisors", "mengangkat Pengawas UPK")
    case .trainBoard: Sentence("train the board", "melatih BKM")
    case .openBoardAccount:
      Sentence("open an account of the board", "membuka rekening atas nama BKM")
    }
  }
}

extension BorrowerStanding: Worded {
  public var words: Sentence {
    switch self {
    case .new: Sentence("new KSM", "KSM baru")
    case .returningCurrent: Sentence("returning KSM in good standing", "KSM lama yang lancar")
    case .returningNotCurrent:
      Sentence("returning KSM not in good standing", "KSM lama yang tidak lancar")
    }
  }
}
