/// A day, counted from 1970-01-01 here and from 2000-01-01 by PostgreSQL.
///
/// The least and the greatest number are `-infinity` and `infinity` on both sides. A day that
/// PostgreSQL has no number for is sent as its least number, which the server refuses (22008).
struct CalendarDate: BinaryValue {
  let day: Int32

  static var type: PostgresType { .date }

  /// Days from 1970-01-01 to 2000-01-01.
  private static let epoch: Int32 = 10_957

  init(_ day: Int32) {
    self.day = day
  }

  init?(binary: Span<UInt8>) {
    guard let stored = Int32(bigEndian: binary) else { return nil }
    guard stored != .max, stored != .min else {
      day = stored
      return
    }
    let (day, overflow) = stored.addingReportingOverflow(Self.epoch)
    guard !overflow else { return nil }
    self.day = day
  }

  func encode(into bytes: inout [UInt8]) {
    var stored = day
    if day != .max, day != .min {
      let (difference, overflow) = day.subtractingReportingOverflow(Self.epoch)
      stored = overflow ? .min + 1 : difference
    }
    stored.appendBigEndian(to: &bytes)
  }
}

/// A moment, in microseconds from 1970 UTC here and from 2000 by PostgreSQL.
///
/// The least and the greatest number are `-infinity` and `infinity` on both sides. A moment that
/// PostgreSQL has no number for is sent as its least number, which the server refuses (22008).
struct Moment: BinaryValue {
  let microseconds: Int64

  static var type: PostgresType { .timestamptz }

  /// Microseconds from 1970 to 2000.
  private static let epoch: Int64 = 946_684_800_000_000

  init(_ microseconds: Int64) {
    self.microseconds = microseconds
  }

  init?(binary: Span<UInt8>) {
    guard let stored = Int64(bigEndian: binary) else { return nil }
    guard stored != .max, stored != .min else {
      microseconds = stored
      return
    }
    let (microseconds, overflow) = stored.addingReportingOverflow(Self.epoch)
    guard !overflow else { return nil }
    self.microseconds = microseconds
  }

  func encode(into bytes: inout [UInt8]) {
    var stored = microseconds
    if microseconds != .max, microseconds != .min {
      let (difference, overflow) = microseconds.subtractingReportingOverflow(Self.epoch)
      stored = overflow ? .min + 1 : difference
    }
    stored.appendBigEndian(to: &bytes)
  }
}
