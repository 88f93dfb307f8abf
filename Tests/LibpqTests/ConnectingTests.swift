import FundTesting
import Testing

@testable import Libpq

@Suite(.timeLimit(.minutes(1))) struct ConnectingTests {
  private let gone = PostgresError.connection(reason: "gone")

  @Test func `one worker connects at a time`() {
    var connecting = Connecting()
    let now = ContinuousClock.now
    #expect(connecting.permission(at: now) == .granted)
    connecting.begin(at: now)
    #expect(connecting.permission(at: now) == .later(nil))
    connecting.succeed()
    #expect(connecting.permission(at: now) == .granted)
    #expect(connecting.connected == 1)
  }

  @Test func `each failure makes the pause longer, up to a second, and success ends it`() {
    var connecting = Connecting()
    let now = ContinuousClock.now
    for longest in [25, 50, 100, 200, 400, 800, 1_000, 1_000, 1_000] {
      connecting.begin(at: now)
      let pause = connecting.fail(gone, at: now).pause
      #expect((.milliseconds(longest / 2) ... .milliseconds(longest)).contains(pause))
      #expect(connecting.permission(at: now) == .later(now + pause))
      #expect(connecting.permission(at: now + pause) == .granted)
      #expect(connecting.failure == gone)
    }
    connecting.begin(at: now)
    connecting.succeed()
    #expect(connecting.failure == nil)
    connecting.serve()
    connecting.begin(at: now)
    #expect(connecting.fail(gone, at: now).pause <= .milliseconds(25))
  }

  @Test func `a session that ends before it was of use is a failure, told from the second on`()
    throws
  {
    var connecting = Connecting()
    let now = ContinuousClock.now
    for longest in [25, 50, 100] {
      connecting.begin(at: now)
      connecting.succeed()
      let lost = connecting.loseUnused(gone, since: now, at: now)
      let setback = try #require(lost)
      #expect((.milliseconds(longest / 2) ... .milliseconds(longest)).contains(setback.pause))
      #expect(connecting.permission(at: now) == .later(now + setback.pause))
      #expect(setback.hopeless == (longest == 25 ? nil : now))
      #expect(connecting.connected == 0 && connecting.failure == gone)
    }
    connecting.succeed()
    let old = connecting.loseUnused(gone, since: now, at: now + .seconds(3))
    #expect(old == nil)
    #expect(connecting.permission(at: now) == .granted && connecting.failure == nil)
  }

  @Test(arguments: [(Duration.milliseconds(200), false), (.seconds(3), true)])
  func `a call may wait for one whole try, unless that is slow`(took: Duration, isSlow: Bool) {
    var connecting = Connecting()
    let begun = ContinuousClock.now
    connecting.begin(at: begun)
    let hopeless = connecting.fail(gone, at: begun + took).hopeless
    #expect(hopeless == (isSlow ? begun + took : begun))
  }

  @Test(arguments: [
    (ServerAccess.any, "host=a", nil), (.any, "host=a target_session_attrs=primary", nil),
    (.readWrite, "host=a", "read-write"), (.readWrite, "target_session_attrs=any", "read-write"),
    (.primary, "target_session_attrs=standby", "primary"),
    (.standby, "target_session_attrs=primary", "standby"),
  ])
  func `who needs a certain server asks for it, whatever the connection string says`(
    access: ServerAccess, connectionString: String, attributes: String?
  ) throws {
    let options = ConnectionConfiguration(
      connectionString: connectionString, applicationName: "tests", session: [], access: access,
      dialect: .postgres
    ).options
    let place = try #require(options.firstIndex { $0.keyword == "dbname" })
    #expect(options[place].value == connectionString)
    let after = options[place...].first { $0.keyword == "target_session_attrs" }
    #expect(after?.value == attributes)
    // What the connection string may say otherwise stands before it.
    let before = Set(options[..<place].map(\.keyword))
    #expect(before.isSuperset(of: ["connect_timeout", "tcp_user_timeout", "keepalives_idle"]))
  }

  @Test func `a server that is not there is tried less often than it is asked for`() async throws {
    let events = Events()
    try await withPool(
      on: "host=127.0.0.1 port=1 dbname=nothing", workers: 4, events: events
    ) { pool in
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<100 {
          group.addTask {
            let error = await #expect(throws: PostgresError.self) { try await pool.run { _ in } }
            #expect(error?.isRetryable == true)
          }
        }
      }
    }
    #expect(!events.all.isEmpty && events.all.count < 100)
  }

  @Test func `a server that lets sessions in and ends them at once is tried after pauses`()
    async throws
  {
    let events = Events()
    try await PrivatePostgres.withDatabase { connectionString in
      try await withProxy(before: connectionString) { proxy in
        proxy.endSessions()
        try await withPool(on: proxy.connectionString, events: events) { pool in
          // On a slow machine a session may have stood for too long to count.
          for _ in 0..<100 where events.pauses.count < 5 {
            let error = await #expect(throws: PostgresError.self) { try await pool.one() }
            #expect(error?.isRetryable == true)
          }
        }
      }
    }
    // The last call may have been told after two of them.
    #expect((5...6).contains(events.pauses.count))
    #expect(try #require(events.pauses.last) >= .milliseconds(200))
  }

  @Test func `a call whose time is over before a server answers is told that none does`()
    async throws
  {
    try await PrivatePostgres.withDatabase { connectionString in
      try await withProxy(before: connectionString) { proxy in
        proxy.stall()
        try await withPool(on: proxy.connectionString + " connect_timeout=2") { pool in
          let error = await #expect(throws: PostgresError.self) {
            try await pool.one(deadline: .now + .milliseconds(100))
          }
          #expect(error?.isRetryable == true)
          proxy.close()
        }
      }
    }
  }
}
