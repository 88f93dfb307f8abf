import FundStore
public import RevolvingFund
import Synchronization

extension FundFixture {
  /// Registers what files say of the province in a database without content: places, the UPK, and
  /// people, each under the number that the files use.
  ///
  /// - Returns: the UPK.
  public func register(
    _ register: BookRegister, policies: (UPKID) -> [LendingPolicy]
  ) async throws -> UPKID {
    // The numbers of the files' people are taken.
    persons.store(100_000, ordering: .relaxed)
    let began = day("2015-01-05")
    let system = PersonID(0)
    for region in register.regions {
      try await run(RegisterRegion(region: region, day: began), by: system)
    }
    guard let unit = register.units.first else { preconditionFailure("no UPK in the files") }
    try await run(RegisterBKM(bkm: unit.bkm, day: began), by: system)
    try await run(
      RegisterUPK(
        code: unit.code, name: unit.name, bkm: unit.bkm.code, region: unit.region,
        operatingSince: unit.operatingSince, ranEarlierProgramme: unit.ranEarlierProgramme,
        day: began), by: system)
    guard let upk = try await store.upk(code: unit.code) else {
      preconditionFailure("a UPK that was registered is there")
    }
    let people = register.persons.reduce(into: [:]) { $0[$1.number] = $1 }
    for number in 1...(people.keys.max() ?? 1) {
      guard let person = people[number], let nik = person.nik else {
        _ = try await registerPerson(.female, on: began)
        continue
      }
      let sealed = try store.keys.seal(nik: nik, name: person.name)
      try await run(
        RegisterPerson(gender: person.gender, personalData: sealed, day: began), by: system)
    }
    for policy in policies(upk.id) {
      try await run(SetPolicy(policy: policy, day: policy.validFrom), by: PersonID(1))
    }
    return upk.id
  }
}
