import FundAPI
import GRPCCore
import RevolvingFund
import SwiftProtobuf

/// Registers what the files say of the province, as far as it is not here yet.
///
/// Each request's id is made from its content, so that a second run does nothing twice and finds
/// the same people.
struct Arrival {
  let session: Session
  let register: BookRegister
  /// The day of what is registered, or nothing for today.
  let day: String
  /// Who the persons of the files are here.
  private(set) var persons: [Int64: PersonID] = [:]

  init(session: Session, register: BookRegister, day: String) {
    self.session = session
    self.register = register
    self.day = day
  }

  /// Registers places, boards, UPK and people but those who are known.
  ///
  /// - Throws: what a call was refused for.
  mutating func register(except known: Set<Int64>) async throws {
    let people = register.persons.filter { !known.contains($0.number) }
    var bar = ProgressBar(
      total: register.regions.count + register.units.count * 2 + people.count + 1)
    defer { bar.end() }
    for region in register.regions {
      try await unlessThere { try await registerRegion(region) }
      bar.advance()
    }
    for unit in register.units {
      try await unlessThere { try await registerBoard(unit.bkm) }
      bar.advance()
      try await unlessThere { try await registerUnit(unit) }
      bar.advance()
    }
    for person in people {
      let name = try await registerPerson(person)
      if case .person(let id) = ResourceName(name) { persons[person.number] = id }
      bar.advance()
    }
  }

  /// Somebody who registered it before has said the same: only a name that is taken is passed over.
  private func unlessThere(_ call: () async throws -> Void) async throws {
    do {
      try await call()
    } catch let error as RPCError where error.code == .alreadyExists {
      return
    }
  }

  private func write(_ content: String...) -> Bergulir_V1_Write {
    .with {
      $0.requestID = RequestID(of: content.joined(separator: "\n")).description
      $0.on = day
    }
  }

  private func registerRegion(_ region: Region) async throws {
    _ = try await session.regions.registerRegion(
      .with {
        $0.write = write("region", region.code.description, region.name)
        $0.code = region.code.description
        $0.displayName = region.name
      }, metadata: session.metadata, options: session.options)
  }

  private func registerBoard(_ bkm: BKM) async throws {
    _ = try await session.bkms.registerBKM(
      .with {
        $0.write = write("bkm", bkm.code.description, bkm.name)
        $0.code = bkm.code.description
        $0.displayName = bkm.name
        $0.region = bkm.region.description
      }, metadata: session.metadata, options: session.options)
  }

  private func registerUnit(_ unit: BookRegister.Unit) async throws {
    _ = try await session.upks.registerUPK(
      .with {
        $0.write = write("upk", unit.code.description, unit.name)
        $0.code = unit.code.description
        $0.displayName = unit.name
        $0.bkm = unit.bkm.code.description
        $0.region = unit.region.description
        $0.operatingSince = unit.operatingSince.description
        $0.ranEarlierProgramme = unit.ranEarlierProgramme
      }, metadata: session.metadata, options: session.options)
  }

  private func registerPerson(_ person: BookRegister.Entry) async throws -> String {
    do {
      let done = try await session.persons.registerPerson(
        .with {
          $0.write = write(
            "person", "\(person.number)", person.name, person.gender.rawValue,
            person.nik?.digits ?? "")
          $0.fullName = person.name
          $0.gender = person.gender.rawValue
          $0.nik = person.nik?.digits ?? ""
        }, metadata: session.metadata, options: session.options)
      return done.receipt.name
    } catch {
      throw CallFailure(error, address: session.address)
        .at(line: person.line, of: TextFile(path: BookFileKind.persons.name))
    }
  }
}
