/// What tests get their databases from.
protocol TestServer: Sendable {
  /// Makes a database without anything in it.
  func create(_ name: String) async throws
  /// Makes the database that a template is copied from, and prepares it.
  func make(_ template: DatabaseTemplate) async throws
  /// Makes a database that has all of another one, to which nobody is connected.
  func copy(_ template: String, as name: String) async throws
  /// Ends the sessions on a database, and it with them.
  func drop(_ name: String) async throws
  /// The connection string of its superuser to a database.
  func connectionString(_ name: String) -> String
}

extension TestServer {
  /// Gives `body` a database and drops it afterwards.
  func lend<Value>(_ name: String, _ body: (String) async throws -> Value) async throws -> Value {
    let result: Result<Value, any Error>
    do {
      result = .success(try await body(connectionString(name)))
    } catch {
      result = .failure(error)
    }
    try await drop(name)
    return try result.get()
  }
}
