internal import Libpq
internal import RevolvingFund

/// The domain's values in columns, by their place from 0.
///
/// Each throws `PostgresError.decoding` as the access it rests on, and `StoreError.corrupted` for a
/// text that the schema's checks should not have let in.
extension Row {
  func day(_ column: Int) throws -> Day {
    Day(epochDays: try date(column))
  }

  func optionalDay(_ column: Int) throws -> Day? {
    try optionalDate(column).map(Day.init(epochDays:))
  }

  func rupiah(_ column: Int) throws -> Rupiah {
    Rupiah(try int8(column))
  }

  func upkID(_ column: Int) throws -> UPKID {
    UPKID(try int8(column))
  }

  func personID(_ column: Int) throws -> PersonID {
    PersonID(try int8(column))
  }

  /// A number counted in a UPK, from the columns of the UPK and of the number.
  func number<Kind>(_ upk: Int, _ number: Int) throws -> UPKNumber<Kind> {
    UPKNumber(try upkID(upk), try int8(number))
  }

  func accountCode(_ column: Int) throws -> AccountCode {
    AccountCode(try int4(column))
  }

  func code(_ column: Int) throws -> Code {
    let text = try text(column)
    return try stored(Code(text), "`\(text)` is no code")
  }

  func regionCode(_ column: Int) throws -> RegionCode {
    let text = try text(column)
    return try stored(RegionCode(text), "`\(text)` is no region's code")
  }

  /// A case of an enumeration by its name.
  func named<Value: RawRepresentable<String>>(
    _ column: Int, as _: Value.Type = Value.self
  ) throws -> Value {
    let text = try text(column)
    return try stored(Value(rawValue: text), "`\(text)` is no \(Value.self)")
  }

  /// A class by its number.
  func collectability(_ column: Int) throws -> Collectability {
    let number = Int(try int4(column))
    return try stored(Collectability(rawValue: number), "\(number) is no class")
  }

  /// Fields in two columns, their names and their values.
  func content(_ names: Int, _ values: Int) throws -> Content {
    Content(
      zip(try texts(names), try texts(values)).map { Content.Field(name: $0, value: $1) })
  }
}

extension Parameter {
  static func days(_ days: [Day]) -> Parameter { .dates(days.map(\.epochDays)) }
  static func days(_ days: [Day?]) -> Parameter { .dates(days.map { $0?.epochDays }) }
  static func day(_ day: Day?) -> Parameter { .date(day?.epochDays) }
  static func amounts(_ amounts: [Rupiah]) -> Parameter { .int8s(amounts.map(\.amount)) }
  static func upks(_ ids: [UPKID]) -> Parameter { .int8s(ids.map(\.value)) }
  static func numbers<Kind>(_ ids: [ID<Kind>]) -> Parameter { .int8s(ids.map(\.value)) }

  static func names<Value: RawRepresentable<String>>(_ values: [Value]) -> Parameter {
    .texts(values.map(\.rawValue))
  }

  static func codes<Value: CustomStringConvertible>(_ codes: [Value]) -> Parameter {
    .texts(codes.map(\.description))
  }
}

/// The two columns, UPK and number, by which things of a UPK are asked for.
func keyColumns<Kind>(_ ids: some Sequence<UPKNumber<Kind>>) -> [Parameter] {
  let sorted = ids.sorted { ($0.upk, $0.number) < ($1.upk, $1.number) }
  return [.upks(sorted.map(\.upk)), .int8s(sorted.map(\.number))]
}
