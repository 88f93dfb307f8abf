internal import Libpq
public import RevolvingFund

extension FundStore {
  /// Attestations of a UPK, or of one of its groups, as they were recorded, behind one of them.
  ///
  /// - Throws: `StoreError`.
  public func attestations(
    _ upk: UPKID, ksm: Int64?, after: Int64, limit: Int
  ) async throws -> [Attestation] {
    try await read(
      AttestationStatements.page,
      [.int8(upk.value), .int8(ksm), .int8(after), .int4(Int32(clamping: limit))]
    ) { try $0.map { try Attestation($0) } }
  }

  /// Where wards and all their groups with members stand on a day, in one state of the database.
  ///
  /// - Throws: `StoreError`.
  public func wardStandings(
    _ upks: [UPKID], asOf day: Day
  ) async throws -> [UPKID: WardStanding] {
    try await read { session in
      let groups: [KSMID] = try session.rows(
        KSMStatements.inhabited, [.upks(upks), .day(day)]
      ).map { try $0.number(0, 1) }
      var keys = Keys()
      for upk in upks { keys.addEligibility(of: upk, nil) }
      for group in groups { keys.addEligibility(of: group.upk, group) }
      let load = FactLoad(keys, asOf: day)
      var facts = Facts()
      try load.take(try session.rows(load.requests), into: &facts)
      return upks.reduce(into: [:]) { standings, upk in
        guard let ward = facts.wardRecord(upk, on: day) else { return }
        standings[upk] = WardStanding(
          ward: ward.results,
          groups: groups.filter { $0.upk == upk }.compactMap {
            facts.groupRecord($0, on: day)?.results
          }, category: ward.authority.category)
      }
    }
  }
}
