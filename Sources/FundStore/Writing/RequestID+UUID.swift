internal import Libpq
internal import RevolvingFund

extension RequestID {
  var bytes: UUIDBytes {
    UUIDBytes(hi: UInt64(truncatingIfNeeded: value >> 64), lo: UInt64(truncatingIfNeeded: value))
  }

  init(_ bytes: UUIDBytes) {
    self.init(value: UInt128(bytes.hi) << 64 | UInt128(bytes.lo))
  }
}
