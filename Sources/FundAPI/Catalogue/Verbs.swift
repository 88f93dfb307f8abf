/// What a write did, in one word.
public enum Verb: String, Hashable, Sendable, CaseIterable, Worded {
  case registered, assigned, ended, created, issued, revoked, set, added, submitted, recorded
  case signed, disbursed, received, posted, closed, confirmed
  case deposited, withdrawn, banked, acknowledged, filed, planned
  case restructured, dropped, recovered, waived
  case escalated, answered, voided, lifted
  case completed, cancelled, waitlisted, released, requested, approved, delegated, declared
  case reversed, refunded, applied, settled, opened, reconciled
  case drafted, asked, reopened, allocated, paid, proposed, adopted
  case appealed, unfrozen
  case imported

  /// The word for the end of a sentence.
  public var words: Sentence {
    switch self {
    case .registered: Sentence("registered", "didaftarkan")
    case .assigned: Sentence("assigned", "ditugaskan")
    case .ended: Sentence("ended", "diakhiri")
    case .created: Sentence("created", "dibuat")
    case .issued: Sentence("issued", "diterbitkan")
    case .revoked: Sentence("revoked", "dicabut")
    case .set: Sentence("set", "ditetapkan")
    case .added: Sentence("added", "ditambahkan")
    case .submitted: Sentence("submitted", "diajukan")
    case .drafted: Sentence("kept as a draft", "disimpan sebagai konsep")
    case .recorded: Sentence("recorded", "dicatat")
    case .signed: Sentence("signed", "ditandatangani")
    case .disbursed: Sentence("disbursed", "dicairkan")
    case .received: Sentence("received", "diterima")
    case .posted: Sentence("posted", "dibukukan")
    case .imported: Sentence("imported", "diimpor")
    case .closed: Sentence("closed", "ditutup")
    case .confirmed: Sentence("confirmed", "ditetapkan pulih")
    case .deposited: Sentence("deposited", "ditabung")
    case .withdrawn: Sentence("withdrawn", "diambil")
    case .banked: Sentence("brought to the bank", "disetor ke bank")
    case .acknowledged: Sentence("acknowledged", "dinyatakan dipahami")
    case .filed: Sentence("filed", "dilengkapi berkasnya")
    case .planned: Sentence("planned", "direncanakan")
    case .restructured: Sentence("made of a restructured loan", "dibuat dari penjadwalan ulang")
    case .dropped: Sentence("written off", "dihapus buku")
    case .recovered: Sentence("recovered", "ditagih kembali")
    case .waived: Sentence("waived", "dihapus tagih")
    case .escalated: Sentence("escalated", "dilaporkan")
    case .answered: Sentence("answered", "dijawab")
    case .voided: Sentence("taken back", "ditarik kembali")
    case .lifted: Sentence("lifted", "dicabut pemblokirannya")
    case .completed: Sentence("given its papers", "ditambah berkasnya")
    case .cancelled: Sentence("cancelled", "dibatalkan")
    case .waitlisted: Sentence("put on the waiting list", "dimasukkan ke daftar tunggu")
    case .released: Sentence("taken off the waiting list", "dikeluarkan dari daftar tunggu")
    case .requested: Sentence("asked to be taken first", "diminta didahulukan")
    case .approved: Sentence("allowed to be taken first", "disetujui didahulukan")
    case .delegated: Sentence("delegated", "didelegasikan")
    case .declared: Sentence("declared", "dinyatakan")
    case .reversed: Sentence("reversed", "dibatalkan pembukuannya")
    case .refunded: Sentence("given back", "dikembalikan")
    case .applied: Sentence("applied to the loan", "dipakai untuk pinjaman")
    case .settled: Sentence("settled", "dilunasi")
    case .opened: Sentence("opened", "dibuka")
    case .reconciled: Sentence("held against the statement", "dicocokkan dengan rekening koran")
    case .asked: Sentence("asked to be opened again", "diminta dibuka lagi")
    case .reopened: Sentence("opened again", "dibuka lagi")
    case .allocated: Sentence("allocated", "dialokasikan")
    case .paid: Sentence("paid", "dibayarkan")
    case .proposed: Sentence("proposed", "diusulkan")
    case .adopted: Sentence("approved", "disetujui")
    case .appealed: Sentence("asked to be released", "diminta dibuka")
    case .unfrozen: Sentence("released; writes are taken again", "dibuka; pencatatan berjalan lagi")
    }
  }
}
