import Foundation
import FundTesting
import Testing

/// Bad input over the real wire: a clear error with a code, and nothing half done.
///
/// One story on one daemon: what is refused leaves the books as they were.
@Suite(.mentari, .serialized, .timeLimit(.minutes(10))) struct BadInputTests {
  /// A call that must fail, and how.
  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let arguments: [String]
    var context = "officer"
    let status: Int32
    let reason: String
    /// Parts of the JSON error that must be there, such as a fact or the field's name.
    var mentions: [String] = []

    var testDescription: String { what }
  }

  static let cases: [Case] = [
    Case(
      what: "a negative amount", arguments: repayment("5", "-5000", "2018-01-29"), status: 2,
      reason: "AMOUNT_NOT_POSITIVE"),
    Case(
      what: "an amount that overflows", arguments: repayment("5", "99999999999999999999"),
      status: 2, reason: "USAGE"),
    Case(
      what: "an amount above the limit", arguments: repayment("5", "1000000000000"), status: 2,
      reason: "AMOUNT_TOO_LARGE", mentions: ["999999999999"]),
    Case(
      what: "a repayment before the loan", arguments: repayment("5", "1000", "2017-12-28"),
      status: 7, reason: "DAY_TOO_EARLY", mentions: ["2017-12-29", "disbursed"]),
    Case(
      what: "a repayment in the future", arguments: repayment("5", "1000", "2999-01-01"),
      status: 7, reason: "DAY_IN_FUTURE"),
    Case(
      what: "a repayment above the debt", arguments: repayment("5", "9000000"), status: 7,
      reason: "REPAYMENT_EXCEEDS_DEBT", mentions: ["9000000"]),
    Case(
      what: "a repayment of a loan that is paid off", arguments: repayment("1", "1000"),
      status: 7, reason: "LOAN_NOT_ACTIVE", mentions: ["paidOff"]),
    Case(
      what: "a loan that is not there", arguments: repayment("99", "1000"), status: 6,
      reason: "NOT_FOUND"),
    Case(
      what: "shares that do not sum",
      arguments: [
        "application", "submit", "malabutor/3", "--amount", "2000000", "--share", "1=822000",
        "--months", "4", "--on", "2018-01-03",
      ], status: 2, reason: "SHARES_DO_NOT_SUM", mentions: ["822000", "2000000"]),
    Case(
      what: "a UPK of nobody's", arguments: ["ksm", "list", "--upk", "nirwana"], status: 4,
      reason: "PERMISSION_DENIED"),
    Case(
      what: "a signature by who may not sign",
      arguments: ["approval", "sign", "malabutor/6", "--verdict", "approve"], status: 4,
      reason: "PERMISSION_DENIED"),
    Case(
      what: "a second signature on what is paid out",
      arguments: [
        "approval", "sign", "malabutor/6", "--verdict", "approve", "--on", "2018-01-03",
      ], context: "manager", status: 7, reason: "WRONG_APPLICATION_STATE"),
    Case(
      what: "a day that is none",
      arguments: ["loan", "list", "--upk", "malabutor", "--as-of", "2017-02-30"], status: 2,
      reason: "USAGE"),
  ]

  @Test(arguments: cases) func `is refused with its code and numbers`(bad: Case) async throws {
    let mentari = try #require(Mentari.current)
    let before = try await books(mentari)
    let refused = try await mentari.bergulir(
      bad.arguments + ["-o", "json"], context: bad.context)
    #expect(refused.status == bad.status, "\(refused.words)")
    let problem = try refused.problem()
    #expect(problem["reason"] as? String == bad.reason, "\(refused.words)")
    for part in bad.mentions { #expect(refused.words.contains(part), "\(part)") }
    #expect(try await books(mentari) == before)
  }

  @Test func `a token that is none is unauthenticated`() async throws {
    let mentari = try #require(Mentari.current)
    let scratch = try Scratch()
    defer { scratch.remove() }
    let token = try scratch.file("token", holding: "bgl_nonsense")
    let refused = try await mentari.bergulir(
      "upk", "list", "--token-file", token.path, "-o", "json")
    #expect(refused.status == 4)
    #expect(try refused.problem()["reason"] as? String == "TOKEN_UNKNOWN")
  }

  @Test func `four neighbours may not borrow`() async throws {
    let mentari = try #require(Mentari.current)
    let made = try await mentari.bergulir(
      "ksm", "register", "--upk", "malabutor", "--name", "KSM Empat", "--formed-on",
      "2017-01-02", "--on", "2018-01-02", "-o", "json", context: "officer")
    let name = try #require(try made.json()["name"] as? String, "\(made.words)")
    let people = (1...4).map { "990099410180000\($0),Contoh Tetangga \($0),female" }
    let registered = try await mentari.bergulir(
      ["person", "register", "--file", "-", "--on", "2018-01-02", "-o", "csv"],
      context: "officer", input: "nik,name,gender\n" + people.joined(separator: "\n") + "\n")
    #expect(registered.status == 0, "\(registered.words)")
    let persons = registered.output.split(whereSeparator: \.isNewline).dropFirst()
      .compactMap { $0.split(separator: ",").first.map(String.init) }
    #expect(persons.count == 4)
    let added = try await mentari.bergulir(
      ["member", "add", name] + persons + ["--on", "2018-01-02"], context: "officer")
    #expect(added.status == 0, "\(added.words)")
    let refused = try await mentari.bergulir(
      "application", "submit", name, "--share", "all=500000", "--months", "4", "--on",
      "2018-01-03", "-o", "json", context: "officer")
    #expect(refused.status == 7)
    #expect(try refused.problem()["reason"] as? String == "KSM_TOO_SMALL")
    #expect(refused.words.contains(#""members":"4""#), "\(refused.words)")
  }

  @Test func `the same request is done once, and with other content refused by the field`()
    async throws
  {
    let mentari = try #require(Mentari.current)
    let id = "5f0c7c1e-0000-4000-8000-00000000e2e1"
    func send(_ amount: String) async throws -> Finished {
      try await mentari.bergulir(
        "repayment", "record", "malabutor/5", "--amount", amount, "--on", "2018-01-29",
        "--request-id", id, "-o", "json", context: "officer")
    }
    let first = try await send("100000").json()
    let again = try await send("100000").json()
    #expect(first["replayed"] as? Bool == false && again["replayed"] as? Bool == true)
    #expect(first["vouchers"] as? [String] == again["vouchers"] as? [String])
    #expect(first["outstanding"] as? String == again["outstanding"] as? String)
    let other = try await send("200000")
    #expect(other.status == 9)
    #expect(try other.problem()["reason"] as? String == "REQUEST_ID_REUSED")
    #expect(other.words.contains(#""field":"amount""#), "\(other.words)")
  }

  @Test(arguments: [
    ("2018-01-31,T-0500,Beban,51060,11021,-7", "AMOUNT_NOT_POSITIVE"),
    ("2018-01-31,T-0500,Beban,51060,99999,7", "ACCOUNT_UNKNOWN"),
    ("2018-01-31,T-0500,Beban,11030,11021,7", "ACCOUNT_CONTROLLED"),
    ("2018-01-31,T-0499,Beban,51060,11021,7", "REFERENCE_USED"),
    ("2018-02-30,T-0500,Beban,51060,11021,7", "FIELD_WRONG"),
    ("2018-01-31,T-0500,Beban,51060,11021", "LINE_MALFORMED"),
  ])
  func `a bad line in a thousand vouchers refuses all of them and is named`(
    line: String, reason: String
  ) async throws {
    let mentari = try #require(Mentari.current)
    let before = try await books(mentari)
    let good = (1...1000).map {
      "2018-01-31,T-\(String(format: "%04d", $0)),Beban,51060,11021,\($0)"
    }
    let header = "date,voucher,description,debit,credit,amount_idr"
    let tried = try await mentari.bergulir(
      ["journal", "post", "--upk", "malabutor", "--file", "-", "--dry-run", "-o", "json"],
      input: ([header] + good[..<3]).joined(separator: "\n") + "\n")
    #expect(try tried.json()["count"] as? Int == 3, "\(tried.words)")
    let lines = [header] + good[..<499] + [line] + good[500...]
    let refused = try await mentari.bergulir(
      ["journal", "post", "--upk", "malabutor", "--file", "-", "-o", "json"],
      input: lines.joined(separator: "\n") + "\n")
    #expect(refused.status == (reason.hasPrefix("REFERENCE") ? 9 : refused.status))
    #expect(refused.status != 0)
    #expect(try refused.problem()["reason"] as? String == reason, "\(refused.words)")
    #expect(refused.words.contains("501"), "\(refused.words)")
    #expect(try await books(mentari) == before)
  }

  private static func repayment(
    _ loan: String, _ amount: String, _ day: String = "2018-01-29"
  ) -> [String] {
    ["repayment", "record", "malabutor/\(loan)", "--amount=\(amount)", "--on", day]
  }

  /// Every account's balance: what a refused call must leave as it is.
  private func books(_ mentari: Mentari) async throws -> String {
    let accounts = try await mentari.bergulir(
      "account", "list", "--upk", "malabutor", "--as-of", "2018-12-31", "-o", "csv")
    #expect(accounts.status == 0, "\(accounts.words)")
    return accounts.output
  }
}
