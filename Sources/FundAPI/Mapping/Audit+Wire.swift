public import RevolvingFund
internal import SwiftProtobuf

extension Content {
  /// The fields as the wire has them.
  public var wire: [Bergulir_V1_EventField] {
    fields.map { field in
      .with {
        $0.name = field.name
        $0.value = field.value
      }
    }
  }
}

extension Bergulir_V1_ChainPoint {
  public init(number: Int64, hash: [UInt8]) {
    self.init()
    self.number = number
    self.hash = hexadecimal(hash)
  }
}

/// A moment of the database's clock, in microseconds since 1970 UTC, as RFC 3339 has it:
/// `2018-01-05T03:04:05.123456Z`; whole seconds without their fraction.
public func utc(microseconds: Int64) -> String {
  let (seconds, micros) = quotient(microseconds, by: 1_000_000)
  let (day, second) = quotient(seconds, by: 86_400)
  let time = [second / 3600, second / 60 % 60, second % 60].map { padded(Int($0), 2) }
  let fraction = micros == 0 ? "" : "." + padded(Int(micros), 6)
  return "\(Day(epochDays: Int32(clamping: day)))T\(time.joined(separator: ":"))\(fraction)Z"
}

/// The quotient rounded down, and what remains of it, which is not negative.
private func quotient(_ number: Int64, by divisor: Int64) -> (Int64, Int64) {
  let rest = (number % divisor + divisor) % divisor
  return ((number - rest) / divisor, rest)
}
