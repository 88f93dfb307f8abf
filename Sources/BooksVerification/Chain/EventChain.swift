internal import Crypto

/// The chain of hashes of a stream, reckoned again from its events, vouchers and postings.
struct EventChain {
  private(set) var findings: [Finding] = []
  /// The hash after the last event.
  private(set) var end = [UInt8](repeating: 0, count: 32)
  private let vouchers: [String: [Cells]]
  private let postings: [String: [Cells]]
  private let upk: Int64

  init(_ books: Books) {
    upk = books.upk
    vouchers = Dictionary(grouping: books[.voucher]) { $0["seq"] ?? "" }
    postings = Dictionary(grouping: books[.posting]) { voucherName($0, prefix: "voucher_") }
    for (place, event) in books.events.enumerated() { check(event, at: place + 1) }
  }

  private mutating func check(_ event: EventRow, at place: Int) {
    if event.sequence != Int64(place) {
      findings.append(
        Finding(
          .chain, "event/\(place)", "seq", expected: "\(place)", found: "\(event.sequence)"))
    }
    let recorded = bytes(event.cells["hash"])
    let reckoned = hash(of: event)
    if recorded != reckoned {
      let names = ([event.place] + event.vouchers.map { "voucher/\($0)" }).joined(separator: ", ")
      findings.append(
        Finding(
          .chain, event.place, "hash of \(names)",
          expected: reckoned.map(hexadecimal) ?? "readable",
          found: recorded.map(hexadecimal) ?? "unreadable"))
    }
    end = recorded ?? end
  }

  /// SHA-256 over what docs say of the chain; `nil` where a column cannot be read.
  private func hash(of event: EventRow) -> [UInt8]? {
    let cells = event.cells
    var form = CanonicalForm()
    form.add(text: "bergulir event 1")
    form.add(bytes: end)
    form.add(number: upk)
    guard form.add(cells["seq"]), form.add(request: cells["request_id"]) else { return nil }
    form.add(text: event.kind)
    guard form.add(cells["principal_id"]), form.add(cells["person_id"]) else { return nil }
    form.add(text: cells["subject"] ?? "")
    guard form.add(day: cells["booked_on"]), form.add(cells["micros"]),
      form.add(event.content), form.add(event.outcome)
    else { return nil }
    let found = vouchers[cells["seq"] ?? ""] ?? []
    let order = event.vouchers.enumerated().reduce(into: [:]) { $0[$1.element] = $1.offset }
    let sorted = found.map { (voucherName($0), $0) }
      .sorted { order[$0.0] ?? .max < order[$1.0] ?? .max }
    guard sorted.map(\.0) == event.vouchers else { return nil }
    form.add(number: Int64(sorted.count))
    for (name, voucher) in sorted {
      let own = (postings[name] ?? []).filter { $0["seq"] == cells["seq"] }
      guard form.add(voucher, own) else { return nil }
    }
    return Array(SHA256.hash(data: form.bytes))
  }
}

/// Such as `KM-2017-0012`.
func voucherName(_ cells: Cells, prefix: String = "") -> String {
  let year = cells[prefix + "year"].flatMap { Int($0) } ?? 0
  let number = cells[prefix + "number"].flatMap { Int($0) } ?? 0
  return "\(cells[prefix + "kind"] ?? "")-\(digits(year, 4))-\(digits(number, 4))"
}

/// The bytes of a text such as `\x00ff`.
func bytes(_ text: String?) -> [UInt8]? {
  guard let text, text.hasPrefix("\\x") else { return nil }
  let digits = Array(text.dropFirst(2))
  guard digits.count.isMultiple(of: 2) else { return nil }
  return stride(from: 0, to: digits.count, by: 2).map {
    UInt8(String(digits[$0...$0 + 1]), radix: 16) ?? 0
  }
}

func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
