import ArgumentParser
import FundAPI
import RevolvingFund

/// Which stream of events: one UPK's, or the province's own.
struct StreamOptions: ParsableArguments {
  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument?
  @Flag(help: "The province's own stream: registers and rules of all.") var province = false

  /// `upks/malabutor` or `province`; `nil` where none or both are named.
  var name: String? {
    guard province == (upk == nil) else { return nil }
    return upk?.name.description ?? "province"
  }
}

/// An event by its UPK and number, `malabutor/17` or `province/17`, or by its whole name,
/// `upks/malabutor/events/17`.
struct EventArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.event

  /// `upks/malabutor` or `province`.
  let parent: String
  let number: Int64

  init?(argument: String) {
    var parts = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let digits = parts.popLast(), let number = Int64(digits), number > 0 else { return nil }
    if parts.last == "events" { parts.removeLast() }
    if parts.count == 2, parts[0] == "upks" { parts.removeFirst() }
    guard parts.count == 1, let code = Code(parts[0]) else { return nil }
    parent = parts[0] == "province" ? "province" : ResourceName.upk(code).description
    self.number = number
  }
}

/// What a sheet prints of its books: `17:a1b2 c3d4 e5f6 0718`.
struct PrintedArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.printedHash

  let hash: ShortHash

  init?(argument: String) {
    guard let hash = ShortHash(argument) else { return nil }
    self.hash = hash
  }
}

/// A public key: 64 digits in hexadecimal, alone or behind the word `public`.
struct PublicKeyArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.publicKey

  let bytes: [UInt8]

  init?(argument: String) {
    guard let digits = argument.split(separator: " ").last,
      let bytes = RevolvingFund.bytes(hexadecimal: digits), bytes.count == 32
    else { return nil }
    self.bytes = bytes
  }
}
