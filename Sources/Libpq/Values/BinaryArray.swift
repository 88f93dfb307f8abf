/// One-dimensional arrays in PostgreSQL's binary format.
///
/// The header is the number of dimensions, whether an element is null, the elements' type, then
/// for each dimension its length and lower bound; each element is its length (-1 for null) and
/// its bytes.
enum BinaryArray {
  private static let nullLength: Int32 = -1

  static func encode<Value: BinaryValue>(_ elements: some Collection<Value?>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20 + elements.count * 12)
    let dimensions: Int32 = elements.isEmpty ? 0 : 1
    let hasNull: Int32 = elements.contains { $0 == nil } ? 1 : 0
    dimensions.appendBigEndian(to: &bytes)
    hasNull.appendBigEndian(to: &bytes)
    Value.type.oid.appendBigEndian(to: &bytes)
    guard !elements.isEmpty else { return bytes }

    Int32(elements.count).appendBigEndian(to: &bytes)
    Int32(1).appendBigEndian(to: &bytes)
    for element in elements {
      append(element, to: &bytes)
    }
    return bytes
  }

  private static func append<Value: BinaryValue>(_ element: Value?, to bytes: inout [UInt8]) {
    let lengthAt = bytes.count
    nullLength.appendBigEndian(to: &bytes)
    guard let element else { return }
    element.encode(into: &bytes)
    let length = UInt32(bytes.count - lengthAt - 4)
    for index in 0..<4 {
      bytes[lengthAt + index] = UInt8(truncatingIfNeeded: length >> (24 - 8 * UInt32(index)))
    }
  }

  /// The elements, or nothing if the bytes are no array of one dimension of such values.
  static func decode<Value: BinaryValue>(
    _ bytes: Span<UInt8>, as _: Value.Type
  ) -> [Value?]? {
    guard bytes.count >= 12, let dimensions = Int32(bigEndian: bytes.extracting(0..<4)),
      let oid = UInt32(bigEndian: bytes.extracting(8..<12)), Value.decodes(oid)
    else { return nil }
    guard dimensions > 0 else { return [] }
    guard dimensions == 1, bytes.count >= 20,
      let count = Int32(bigEndian: bytes.extracting(12..<16)), count >= 0
    else { return nil }

    var elements: [Value?] = []
    elements.reserveCapacity(min(Int(count), bytes.count / 4))
    var offset = 20
    for _ in 0..<count {
      guard bytes.count - offset >= 4,
        let length = Int32(bigEndian: bytes.extracting(offset..<offset + 4))
      else { return nil }
      offset += 4
      guard length != nullLength else {
        elements.append(nil)
        continue
      }
      let end = offset + Int(length)
      guard length >= 0, end <= bytes.count,
        let element = Value(binary: bytes.extracting(offset..<end))
      else { return nil }
      elements.append(element)
      offset = end
    }
    return offset == bytes.count ? elements : nil
  }
}
