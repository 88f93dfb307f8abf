import ArgumentParser
import Foundation
import FundStore
import GRPCCore
import GRPCInProcessTransport

/// What every process that serves is told.
struct FundOptions: ParsableArguments {
  @Option var database: String
  @Option var keyFile: String?
  @Option var interceptors: Interceptors

  /// The same as arguments.
  var arguments: [String] {
    ["--database", database, "--interceptors", interceptors.rawValue]
      + (keyFile.map { ["--key-file", $0] } ?? [])
  }

  init() {}

  init(database: String, keyFile: String? = nil, interceptors: Interceptors) {
    self.database = database
    self.keyFile = keyFile
    self.interceptors = interceptors
  }
}

/// The server of one wire, as a process of its own; ends when it is killed.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "serve", shouldDisplay: false)

  @OptionGroup var fund: FundOptions
  @Option var wire: Wire

  func run() async throws {
    try await wire.serve(BenchFund(fund)) { port in
      FileHandle.standardOutput.write(Data("\(port)\n".utf8))
    }
  }
}

/// Both ends in one process: measures once, and writes what it found as JSON.
struct InProcessCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "in-process", shouldDisplay: false)

  @OptionGroup var options: FundOptions
  @Option var inFlight: Int
  @Option var warmUp: Double
  @Option var seconds: Double

  func run() async throws {
    let load = Load(inFlight: inFlight, warmUpSeconds: warmUp, seconds: seconds)
    let fund = try await BenchFund(options)
    let transport = InProcessTransport()
    let measurement = try await withGRPCServer(
      transport: transport.server, services: fund.services, interceptors: fund.interceptors
    ) { _ in
      try await withGRPCClient(transport: transport.client) {
        try await load.run($0, clocks: Clocks())
      }
    }
    await fund.store.close()
    FileHandle.standardOutput.write(try JSONEncoder().encode(measurement))
  }
}

extension Wire: ExpressibleByArgument {}

extension Interceptors: ExpressibleByArgument {}
