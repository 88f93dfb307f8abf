/// The largest amount in whole rupiah that the books may hold in one row: under 10^12.
let largestAmount: Int64 = 999_999_999_999

extension StringProtocol {
  /// A whole number that is no larger than an amount may be, on either side of zero.
  var number: Int64? {
    guard let number = Int64(self), abs(Int128(number)) <= Int128(largestAmount) else { return nil }
    return number
  }
}

extension Sequence {
  func total(_ amount: (Element) -> Int64) -> Int64 { reduce(0) { $0 + amount($1) } }
}

/// Parts of an amount in proportion to weights, whole rupiah, the largest remainders first.
func proportionate(_ amount: Int64, _ weights: [Int64]) -> [Int64] {
  let all = Int128(weights.total { $0 })
  guard all > 0 else { return weights.map { _ in 0 } }
  let shares = weights.map { (Int128(amount) * Int128($0)).quotientAndRemainder(dividingBy: all) }
  var parts = shares.map { Int64($0.quotient) }
  var left = amount - parts.total { $0 }
  for place in shares.indices.sorted(by: {
    shares[$0].remainder == shares[$1].remainder
      ? $0 < $1 : shares[$0].remainder > shares[$1].remainder
  }) where left > 0 {
    parts[place] += 1
    left -= 1
  }
  return parts
}
