public import GRPCCore
internal import GRPCProtobuf
internal import SwiftProtobuf

extension Problem: RPCErrorConvertible {
  /// The domain of our reasons in `google.rpc.ErrorInfo`.
  public static let domain = "bergulir.v1"

  /// The fact that says how long to wait before trying again.
  static let retryAfter = "retry_after_ms"

  public var rpcErrorCode: RPCError.Code { status }
  public var rpcErrorMessage: String { first.message.english }
  public var rpcErrorMetadata: Metadata {
    GoogleRPCStatus(code: status, message: rpcErrorMessage, details: details).rpcErrorMetadata
  }

  /// The problem that an error carries; `nil` when it carries none of ours.
  public init?(_ error: RPCError) {
    do {
      let details = try error.unpackGoogleRPCStatus()?.details ?? []
      guard details.contains(where: { $0.errorInfo?.domain == Problem.domain }),
        let packed = details.compactMap(\.any).first(where: {
          $0.isA(Bergulir_V1_ProblemDetail.self)
        })
      else { return nil }
      let detail = try Bergulir_V1_ProblemDetail(unpackingAny: packed)
      guard !detail.violations.isEmpty else { return nil }
      self.init(
        status: error.code, violations: detail.violations.map(Violation.init),
        omitted: Int(detail.omitted))
    } catch {
      return nil
    }
  }

  private var details: [ErrorDetails] {
    let facts = first.facts.map { ($0.name, $0.value) }
    var details: [ErrorDetails] = [
      .errorInfo(
        reason: first.reason, domain: Problem.domain,
        metadata: Dictionary(facts) { earlier, _ in earlier }),
      .localizedMessage(locale: "id-ID", message: first.message.indonesian),
    ]
    if let rules = preconditions { details.append(rules) }
    if let wait = first[fact: Problem.retryAfter].flatMap(Int.init) {
      details.append(.retryInfo(delay: .milliseconds(wait)))
    }
    do {
      details.append(.any(try Google_Protobuf_Any(message: wire)))
    } catch {
      assertionFailure("a message without required fields can always be packed")
    }
    return details
  }

  /// The violations that fit into an error's metadata, the first one always.
  ///
  /// The frame wire takes 16 KiB of metadata by default and drops all of it above that; a list of a
  /// thousand vouchers can break more rules than fit.
  private var fitting: ArraySlice<Violation> {
    var room = 12 * 1024
    let rest = violations.dropFirst().prefix { violation in
      room -= violation.size
      return room >= first.size
    }
    return violations.prefix(1 + rest.count)
  }

  /// Every broken rule, for clients that know the standard details only.
  private var preconditions: ErrorDetails? {
    guard status == .failedPrecondition else { return nil }
    return .preconditionFailure(
      violations: fitting.map {
        ErrorDetails.PreconditionFailure.Violation(
          type: $0.reason, subject: Problem.domain, description: $0.message.english)
      })
  }

  /// The problem whole, as it travels.
  public var wire: Bergulir_V1_ProblemDetail {
    let fitting = fitting
    return .with {
      $0.violations = fitting.map(\.wire)
      $0.omitted = Int32(omitted + violations.count - fitting.count)
    }
  }
}

extension Problem {
  /// All violations, where they are no error but part of an answer.
  public var wireViolations: [Bergulir_V1_Violation] { violations.map(\.wire) }
}

extension Problem.Violation {
  public init(_ wire: Bergulir_V1_Violation) {
    self.init(
      reason: wire.reason, facts: wire.facts.map { Problem.Fact($0.name, $0.value) },
      message: Sentence(wire.message), remedy: Sentence(wire.remedy))
  }

  /// About how many bytes it takes, in `ProblemDetail` and in `PreconditionFailure` together.
  fileprivate var size: Int {
    let texts =
      facts.flatMap { [$0.name, $0.value] } + [
        reason, reason, message.english, message.english, message.indonesian, remedy.english,
        remedy.indonesian,
      ]
    return 64 + texts.reduce(8 * facts.count) { $0 + $1.utf8.count }
  }

  fileprivate var wire: Bergulir_V1_Violation {
    .with {
      $0.reason = reason
      $0.facts = facts.map { fact in
        .with {
          $0.name = fact.name
          $0.value = fact.value
        }
      }
      $0.message = message.wire
      $0.remedy = remedy.wire
    }
  }
}

extension Sentence {
  fileprivate init(_ wire: Bergulir_V1_Sentence) {
    self.init(english: wire.english, indonesian: wire.indonesian)
  }

  fileprivate var wire: Bergulir_V1_Sentence {
    .with {
      $0.english = english
      $0.indonesian = indonesian
    }
  }
}
