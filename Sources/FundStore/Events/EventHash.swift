internal import Crypto
internal import Libpq
internal import RevolvingFund

extension Event {
  /// SHA-256 over the hash of the event before and everything that this one says.
  ///
  /// Texts stand behind their length and numbers have eight bytes, so that no two events have the
  /// same bytes. The vouchers are in it with every posting. The transaction's number is not: it is
  /// the database's, and known only once the event is written.
  func hash(after previous: [UInt8]) -> [UInt8] {
    var bytes = CanonicalBytes()
    bytes.add("bergulir event 1")
    bytes.add(previous)
    bytes.add(stream.value)
    bytes.add(sequence)
    bytes.add(Int64(bitPattern: requestID.bytes.hi))
    bytes.add(Int64(bitPattern: requestID.bytes.lo))
    bytes.add(kind)
    bytes.add(principal.value)
    bytes.add(person.value)
    bytes.add(subject)
    bytes.add(Int64(bookedOn.epochDays))
    bytes.add(recordedAt)
    bytes.add(content)
    bytes.add(outcome)
    bytes.add(Int64(vouchers.count))
    for voucher in vouchers { bytes.add(voucher) }
    return Array(SHA256.hash(data: bytes.bytes))
  }
}

extension Posting {
  /// What it belongs to: nothing, a loan, or a group behind a loan or an empty text; the loan that
  /// a balance comes from stands third.
  fileprivate var owners: [String] {
    if let fromLoan { return [loan.map { "\($0)" } ?? "", "", "\(fromLoan)"] }
    guard let ksm else { return loan.map { ["\($0)"] } ?? [] }
    return [loan.map { "\($0)" } ?? "", "\(ksm)"]
  }
}

extension Voucher {
  /// Its paper's number, if it has one, and behind it, or an empty text, what it takes back.
  fileprivate var papers: [String] {
    guard let reverses else { return reference.map { [$0] } ?? [] }
    return [reference ?? "", reverses.description]
  }
}

/// Bytes that can be read in one way only.
private struct CanonicalBytes {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: Int64) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ part: [UInt8]) {
    add(Int64(part.count))
    bytes.append(contentsOf: part)
  }

  mutating func add(_ text: String) {
    add(Array(text.utf8))
  }

  mutating func add(_ content: Content) {
    let fields = content.sorted.fields
    add(Int64(fields.count))
    for field in fields {
      add(field.name)
      add(field.value)
    }
  }

  mutating func add(_ voucher: Voucher) {
    add(voucher.number.kind.rawValue)
    add(Int64(voucher.number.year))
    add(voucher.number.number)
    add(Int64(voucher.bookedOn.epochDays))
    add(voucher.description)
    add(voucher.papers)
    add(Int64(voucher.postings.count))
    for posting in voucher.postings {
      add(Int64(posting.debit.number))
      add(Int64(posting.credit.number))
      add(posting.amount.amount)
      add(posting.owners)
    }
  }

  /// Texts behind their count; each may be empty.
  private mutating func add(_ texts: [String]) {
    add(Int64(texts.count))
    for text in texts { add(text) }
  }
}
