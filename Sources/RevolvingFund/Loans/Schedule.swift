/// One monthly due: principal (pokok) and service charge (jasa).
public struct Installment: Hashable, Sendable {
  /// Counted from 1.
  public let number: Int
  public let due: Day
  public let principal: Rupiah
  public let serviceCharge: Rupiah

  public init(number: Int, due: Day, principal: Rupiah, serviceCharge: Rupiah) {
    self.number = number
    self.due = due
    self.principal = principal
    self.serviceCharge = serviceCharge
  }

  public var total: Rupiah { principal + serviceCharge }
}

/// What is due when: a function of the terms, the shares and the day of disbursement.
///
/// A group's schedule is the sum of its members' schedules (rules.md 0, rulings 8 and 9).
public struct Schedule: Hashable, Sendable {
  public let installments: [Installment]

  /// The schedule of a group's loan from its members' shares.
  ///
  /// Installment `i` is due `i` months after disbursement, counted from that day each time;
  /// holidays do not move it.
  ///
  /// - Throws: `scheduleNotPossible` where an installment would carry no principal.
  public init(
    shares: [Rupiah], terms: LoanTerms, disbursedOn: Day
  ) throws(Rejection) {
    var lines: [[Line]] = []
    for share in shares { lines.append(try Schedule.lines(of: share, terms: terms)) }
    self.init(lines, carriedCharge: .zero, terms: terms, disbursedOn: disbursedOn)
  }

  /// The schedule of a loan that follows a restructured one; the service charge that it carries
  /// over is due with the first installment.
  ///
  /// A share of which little is left is paid off in as many of the first months as it can be spread
  /// over.
  public init(rests: [Rupiah], carriedCharge: Rupiah, terms: LoanTerms, disbursedOn: Day) {
    self.init(
      rests.map { Schedule.lines(ofRest: $0, terms: terms) }, carriedCharge: carriedCharge,
      terms: terms, disbursedOn: disbursedOn)
  }

  private init(_ lines: [[Line]], carriedCharge: Rupiah, terms: LoanTerms, disbursedOn: Day) {
    var principals = [Rupiah](repeating: .zero, count: terms.months)
    var charges = principals
    charges[0] += carriedCharge
    for (index, line) in lines.flatMap({ $0.enumerated() }) {
      principals[index] += line.principal
      charges[index] += line.serviceCharge
    }
    installments = principals.indices.map { index in
      Installment(
        number: index + 1, due: disbursedOn.addingMonths(index + 1),
        principal: principals[index], serviceCharge: charges[index])
    }
  }

  public var principal: Rupiah { installments.total(\.principal) }
  public var serviceCharge: Rupiah { installments.total(\.serviceCharge) }

  /// All that falls due.
  var totals: PaidTotals { PaidTotals(principal: principal, serviceCharge: serviceCharge) }

  /// The last due day: past it the whole loan is due.
  public var finalDue: Day? { installments.last?.due }
}

extension Schedule {
  private typealias Line = (principal: Rupiah, serviceCharge: Rupiah)

  private static func lines(of share: Rupiah, terms: LoanTerms) throws(Rejection) -> [Line] {
    let lines =
      switch terms.method {
      case .flat: flatLines(of: share, terms: terms)
      case .declining: decliningLines(of: share, terms: terms)
      }
    guard lines.allSatisfy({ $0.principal > .zero }) else {
      throw .scheduleNotPossible(
        share: share, months: terms.months, roundUnit: terms.roundUnit)
    }
    return lines
  }

  /// The lines of what is left of a share, fewer than the months where it is too small for them.
  private static func lines(ofRest share: Rupiah, terms: LoanTerms) -> [Line] {
    for months in stride(from: terms.months, to: 1, by: -1) {
      do throws(Rejection) {
        return try lines(of: share, terms: terms.over(months))
      } catch {
        continue
      }
    }
    return [(share, terms.rate.charge(on: share))]
  }

  private static func flatLines(of share: Rupiah, terms: LoanTerms) -> [Line] {
    let charge = terms.rate.charge(on: share)
    let months = Int64(terms.months)
    var each = Rupiah(share.amount / months)
    if terms.roundUnit > 1 {
      // The installment, not the principal, is rounded up. Its exact value is a fraction over the
      // months, so the rounding is done on the fraction and not on a value rounded before.
      let exact = share.amount + charge.amount * months
      let step = months * terms.roundUnit
      each = Rupiah((exact + step - 1) / step * terms.roundUnit) - charge
    }
    let last = share - Rupiah(each.amount * (months - 1))
    return (1...terms.months).map { ($0 == terms.months ? last : each, charge) }
  }

  private static func decliningLines(of share: Rupiah, terms: LoanTerms) -> [Line] {
    let each = Rupiah(share.amount / Int64(terms.months))
    var balance = share
    return (1...terms.months).map { number in
      let principal = number == terms.months ? balance : each
      defer { balance -= principal }
      return (principal, terms.rate.charge(on: balance))
    }
  }
}
