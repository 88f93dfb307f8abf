import FundTesting
import Glibc

/// What may happen to a fund while people work.
enum Fault: String, CaseIterable, Sendable {
  /// `kill -9` of a daemon, which is started again.
  case daemonKilled
  /// A daemon that answers nobody for longer than callers wait, and then goes on.
  case daemonHung
  /// `kill -9` of a session of PostgreSQL in the middle of a write; PostgreSQL ends all others.
  case sessionKilled
  /// `kill -9` of PostgreSQL's main process, which is started again.
  case clusterKilled
  /// PostgreSQL is restarted in order, and ends all sessions.
  case clusterRestarted
  /// Every connection of a daemon with PostgreSQL is cut.
  case networkCut
  /// The same connections carry nothing for longer than callers wait, and then are cut.
  case networkHung

  /// Kills more often than all else, in some order, as a seed has it.
  static func round(using random: inout SeededRandom) -> [Fault] {
    (allCases + allCases.filter(\.isKill)).shuffled(using: &random)
  }

  /// Whether something dies without a word.
  var isKill: Bool { [.daemonKilled, .sessionKilled, .clusterKilled].contains(self) }
}

extension FaultFund {
  /// Lets it happen; returns when what was taken away is back.
  func strike(_ fault: Fault) async throws {
    switch fault {
    case .daemonKilled: try await killDaemon(Int.random(in: 0...1))
    case .daemonHung:
      let process = processID(Int.random(in: 0...1))
      kill(process, SIGSTOP)
      try await Task.sleep(for: .seconds(3))
      kill(process, SIGCONT)
    case .sessionKilled: kill(try await writingSession(), SIGKILL)
    case .clusterKilled:
      try await server.end(by: SIGKILL)
      try await server.start()
    case .clusterRestarted:
      try await server.end(by: SIGINT)
      try await server.start()
    case .networkCut: network.cutAll()
    case .networkHung:
      network.stall()
      try await Task.sleep(for: .seconds(3))
      network.cutAll()
      network.resume()
    }
  }
}
