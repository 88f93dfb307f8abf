import CLibpq

/// One session with a PostgreSQL server, confined to the worker thread that owns it.
///
/// Every call blocks its thread until the server has answered, or the unit of work that it belongs
/// to is over: its deadline has passed or its caller has given it up. Statements are prepared at
/// their first use on this session and known to the server by their names; parameters and results
/// are binary. A call that fails leaves the session clean, or broken and never used again.
@safe
public final class Connection {
  let session: OpaquePointer
  /// The statements that this session has prepared, by name.
  var prepared: [String: PreparedStatement] = [:]
  /// Whether statements were answered that no Sync has committed yet.
  var hasImplicitTransaction = false
  /// Whether a pipeline has sent the BEGIN that the dialect asks for, and none its COMMIT.
  var hasOpened = false
  let dialect: Dialect
  /// Why only closing ends the state that the session is in; `nil` while it may be used.
  var mustClose: String?
  /// What bounds the work that is done at present.
  var unit: Unit
  let bell: Bell
  private let access: ServerAccess

  /// How long a new session may take for its first statements.
  private static let sessionLimit = Duration.seconds(5)

  /// Connects and runs the session statements.
  ///
  /// - Throws: `PostgresError.connection` if the server cannot be reached or refuses;
  ///   `PostgresError.server` if it refuses a session statement.
  init(_ configuration: ConnectionConfiguration, bell: Bell) throws(PostgresError) {
    unsafe session = try Self.open(configuration)
    self.bell = bell
    access = configuration.access
    dialect = configuration.dialect
    unit = Unit(deadline: .now + Self.sessionLimit)
    unsafe PQsetNoticeReceiver(session, { _, _ in }, nil)
    guard unsafe PQsetnonblocking(session, 1) == 0 else { throw lost() }
    let settings = configuration.session.joined(separator: ";\n")
    if !settings.isEmpty {
      do throws(PostgresError) {
        try script(settings)
      } catch {
        guard unit.interruption != nil else { throw error }
        throw .connection(reason: "the server did not answer the first statements of a session")
      }
    }
    end()
  }

  deinit {
    unsafe PQfinish(session)
  }

  /// Runs one statement.
  ///
  /// Outside a transaction it commits by itself; in an implicit transaction that a pipeline left
  /// open, or in an explicit one, it joins that.
  ///
  /// - Throws: `PostgresError`, as `pipeline(_:end:)`.
  public func run(
    _ statement: Statement, _ parameters: [Parameter] = []
  ) throws(PostgresError) -> Rows {
    let request = Request(statement, parameters)
    return try pipeline([request], end: hasImplicitTransaction ? .flush : .sync)[0]
  }

  /// Runs several statements with the simple protocol; for migrations and settings only.
  ///
  /// Without `begin` in it the whole script is one transaction.
  ///
  /// - Throws: `PostgresError.misuse` inside an implicit transaction, `.server` with the position
  ///   in the script, `.connection`.
  public func script(_ sql: String) throws(PostgresError) {
    _ = try command(sql)
  }

  /// Runs `body` between BEGIN and COMMIT; for migrations and bulk loads only.
  ///
  /// What `body` throws is thrown on, after ROLLBACK.
  ///
  /// - Throws: `PostgresError.misuse` inside a transaction or if `body` passed over an error that
  ///   ended it, what `body` throws, `.server` if the commit fails, `.connection`.
  public func transaction<Value>(_ body: (Connection) throws -> Value) throws -> Value {
    guard !isInTransaction else {
      throw PostgresError.misuse(statement: "begin", reason: "a transaction is open already")
    }
    try script("begin")
    do {
      let value = try body(self)
      let tag = try command("commit").commandTag
      guard tag == "COMMIT" else {
        throw PostgresError.misuse(
          statement: "commit", reason: "the transaction had failed and is rolled back")
      }
      return value
    } catch {
      rollBack()
      throw error
    }
  }
}

extension Connection {
  /// Whether an explicit or implicit transaction is open.
  var isInTransaction: Bool {
    unsafe hasImplicitTransaction || PQtransactionStatus(session) != PQTRANS_IDLE
  }

  /// Whether the session is one for writes, on a server that was to take them.
  var isForWrites: Bool { access == .readWrite }

  /// Whether the session is one of a standby.
  var isForStandby: Bool { access == .standby }

  /// Whether the connection was lost, or must not be used again.
  var isBroken: Bool {
    unsafe mustClose != nil || PQstatus(session) != CONNECTION_OK
  }

  /// What libpq said last.
  var lastMessage: String {
    guard let message = unsafe PQerrorMessage(session) else { return "no reason given" }
    return unsafe Self.oneLine(String(cString: message))
  }

  /// Ends whatever transaction is open, with nothing of it done.
  ///
  /// If that fails, closing the connection does it.
  func rollBack() {
    unit.isCleaningUp = true
    defer { unit.isCleaningUp = false }
    do {
      if hasImplicitTransaction { try abandon() }
      if unsafe PQtransactionStatus(session) != PQTRANS_IDLE { try script("rollback") }
    } catch {
      mustClose = "a transaction could not be rolled back: \(error)"
    }
  }

  private func command(_ sql: String) throws(PostgresError) -> ResultMemory {
    guard !hasImplicitTransaction else {
      throw .misuse(statement: "script", reason: "a pipeline is open; finish it first")
    }
    try mayBegin()
    guard unsafe PQsendQuery(session, sql) == 1 else { throw lost() }
    var last: Result<ResultMemory, PostgresError>?
    while let answer = unsafe try nextAnswer() {
      let result = unsafe ResultMemory(answer, statement: "script")
      switch unsafe PQresultStatus(answer) {
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
        last = .success(result)
      case PGRES_FATAL_ERROR:
        last = .failure(unsafe failure(answer, statement: "script"))
      default:
        mustClose = "a script asked for COPY"
        throw .misuse(statement: "script", reason: "COPY has a function of its own")
      }
    }
    guard let last else { throw lost() }
    return try last.get()
  }

  private static func open(
    _ configuration: ConnectionConfiguration
  ) throws(PostgresError) -> OpaquePointer {
    let options = configuration.options
    let session = unsafe withCStrings(options.map(\.keyword)) { keywords in
      unsafe withCStrings(options.map(\.value)) { values in
        unsafe PQconnectdbParams(keywords, values, 1)
      }
    }
    guard let session = unsafe session else {
      throw .connection(reason: "out of memory")
    }
    guard unsafe PQstatus(session) == CONNECTION_OK else {
      let reason = unsafe oneLine(String(cString: PQerrorMessage(session)))
      unsafe PQfinish(session)
      throw .connection(reason: reason)
    }
    return unsafe session
  }

  /// That the session has ended, with what libpq said last.
  func lost() -> PostgresError {
    .connection(reason: lastMessage)
  }

  /// The message in one line.
  static func oneLine(_ message: String) -> String {
    message.split(whereSeparator: \.isNewline).joined(separator: "; ")
  }
}

/// Gives `body` a null-terminated array of C strings, valid during the call.
private func withCStrings<Value>(
  _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Value
) -> Value {
  let joined = strings.flatMap { Array($0.utf8CString) }
  var offsets: [Int] = []
  var offset = 0
  for string in strings {
    offsets.append(offset)
    offset += string.utf8.count + 1
  }
  return unsafe joined.withUnsafeBufferPointer { characters in
    var pointers: [UnsafePointer<CChar>?] = unsafe []
    for offset in offsets {
      unsafe pointers.append(characters.baseAddress.map { unsafe $0 + offset })
    }
    unsafe pointers.append(nil)
    return unsafe pointers.withUnsafeBufferPointer { list in
      guard let start = list.baseAddress else {
        preconditionFailure("an array with its terminator has a first element")
      }
      return unsafe body(start)
    }
  }
}
