import FrameTransport
import FundTesting
import Foundation
import Testing

/// A small province that two daemons serve from one PostgreSQL, for faults to happen to.
///
/// The second daemon reaches PostgreSQL over a network that can be cut.
actor FaultFund {
  nonisolated let server: LoneServer
  nonisolated let network: Proxy
  /// Where the daemons listen, also after they were started again.
  nonisolated let addresses: [ListenAddress]
  /// Of a cashier in every UPK.
  nonisolated let token: String
  /// Names of loans that are open.
  nonisolated let loans: [String]
  private let home: URL
  private var daemons: [DaemonProcess]

  private init(_ server: LoneServer, _ network: Proxy, home: URL) async throws {
    self.server = server
    self.network = network
    self.home = home
    daemons = []
    for number in 0...1 {
      daemons.append(try await FaultFund.daemon(number, server, network, home))
    }
    addresses = try daemons.map { try $0.target }
    token = try await FaultFund.cashier(daemons[0], home)
    loans = try await FaultFund.rows(
      """
      select 'upks/' || u.code || '/loans/' || l.number from fund.loan l
      join fund.upk u on u.upk_id = l.upk_id where l.closed_on is null
      """, of: server)
  }

  /// Gives `body` a fund, which is gone afterwards.
  static func with(_ body: (FaultFund) async throws -> Void) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try await LoneServer.with { server in
      try await seed(server, scratch)
      try await bootstrap(server, scratch)
      let network = Proxy(before: database(of: server))
      defer { network.close() }
      let fund = try await FaultFund(server, network, home: scratch.url)
      do {
        try await body(fund)
      } catch {
        await fund.stop()
        throw error
      }
      await fund.stop()
    }
  }

  private func stop() async {
    for daemon in daemons { await daemon.stop() }
  }

  /// Kills a daemon and starts it again where it was.
  func killDaemon(_ number: Int) async throws {
    kill(daemons[number].processID, SIGKILL)
    await daemons[number].ended()
    daemons[number] = try await FaultFund.daemon(
      number, server, network, home, listen: addresses[number].description)
    try #require(daemons[number].address != nil, "\(daemons[number].words)")
  }

  func processID(_ number: Int) -> Int32 { daemons[number].processID }

  /// A session of a daemon that is in a transaction which writes.
  func writingSession() async throws -> Int32 {
    let end = ContinuousClock.now + .seconds(30)
    while ContinuousClock.now < end {
      let found = try await rows(
        """
        select pid::text from pg_stat_activity
        where application_name like 'bergulird-%' and backend_xid is not null limit 1
        """)
      if let session = found.first.flatMap({ Int32($0) }) { return session }
    }
    throw Outsider.NoAnswer()
  }

  /// The first column of what PostgreSQL's superuser reads.
  func rows(_ sql: String) async throws -> [String] {
    try await FaultFund.rows(sql, of: server)
  }

  /// The end of what the daemons said.
  var words: String { daemons.map { String($0.words.suffix(2000)) }.joined(separator: "\n--\n") }

  /// Runs `bergulir` as the administrator.
  func bergulir(_ arguments: String...) async throws -> Finished {
    try await FaultFund.bergulir(daemons[0], home, arguments)
  }
}
