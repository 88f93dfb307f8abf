import FundServer

/// What certificates to make in a folder, checked before anything is written.
struct CertificateOrder: Sendable {
  let folder: CertificateFolder
  let hosts: [HostName]
  let clients: [String]
  let days: Int
  let authorityDays: Int
  /// Whether what is named may replace what is there.
  let replaces: Bool

  /// Public authorities sign for no longer, and programs have come to expect that.
  static let mostDays = 825
  static let mostAuthorityDays = 7300

  /// How long before it is made a certificate is valid from, in seconds: clocks that lag by less
  /// take it at once.
  static let clockLag = 600

  private typealias Due = (CertificateAuthority.Purpose, CertificateFolder.Pair)

  /// Something that was written.
  struct Written: Hashable, Sendable {
    let path: String
    let what: String
    let validUntil: Int
  }

  /// Reads what a command line orders.
  ///
  /// - Throws: `CertificateError`: `hostUnfit`, `clientUnfit`, `daysOutOfRange`.
  init(
    folder: CertificateFolder, hosts: [String], clients: [String], days: Int, authorityDays: Int,
    replaces: Bool
  ) throws(CertificateError) {
    var named: [HostName] = []
    for host in hosts { named.append(try HostName(host)) }
    for client in clients where !CertificateOrder.isClient(client) { throw .clientUnfit(client) }
    guard (1...CertificateOrder.mostDays).contains(days) else {
      throw .daysOutOfRange(option: "--days", most: CertificateOrder.mostDays)
    }
    guard (1...CertificateOrder.mostAuthorityDays).contains(authorityDays) else {
      throw .daysOutOfRange(option: "--ca-days", most: CertificateOrder.mostAuthorityDays)
    }
    self.folder = folder
    self.hosts = named
    self.clients = clients
    self.days = days
    self.authorityDays = authorityDays
    self.replaces = replaces
  }

  /// Makes what is ordered: the authority where there is none, the server's certificate where there
  /// is none or its hosts are named, and that of every client named.
  ///
  /// - Throws: `CertificateError`.
  func fill(at now: Int) throws -> [Written] {
    let pairs = try due()
    try folder.make()
    var written: [Written] = []
    let authority = try authority(at: now, &written)
    let valid = validity(days: days, at: now)
    for (purpose, pair) in pairs {
      let issued = try authority.issue(purpose, valid: valid)
      try folder.write(issued, to: pair, replaces ? .isReplaced : .stays)
      let until = issued.validity.until
      written.append(Written(path: pair.certificate, what: purpose.text, validUntil: until))
      written.append(Written(path: pair.key, what: "its private key", validUntil: until))
    }
    return written
  }

  /// So many days from a moment, and the time before it that a clock may lag.
  private func validity(days: Int, at now: Int) -> CertificateAuthority.Validity {
    let days = CertificateAuthority.Validity(days: days, from: now)
    return CertificateAuthority.Validity(from: now - Self.clockLag, until: days.until)
  }

  /// The certificates to make, none of which is in the way of one that must stay.
  private func due() throws(CertificateError) -> [Due] {
    let hasServer = CertificateFolder.has(folder.server.certificate)
    let namesNothing = hosts.isEmpty && clients.isEmpty
    var due = clients.map { (CertificateAuthority.Purpose.client(name: $0), folder.client($0)) }
    if !hasServer || !hosts.isEmpty || namesNothing {
      due.insert((.server(hosts: allHosts), folder.server), at: 0)
    }
    let there = due.flatMap { [$0.1.certificate, $0.1.key] }.filter(CertificateFolder.has)
    guard there.isEmpty || replaces else { throw .alreadyThere(there) }
    return due
  }

  /// The names and addresses of the server: those given, else the machine's; and the loopback ones.
  private var allHosts: [HostName] {
    let machine = HostName.ofThisMachine.map { [$0] } ?? []
    let texts = (hosts.isEmpty ? machine : hosts.map(\.text)) + HostName.loopback
    var known: Set<String> = []
    return texts.filter { known.insert($0).inserted }.map(HostName.init(known:))
  }

  private func authority(
    at now: Int, _ written: inout [Written]
  ) throws -> CertificateAuthority {
    let pair = folder.authority
    switch (CertificateFolder.has(pair.certificate), CertificateFolder.has(pair.key)) {
    case (true, true):
      let authority = try readAuthority()
      guard authority.validUntil > now else {
        throw CertificateError.authorityExpired(pair.certificate)
      }
      return authority
    case (true, false):
      throw CertificateError.authorityIncomplete(missing: pair.key, there: pair.certificate)
    case (false, true):
      throw CertificateError.authorityIncomplete(missing: pair.certificate, there: pair.key)
    case (false, false):
      let valid = validity(days: authorityDays, at: now)
      let (authority, issued) = try CertificateAuthority.make(valid: valid)
      try folder.write(issued, to: pair, .stays)
      written.append(
        Written(path: pair.certificate, what: "authority", validUntil: valid.until))
      written.append(
        Written(path: pair.key, what: "its private key", validUntil: valid.until))
      return authority
    }
  }

  private func readAuthority() throws -> CertificateAuthority {
    let pair = folder.authority
    let (certificate, key) = (try folder.read(pair.certificate), try folder.read(pair.key))
    do {
      return try CertificateAuthority(certificate: certificate, key: key)
    } catch let error as CertificateError {
      throw error
    } catch {
      throw CertificateError.authorityUnreadable(
        "\(pair.certificate) or \(pair.key)", reason: "\(error)")
    }
  }

  private static func isClient(_ name: String) -> Bool {
    let isFit = name.utf8.allSatisfy { byte in
      isLetterOrDigit(byte) || "-._".utf8.contains(byte)
    }
    return isFit && (1...64).contains(name.utf8.count) && !name.hasPrefix(".")
  }
}

extension CertificateAuthority.Purpose {
  /// What a list says of the certificate.
  fileprivate var text: String {
    switch self {
    case .server(let hosts): "server \(hosts.map(\.text).joined(separator: " "))"
    case .client(let name): "client \(name)"
    }
  }
}
