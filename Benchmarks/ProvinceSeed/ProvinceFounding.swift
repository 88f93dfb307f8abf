import FundStore
import RevolvingFund

/// The province's own stream: places, boards, units, and people with their offices and trainings.
///
/// All of it is of one chain, so units are founded in their order, whoever lives through them.
struct ProvinceFounding {
  private(set) var chronicle: Chronicle
  private let plan: SeedPlan
  private let keys: PersonalDataKeys
  private var persons = 0
  private var regions: Set<RegionCode> = []

  /// A unit that may begin its life.
  struct Unit: Sendable {
    let upk: UPK
    let offices: Offices
    /// The members of its groups.
    let groups: [[PersonID]]
    /// What its first command finds.
    let facts: Facts
  }

  /// The people of the province register as the system itself.
  private static let system = PersonID(0)

  init(_ plan: SeedPlan, keys: PersonalDataKeys) {
    self.plan = plan
    self.keys = keys
    chronicle = Chronicle(.province, in: Facts(), of: plan)
  }

  /// Registers the next unit, counted from 0.
  ///
  /// - Throws: `Refusal`, `PersonalDataError`: neither has a reason to.
  mutating func found(_ index: Int) throws -> Unit {
    let ward = try registerPlaces(index)
    let upk = try registerUnit(index, ward)
    let offices = try appoint(upk)
    let groups = try registerGroups(index)
    var facts = chronicle.facts
    facts.registeredNIKDigests = []
    facts.movements = [:]
    facts.rosters[upk.id] = Roster(
      upk: upk.id, assignments: Array(facts.assignments.values),
      persons: Array(facts.persons.values), trainings: facts.trainings.values.flatMap { $0 })
    let unit = Unit(upk: upk, offices: offices, groups: groups, facts: facts)
    chronicle.forget { facts in
      facts.bkms = [:]
      facts.upks = [:]
      facts.heads[upk.id] = nil
      facts.accounts = [:]
      facts.portfolios = [:]
      facts.persons = [:]
      facts.registeredNIKDigests = []
      facts.assignments = [:]
      facts.trainings = [:]
    }
    return unit
  }

  private mutating func registerPlaces(_ index: Int) throws -> RegionCode {
    let district = index / SeedPlan.unitsOfDistrict
    let city = district / SeedPlan.districtsOfCity + 1
    let part = district % SeedPlan.districtsOfCity + 1
    let ward = index % SeedPlan.unitsOfDistrict + 1
    let places = [
      ("99", "Provinsi Contoh"), ("99.\(digits(city, 2))", "Kota Contoh \(city)"),
      ("99.\(digits(city, 2)).\(digits(part, 2))", "Kecamatan \(city).\(part)"),
      (
        "99.\(digits(city, 2)).\(digits(part, 2)).\(digits(1000 + ward, 4))",
        "Kelurahan \(city).\(part).\(ward)"
      ),
    ]
    var last: RegionCode?
    for (text, name) in places {
      guard let code = RegionCode(text) else { preconditionFailure("\(text) is a region's code") }
      last = code
      guard regions.insert(code).inserted else { continue }
      try chronicle.record(
        RegisterRegion(region: Region(code: code, name: name), day: plan.founded),
        by: ProvinceFounding.system)
    }
    guard let last else { preconditionFailure("a ward is in a region") }
    return last
  }

  private mutating func registerUnit(_ index: Int, _ ward: RegionCode) throws -> UPK {
    let number = digits(index + 1, 5)
    guard let board = Code("bkm-\(number)"), let code = SeedPlan.code(index) else {
      preconditionFailure("codes have letters and digits")
    }
    let day = plan.founded
    try chronicle.record(
      RegisterBKM(bkm: BKM(code: board, name: "BKM Contoh \(number)", region: ward), day: day),
      by: ProvinceFounding.system)
    try chronicle.record(
      RegisterUPK(
        code: code, name: "UPK Contoh \(number)", bkm: board, region: ward,
        operatingSince: day.month, ranEarlierProgramme: false, day: day),
      by: ProvinceFounding.system)
    guard let upk = chronicle.facts.upks.values.first(where: { $0.code == code }) else {
      preconditionFailure("a unit that was registered is there")
    }
    return upk
  }

  private mutating func appoint(_ upk: UPK) throws -> Offices {
    let offices = Offices(try register(Offices.genders))
    for (person, role) in offices.roles {
      try chronicle.record(
        AssignRole(
          person: person, role: role, scope: .upk(upk.id), from: plan.founded, until: nil,
          minutes: "BA-01/\(plan.founded.year)", duties: "SK-01/\(plan.founded.year)",
          day: plan.founded), by: ProvinceFounding.system)
    }
    for (persons, topic) in offices.trainings { try train(persons, topic, by: offices.consultant) }
    return offices
  }

  /// Groups of five to seven, women in the majority, trained together.
  private mutating func registerGroups(_ index: Int) throws -> [[PersonID]] {
    var random = plan.random("groups of \(index)")
    var groups: [[PersonID]] = []
    for _ in 0..<plan.loansPerUPK {
      let size = random.percent(70) ? 5 : random.any(6...7)
      let genders = (0..<size).map { $0 < 3 || random.percent(60) ? Gender.female : .male }
      groups.append(try register(genders))
    }
    let members = groups.flatMap(\.self)
    for topic in [TrainingTopic.revolvingLoan, .entrepreneurship, .householdEconomy] {
      for first in stride(from: 0, to: members.count, by: RecordTraining.mostPersons) {
        let some = members[first..<min(first + RecordTraining.mostPersons, members.count)]
        try train(Array(some), topic, by: ProvinceFounding.system)
      }
    }
    return groups
  }

  private mutating func train(
    _ persons: [PersonID], _ topic: TrainingTopic, by person: PersonID
  ) throws {
    try chronicle.record(
      RecordTraining(
        persons: persons, topic: topic, trainedOn: plan.founded, reference: "DH-01",
        day: plan.founded), by: person)
  }

  /// Persons with invented NIK: those of training begin with 99.
  private mutating func register(_ genders: [Gender]) throws -> [PersonID] {
    try genders.map { gender in
      persons += 1
      let sealed = try keys.seal(
        nik: NIK("9900" + digits(persons, 12)), name: "Warga \(persons)")
      let effects = try chronicle.record(
        RegisterPerson(gender: gender, personalData: sealed, day: plan.founded),
        by: ProvinceFounding.system)
      guard case .person(let id) = effects.subject else { preconditionFailure("no person") }
      return id
    }
  }

  /// Forgets what was written.
  mutating func settle() { chronicle.settle() }
}

extension SeedPlan {
  /// The code of a unit, counted from 0.
  static func code(_ index: Int) -> Code? { Code("upk-\(digits(index + 1, 5))") }
}

/// A number with zeros in front.
func digits(_ number: Int, _ width: Int) -> String {
  let text = "\(number)"
  return String(repeating: "0", count: max(0, width - text.count)) + text
}
