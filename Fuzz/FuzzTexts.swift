@testable import RevolvingFund

/// The entry of libFuzzer: bytes from nowhere as what people write, into everything that reads it.
///
/// The first byte chooses the reader. A trap is a finding, and so is a value whose own text is read
/// as another, and books that are accepted although an event could not keep them as they are.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTexts(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1 else { return 0 }
  let input = UnsafeBufferPointer(start: start, count: count)
  let rest = input.dropFirst()
  switch input[0] % 3 {
  case 0: Words.read(String(decoding: rest, as: UTF8.self))
  case 1: Books.read(files(rest))
  default: Books.begin(files(rest))
  }
  return 0
}

/// Several files, a zero between them: a line with the kind of each, which any other byte stands
/// for too, and then its text.
private func files(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [BookFile] {
  bytes.split(separator: 0).map { part in
    let name = part.prefix { $0 != UInt8(ascii: "\n") }
    let kinds = BookFileKind.allCases
    return BookFile(
      kind: BookFileKind(rawValue: String(decoding: name, as: UTF8.self))
        ?? kinds[Int(name.first ?? 0) % kinds.count],
      text: String(decoding: part.dropFirst(name.count + 1), as: UTF8.self))
  }
}

private enum Words {
  static func read(_ text: String) {
    again(text, Day.init(parsing:))
    again(text, Month.init(parsing:))
    again(text, VoucherNumber.init(parsing:))
    again(text, ReceiptNumber.init)
    again(text, RegionCode.init)
    again(text, Code.init)
    again(text, RequestID.init)
    _ = NIK(text)
    _ = PersonalHint(in: text)
    _ = Gender(written: text)
    if let day = Day(written: text) { precondition(Day(parsing: day.description) == day, text) }
    if let amount = Rupiah(written: text) {
      precondition((.zero...Rupiah.limit).contains(amount), text)
      precondition(Rupiah(written: "\(amount.amount)") == amount, text)
    }
    if let amount = Rupiah(writtenWithSign: text) {
      precondition(Rupiah(writtenWithSign: "\(amount.amount)") == amount, text)
    }
  }

  /// What a text is read as is read again from its own text.
  private static func again<Value: Equatable & CustomStringConvertible>(
    _ text: String, _ read: (String) -> Value?
  ) {
    guard let value = read(text) else { return }
    precondition(read(value.description) == value, "\(text) is read as \(value)")
  }
}

private enum Books {
  private static let upk = UPKID(1)
  private static let persons = (1...40).reduce(into: [Int64: PersonID]()) {
    $0[Int64($1)] = PersonID(Int64($1))
  }

  static func read(_ files: [BookFile]) {
    _ = BookRegister(files)
    _ = BookRegister.firstDay(of: files)
    _ = BookRegister.problems(of: files)
  }

  /// Begins the books of a UPK that has none yet.
  static func begin(_ files: [BookFile]) {
    let command = ImportBooks(upk: upk, files: files, persons: persons)
    var facts = Facts()
    facts.heads[upk] = Head(stream: upk, latestDay: Day(epochDays: 0), counters: [:])
    let caller = Caller(
      principal: PrincipalID(1), person: PersonID(1), today: Day(epochDays: 20_000))
    do throws(Refusal) {
      let effects = try command.effects(given: facts, for: caller)
      precondition(effects.outcome.repeatedName == nil, "the outcome says something twice")
    } catch {
      precondition(
        error.rejections.allSatisfy { $0.code != .fieldRepeated }, "\(error.rejections)")
    }
  }
}
