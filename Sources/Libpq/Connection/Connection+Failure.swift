import CLibpq

/// The parts of an error report, by the letters that the protocol gives them.
private enum ReportField: UInt8 {
  case sqlState = 0x43  // C
  case message = 0x4D  // M
  case detail = 0x44  // D
  case hint = 0x48  // H
  case position = 0x50  // P
  case table = 0x74  // t
  case column = 0x63  // c
  case constraint = 0x6E  // n
}

extension Connection {
  /// What a failed result says, or that the connection was lost.
  func failure(_ result: OpaquePointer, statement: String) -> PostgresError {
    guard let code = unsafe field(.sqlState, of: result) else {
      let message = unsafe PQresultErrorMessage(result)
      let reason = unsafe message.map { unsafe Self.oneLine(String(cString: $0)) } ?? ""
      return .connection(reason: reason.isEmpty ? lastMessage : reason)
    }
    if code == SQLState.queryCanceled.code { unit.wasStopped = true }
    if code == SQLState.readOnlyTransaction.code, isForWrites {
      let reason = "the server takes no writes any more"
      mustClose = reason
      return .connection(reason: reason)
    }
    let error = unsafe ServerError(
      sqlState: SQLState(code), statement: statement,
      message: field(.message, of: result) ?? "", detail: field(.detail, of: result),
      hint: field(.hint, of: result), table: field(.table, of: result),
      column: field(.column, of: result), constraint: field(.constraint, of: result),
      position: field(.position, of: result).flatMap { Int($0) })
    return .server(dialect.reading(error))
  }

  private func field(_ code: ReportField, of result: OpaquePointer) -> String? {
    guard let value = unsafe PQresultErrorField(result, Int32(code.rawValue)) else { return nil }
    return unsafe String(cString: value)
  }
}
