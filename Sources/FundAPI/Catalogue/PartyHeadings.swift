/// People, places and groups, and what is said of anything.
public enum PartyHeading: String, CaseIterable, Sendable, Worded {
  case name, code, gender, person, member, members, women, ksm, upk, bkm, region, level, role
  case roles, scope, from, until, on, date, note, description, number, count, line, month, state
  case kind, label, reference
  case displayName = "display_name"
  case fullName = "full_name"
  case nikLastFour = "nik_last_four"
  case formedOn = "formed_on"
  case joinedOn = "joined_on"
  case leftOn = "left_on"
  case operatingSince = "operating_since"

  public var words: Sentence {
    switch self {
    case .name: Sentence("Name", "Nama")
    case .code: Sentence("Code", "Kode")
    case .displayName: Sentence("Called", "Sebutan")
    case .fullName: Sentence("Full name", "Nama lengkap")
    case .gender: Sentence("Gender", "Jenis kelamin")
    case .nikLastFour: Sentence("NIK ends with", "Akhir NIK")
    case .person: Sentence("Person", "Orang")
    case .member: Sentence("Member", "Anggota")
    case .members: Sentence("Members", "Anggota")
    case .women: Sentence("Women", "Perempuan")
    case .ksm: Sentence("KSM", "KSM")
    case .upk: Sentence("UPK", "UPK")
    case .bkm: Sentence("Board", "BKM")
    case .region: Sentence("Region", "Wilayah")
    case .level: Sentence("Level", "Tingkat")
    case .formedOn: Sentence("Formed", "Dibentuk")
    case .joinedOn: Sentence("Joined", "Masuk")
    case .leftOn: Sentence("Left", "Keluar")
    case .operatingSince: Sentence("Operating since", "Bekerja sejak")
    case .role: Sentence("Role", "Peran")
    case .roles: Sentence("Roles", "Peran")
    case .scope: Sentence("Scope", "Cakupan")
    case .from: Sentence("From", "Dari")
    case .until: Sentence("Until", "Sampai")
    case .on: Sentence("On", "Tanggal")
    case .date: Sentence("Date", "Tanggal")
    case .note: Sentence("Note", "Catatan")
    case .description: Sentence("Description", "Uraian")
    case .number: Sentence("Number", "Nomor")
    case .count: Sentence("Count", "Banyaknya")
    case .line: Sentence("Line", "Baris")
    case .month: Sentence("Month", "Bulan")
    case .state: Sentence("State", "Keadaan")
    case .kind: Sentence("Kind", "Jenis")
    case .label: Sentence("Label", "Label")
    case .reference: Sentence("Reference", "Rujukan")
    }
  }
}
