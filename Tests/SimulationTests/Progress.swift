import Foundation

/// What a long run says of itself on standard error, so that whoever waits sees it go on.
struct Progress: Sendable {
  private let scale: Scale

  init(_ scale: Scale) {
    self.scale = scale
  }

  /// Says where it is; nothing in the suite.
  func say(_ where: String, operations: Int) {
    guard scale.isLong else { return }
    let line = "\(`where`): \(operations) operations\n"
    FileHandle.standardError.write(Data(line.utf8))
  }
}
