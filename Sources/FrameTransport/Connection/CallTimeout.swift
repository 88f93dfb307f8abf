/// The value of `grpc-timeout`: how long a call may take, counted from its arrival.
///
/// gRPC allows eight digits and a unit. GRPCCore 2.4.3 overlooks every value of nine characters,
/// its own included, and such a call would never end; so a longer amount goes to the next unit,
/// rounded up.
struct CallTimeout: Hashable, Sendable {
  private let amount: UInt64
  private let unit: Unit

  private enum Unit: Character {
    case hours = "H"
    case minutes = "M"
    case seconds = "S"
    case milliseconds = "m"
    case microseconds = "u"
    case nanoseconds = "n"

    /// The next longer unit and how many of this one it takes.
    var longer: (unit: Unit, factor: UInt64)? {
      switch self {
      case .hours: nil
      case .minutes: (.hours, 60)
      case .seconds: (.minutes, 60)
      case .milliseconds: (.seconds, 1000)
      case .microseconds: (.milliseconds, 1000)
      case .nanoseconds: (.microseconds, 1000)
      }
    }
  }

  /// The largest amount that GRPCCore reads.
  private static let largestAmount: UInt64 = 9_999_999

  /// Reads one to eight digits and a unit; anything else is no timeout.
  init?(_ text: String) {
    guard (2...9).contains(text.utf8.count), text.utf8.dropLast().allSatisfy(Self.isDigit),
      let amount = UInt64(text.dropLast()), let unit = text.last.flatMap(Unit.init(rawValue:))
    else { return nil }
    self.amount = amount
    self.unit = unit
  }

  /// The same timeout, in at most seven digits and a unit.
  var normalised: String {
    var amount = amount
    var unit = unit
    while amount > Self.largestAmount {
      guard let longer = unit.longer else {
        amount = Self.largestAmount
        break
      }
      amount = (amount + longer.factor - 1) / longer.factor
      unit = longer.unit
    }
    return "\(amount)\(unit.rawValue)"
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
