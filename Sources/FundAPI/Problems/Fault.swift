public import RevolvingFund

/// Why a call failed for another reason than the fund's rules.
///
/// `docs/rejections.md` has a section for each code.
public enum Fault: Error, Hashable, Sendable {
  // What was written.
  case fieldMissing(String)
  case fieldInvalid(String, expected: Expectation)
  case requestIDRequired
  case rangeTooLong(limitMonths: Int)

  // Who is calling.
  case unauthenticated(UnauthenticatedReason)
  /// The caller's address tried too many tokens that nobody has.
  case tooManyBadTokens(retryAfterMilliseconds: Int)
  /// The roles that have the permission.
  case permissionDenied(permission: String, roles: [Role] = [])
  case upkNotFound(Code)

  // What did not work at the server.
  case overloaded(retryAfterMilliseconds: Int)
  case databaseUnavailable
  /// The database has no room left on its disk.
  case databaseFull
  /// Another session of the database holds what the call is about.
  case booksHeld
  /// Only a standby may answer this, and none is near enough to the primary.
  case standbyBehind(limitSeconds: Int64)
  case deadlineExceeded
  /// What was read back breaks a rule; the reference finds it in the daemon's log.
  case corrupted(reference: String)
  case unexpected(reference: String)

  // What the client itself finds.
  case notConnected(address: String)
  /// The answer to a write did not come; only asking again with the same id tells.
  case outcomeUnknown(requestID: String)
}

/// What a field of a request should have held.
public enum Expectation: Hashable, Sendable {
  case day, month, uuid, code, regionCode, nik, scope, area, pageToken, pageSize
  /// Text on one line, or on several, without other control characters.
  case line, lines
  /// A whole number of 1 or more.
  case wholeNumber
  /// The number of a receipt.
  case receipt
  /// The number of a voucher.
  case voucher
  /// The pattern of a name, such as `upks/CODE/loans/NUMBER`.
  case resourceName(String)
  case oneOf([String])
  /// A day or a month that is not before that of another field.
  case notBefore(String)
  /// A whole number of a span.
  case between(Int64, Int64)
  /// No more bytes than this.
  case bytes(Int)
}

/// Why nobody knows who is calling.
public enum UnauthenticatedReason: String, Hashable, Sendable, CaseIterable {
  case tokenMissing, tokenUnknown, tokenExpired, tokenRevoked
  /// The connection's certificate is nobody's account.
  case certificateUnknown
}

/// The stable codes of faults, for programs; never renamed once published.
public enum FaultCode: String, Hashable, Sendable, CaseIterable {
  case fieldMissing = "FIELD_MISSING"
  case fieldInvalid = "FIELD_INVALID"
  case requestIDRequired = "REQUEST_ID_REQUIRED"
  case rangeTooLong = "RANGE_TOO_LONG"
  case tokenMissing = "TOKEN_MISSING"
  case tokenUnknown = "TOKEN_UNKNOWN"
  case tokenExpired = "TOKEN_EXPIRED"
  case tokenRevoked = "TOKEN_REVOKED"
  case certificateUnknown = "CERTIFICATE_UNKNOWN"
  case tooManyBadTokens = "TOO_MANY_BAD_TOKENS"
  case permissionDenied = "PERMISSION_DENIED"
  case upkNotFound = "UPK_NOT_FOUND"
  case overloaded = "OVERLOADED"
  case databaseUnavailable = "DATABASE_UNAVAILABLE"
  case databaseFull = "DATABASE_FULL"
  case booksHeld = "BOOKS_HELD"
  case standbyBehind = "STANDBY_BEHIND"
  case deadlineExceeded = "DEADLINE_EXCEEDED"
  case corrupted = "CORRUPTED"
  case unexpected = "UNEXPECTED"
  case notConnected = "NOT_CONNECTED"
  case outcomeUnknown = "OUTCOME_UNKNOWN"
}

extension Fault {
  public var code: FaultCode {
    switch self {
    case .fieldMissing: .fieldMissing
    case .fieldInvalid: .fieldInvalid
    case .requestIDRequired: .requestIDRequired
    case .rangeTooLong: .rangeTooLong
    case .unauthenticated(.tokenMissing): .tokenMissing
    case .unauthenticated(.tokenUnknown): .tokenUnknown
    case .unauthenticated(.tokenExpired): .tokenExpired
    case .unauthenticated(.tokenRevoked): .tokenRevoked
    case .unauthenticated(.certificateUnknown): .certificateUnknown
    case .tooManyBadTokens: .tooManyBadTokens
    case .permissionDenied: .permissionDenied
    case .upkNotFound: .upkNotFound
    case .overloaded: .overloaded
    case .databaseUnavailable: .databaseUnavailable
    case .databaseFull: .databaseFull
    case .booksHeld: .booksHeld
    case .standbyBehind: .standbyBehind
    case .deadlineExceeded: .deadlineExceeded
    case .corrupted: .corrupted
    case .unexpected: .unexpected
    case .notConnected: .notConnected
    case .outcomeUnknown: .outcomeUnknown
    }
  }

  /// The names and numbers behind it, in a fixed order; none where the code says all.
  public var facts: [Problem.Fact] {
    switch self {
    case .fieldMissing(let field):
      [Problem.Fact("field", field)]
    case .fieldInvalid(let field, let expected):
      [Problem.Fact("field", field), Problem.Fact("expected", expected.description)]
    case .rangeTooLong(let limitMonths):
      [Problem.Fact("limit_months", "\(limitMonths)")]
    case .permissionDenied(let permission, let roles):
      [Problem.Fact("permission", permission)]
        + (roles.isEmpty
          ? [] : [Problem.Fact("roles", roles.map(\.rawValue).joined(separator: ","))])
    case .upkNotFound(let code):
      [Problem.Fact("upk", code.description)]
    case .overloaded(let retryAfterMilliseconds), .tooManyBadTokens(let retryAfterMilliseconds):
      [Problem.Fact(Problem.retryAfter, "\(retryAfterMilliseconds)")]
    case .standbyBehind(let limitSeconds):
      [Problem.Fact("limit_seconds", "\(limitSeconds)")]
    case .corrupted(let reference), .unexpected(let reference):
      [Problem.Fact("reference", reference)]
    case .notConnected(let address):
      [Problem.Fact("address", address)]
    case .outcomeUnknown(let requestID):
      [Problem.Fact("request_id", requestID)]
    case .requestIDRequired, .unauthenticated, .databaseUnavailable, .databaseFull, .booksHeld,
      .deadlineExceeded:
      []
    }
  }
}

extension Expectation: CustomStringConvertible {
  /// The expectation for programs: a pattern, or the values with a bar between them.
  public var description: String {
    switch self {
    case .day: "YYYY-MM-DD"
    case .month: "YYYY-MM"
    case .uuid: "UUID"
    case .receipt: "KW-YYYY-NUMBER"
    case .voucher: "KM|KK|PB-YYYY-NUMBER"
    case .code: "code"
    case .regionCode: "region code"
    case .nik: "NIK"
    case .scope: "province|regions/CODE|upks/CODE"
    case .area: "province|regions/CODE"
    case .pageToken: "page token"
    case .pageSize: "page size"
    case .line: "text on one line"
    case .lines: "text"
    case .wholeNumber: "whole number"
    case .resourceName(let pattern): pattern
    case .oneOf(let values): values.joined(separator: "|")
    case .notBefore(let field): "not before \(field)"
    case .between(let least, let most): "\(least)..\(most)"
    case .bytes(let most): "0..\(most) bytes"
    }
  }
}
