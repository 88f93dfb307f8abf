import CLibpq

/// What the server knows a prepared statement as.
struct PreparedStatement {
  let statement: Statement
  let parameterTypes: [UInt32]
}

/// What the server owes an answer for.
private enum Expectation {
  case preparation(PreparedStatement)
  case rows(Statement)

  var name: String {
    switch self {
    case .preparation(let prepared): prepared.statement.name
    case .rows(let statement): statement.name
    }
  }
}

extension Connection {
  /// Sends all statements at once and waits for all their answers.
  ///
  /// Together with those of earlier pipelines that ended in `.flush` they are one implicit
  /// transaction, which `.sync` commits. After an error the rest is skipped, all of it is rolled
  /// back, and the session is clean for the next call.
  ///
  /// - Throws: `PostgresError.server` for the first statement that failed, `.connection`,
  ///   `.misuse` if a name was used before with another text or with other types.
  public func pipeline(
    _ requests: [Request], end: PipelineEnd
  ) throws(PostgresError) -> [Rows] {
    let opening = opening(of: requests, end: end)
    let closing = closing(of: opening, end: end)
    try check(requests)
    try mayBegin()
    try enterPipeline()
    do throws(PostgresError) {
      let expectations = try send(opening + requests + closing)
      let rows = try receive(expectations, end: end)
      if end == .sync { try leavePipeline() }
      hasImplicitTransaction = end == .flush
      hasOpened = end == .flush && (hasOpened || !opening.isEmpty)
      return Array(rows.dropFirst(opening.count).dropLast(closing.count))
    } catch {
      hasImplicitTransaction = false
      hasOpened = false
      recover(from: error)
      throw error
    }
  }

  /// Commits the implicit transaction that pipelines left open.
  ///
  /// - Throws: as `pipeline(_:end:)`.
  public func finish() throws(PostgresError) {
    _ = try pipeline([], end: .sync)
  }

  /// Ends the implicit transaction that pipelines left open, with nothing of it done.
  ///
  /// A Sync alone would commit it, so a ROLLBACK goes before.
  ///
  /// - Throws: as `pipeline(_:end:)`.
  public func abandon() throws(PostgresError) {
    guard hasImplicitTransaction else { return }
    _ = try pipeline([Request(Statement("rollback", "rollback"))], end: .sync)
  }
}

extension Connection {
  /// What goes before the first statements of a transaction; nothing where one is open, or one
  /// statement is all of it.
  private func opening(of requests: [Request], end: PipelineEnd) -> [Request] {
    guard case .explicit(let settings) = dialect.transactions, !isInTransaction,
      requests.count > 1 || end == .flush
    else { return [] }
    return [Request(Statement("begin", "begin"))] + settings.map { Request($0) }
  }

  /// What goes after the last statements of a transaction that `opening` began, here or before.
  private func closing(of opening: [Request], end: PipelineEnd) -> [Request] {
    guard end == .sync, hasOpened || !opening.isEmpty else { return [] }
    return [Request(Statement("commit", "commit"))]
  }

  private func enterPipeline() throws(PostgresError) {
    guard !hasImplicitTransaction else { return }
    guard unsafe PQenterPipelineMode(session) == 1 else {
      throw lost()
    }
  }

  private func leavePipeline() throws(PostgresError) {
    guard unsafe PQexitPipelineMode(session) == 1 else {
      throw lost()
    }
  }

  /// Refuses what would put two statements under one name, before any of it is sent.
  private func check(_ requests: [Request]) throws(PostgresError) {
    var wanted: [String: PreparedStatement] = [:]
    for request in requests {
      let name = request.statement.name
      let types = request.parameters.map(\.oid)
      let known = prepared[name] ?? wanted[name]
      guard known.map({ $0.statement == request.statement }) ?? true else {
        throw .misuse(statement: name, reason: "another statement has the same name")
      }
      guard known.map({ $0.parameterTypes == types }) ?? true else {
        throw .misuse(
          statement: name, reason: "was used before with other types or numbers of parameters")
      }
      wanted[name] = PreparedStatement(statement: request.statement, parameterTypes: types)
    }
  }

  private func send(_ requests: [Request]) throws(PostgresError) -> [Expectation] {
    var expectations: [Expectation] = []
    var pending: Set<String> = []
    for request in requests {
      let name = request.statement.name
      if prepared[name] == nil, pending.insert(name).inserted {
        let wanted = PreparedStatement(
          statement: request.statement, parameterTypes: request.parameters.map(\.oid))
        try sendPreparation(wanted)
        expectations.append(.preparation(wanted))
      }
      try sendQuery(request)
      expectations.append(.rows(request.statement))
    }
    return expectations
  }

  private func sendPreparation(_ wanted: PreparedStatement) throws(PostgresError) {
    let count = Int32(wanted.parameterTypes.count)
    let sent = unsafe wanted.parameterTypes.withUnsafeBufferPointer { types in
      unsafe PQsendPrepare(
        session, wanted.statement.name, dialect.wording(wanted.statement), count, types.baseAddress)
    }
    guard sent == 1 else { throw sendingFailed(wanted.statement) }
  }

  private func sendQuery(_ request: Request) throws(PostgresError) {
    let sent = unsafe EncodedParameters(request.parameters).withPointers {
      values, lengths, formats in
      unsafe PQsendQueryPrepared(
        session, request.statement.name, Int32(request.parameters.count), values, lengths,
        formats, 1)
    }
    guard sent == 1 else { throw sendingFailed(request.statement) }
  }

  private func sendingFailed(_ statement: Statement) -> PostgresError {
    isBroken
      ? .connection(reason: lastMessage)
      : .misuse(statement: statement.name, reason: lastMessage)
  }

  private func receive(
    _ expectations: [Expectation], end: PipelineEnd
  ) throws(PostgresError) -> [Rows] {
    switch end {
    case .sync: guard unsafe PQpipelineSync(session) == 1 else { throw lost() }
    case .flush: guard unsafe PQsendFlushRequest(session) == 1 else { throw lost() }
    }

    var rows: [Rows] = []
    for expectation in expectations {
      let result = try nextResult(for: expectation.name)
      switch expectation {
      case .preparation(let statement): prepared[statement.statement.name] = statement
      case .rows: rows.append(Rows(result: result))
      }
      try endOfResults(of: expectation.name)
    }
    if end == .sync { try awaitSync() }
    return rows
  }

  private func nextResult(for statement: String) throws(PostgresError) -> ResultMemory {
    guard let answer = unsafe try nextAnswer() else { throw lost() }
    let result = unsafe ResultMemory(answer, statement: statement)
    switch unsafe PQresultStatus(answer) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
      return result
    case PGRES_FATAL_ERROR:
      throw unsafe failure(answer, statement: statement)
    default:
      throw .misuse(statement: statement, reason: "gave something other than rows")
    }
  }

  private func endOfResults(of statement: String) throws(PostgresError) {
    guard let answer = unsafe try nextAnswer() else { return }
    defer { unsafe PQclear(answer) }
    throw unsafe failure(answer, statement: statement)
  }

  /// Waits for the answer to the Sync, before which a failed commit is told.
  private func awaitSync() throws(PostgresError) {
    guard let answer = unsafe try nextAnswer() else { throw lost() }
    defer { unsafe PQclear(answer) }
    guard unsafe PQresultStatus(answer) == PGRES_PIPELINE_SYNC else {
      throw unsafe failure(answer, statement: "commit")
    }
  }

  /// Makes the session clean after an error, or marks it as one to close.
  ///
  /// Only after an error of the server is the implicit transaction known to be undone; a Sync
  /// after any other might commit the part that was sent.
  private func recover(from error: PostgresError) {
    guard case .server = error, !isBroken else {
      mustClose = mustClose ?? error.description
      return
    }
    do {
      try drain()
      try leavePipeline()
      if case .explicit = dialect.transactions { rollBack() }
    } catch {
      mustClose = error.description
    }
  }

  /// Reads on after an error of the server until it is ready for something new.
  ///
  /// One more Sync is sent, since the pipeline that failed may not have had one.
  private func drain() throws(PostgresError) {
    guard unsafe PQpipelineSync(session) == 1 else { throw lost() }
    var endsInARow = 0
    while !isBroken, endsInARow < 2 {
      guard let answer = unsafe try nextAnswer() else {
        endsInARow += 1
        continue
      }
      endsInARow = 0
      unsafe PQclear(answer)
    }
  }
}
