public import Libpq

/// Reads the books of a UPK and reckons again all that follows from its journal and its events.
///
/// It shares no statement and no function with what writes them: whoever doubts the one asks the
/// other. It writes nothing.
public enum BooksVerifier {
  /// Verifies one UPK, or the province's stream under 0.
  ///
  /// What is read is one state of the database where `connection` reads repeatably, as
  /// `session` makes it.
  ///
  /// - Throws: `PostgresError`.
  public static func verify(_ upk: Int64, on connection: Connection) throws -> Verification {
    let books = try Books(upk, on: connection)
    try connection.finish()
    let chain = EventChain(books)
    var retelling = Retelling(books)
    retelling.expectLoans()
    var findings = chain.findings
    guard upk != 0 else {
      return Verification(upk: upk, events: books.events.count, findings: findings)
    }
    findings += JournalControls(books, retelling, chainEnd: chain.end).findings
    findings += RowControls(books, retelling).findings
    findings += retelling.findings
    findings += BalanceControls(books, retelling).findings
    let order = Control.allCases.enumerated().reduce(into: [:]) { $0[$1.element] = $1.offset }
    let sorted = findings.enumerated().sorted {
      (order[$0.element.control] ?? 0, $0.offset) < (order[$1.element.control] ?? 0, $1.offset)
    }
    return Verification(
      upk: upk, events: books.events.count, findings: sorted.map(\.element))
  }

  /// The numbers of all UPK with a stream, in order.
  ///
  /// - Throws: `PostgresError`.
  public static func upks(on connection: Connection) throws -> [Int64] {
    let rows = try connection.run(
      Statement("verify.upks", "select upk_id from fund.upk order by upk_id"))
    return try rows.map { try $0.int8(0) }
  }

  /// Statements with which a session begins that reads for the verification.
  public static let session = [
    "set role bergulir_writer", "set timezone = 'UTC'", "set datestyle = 'ISO'", "set jit = off",
    "set default_transaction_isolation = 'repeatable read'",
    "set default_transaction_read_only = on", "set statement_timeout = '120s'",
  ]
}
