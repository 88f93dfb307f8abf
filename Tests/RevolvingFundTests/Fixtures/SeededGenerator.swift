/// Random numbers that a seed repeats: xorshift with a multiplier.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed == 0 ? 0x9E37_79B9_7F4A_7C15 : seed
  }

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

extension SeededGenerator {
  /// A new seed for each run, printed so that a failure can be repeated.
  static func announced(_ name: String = #function) -> SeededGenerator {
    let seed = UInt64.random(in: 1...UInt64.max)
    print("seed \(seed) of \(name)")
    return SeededGenerator(seed: seed)
  }
}
