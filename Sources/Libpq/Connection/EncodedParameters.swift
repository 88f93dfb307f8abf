/// The parameters of one call, laid out as libpq wants them.
struct EncodedParameters {
  private var bytes: [UInt8] = []
  private var offsets: [Int?] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []

  private static let binary: Int32 = 1

  init(_ parameters: [Parameter]) {
    bytes.reserveCapacity(parameters.reduce(1) { $0 + ($1.value?.count ?? 0) })
    for parameter in parameters {
      formats.append(Self.binary)
      lengths.append(Int32(parameter.value?.count ?? 0))
      offsets.append(parameter.value == nil ? nil : bytes.count)
      bytes.append(contentsOf: parameter.value ?? [])
    }
    // An empty value at the very end needs an address too: none is null to libpq.
    bytes.append(0)
  }

  /// Calls `body` with the addresses, lengths and formats of all values; null is a null address.
  func withPointers<Value>(
    _ body: (
      UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
    ) -> Value
  ) -> Value {
    unsafe bytes.withUnsafeBytes { bytes in
      let start = unsafe bytes.assumingMemoryBound(to: CChar.self).baseAddress
      var values: [UnsafePointer<CChar>?] = unsafe []
      for offset in offsets {
        guard let start = unsafe start, let offset else {
          unsafe values.append(nil)
          continue
        }
        unsafe values.append(start + offset)
      }
      return unsafe values.withUnsafeBufferPointer { values in
        unsafe lengths.withUnsafeBufferPointer { lengths in
          unsafe formats.withUnsafeBufferPointer { formats in
            unsafe body(values.baseAddress, lengths.baseAddress, formats.baseAddress)
          }
        }
      }
    }
  }
}
