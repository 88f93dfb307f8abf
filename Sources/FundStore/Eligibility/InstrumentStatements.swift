internal import Libpq
public import RevolvingFund

/// The statements of the province's eligibility instruments.
enum InstrumentStatements {
  static let every = Statement(
    "instrument.every",
    """
    select version, valid_from, fewest_supervisors, most_supervisors, fewest_officers,
      ideal_officers, fewest_members, women_in_ten, months_before_first_loan,
      attestation_months, assessment_months, bookkeeping_gate, late_entry_days, reason
    from fund.instrument order by version
    """)

  static let insert = Statement(
    "instrument.insert",
    """
    insert into fund.instrument
      (version, valid_from, fewest_supervisors, most_supervisors, fewest_officers, ideal_officers,
      fewest_members, women_in_ten, months_before_first_loan, attestation_months,
      assessment_months, late_entry_days, bookkeeping_gate, reason)
    select * from unnest($1::bigint[], $2::date[], $3::integer[], $4::integer[], $5::integer[],
      $6::integer[], $7::integer[], $8::integer[], $9::integer[], $10::integer[],
      $11::integer[], $12::integer[], $13::text[], $14::text[])
    """)

  static let all = [every, insert]

  static func insertion(_ rows: [EligibilityInstrument]) -> Request {
    let numbers = InstrumentField.allCases.map { field in
      Parameter.int4s(rows.map { Int32(clamping: $0.value(field)) })
    }
    return Request(
      insert,
      [.int8s(rows.map(\.version)), .days(rows.map(\.validFrom))] + numbers
        + [.names(rows.map(\.bookkeepingGate)), .texts(rows.map(\.reason))])
  }
}

extension EligibilityInstrument {
  init(_ row: Row) throws {
    func count(_ column: Int) throws -> Int { Int(try row.int4(column)) }
    self.init(
      version: try row.int8(0), validFrom: try row.day(1), fewestSupervisors: try count(2),
      mostSupervisors: try count(3), fewestOfficers: try count(4), idealOfficers: try count(5),
      fewestMembers: try count(6), womenInTen: try count(7),
      monthsBeforeFirstLoan: try count(8), attestationMonths: try count(9),
      assessmentMonths: try count(10), bookkeepingGate: try row.named(11),
      lateEntryDays: try count(12), reason: try row.text(13))
  }
}

extension FundStore {
  /// Every version of the province's instrument, oldest first; the standard is not among them.
  ///
  /// - Throws: `StoreError`.
  public func instruments() async throws -> [EligibilityInstrument] {
    try await read(InstrumentStatements.every) { try $0.map { try EligibilityInstrument($0) } }
  }
}
