import CLibpq

extension Connection {
  /// How much is handed to libpq before the server has taken what was handed over.
  private static let chunk = 64 * 1024

  /// Copies rows into a table: by itself one transaction, or part of the explicit one that is open.
  ///
  /// Column types must be those of the table to the bit; nothing is cast. Work that is over while
  /// rows are sent costs the connection: only its end stops a COPY for sure.
  ///
  /// - Throws: `PostgresError.misuse` inside an implicit transaction or for columns that do not fit
  ///   together, `.server` with nothing copied, `.connection`, `.deadlineExceeded`.
  public func copy(into table: String, _ columns: [CopyColumn]) throws(PostgresError) {
    let name = "copy \(table)"
    guard !hasImplicitTransaction else {
      throw .misuse(statement: name, reason: "a pipeline is open; finish it first")
    }
    let rows = try CopyRows(columns, into: table)
    try mayBegin()
    let names = columns.map(\.name).joined(separator: ", ")
    try beginCopy("copy \(table) (\(names)) from stdin (format binary)", name)
    try send(rows.bytes)
    guard unsafe PQputCopyEnd(session, nil) == 1 else { throw lost() }
    try endCopy(name)
  }

  private func beginCopy(_ sql: String, _ name: String) throws(PostgresError) {
    guard unsafe PQsendQuery(session, sql) == 1 else { throw lost() }
    guard let answer = unsafe try nextAnswer() else { throw lost() }
    defer { unsafe PQclear(answer) }
    guard unsafe PQresultStatus(answer) == PGRES_COPY_IN else {
      let refused = unsafe failure(answer, statement: name)
      while let rest = unsafe try nextAnswer() { unsafe PQclear(rest) }
      throw refused
    }
  }

  private func send(_ bytes: [UInt8]) throws(PostgresError) {
    var place = 0
    while place < bytes.count {
      let end = min(place + Self.chunk, bytes.count)
      let sent = unsafe bytes[place..<end].withUnsafeBytes { part in
        unsafe PQputCopyData(
          session, part.assumingMemoryBound(to: CChar.self).baseAddress, Int32(part.count))
      }
      guard sent == 1 else { throw lost() }
      try drainSent()
      place = end
    }
  }

  /// Waits until the server has taken all that libpq holds for it.
  private func drainSent() throws(PostgresError) {
    while true {
      try mayGoOn()
      let unsent = unsafe PQflush(session)
      guard unsent >= 0 else { throw lost() }
      guard unsent > 0 else { return }
      try awaitRoom()
    }
  }

  private func endCopy(_ name: String) throws(PostgresError) {
    var refused: PostgresError?
    while let answer = unsafe try nextAnswer() {
      if unsafe PQresultStatus(answer) != PGRES_COMMAND_OK {
        refused = refused ?? (unsafe failure(answer, statement: name))
      }
      unsafe PQclear(answer)
    }
    if let refused { throw refused }
  }
}
