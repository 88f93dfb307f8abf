/// Vouchers, postings, series, papers and the head of the stream.
struct JournalControls {
  private(set) var findings: [Finding] = []

  init(_ books: Books, _ retelling: Retelling, chainEnd: [UInt8]) {
    checkVouchers(books, retelling)
    checkPostings(books)
    checkSeries(books, retelling)
    checkReferences(books)
    checkHead(books, retelling, chainEnd)
  }

  private mutating func find(
    _ control: Control, _ place: String, _ what: String, _ expected: String?, _ found: String?
  ) {
    guard expected != found else { return }
    findings.append(
      Finding(
        control, place, what, expected: expected ?? "nothing", found: found ?? "nothing"))
  }

  /// Every voucher is listed by its event, once.
  private mutating func checkVouchers(_ books: Books, _ retelling: Retelling) {
    let closing = Set(
      books[.posting].filter { $0["debit"] == "31050" || $0["credit"] == "31050" }
        .map { voucherName($0, prefix: "voucher_") })
    var listed: [String: String] = [:]
    for event in books.events {
      for name in event.vouchers {
        find(.journal, "voucher/\(name)", "event", listed[name] ?? event.place, event.place)
        listed[name] = event.place
      }
    }
    for voucher in books[.voucher] {
      let name = voucherName(voucher)
      find(
        .journal, "voucher/\(name)", "seq", listed[name], "event/\(voucher["seq"] ?? "")")
      listed[name] = nil
      find(
        .journal, "voucher/\(name)", "year",
        voucher["booked_on"].map { String($0.prefix(4)) }, voucher["year"])
      find(
        .journal, "voucher/\(name)", "closing", "\(closing.contains(name))", voucher["closing"])
      let reversed = VoucherColumns(retelling.reversals[name])
      find(.journal, "voucher/\(name)", "reverses_kind", reversed.kind, voucher["reverses_kind"])
      for (column, number) in [("year", reversed.year), ("number", reversed.number)] {
        find(
          .journal, "voucher/\(name)", "reverses_\(column)", number.map { "\($0)" },
          voucher["reverses_\(column)"])
      }
    }
    for name in listed.keys.sorted() { find(.journal, "voucher/\(name)", "row", "there", "none") }
  }

  /// Every posting stands on a voucher of its event and its day; lines run from 1.
  private mutating func checkPostings(_ books: Books) {
    let vouchers = books[.voucher].reduce(into: [:]) { $0[voucherName($1)] = $1 }
    let accounts = Set(books[.account].compactMap { $0["code"] })
    var lines: [String: Int] = [:]
    var booked: Set<String> = []
    for posting in books[.posting] {
      let place = rowName(.posting, posting)
      let sequence = posting["seq"] ?? ""
      let name = voucherName(posting, prefix: "voucher_")
      let voucher = vouchers[name]
      booked.insert(name)
      lines[sequence, default: 0] += 1
      find(
        .journal, place, "line in event/\(sequence)", lines[sequence].map { "\($0)" },
        posting["line"])
      find(.journal, place, "seq", voucher?["seq"], posting["seq"])
      find(.journal, place, "booked_on", voucher?["booked_on"], posting["booked_on"])
      for side in ["debit", "credit"] where !accounts.contains(posting[side] ?? "") {
        find(.journal, place, side, "an account of the chart", posting[side])
      }
      checkGroup(posting, place)
      let amount = posting["amount"]?.number ?? 0
      if amount <= 0 { find(.journal, place, "amount", "whole rupiah above 0", posting["amount"]) }
    }
    for name in vouchers.keys.sorted() where !booked.contains(name) {
      find(.journal, "voucher/\(name)", "postings", "some", "none")
    }
  }

  /// A group stands where savings or what is held for groups move, and nowhere else: of a posting
  /// between loans no hash would show it.
  private mutating func checkGroup(_ posting: Cells, _ place: String) {
    let sides = [posting["debit"], posting["credit"]]
    if sides.contains("21020") && posting["ksm"] == nil {
      find(.journal, place, "ksm", "a group", nil)
    }
    if !sides.contains("21020") && !sides.contains("21030") {
      find(.journal, place, "ksm", nil, posting["ksm"])
    }
  }

  private mutating func checkSeries(_ books: Books, _ retelling: Retelling) {
    var next = retelling.drawn
    next["application"] = nil
    for (name, series) in books.series {
      if series.count != series.last {
        find(.series, "series/\(name)", "numbers", "1 to \(series.count)", "up to \(series.last)")
      }
      next[name] = series.last
    }
    let counters = books[.counter].reduce(into: [:]) { $0[$1["name"] ?? ""] = $1["next"] }
    for (name, last) in next.sorted(by: { $0.key < $1.key }) {
      find(.series, "counter/\(name)", "next", "\(last + 1)", counters[name])
    }
    var vouchers: [String: Int64] = [:]
    for voucher in books[.voucher] {
      let series = String(voucherName(voucher).prefix(7))
      vouchers[series, default: 0] += 1
      find(
        .series, "voucher/\(voucherName(voucher))", "number", vouchers[series].map { "\($0)" },
        voucher["number"])
    }
  }

  private mutating func checkReferences(_ books: Books) {
    var first: [String: String] = [:]
    for voucher in books[.voucher] {
      guard let reference = voucher["reference"] else { continue }
      let name = voucherName(voucher)
      find(
        .references, "voucher/\(name)", "reference \(reference)", first[reference] ?? name, name)
      first[reference] = first[reference] ?? name
    }
  }

  private mutating func checkHead(
    _ books: Books, _ retelling: Retelling, _ chainEnd: [UInt8]
  ) {
    guard let head = books[.head].first else {
      return find(.head, "head", "row", "there", "none")
    }
    find(.head, "head", "next_seq", "\(books.events.count + 1)", head["next_seq"])
    let last = min((head["next_seq"]?.number ?? 1) - 1, Int64(books.events.count) + 10)
    for missing in stride(from: Int64(books.events.count) + 1, through: last, by: 1) {
      find(.chain, "event/\(missing)", "row", "there", "none")
    }
    find(.head, "head", "last_hash", "\\x" + hexadecimal(chainEnd), head["last_hash"])
    find(
      .head, "head", "latest_day", retelling.latestDay.map { "\($0)" } ?? "1900-01-01",
      head["latest_day"])
    find(
      .head, "head", "closed_month",
      retelling.months.closedThrough.map {
        "\(CivilDay(year: $0 / 12, month: $0 % 12 + 1, day: 1))"
      }, head["closed_month"])
  }
}
