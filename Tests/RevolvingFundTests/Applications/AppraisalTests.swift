import RevolvingFund
import Testing

struct AppraisalTests {
  let books: Books
  let application: ApplicationID
  private let shares = [Share(member: 1, amount: 400_000), Share(member: 2, amount: 400_000)]

  init() throws {
    var books = try Village.books()
    application = try books.apply(
      try books.addGroup("A"), each: 500_000, months: 4, on: "2016-01-10")
    self.books = books
  }

  private func appraisal(
    _ member: Int64, scores: [Int] = [1, 2, 3, 4, 5], income: Rupiah, living: Rupiah = 500_000,
    others: Rupiah = 100_000
  ) -> MemberAppraisal {
    MemberAppraisal(
      member: member, scores: scores, income: income, livingCost: living,
      otherInstallments: others)
  }

  private func refusal(_ appraisals: [MemberAppraisal]) -> [Rejection] {
    books.refusal(
      RecordInspection(
        application: application, witness: Village.witness, recommended: shares,
        appraisals: appraisals, note: "", day: "2016-01-12"), by: Village.officer)
  }

  // 400,000 over four months at 1.5 %: 100,000 and 6,000 a month.
  @Test func `nobody is recommended for more than the household can repay`() {
    #expect(refusal([appraisal(1, income: 706_000), appraisal(2, income: 706_000)]) == [])
    #expect(
      refusal([appraisal(1, income: 706_000), appraisal(2, income: 705_999)]) == [
        .shareAboveCapacity(member: 2, installment: 106_000, capacity: 105_999)
      ])
    #expect(
      refusal([appraisal(1, income: 706_000), appraisal(2, income: 0)]) == [
        .shareAboveCapacity(member: 2, installment: 106_000, capacity: 0)
      ])
  }

  @Test func `no member is appraised twice in one inspection`() {
    #expect(
      refusal([
        appraisal(1, income: 706_000), appraisal(2, income: 706_000), appraisal(1, income: 1),
      ]) == [.shareAboveCapacity(member: 1, installment: 106_000, capacity: 0)])
    #expect(
      refusal([
        appraisal(1, income: 706_000), appraisal(2, income: 706_000),
        appraisal(1, income: 900_000),
      ]) == [.fieldRepeated(field: "appraisal.1")])
  }

  @Test func `every recommended member is appraised in five aspects from one to five`() {
    #expect(refusal([]) == [.appraisalMissing(members: [1, 2])])
    #expect(refusal([appraisal(2, income: 900_000)]) == [.appraisalMissing(members: [1])])
    #expect(
      refusal([
        appraisal(1, scores: [0, 2, 3, 4, 6], income: 900_000),
        appraisal(2, scores: [1, 2, 3, 4], income: 900_000),
      ]) == [
        .appraisalOutOfRange(member: 1, field: .score, value: 0, least: 1, most: 5),
        .appraisalOutOfRange(member: 1, field: .score, value: 6, least: 1, most: 5),
        .appraisalOutOfRange(member: 2, field: .scores, value: 4, least: 5, most: 5),
      ])
    #expect(
      refusal([
        appraisal(1, income: 900_000, others: -1), appraisal(2, income: .limit + 1),
      ]) == [
        .appraisalOutOfRange(
          member: 1, field: .otherInstallments, value: -1, least: 0, most: Rupiah.limit.amount),
        .appraisalOutOfRange(
          member: 2, field: .income, value: Rupiah.limit.amount + 1, least: 0,
          most: Rupiah.limit.amount),
      ])
  }
}
