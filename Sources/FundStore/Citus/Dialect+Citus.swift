internal import Libpq

extension Dialect {
  /// How the store's statements are put to Citus.
  static let citus = Dialect(
    .explicit(settings: [CitusStatements.lockTimeout]), wording: { narrowed($0.sql) },
    reading: \.asOfOneServer)

  /// The tables whose rows are spread by `upk_id`.
  static let spread: Set<String> = EmbeddedMigrations.citus.reduce(into: []) { tables, step in
    for match in step.sql.matches(of: /create_distributed_table\('fund\.(\w+)'/) {
      tables.insert(String(match.output.1))
    }
  }

  /// The statement with each table of its UPK narrowed to the UPK that its parameters name.
  ///
  /// Citus sends a statement to one node whole where every spread table in it is held against
  /// constants of one shard. It does not follow them through a join with a list of parameters, so
  /// they are written to each table. A statement that names no UPK stays as it is, and so does a
  /// table that is not joined by its UPK: that is asked on every node. Fences against plans of
  /// empty tables fall away, as Citus plans anew for the values of each call.
  static func narrowed(_ sql: String) -> String {
    guard let upk = givenUPK(in: sql) else { return sql }
    let joined = sql.replacing(" offset 0)", with: ")")
    if joined.hasPrefix("update") || joined.hasPrefix("delete") {
      return changing(joined, of: upk)
    }
    return joined.replacing(/\b(from|join)\s+fund\.(\w+)(?:\s+(?:as\s+)?(\w+))?/) { match in
      let (whole, clause, table, next) = match.output
      let alias = next.flatMap { words.contains(String($0)) ? nil : String($0) }
      guard spread.contains(String(table)), isOfItsUPK(alias, joined) else { return String(whole) }
      let name = alias ?? "\"\(table)\"\(next.map { " \($0)" } ?? "")"
      return "\(clause) (select * from fund.\(table) where upk_id = \(upk)) \(name)"
    }
  }

  /// What follows the name of a table that has no other name.
  private static let words: Set = [
    "where", "on", "cross", "join", "left", "group", "order", "using", "limit", "for", "set",
    "union",
  ]

  /// What an `upk_id` is held against, where parameters are a UPK or lists of them.
  private static func givenUPK(in sql: String) -> String? {
    let rows =
      /unnest\((\$\d+)::bigint\[\][^)]*\)(?:\s+with ordinality)?\s+as\s+\w+\s*\(upk_id\b/
    let lists = sql.matches(of: rows).map { "\($0.output.1)::bigint[]" }
    if !lists.isEmpty { return any(of: lists.joined(separator: " || ")) }
    if sql.contains("upk_id = any($1::bigint[])") { return any(of: "$1::bigint[]") }
    return sql.contains("upk_id = $1::bigint") ? "$1::bigint" : nil
  }

  /// Of an empty list PostgreSQL sees that it has no rows before Citus sees that it has one shard,
  /// so the province stands for it, in whose stream no row is joined by another UPK.
  private static func any(of list: String) -> String {
    "any(case when \(list) = '{}' then '{0}' else \(list) end)"
  }

  private static func isOfItsUPK(_ alias: String?, _ sql: String) -> Bool {
    guard let alias else { return sql.contains("upk_id = ") }
    return sql.contains("\(alias).upk_id = ") || sql.contains("= \(alias).upk_id")
  }

  private static func changing(_ sql: String, of upk: String) -> String {
    let table = sql.firstMatch(of: /^(?:update|delete from) fund\.(\w+)/)?.output.1
    guard let table, spread.contains(String(table)) else { return sql }
    return sql.replacing(/where (\w+)\.upk_id = q\.upk_id/) { match in
      "where \(match.output.1).upk_id = \(upk) and \(match.output.1).upk_id = q.upk_id"
    }
  }
}
