import FundTesting
import RevolvingFund
import Testing

@Suite struct AnyScheduleTests {
  @Test func `whatever the terms, a schedule sums to its shares and each share's to the group's`()
    throws
  {
    let scale = Scale.ofThisRun()
    print("\(scale.schedules) schedules, seed \(scale.seed)")
    var random = SeededRandom(seed: scale.seed)
    var made = 0
    for number in 1...scale.schedules {
      let terms = LoanTerms.any(using: &random)
      let shares = [Rupiah].any(using: &random)
      let day = Day(epochDays: .random(in: 10_000...30_000, using: &random))
      guard
        let schedule = try Asked(shares: shares, terms: terms, day: day, number: number).schedule()
      else { continue }
      made += 1
      #expect(schedule.principal == shares.total(), "schedule \(number), seed \(scale.seed)")
      #expect(
        schedule.isSound(shares: shares, terms: terms, disbursedOn: day),
        "schedule \(number), seed \(scale.seed): \(terms), \(shares), \(day)")
    }
    #expect(made > scale.schedules / 2, "most terms are possible")
  }

  private struct Asked {
    let shares: [Rupiah]
    let terms: LoanTerms
    let day: Day
    let number: Int

    /// The schedule; `nil` where some installment would carry no principal.
    func schedule() throws -> Schedule? {
      do throws(Rejection) {
        return try Schedule(shares: shares, terms: terms, disbursedOn: day)
      } catch {
        #expect(error.code == .scheduleNotPossible, "schedule \(number)")
        return nil
      }
    }
  }
}

extension LoanTerms {
  fileprivate static func any(using random: inout SeededRandom) -> LoanTerms {
    LoanTerms(
      months: .random(in: 1...60, using: &random),
      rate: MonthlyRate(millionths: .random(in: 0...100_000, using: &random)),
      method: random.oneIn(2) ? .flat : .declining,
      roundUnit: [1, 1, 100, 500, 1000].randomElement(using: &random) ?? 1,
      earlySettlement: .waive)
  }
}

extension [Rupiah] {
  /// One to ten shares, from a thousand rupiah to the largest amount that the fund takes.
  fileprivate static func any(using random: inout SeededRandom) -> [Rupiah] {
    let most = Int64([100_000, 5_000_000, 999_999_999_999].randomElement(using: &random) ?? 1)
    return (0..<Int.random(in: 1...10, using: &random)).map { _ in
      Rupiah(.random(in: 1000...most, using: &random))
    }
  }
}

extension Schedule {
  /// Whether every installment has principal and a later day, and those of the shares sum to it.
  fileprivate func isSound(shares: [Rupiah], terms: LoanTerms, disbursedOn day: Day) -> Bool {
    var principals = [Rupiah](repeating: .zero, count: terms.months)
    var charges = principals
    for share in shares {
      guard let own = own(of: share, terms: terms, disbursedOn: day) else { return false }
      for (place, installment) in own.enumerated() {
        principals[place] += installment.principal
        charges[place] += installment.serviceCharge
      }
    }
    let days = [day] + installments.map(\.due)
    return installments.map(\.principal) == principals
      && installments.map(\.serviceCharge) == charges
      && installments.allSatisfy { $0.principal > .zero && $0.serviceCharge >= .zero }
      && zip(days, days.dropFirst()).allSatisfy { $0 < $1 }
  }

  private func own(
    of share: Rupiah, terms: LoanTerms, disbursedOn day: Day
  ) -> [Installment]? {
    do {
      return try Schedule(shares: [share], terms: terms, disbursedOn: day).installments
    } catch {
      return nil
    }
  }
}
