import ArgumentParser
import FundServer

/// `bergulird certificate`.
struct CertificateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificate",
    abstract: "Make the certificates with which daemon and clients trust each other.",
    discussion: "EXAMPLES\n  bergulird certificate create --host fund.example.org",
    subcommands: [CertificateCreateCommand.self])
}

/// `bergulird certificate create`.
struct CertificateCreateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Make an authority of one's own, and certificates that it signs.",
    discussion: """
      EXAMPLES
        bergulird certificate create
        bergulird certificate create --host fund.example.org --host 192.0.2.7
        bergulird certificate create --client province-reports
        bergulird certificate create --host fund.example.org --force

      The first run makes the authority and the server's certificate, a later one what it names, \
      signed by the same authority. What is there stays; --force replaces the server's \
      certificate and those of the clients named, and never the authority. Each certificate is \
      printed with its key and the day until which both are good; it is valid from ten minutes \
      before, for clocks that lag. Keys can be read by their owner \
      alone: run this as the user that the daemon runs as.
      """)

  @Option(
    help: ArgumentHelp(
      "Where the daemon keeps its data (BERGULIR_DATA_DIRECTORY).", valueName: "dir"))
  var dataDirectory: String?

  @Option(
    help: ArgumentHelp(
      """
      A name or address of the server, repeatable; the machine's name unless given. Those of \
      loopback are always in.
      """, valueName: "name"))
  var host: [String] = []

  @Option(
    help: ArgumentHelp("Make a certificate for a client, repeatable.", valueName: "name"))
  var client: [String] = []

  @Option(
    help: ArgumentHelp(
      "Where to write; the folder tls of the data directory unless given.", valueName: "dir"))
  var directory: String?

  @Option(help: ArgumentHelp("For how many days certificates are good, 1 to 825."))
  var days = CertificateOrder.mostDays

  @Option(help: ArgumentHelp("For how many days a new authority is, 1 to 7300."))
  var caDays = 3650

  @Option(
    help: ArgumentHelp(
      "Where the civil day begins: +07:00 unless BERGULIR_UTC_OFFSET says otherwise.",
      valueName: "offset"))
  var utcOffset: String?

  @Flag(help: "Replace the certificates that are named.")
  var force = false

  func run() async throws {
    try await Program.run { environment in
      let clock = try ClockOffset.clock(utcOffset, environment)
      let folder = try folder(environment)
      let order = try CertificateOrder(
        folder: folder, hosts: host, clients: client, days: days, authorityDays: caDays,
        replaces: force)
      for file in try order.fill(at: Clock.secondsSince1970) {
        print("\(file.path)\t\(file.what)\t\(clock.day(ofSecond: file.validUntil))")
      }
      Program.say(
        """
        Start the daemon, or start it anew:
          bergulird serve --listen 0.0.0.0:7710 --tls-certificate \(folder.server.certificate) \
        --tls-key \(folder.server.key)
        Copy \(folder.authority.certificate), which is no secret, to every client:
          bergulir context set NAME --server HOST:7710 --ca ca.pem --token-file FILE
        """)
      if !client.isEmpty {
        Program.say(
          """
          A client shows its own with --certificate client-NAME.pem --key client-NAME.key, and the \
          daemon demands one with --tls-client-ca \(folder.authority.certificate)
          """)
      }
    }
  }

  private func folder(_ environment: Environment) throws -> CertificateFolder {
    if let directory { return CertificateFolder(path: DataDirectory.absolute(directory)) }
    return .standard(in: try DataDirectory.path(dataDirectory, environment))
  }
}
