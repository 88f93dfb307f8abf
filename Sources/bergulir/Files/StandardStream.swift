import Glibc

/// Where the program writes: data to the output, words to the error stream.
enum StandardStream: Int32, Sendable {
  case output = 1
  case error = 2

  /// Writes all of a text; what a closed pipe does not take is dropped.
  func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[written...])
        let count = Glibc.write(rawValue, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        written += count
      }
    }
  }
}
