/// The bytes that an event is hashed as: numbers in eight bytes, texts behind their length.
///
/// Each `add` that reads a column answers whether it could be read.
struct CanonicalForm {
  private(set) var bytes: [UInt8] = []

  mutating func add(number: Int64) {
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
    }
  }

  mutating func add(bytes part: [UInt8]) {
    add(number: Int64(part.count))
    bytes += part
  }

  mutating func add(text: String) {
    add(bytes: Array(text.utf8))
  }

  mutating func add(_ column: String?) -> Bool {
    guard let column, let number = Int64(column) else { return false }
    add(number: number)
    return true
  }

  mutating func add(day column: String?) -> Bool {
    guard let column, let day = CivilDay(column) else { return false }
    add(number: day.sinceEpoch)
    return true
  }

  /// The id of a request, in two halves.
  mutating func add(request column: String?) -> Bool {
    let digits = (column ?? "").filter { $0 != "-" }
    guard digits.count == 32, let high = UInt64(digits.prefix(16), radix: 16),
      let low = UInt64(digits.suffix(16), radix: 16)
    else { return false }
    add(number: Int64(bitPattern: high))
    add(number: Int64(bitPattern: low))
    return true
  }

  /// A document, its fields in the order of the bytes of their names.
  mutating func add(_ fields: [String: String]?) -> Bool {
    guard let fields else { return false }
    add(number: Int64(fields.count))
    for (name, value) in fields.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      add(text: name)
      add(text: value)
    }
    return true
  }

  /// A voucher with its postings in the order of their lines.
  mutating func add(_ voucher: Cells, _ postings: [Cells]) -> Bool {
    add(text: voucher["kind"] ?? "")
    guard add(voucher["year"]), add(voucher["number"]), add(day: voucher["booked_on"]) else {
      return false
    }
    add(text: voucher["description"] ?? "")
    add(texts: papers(of: voucher))
    add(number: Int64(postings.count))
    for posting in postings {
      guard add(posting["debit"]), add(posting["credit"]), add(posting["amount"]) else {
        return false
      }
      add(texts: owners(of: posting))
    }
    return true
  }

  /// The number of its paper, if it has one; behind that, or an empty text, what it takes back.
  private func papers(of voucher: Cells) -> [String] {
    guard voucher["reverses_number"] != nil else { return voucher["reference"].map { [$0] } ?? [] }
    return [voucher["reference"] ?? "", voucherName(voucher, prefix: "reverses_")]
  }

  /// A loan; a loan and a group; or a loan, nothing and the loan that the balance comes from.
  private func owners(of posting: Cells) -> [String] {
    let loan = posting["loan"] ?? ""
    if let from = posting["from_loan"] { return [loan, "", from] }
    if let ksm = posting["ksm"] { return [loan, ksm] }
    return posting["loan"].map { [$0] } ?? []
  }

  private mutating func add(texts: [String]) {
    add(number: Int64(texts.count))
    for text in texts { add(text: text) }
  }
}
