import CLibpq
import Glibc

extension Connection {
  /// Runs `body` and sees to it that no transaction is left open after it.
  ///
  /// - Throws: what `body` throws, `PostgresError.misuse` if it returns with a transaction open.
  func settle<Value>(_ body: (Connection) throws -> Value) throws -> Value {
    let value: Value
    do {
      value = try body(self)
    } catch {
      if !isBroken, isInTransaction { rollBack() }
      throw error
    }
    guard !isBroken, isInTransaction else { return value }
    rollBack()
    throw PostgresError.misuse(
      statement: "settle", reason: "a transaction or pipeline was left open and is rolled back")
  }

  /// Whether the server has closed this idle connection.
  ///
  /// An idle session sends nothing but settings and notices, so mostly this is one look at the
  /// socket.
  var wasHungUp: Bool {
    guard !isBroken else { return true }
    var descriptor = unsafe pollfd(fd: PQsocket(session), events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&descriptor, 1, 0) != 0 else { return false }
    // The first reading may take in a last message, only the second then finds the end.
    return unsafe PQconsumeInput(session) == 0 || PQconsumeInput(session) == 0 || isBroken
  }
}
