import ArgumentParser
import BooksVerification
import EmbeddedPostgres
import FrameTransport
import FundServer
import GRPCCore
import Logging
import ServiceLifecycle
import UnixSignals

/// `bergulird serve`.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve in the foreground until SIGTERM or SIGINT.",
    discussion: """
      EXAMPLES
        bergulird serve
        bergulird serve --listen 127.0.0.1:7720 --grpc-listen none --data-directory /srv/bergulir
        bergulird serve --database 'host=db dbname=bergulir user=bergulir_writer' \\
          --key-file /etc/bergulir/person.key
        bergulird serve --listen 0.0.0.0:7710
        bergulird serve --archive /backup/bergulir

      Beyond this machine it speaks TLS, with the certificate that bergulird certificate create \
      has made in the folder tls of the data directory, or with the one that is named. Without \
      --database it keeps a private PostgreSQL under the data directory.
      """)

  @OptionGroup var options: DaemonOptions

  @Option(
    help: ArgumentHelp(
      "HOST:PORT; 127.0.0.1:7710 unless BERGULIR_LISTEN says otherwise; port 0 takes a free one.",
      valueName: "address"))
  var listen: String?

  @Option(
    help: ArgumentHelp(
      """
      HOST:PORT of standard gRPC for other programs, with the same TLS; 127.0.0.1:7711 unless \
      BERGULIR_GRPC_LISTEN says otherwise; none for none.
      """, valueName: "address"))
  var grpcListen: String?

  @Option(
    help: ArgumentHelp(
      "Where the civil day begins: +07:00 unless BERGULIR_UTC_OFFSET says otherwise.",
      valueName: "offset"))
  var utcOffset: String?

  @Option(
    help: ArgumentHelp(
      """
      Archive the log of the private PostgreSQL here, for bergulird restore, now and at later \
      starts; none stops it (BERGULIR_ARCHIVE).
      """, valueName: "dir"))
  var archive: String?

  @OptionGroup var tls: TLSOptions
  @OptionGroup var heads: HeadOptions

  @Flag(
    help: """
      Serve bergulir.v1.ConformanceService too, to this machine alone: for whoever implements the \
      wire in another language.
      """)
  var conformance = false

  func run() async throws {
    try await Program.run { environment in
      let address = try ListenAddress(
        text: listen ?? environment["BERGULIR_LISTEN"] ?? "127.0.0.1:7710")
      let grpcAddress = try grpcAddress(environment)
      for address in [address, grpcAddress].compactMap(\.self) where conformance {
        guard address.isLoopback else {
          throw DaemonError.conformanceBeyondMachine(address.description)
        }
      }
      let clock = try ClockOffset.clock(utcOffset, environment)
      var settings = try options.settings(environment)
      settings.archiving = try archiving(settings, environment)
      let transport = FrameServerTransport(
        address: address,
        security: try tls.security(of: address, settings, clock, environment).ofFrames(),
        logger: settings.logger)
      let grpc = try grpcAddress.map {
        GRPCWire(address: $0, security: try tls.security(of: $0, settings, clock, environment))
      }
      let kept = try heads.kept(settings, environment)
      try await serve(transport, grpc, clock, settings, kept)
    }
  }

  /// Where standard gRPC is served; `nil` for nowhere.
  private func grpcAddress(_ environment: Environment) throws -> ListenAddress? {
    try GRPCWire.address(
      grpcListen ?? environment["BERGULIR_GRPC_LISTEN"] ?? "127.0.0.1:7711")
  }

  private func archiving(
    _ settings: DaemonSettings, _ environment: Environment
  ) throws -> ClusterSettings.Archiving {
    guard settings.database == nil else {
      // The variable is for backup and drill too, whoever keeps the database.
      guard archive == nil else { throw BackupMistake.archiveOfAnother }
      return .asBefore
    }
    guard let archive = archive ?? environment["BERGULIR_ARCHIVE"] else { return .asBefore }
    if archive == "none" { return .off }
    return .to(try BackupDirectory(DataDirectory.absolute(archive)))
  }

  private func serve(
    _ transport: FrameServerTransport, _ grpc: GRPCWire?, _ clock: Clock,
    _ settings: DaemonSettings, _ kept: KeptHeads?
  ) async throws {
    let logger = settings.logger
    let database = try await Database.open(settings)
    if try await FirstAdministrator.isMissing(in: database.store) {
      logger.warning(
        "nobody can call yet; stop the daemon and run: bergulird principal bootstrap")
    }
    let verification = VerificationSessions(connectionString: database.connectionString)
    let keeper = HeadKeeper(
      store: database.store, key: kept?.key, logger: logger, append: kept?.append)
    let fund = FundServices(
      store: database.store, verification: verification, clock: clock, version: Version.text,
      conformance: conformance ? .served : .absent, heads: keeper,
      certificates: .ofWires, logger: logger)
    let server = GRPCServer(
      transport: transport, services: fund.services, interceptors: fund.interceptors)
    // Stopped in the reverse order: the wires, the heads, the store, then PostgreSQL.
    var services: [any Service] = []
    if let cluster = database.cluster {
      services.append(ClusterService(cluster: cluster, logger: logger))
    }
    services.append(StoreService(store: database.store, verification: verification))
    if let kept { services.append(HeadService(keeper: keeper, every: kept.every)) }
    if let grpc { services.append(grpc.service(fund, logger)) }
    services.append(
      WireService(server: server, readiness: fund.readiness, logger: logger) {
        "listening on \(try await $0.listeningAddress)"
      })
    do {
      try await ServiceGroup(
        services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger
      ).run()
    } catch {
      try await database.close()
      throw error
    }
  }
}
