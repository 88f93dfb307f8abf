import ArgumentParser
import FrameTransport
import FundAPI
import GRPCCore
import RevolvingFund

/// A command that asks the daemon for one answer.
protocol FundCommand: AsyncParsableCommand {
  var connection: ConnectionOptions { get }

  /// How long to wait where the caller does not say.
  static var patience: Duration { get }

  /// Asks for the answer.
  func answer(_ session: Session) async throws -> Answer
}

extension FundCommand {
  static var patience: Duration { .seconds(10) }

  func run() async throws {
    try await run(sending: nil)
  }

  /// Runs the command and prints its answer.
  ///
  /// - Parameter id: the request id of a write, which a failure must name.
  /// - Throws: `ExitCode`, after the failure was printed.
  func run(sending id: RequestID?) async throws {
    let environment = Environment.current
    let report = Report(environment: environment, output: connection.output, requestID: id)
    do {
      let target = try Target(connection, environment: environment)
      let interruption = id.map { Interruption(requestID: $0, language: report.language) }
      defer { interruption?.end() }
      let standbys = StandbyListener()
      let answer = try await target.reach { address, token in
        let transport = FrameClientTransport(target: address, security: target.security)
        return try await withGRPCClient(transport: transport, interceptors: [standbys]) { client in
          try await self.answer(
            Session(
              client: client, address: address, token: token,
              timeout: connection.timeout?.duration ?? Self.patience))
        }
      }
      report.succeed(answer)
      if let seconds = standbys.behindSeconds { report.note(Notes.fromStandby(seconds)) }
      if let status = answer.exit { throw ExitCode(status.rawValue) }
    } catch let code as ExitCode {
      throw code
    } catch {
      throw report.fail(error)
    }
  }
}

/// A command that changes something, once however often it is sent.
protocol WriteCommand: FundCommand {
  var requestID: RequestID { get }
}

extension WriteCommand {
  func run() async throws {
    try await run(sending: requestID)
  }
}
