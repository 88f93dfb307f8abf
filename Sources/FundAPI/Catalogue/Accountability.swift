public import RevolvingFund

// What people say of complaints, meetings, findings and publications.
extension ComplaintChannel: Worded {
  public var words: Sentence {
    switch self {
    case .inPerson: Sentence("in person", "datang sendiri")
    case .letter: Sentence("letter", "surat")
    case .box: Sentence("complaint box", "kotak pengaduan")
    case .phone: Sentence("telephone", "telepon")
    case .message: Sentence("message", "pesan singkat")
    case .meeting: Sentence("at a meeting", "dalam pertemuan")
    }
  }
}

extension MeetingKind: Worded {
  public var words: Sentence {
    switch self {
    case .rwt: Sentence("yearly meeting of the ward (RWT)", "Rembug Warga Tahunan (RWT)")
    case .bkm: Sentence("meeting of the BKM", "rapat BKM")
    case .group: Sentence("meeting of a KSM", "pertemuan KSM")
    }
  }
}

extension PublicationKind: Worded {
  public var words: Sentence {
    switch self {
    case .noticeSheet: Sentence("sheet on the notice board", "lembar papan informasi")
    case .bkmReport: Sentence("report to the BKM", "laporan kepada BKM")
    }
  }
}

extension ConfirmationScope: Worded {
  public var words: Sentence {
    switch self {
    case .sample: Sentence("a sample", "sampel")
    case .all: Sentence("everybody", "semua")
    }
  }
}

extension ConfirmationResult: Worded {
  public var words: Sentence {
    switch self {
    case .agreed: Sentence("agrees", "cocok")
    case .differs: Sentence("differs without proof", "beda tanpa bukti")
    case .proven: Sentence("differs, proven", "beda, terbukti")
    }
  }
}
