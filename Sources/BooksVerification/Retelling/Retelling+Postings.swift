extension Retelling {
  /// Adds the postings of an event to the movements of their months.
  mutating func book(_ event: EventRow) {
    bookBanks(event)
    for voucher in event.vouchers {
      drawn[String(voucher.prefix { $0 != "-" } + voucher.dropFirst(2).prefix(5)), default: 0] += 1
    }
    for posting in postings["\(event.sequence)"] ?? [] {
      guard let day = posting["booked_on"].flatMap({ CivilDay($0) }),
        let amount = posting["amount"]?.number
      else { continue }
      for (side, sign) in [("debit", 1), ("credit", -1)] as [(String, Int64)] {
        guard let account = posting[side].flatMap({ Int($0) }) else { continue }
        movements[account, default: [:]][day, default: 0] += sign * amount
        guard posting["debit"] == "31050" || posting["credit"] == "31050" else { continue }
        closings[account, default: [:]][day, default: 0] += sign * amount
      }
    }
  }

  /// Debits less credits of an account, in all.
  func balance(_ account: Int) -> Int64 { (movements[account] ?? [:]).values.total { $0 } }

  /// Debits less credits in a span of months, without the closes of years: of books that came with
  /// files they may stand there before the month is closed.
  func moved(_ accounts: Range<Int>, _ months: ClosedRange<Int>) -> Int64 {
    func sum(_ booked: [Int: [CivilDay: Int64]]) -> Int64 {
      booked.filter { accounts.contains($0.key) }.values.total { byDay in
        byDay.filter { months.contains($0.key.monthIndex) }.values.total { $0 }
      }
    }
    return sum(movements) - sum(closings)
  }

  /// Says which voucher of an event stands in a month that was closed before it; that of a year's
  /// close does, and moves no figure of the month (ruling 15).
  mutating func checkDays(of event: EventRow) {
    guard let closed = months.closedThrough, event.kind != "period.close-year" else { return }
    let last = CivilDay(lastOfMonth: closed)
    for posting in postings["\(event.sequence)"] ?? [] {
      guard let day = posting["booked_on"].flatMap({ CivilDay($0) }), day <= last else { continue }
      findings.append(
        Finding(
          .closedMonths, event.place, "voucher \(voucherName(posting, prefix: "voucher_"))",
          expected: "a day after \(last)", found: "\(day)"))
    }
  }
}
