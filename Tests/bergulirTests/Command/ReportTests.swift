import ArgumentParser
import FundAPI
import GRPCCore
import Testing
@testable import bergulir
import RevolvingFund

private func report(_ arguments: [String], id: RequestID? = nil) throws -> Report {
  Report(
    environment: Environment(variables: [:]), output: try OutputOptions.parse(arguments),
    requestID: id)
}

@Test func `a failure is a sentence with its code and what to do`() throws {
  let failure = CallFailure(
    Complaint(.fieldWrong(line: 3, field: "debit", value: "x", expected: .account)))
  #expect(
    try report([]).text(of: failure) == """
      bergulir: Line 3: debit 'x' is not an account of five digits. [FIELD_WRONG]
        Nothing was sent. Correct the line and run the command again.

      """)
  #expect(
    try report(["--lang", "id"]).text(of: failure) == """
      bergulir: Baris 3: debit 'x' bukan kode akun lima angka. [FIELD_WRONG]
        Belum ada yang dikirim. Perbaiki baris itu dan jalankan lagi.

      """)
}

@Test func `several reasons are numbered, and a remedy they share is said once`() throws {
  let failure = CallFailure(
    Complaint([.lineMalformed(line: 2, .quoteOpen), .lineMalformed(line: 4, .quoteInside)]))
  #expect(
    try report([]).text(of: failure) == """
      bergulir: 2 reasons:
        1. Line 2: a quotation mark is never closed. [LINE_MALFORMED]
        2. Line 4: a quotation mark stands inside a field. [LINE_MALFORMED]
        Nothing was sent. Correct the line and run the command again.

      """)
}

@Test func `reasons that had no room are counted`() throws {
  let violation = CallFailure(Problem(.databaseUnavailable)).violations[0]
  let failure = CallFailure(
    status: .failedPrecondition, exit: .refused, violations: [violation, violation], omitted: 11
  ).naming(TextFile(path: "j.csv"))
  #expect(try report([]).text(of: failure).contains("\n  and 11 more\n"))
  #expect(try report(["--lang", "id"]).text(of: failure).contains("\n  dan 11 lagi\n"))
  #expect(try report(["-o", "json"]).text(of: failure).hasSuffix(#""omitted":11}}"# + "\n"))
}

@Test(arguments: [Fault.unauthenticated(.tokenMissing), .notConnected(address: "127.0.0.1:1")])
func `without any context a failure says how to set one`(fault: Fault) throws {
  let failure = CallFailure(Problem(fault))
  let line = "bergulir context set NAME --server HOST:PORT --token-file FILE"
  #expect(try report([]).text(of: failure.withoutContext()).contains(line))
  #expect(try !report([]).text(of: failure).contains(line))
  let other = CallFailure(Problem(.databaseUnavailable)).withoutContext()
  #expect(try !report([]).text(of: other).contains(line))
}

@Test func `with JSON a failure is one object`() throws {
  let id = try #require(RequestID("0a4f0f9e-6d0c-4b8e-9a51-0f6f6d1c2b3a"))
  let failure = CallFailure(RPCError(code: .unavailable, message: "no \"such\" host"))
  #expect(
    try report(["-o", "json"], id: id).text(of: failure) == """
      {"error":{"code":"UNAVAILABLE","reason":"UNAVAILABLE",\
      "message":"The connection to the server broke. (UNAVAILABLE: no \\"such\\" host)",\
      "localized":"Sambungan ke server putus. (UNAVAILABLE: no \\"such\\" host)",\
      "metadata":{},"request_id":"0a4f0f9e-6d0c-4b8e-9a51-0f6f6d1c2b3a",\
      "violations":[{"reason":"UNAVAILABLE",\
      "message":"The connection to the server broke. (UNAVAILABLE: no \\"such\\" host)",\
      "localized":"Sambungan ke server putus. (UNAVAILABLE: no \\"such\\" host)",\
      "remedy":"","remedy_localized":"","metadata":{}}],"omitted":0}}

      """)
}

@Test func `an unanswered write and one that stopped half way tell how to go on`() throws {
  let id = RequestID()
  let lost = CallFailure(RPCError(code: .deadlineExceeded, message: "")).ofWrite(id)
  #expect(try report([], id: id).text(of: lost).contains("--request-id \(id)"))
  let stopped = CallFailure(Problem(.databaseUnavailable)).after(3)
  #expect(try report([], id: id).text(of: stopped).contains("3 before it are done"))
}

@Test func `a refused voucher names the file's line`() throws {
  let violation = Problem.Violation(
    reason: "ACCOUNT_UNKNOWN", facts: [Problem.Fact("line", "5")],
    message: Sentence(english: "No.", indonesian: "Tidak."),
    remedy: Sentence(english: "", indonesian: ""))
  let failure = CallFailure(status: .failedPrecondition, exit: .refused, violations: [violation])
    .naming(TextFile(path: "j.csv"))
  #expect(failure.violations[0].message.english == "j.csv:5: No.")
  #expect(failure.violations[0].message.indonesian == "j.csv:5: Tidak.")
}

@Test(arguments: [["-o", "json"], ["--output", "jsonl"], ["--output=json"]])
func `a mistake in the command line is JSON too where JSON was asked for`(flags: [String]) {
  let words = ["loan", "list"] + flags
  do {
    _ = try Bergulir.parseAsRoot(words)
    Issue.record("--upk is missing")
  } catch {
    let none = Environment(variables: [:])
    let text = Main.usage(error, ["bergulir"] + words, none)
    #expect(text.hasPrefix(#"{"error":{"code":"INVALID_ARGUMENT","reason":"USAGE","message":"#))
    #expect(text.contains("--upk"))
    #expect(!Main.usage(error, ["bergulir", "loan", "list"], none).hasPrefix("{"))
  }
}
