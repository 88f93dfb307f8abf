internal import Libpq
public import RevolvingFund

extension FundStore {
  /// Stops all writes to a UPK, after those that hold its head now.
  ///
  /// It is no command: the stream that it would be chained to is what is in doubt. Nothing changes
  /// where it is frozen already, or where two people released it with this difference.
  ///
  /// - Throws: `StoreError`.
  public func freeze(_ upk: UPKID, on day: Day, for difference: BookDifference) async throws {
    try await StoreError.translating {
      try await writers.run(deadline: Deadline.current) { connection in
        _ = try connection.pipeline(
          [
            Request(EventStatements.lockHeads, [.upks([upk])]),
            Request(
              FreezeStatements.insert,
              [
                .int8(upk.value), .day(day), .text(difference.control), .text(difference.place),
                .text(difference.what), .text(difference.expected), .text(difference.found),
              ]),
          ], end: .sync)
      }
    }
  }

  /// The freeze that holds, or the last one there was; `nil` for a UPK that never was frozen.
  ///
  /// - Throws: `StoreError`.
  public func freeze(of upk: UPKID) async throws -> Freeze? {
    try await read(FreezeStatements.last, [.int8(upk.value)]) { rows in
      try rows.first.map { try Freeze($0) }
    }
  }
}
