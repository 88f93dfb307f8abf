import FundAPI
import RevolvingFund
import Testing

@testable import bergulir

private let header = """
  member,ability,feasibility,capital,character,condition,income_idr,living_cost_idr,\
  other_installments_idr,recommended_idr

  """

private func appraisals(_ text: String) throws -> AppraisalFile {
  try AppraisalFile(text: text, path: "a.csv")
}

@Test(arguments: [",", ";"])
func `a line is a member's appraisal and share, whatever parts its fields`(
  separator: String
) throws {
  let text = header + "1,4,4,3,5,4,12.330.000,900000,0,822.000\n2,1,2,3,4,5,0,0,Rp50.000,0\n"
  let file = try appraisals("\u{FEFF}" + text.replacing(",", with: separator))
  #expect(file.appraisals.map(\.member) == [1, 2])
  #expect(file.appraisals.map(\.scores) == [[4, 4, 3, 5, 4], [1, 2, 3, 4, 5]])
  #expect(file.appraisals.map(\.income) == [12_330_000, 0])
  #expect(file.appraisals.map(\.livingCost) == [900_000, 0])
  #expect(file.appraisals.map(\.otherInstallments) == [0, 50_000])
  // Who is not recommended is appraised all the same.
  #expect(file.recommended.map(\.member) == [1] && file.recommended.map(\.amount) == [822_000])
}

@Test func `all wrong fields of appraisals are named at once, and none is sent`() {
  #expect(
    throws: Complaint([
      .fieldWrong(line: 2, field: "member", value: "0", expected: .member),
      .fieldWrong(line: 2, field: "ability", value: "6", expected: .score),
      .fieldWrong(line: 2, field: "income_idr", value: "1.50", expected: .amount),
      .fieldWrong(line: 4, field: "member", value: "3", expected: .newMember),
      .fieldWrong(line: 4, field: "condition", value: "", expected: .score),
      .fieldWrong(line: 4, field: "recommended_idr", value: "", expected: .amount),
    ])
  ) {
    try appraisals(
      header + "0,6,4,3,5,4,1.50,900000,0,1\n3,1,1,1,1,1,1,1,1,1\n3,1,1,1,1,,1,1,1,\n")
  }
}

@Test func `a file of appraisals has all columns, and from one to a hundred lines`() {
  #expect(throws: Complaint(.headerWrong(path: "a.csv", expected: AppraisalFile.columns))) {
    try appraisals("member;ability\n1;4\n")
  }
  #expect(throws: Complaint(.fileEmpty(path: "a.csv"))) { try appraisals(header) }
  let lines = (1...101).map { "\($0),1,1,1,1,1,1,1,1,1\n" }.joined()
  #expect(throws: Complaint(.tooManyLines(path: "a.csv", limit: 100))) {
    try appraisals(header + lines)
  }
}
