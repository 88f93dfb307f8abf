internal import Libpq
public import RevolvingFund

extension FundStore {
  /// A person with name and NIK, for those who may read them.
  ///
  /// - Throws: `StoreError`; `.keys` where they were replaced under the store.
  public func person(_ id: PersonID) async throws -> (Person, PersonalData)? {
    try await persons([id]).first
  }

  /// Persons by number, in the order of their numbers; those who do not exist are left out.
  ///
  /// - Throws: as `person`.
  public func persons(_ ids: some Sequence<PersonID>) async throws -> [(Person, PersonalData)] {
    let ids = ids.map(\.value)
    return try await opened(PersonStatements.sealed, [.int8s(ids)])
  }

  /// Persons in the order of their numbers, behind one of them.
  ///
  /// - Throws: as `person`.
  public func persons(after: PersonID?, limit: Int) async throws -> [(Person, PersonalData)] {
    try await opened(
      PersonStatements.page, [.int8(after?.value ?? 0), .int4(Int32(clamping: limit))])
  }

  /// The assignments of a person, ended ones too, oldest first, behind one of them.
  ///
  /// - Throws: `StoreError`.
  public func assignments(
    of person: PersonID, after: Int64?, limit: Int
  ) async throws -> [Assignment] {
    try await read(
      AssignmentStatements.page,
      [.int8(person.value), .int8(after ?? 0), .int4(Int32(clamping: limit))]
    ) { try $0.map { try Assignment($0) } }
  }

  /// The assignments that take in a UPK, ended ones too, oldest first.
  ///
  /// - Throws: `StoreError`.
  public func assignments(at upk: UPKID) async throws -> [Assignment] {
    try await read(AssignmentStatements.atUPK, [.int8(upk.value)]) {
      try $0.map { try Assignment($0) }
    }
  }

  private func opened(
    _ statement: Statement, _ parameters: [Parameter]
  ) async throws -> [(Person, PersonalData)] {
    try await read(statement, parameters) { [keys] rows in
      try rows.map { row in
        let person = try Person(row)
        return (person, try keys.data(of: person, try row.bytea(3)))
      }
    }
  }
}

extension PersonalDataKeys {
  fileprivate func data(
    of person: Person, _ ciphertext: [UInt8]
  ) throws(StoreError) -> PersonalData {
    do {
      return try open(ciphertext)
    } catch {
      guard isNumber(of: ciphertext) else { throw .keys(.replaced) }
      throw .corrupted("person \(person.id.value): \(error)")
    }
  }
}
