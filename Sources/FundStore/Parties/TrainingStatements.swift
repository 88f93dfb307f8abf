internal import Libpq
public import RevolvingFund

/// The statements of trainings.
enum TrainingStatements {
  static let ofPersons = Statement(
    "training.of-persons",
    """
    select training_id, person_id, topic, trained_on, reference from fund.training
    where person_id = any($1::bigint[]) order by training_id
    """)

  static let page = Statement(
    "training.page",
    """
    select training_id, person_id, topic, trained_on, reference from fund.training
    where person_id = $1::bigint and training_id > $2::bigint
    order by training_id limit $3::integer
    """)

  static let insert = Statement(
    "training.insert",
    """
    insert into fund.training (training_id, person_id, topic, trained_on, reference)
    select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::date[], $5::text[])
    """)

  static let all = [ofPersons, page, insert]

  static func insertion(_ rows: [Training]) -> Request {
    Request(
      insert,
      [
        .numbers(rows.map(\.id)), .numbers(rows.map(\.person)), .names(rows.map(\.topic)),
        .days(rows.map(\.trainedOn)), .texts(rows.map(\.reference)),
      ])
  }
}

extension Training {
  init(_ row: Row) throws {
    self.init(
      id: TrainingID(try row.int8(0)), person: try row.personID(1), topic: try row.named(2),
      trainedOn: try row.day(3), reference: try row.text(4))
  }
}

extension FundStore {
  /// The trainings of a person in the order in which they were recorded, behind one of them.
  ///
  /// - Throws: `StoreError`.
  public func trainings(
    of person: PersonID, after: Int64?, limit: Int
  ) async throws -> [Training] {
    try await read(
      TrainingStatements.page,
      [.int8(person.value), .int8(after ?? 0), .int4(Int32(clamping: limit))]
    ) { try $0.map { try Training($0) } }
  }
}
