/// Requests to record a repayment, as the frames that are sent.
///
/// What is the same for all calls of a UPK is encoded once.
struct RepaymentCalls {
  private let beginnings: [[UInt8]]
  private let names: [[UInt8]]
  private let loansPerUPK: Int
  private var random: SplitMix
  /// The day that all are booked on.
  var day: [UInt8] = []

  private static let method = "bergulir.v1.RepaymentService/RecordRepayment"
  private static let hexadecimal = Array("0123456789abcdef".utf8)

  init(_ books: RepaymentBooks, seed: UInt64) {
    beginnings = (1...books.upks).map { upk in
      let method = Array(RepaymentCalls.method.utf8)
      let key = Array("authorization".utf8)
      let value = Array("Bearer \(RepaymentBooks.token(upk))".utf8)
      return RepaymentCalls.bytes(UInt16(method.count)) + method
        + RepaymentCalls.bytes(UInt32(5 + key.count + value.count)) + [UInt8(key.count)] + key
        + RepaymentCalls.bytes(UInt32(value.count)) + value
    }
    names = (1...books.upks).map { Array("upks/\(RepaymentBooks.code($0))/loans/".utf8) }
    loansPerUPK = books.loansPerUPK
    random = SplitMix(state: seed)
  }

  /// Appends the next request, for a random loan and amount.
  mutating func appendRequest(_ call: UInt32, to output: inout [UInt8]) {
    let upk = Int.random(in: 0..<beginnings.count, using: &random)
    let name = names[upk] + Array("\(Int.random(in: 1...loansPerUPK, using: &random))".utf8)
    let amount = Int64.random(in: RepaymentBooks.steps, using: &random) * RepaymentBooks.step
    let start = output.count
    output += [0, 0, 0, 0, 0x10, 0x01]
    output += RepaymentCalls.bytes(call)
    output += beginnings[upk]
    // Write: the request's id, and the day.
    output += [0x0A, 50, 0x0A, 36]
    appendRequestID(to: &output)
    output += [0x1A, 10]
    output += day
    output += [0x12, UInt8(name.count)]
    output += name
    output.append(0x18)
    var rest = UInt64(amount)
    while rest >= 0x80 {
      output.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    output.append(UInt8(rest))
    let length = RepaymentCalls.bytes(UInt32(output.count - start - 4))
    output.replaceSubrange(start..<start + 4, with: length)
  }

  /// A random UUID.
  private mutating func appendRequestID(to output: inout [UInt8]) {
    var high = random.next() & ~0xF000 | 0x4000
    var low = random.next() & ~(3 << 62) | 1 << 63
    for place in 0..<32 {
      if [8, 12, 16, 20].contains(place) { output.append(0x2D) }
      if place < 16 {
        output.append(RepaymentCalls.hexadecimal[Int(high >> 60)])
        high <<= 4
      } else {
        output.append(RepaymentCalls.hexadecimal[Int(low >> 60)])
        low <<= 4
      }
    }
  }

  private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }
}

/// Random numbers that a seed gives again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
