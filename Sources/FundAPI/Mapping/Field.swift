public import RevolvingFund

/// A text field of a request: its name, and what the caller wrote.
///
/// What it is read as is either right or a fault that names the field.
public struct Field: Hashable, Sendable {
  public let name: String
  public let text: String

  public init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }

  /// Reads a value that must be there.
  ///
  /// - Throws: `fieldMissing`, `fieldInvalid`.
  func read<Value>(
    _ expected: Expectation, _ read: (String) -> Value?
  ) throws(Fault) -> Value {
    guard !text.isEmpty else { throw .fieldMissing(name) }
    guard let value = read(text) else { throw .fieldInvalid(name, expected: expected) }
    return value
  }

  /// A day that must be there.
  public func day() throws(Fault) -> Day {
    try read(.day) { Day(parsing: $0) }
  }

  /// A day, or another one where the caller wrote none.
  public func day(or other: Day) throws(Fault) -> Day {
    text.isEmpty ? other : try day()
  }

  /// A day; `nil` where the caller wrote none.
  public func optionalDay() throws(Fault) -> Day? {
    text.isEmpty ? nil : try day()
  }

  /// A month that must be there.
  public func month() throws(Fault) -> Month {
    try read(.month) { Month(parsing: $0) }
  }

  /// A month, or another one where the caller wrote none.
  public func month(or other: Month) throws(Fault) -> Month {
    text.isEmpty ? other : try month()
  }

  /// A code of a UPK, a board or a principal.
  public func code() throws(Fault) -> Code {
    try read(.code) { Code($0) }
  }

  /// A region's code.
  public func regionCode() throws(Fault) -> RegionCode {
    try read(.regionCode) { RegionCode($0) }
  }

  /// A NIK; `nil` where the caller wrote none.
  public func optionalNIK() throws(Fault) -> NIK? {
    text.isEmpty ? nil : try read(.nik) { NIK($0) }
  }

  /// Where a role holds.
  public func scope() throws(Fault) -> ScopeName {
    try read(.scope) { ScopeName($0) }
  }

  /// One of the values of an enumeration of the core, by its raw value.
  public func choice<Choice>(_ type: Choice.Type = Choice.self) throws(Fault) -> Choice
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    try read(.oneOf(type.allCases.map(\.rawValue))) { Choice(rawValue: $0) }
  }

  /// As `choice`; `nil` where the caller wrote none.
  public func optionalChoice<Choice>(_ type: Choice.Type = Choice.self) throws(Fault) -> Choice?
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    text.isEmpty ? nil : try choice(type)
  }
}

extension Field {
  /// A text on one line, possibly empty: whether it must be there is the core's rule.
  ///
  /// - Throws: `fieldInvalid` for control characters, which neither table nor database can hold.
  public func line() throws(Fault) -> String {
    guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
      throw .fieldInvalid(name, expected: .line)
    }
    return text
  }

  /// As `line`; `nil` where the caller wrote none.
  public func optionalLine() throws(Fault) -> String? {
    text.isEmpty ? nil : try line()
  }

  /// A text that may have several lines, possibly empty.
  ///
  /// - Throws: `fieldInvalid` for other control characters than the end of a line.
  public func lines() throws(Fault) -> String {
    let isText = text.unicodeScalars.allSatisfy {
      $0 == "\n" || $0.properties.generalCategory != .control
    }
    guard isText else { throw .fieldInvalid(name, expected: .lines) }
    return text
  }

  /// As `lines`; `nil` where the caller wrote none.
  public func optionalLines() throws(Fault) -> String? {
    text.isEmpty ? nil : try lines()
  }
}
