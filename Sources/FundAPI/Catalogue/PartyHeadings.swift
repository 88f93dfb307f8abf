/// People, places and groups, and what is said of anything.
public enum PartyHeading: String, CaseIterable, Sendable, Worded {
  case name, code, gender, person, member, members, women, ksm, upk, bkm, region, level, role
  case roles, scope, from, until, on, date, note, description, number, count, line, month, state
  case kind, label, reference, topic, topics, duties, repair, responsible
  case displayName = "display_name"
  case fullName = "full_name"
  case nikLastFour = "nik_last_four"
  case formedOn = "formed_on"
  case joinedOn = "joined_on"
  case leftOn = "left_on"
  case operatingSince = "operating_since"
  case ranEarlierProgramme = "ran_earlier_programme"
  case liveFrom = "live_from"
  case minutesOn = "minutes_on"
  case dutiesOn = "duties_on"
  case minutesFiled = "minutes_filed"
  case dutiesFiled = "duties_filed"
  case trainedOn = "trained_on"
  case plannedOn = "planned_on"
  case isStanding = "is_standing"

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
    case .ranEarlierProgramme: Sentence("Ran P2KP or PNPM", "Pernah P2KP atau PNPM")
    case .liveFrom: Sentence("Registered here", "Terdaftar di sini")
    case .duties: Sentence("Job description", "Uraian tugas")
    case .minutesOn: Sentence("Minutes filed", "Berita acara sejak")
    case .dutiesOn: Sentence("Job description filed", "Uraian tugas sejak")
    case .minutesFiled: Sentence("Has minutes", "Ada berita acara")
    case .dutiesFiled: Sentence("Has a job description", "Ada uraian tugas")
    case .topic: Sentence("Topic", "Materi")
    case .topics: Sentence("Trained in", "Pelatihan")
    case .trainedOn: Sentence("Trained", "Dilatih")
    case .repair: Sentence("Repair", "Perbaikan")
    case .responsible: Sentence("Responsible", "Penanggung jawab")
    case .plannedOn: Sentence("Planned", "Direncanakan")
    case .isStanding: Sentence("Stands", "Berlaku")
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
