import Testing

@testable import RevolvingFund

/// Random lives of loans that follow a restructured one, reckoned once more in the plainest way: by
/// the sum of what was paid, without telling principal from charge.
struct SuccessorLifeTests {
  private struct Life {
    let loan: Loan
    let repayments: [(Day, Rupiah)]

    init(using generator: inout SeededGenerator) {
      let months = Int.random(in: 3...12, using: &generator)
      let disbursedOn = Day(
        epochDays: Int32.random(in: 16_800...17_200, using: &generator))
      loan = Loan(
        id: LoanID(upk, 2), ksm: KSMID(upk, 1), application: ApplicationID(upk, 1),
        terms: .usual(months, method: Bool.random(using: &generator) ? .flat : .declining),
        shares: (1...5).map {
          Share(
            member: $0, amount: Rupiah(Int64.random(in: 100_000...2_000_000, using: &generator)))
        }, disbursedOn: disbursedOn, state: .active, paid: .nothing, waivedServiceCharge: .zero,
        closedOn: nil,
        succession: Succession(
          predecessor: LoanID(upk, 1),
          inheritedClass: [.specialMention, .substandard, .doubtful, .loss]
            .randomElement(using: &generator) ?? .loss,
          carriedCharge: [
            Share(
              member: 1, amount: Rupiah(Int64.random(in: 0...200_000, using: &generator)))
          ]))
      // Mostly on the due day or just before, now and then late, and now and then too little.
      repayments = loan.schedule.installments.dropLast().compactMap { due in
        guard Int.random(in: 0..<6, using: &generator) > 0 else { return nil }
        let late = Int.random(in: 0..<5, using: &generator) == 0
        let day = due.due.addingDays(Int32.random(in: late ? 1...20 : -6...0, using: &generator))
        let isShort = Int.random(in: 0..<6, using: &generator) == 0
        return (day, isShort ? due.total - 1 : due.total)
      }
    }

    private func paid(by day: Day) -> Rupiah {
      repayments.filter { $0.0 <= day }.total(\.1)
    }

    /// The class of a day, from nothing but what was due and what was paid.
    func collectability(on day: Day) -> Collectability {
      var due = Rupiah.zero
      var oldest: Day?
      var punctual = 0
      var inherited = loan.succession?.inheritedClass ?? .current
      for installment in loan.schedule.installments {
        due += installment.total
        if paid(by: day) < due { oldest = oldest ?? installment.due }
        guard installment.due <= day else { continue }
        punctual = paid(by: installment.due) < due ? 0 : punctual + 1
        if punctual == 3 { inherited = .current }
      }
      guard let oldest, oldest < day else { return inherited }
      let aged: Collectability =
        day < oldest.addingMonths(3)
        ? .specialMention
        : day <= oldest.addingMonths(6)
          ? .substandard : day <= oldest.addingMonths(9) ? .doubtful : .loss
      return max(aged, inherited)
    }
  }

  @Test func `the class of any day is what due days and payments give`() throws {
    var generator = SeededGenerator(seed: 20_160_621)
    var seen: Set<Collectability> = []
    for life in 0..<400 {
      let found = Life(using: &generator)
      let history = try LoanHistory.repaid(
        found.loan, found.repayments.sorted { $0.0 < $1.0 })
      for _ in 0..<30 {
        let day = found.loan.disbursedOn.addingDays(
          Int32.random(in: 0...700, using: &generator))
        let expected = found.collectability(on: day)
        seen.insert(expected)
        #expect(
          history.position(asOf: day)?.collectability == expected, "life \(life) on \(day)")
      }
    }
    #expect(seen == Set(Collectability.allCases))
  }
}
