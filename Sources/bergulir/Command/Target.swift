import FrameTransport
import FundAPI

/// Which daemon to ask and with which token: flags, then variables, then the context.
struct Target: Sendable {
  let address: ListenAddress
  let token: String?
  let security: ClientSecurity
  /// Whether neither a context nor a token's file is named anywhere.
  let lacksContext: Bool

  /// Where a daemon listens unless it is told otherwise.
  static let standard = ListenAddress(host: "127.0.0.1", port: 7710)

  /// Looks the address and the token up.
  ///
  /// - Throws: `Complaint`: `contextUnknown`, `addressInvalid` in a variable or a context,
  ///   `security`, a file that cannot be read.
  init(_ options: ConnectionOptions, environment: Environment) throws {
    let book = try ContextBook(environment: environment)
    let named = options.context ?? environment["BERGULIR_CONTEXT"] ?? book.current
    let context = try named.map { try book.context($0) }
    let variable = options.context == nil ? environment["BERGULIR_SERVER"] : nil
    let written = options.server == nil ? variable ?? context?.server : nil
    address = try options.server?.address ?? written.map(Target.address) ?? Target.standard

    // What a context says of TLS is said of its own server.
    let isOfContext = options.server == nil && variable == nil
    security = try options.security.choice(
      for: address, options.context == nil ? environment : nil, isOfContext ? context : nil
    ).client(of: address)

    let tokenVariable = options.context == nil ? environment["BERGULIR_TOKEN_FILE"] : nil
    var path = options.tokenFile ?? tokenVariable
    if path == nil, let context, try Target.mayHaveToken(of: context, address, security) {
      path = context.tokenPath(in: book.folder)
    }
    token = try path.map { try Token.read(TextFile(path: $0)) }
    lacksContext = named == nil && path == nil
  }

  /// A daemon with a token that was just typed.
  init(address: ListenAddress, token: String, security: ClientSecurity) {
    self.address = address
    self.token = token
    self.security = security
    lacksContext = false
  }

  /// Whether the token of a context may go to an address.
  ///
  /// What is for a daemon on another machine does not go in the clear to whoever listens here.
  private static func mayHaveToken(
    of context: Context, _ address: ListenAddress, _ security: ClientSecurity
  ) throws -> Bool {
    guard !security.isEncrypted, address.description != context.server else { return true }
    return try Target.address(context.server).isLoopback
  }

  /// Reads an address that stands in a variable or a context.
  static func address(_ text: String) throws -> ListenAddress {
    guard let argument = ServerArgument(argument: text) else {
      throw Complaint(.addressInvalid(text))
    }
    return argument.address
  }

  /// Runs something with the address and the token, and names the address when nobody answers.
  func reach<Result>(
    _ ask: (ListenAddress, String?) async throws -> Result
  ) async throws -> Result {
    do {
      return try await ask(address, token)
    } catch {
      let failure = CallFailure(error, address: address)
      throw lacksContext ? failure.withoutContext() : failure
    }
  }
}

/// The secret that proves who calls, as a file holds it.
enum Token {
  /// The first line of a file, without spaces around it.
  static func read(_ file: TextFile) throws -> String {
    try read(try file.read(), from: file.path)
  }

  /// The first line of a text, without spaces around it.
  static func read(_ text: String, from path: String) throws -> String {
    let token = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let trimmed = token.filter { !$0.isWhitespace }
    guard !trimmed.isEmpty, trimmed.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw Complaint(.tokenFileEmpty(path))
    }
    return trimmed
  }
}
