import Crypto
import FundAPI
import RevolvingFund

/// Signed heads of streams as a file holds them, each signature checked.
struct HeadsFile: Sendable {
  /// What is known of each stream, in the order of the file.
  private(set) var known: [String: [KnownHead]] = [:]
  /// The first line of a round that lacks lines; `nil` where all are there.
  private(set) var incomplete: (stream: String, number: Int64)?

  /// Reads a file.
  ///
  /// - Throws: `Complaint`: `headLineMalformed`, `headNotSigned` for a signature by another key or
  ///   of another head, and as `TextFile`.
  init(_ file: TextFile, publicKey: [UInt8]) throws {
    let key: Curve25519.Signing.PublicKey
    do {
      key = try Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
    } catch {
      throw Complaint(.headNotSigned(path: file.path, line: 1))
    }
    var rounds = Rounds()
    let lines = try file.read().split(separator: "\n", omittingEmptySubsequences: false)
    for (place, line) in lines.enumerated() where !line.isEmpty {
      guard let head = SignedHead(line: line), let signature = bytes(hexadecimal: head.signature)
      else { throw Complaint(.headLineMalformed(path: file.path, line: place + 1)) }
      guard key.isValidSignature(signature, for: Array(head.signedText.utf8)) else {
        throw Complaint(.headNotSigned(path: file.path, line: place + 1))
      }
      known[head.stream, default: []].append(
        KnownHead(number: head.number, hash: head.hash, source: .line(place + 1)))
      rounds.take(head)
    }
    incomplete = rounds.incomplete
  }

  /// Heads that were signed together stand together, as many as each of them says.
  private struct Rounds {
    private var first: SignedHead?
    private var found: Int64 = 0
    private(set) var incomplete: (stream: String, number: Int64)?

    /// The last round may be one that is being written.
    mutating func take(_ head: SignedHead) {
      if let first, first.at == head.at, first.count == head.count, found < first.count {
        found += 1
        return
      }
      if let first, found < first.count, incomplete == nil {
        incomplete = (first.stream, first.number)
      }
      first = head
      found = 1
    }
  }
}
