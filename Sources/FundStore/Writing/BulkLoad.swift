internal import Libpq
public import RevolvingFund

extension FundStore {
  /// Writes all that was recorded in a stream, in one commit, by COPY where there are many rows.
  ///
  /// The rows are those that the same commands leave when they are run one by one, but for the
  /// versions of a row in between. The same constraints hold. A stream that has moved since, or is
  /// frozen, is left as it is.
  ///
  /// - Throws: `BulkLoadError`; `StoreError`; `CancellationError`.
  public func load(_ stream: BulkStream) async throws {
    guard stream.count > 0 else { return }
    let writes = stream.writes
    do {
      try await writers.run(deadline: Deadline.current) { connection in
        try connection.transaction { connection in
          try FundStore.lock(stream, connection)
          for request in writes { try FundStore.write(request, connection) }
        }
      }
    } catch let error as PostgresError {
      throw StoreError(error)
    }
  }

  /// A stream as it stands in the database, to go on with; `nil` where there is none.
  ///
  /// - Throws: `StoreError`.
  public func bulkStream(_ stream: UPKID) async throws -> BulkStream? {
    try await read { session in
      let head = try session.rows(EventStatements.position, [.upks([stream])])
      guard let row = head.first else { return nil }
      var state = try StreamHead(row)
      for row in try session.rows(EventStatements.allCounters, [.upks([stream])]) {
        state.load(try row.text(1), next: try row.int8(2))
      }
      return BulkStream(state)
    }
  }

  /// The hash of an event; `nil` where there is none.
  ///
  /// - Throws: `StoreError`.
  public func eventHash(_ sequence: Int64, in stream: UPKID) async throws -> [UInt8]? {
    try await read(EventStatements.hash, [.int8(stream.value), .int8(sequence)]) { rows in
      try rows.first?.bytea(0)
    }
  }

  /// The streams in which something stands.
  ///
  /// - Throws: `StoreError`.
  public func begunStreams() async throws -> Set<UPKID> {
    try await read(EventStatements.begun) { rows in Set(try rows.map { try $0.upkID(0) }) }
  }

  private static func lock(_ stream: BulkStream, _ connection: Connection) throws {
    let streams = Parameter.upks([stream.state.stream])
    let rows = try connection.run(EventStatements.lockHeads, [streams])
    let found = try rows.first.map { try BulkStream(StreamHead($0)).written }
    guard found == stream.written else { throw BulkLoadError.streamMoved(stream.state.stream) }
    guard try connection.run(FreezeStatements.holding, [streams]).isEmpty else {
      throw BulkLoadError.streamFrozen(stream.state.stream)
    }
  }

  private static func write(_ request: Request, _ connection: Connection) throws {
    guard let target = CopyTarget.byStatement[request.statement.name] else {
      _ = try connection.run(request.statement, request.parameters)
      return
    }
    try connection.copy(into: target.table, target.columns(request.parameters))
  }
}

/// Why a bulk load is not done.
public enum BulkLoadError: Error, Hashable, Sendable {
  /// The stream is not there, or somebody else wrote to it.
  case streamMoved(UPKID)
  /// Nothing is written to books that are in doubt.
  case streamFrozen(UPKID)
}

extension BulkLoadError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .streamMoved(let stream):
      "stream \(stream.value) is not where it was read; something else writes to this database"
    case .streamFrozen(let stream):
      "the books of UPK \(stream.value) are frozen; release them first"
    }
  }
}
